// What is being worked on: the record, where its coder is in it, and every change that can be undone.

import { say } from "./page.js";
import { judged, putAt, valueAt } from "./record.js";

/** The work on one article. Parts of the desk draw themselves from it: `drawn` after a change, `moved` after a step. */
export function begun(page, text, touch) {
  const { words } = page;
  const questions = new Map(page.questions.map((question) => [question.id, question]));
  const order = [...questions.keys()];
  const { state, final, faults, unanswered } = page;
  const work = {
    page,
    words,
    text,
    questions,
    order,
    settling: page.readings.length > 0,
    record: judged(page.record),
    version: page.record.codebook ?? page.codebook, // of the codebook, under which the answers are given
    standing: { state, final, faults, unanswered },
    decided: page.record.decisions ?? [],
    current: order[0],
    lastToggled: null,
    drawn: [],
    moved: [],
  };
  const past = [];
  let future = [];
  let typing = "";

  work.at = (pointer, from = work.record) => valueAt(from, pointer);
  work.put = (pointer, value) => putAt(work.record, pointer, value);
  work.box = (id) => document.getElementById(`q-${id}`);
  work.applies = (id) => id !== "relation" || Boolean(work.record.event && work.record.event.id !== null);
  work.draw = () => {
    for (const draw of work.drawn) draw();
  };

  /** One change: it can be undone, and it is saved. */
  work.change = (act) => {
    if (work.standing.final) {
      say(words.done_final);
      return;
    }
    const before = JSON.stringify(work.record);
    act();
    if (JSON.stringify(work.record) === before) return;
    past.push(before);
    future = [];
    work.draw();
    touch();
  };
  /** What is typed into one field without leaving it is one change. */
  work.type = (field, act) => {
    if (typing !== field) {
      const before = past.length;
      work.change(act);
      if (past.length > before) typing = field; // a composition that was given up has changed nothing yet
      return;
    }
    act();
    work.draw();
    touch();
  };
  work.entered = () => {
    typing = "";
  };
  const travel = (from, to, word) => {
    if (!from.length || work.standing.final) {
      say(words.nothing_to_undo);
      return;
    }
    to.push(JSON.stringify(work.record));
    work.record = JSON.parse(from.pop());
    work.draw();
    touch();
    say(words[word]);
  };
  work.undo = () => travel(past, future, "undone");
  work.redo = () => travel(future, past, "redone");
  /** The version of two that was not chosen stays in reach of undoing. */
  work.settleOn = (chosen, other) => {
    past.push(JSON.stringify(other));
    future = [];
    work.record = chosen;
  };

  work.go = (id, { focus = true } = {}) => {
    work.current = id;
    for (const other of order) work.box(other).classList.toggle("current", other === id);
    if (focus) {
      work.box(id).focus({ preventScroll: true });
      work.box(id).scrollIntoView({ block: "nearest" });
    }
    work.lastToggled = null;
    for (const draw of work.moved) draw();
  };
  work.move = (by) => {
    const shown = order.filter(work.applies);
    const here = shown.indexOf(work.current);
    work.go(shown[Math.min(shown.length - 1, Math.max(0, here + by))]);
  };
  return work;
}

/** An answer in the coder's words; an event with its relation. */
export function labelled({ page, words, questions }, question, value) {
  const named = (options, one) => options.find((option) => option.value === one)?.label ?? (one === null ? words.none : String(one));
  if (question.kind === "event") {
    if (value.id === null) return words.event_none;
    const label = page.events.find((event) => event.id === value.id)?.label ?? value.id;
    return value.relation ? `${label} · ${named(questions.get("relation").options, value.relation)}` : label;
  }
  return [value].flat().map((one) => named(question.options, one)).join(", ") || words.none;
}
