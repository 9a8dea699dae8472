// What is being worked on: the record, where its coder is in it, and every change that can be undone.

import { say } from "./page.js";
import { answerAt, giveAt, isInferred, judged, putAt, valueAt } from "./record.js";

/**
 * What the server hands to the page, and what is made of it here.
 * @import { reader } from "./reader.js"
 * @import { Coding, Decision, Evidence, Fault } from "./record.js"
 * @typedef {{ value: any, label: string, key: string, missing: boolean, colour: string, alone: boolean }} Option
 * @typedef {{ id: string, pointer: string, kind: "one" | "many" | "event" | "events" | "evidence" | "memo", label: string, text: string,
 *   options: Option[], supports: string, entry: string, most: number, scale: boolean }} Question
 * @typedef {{ state: "uncoded" | "draft" | "again" | "done", final: boolean, faults: Fault[], unanswered: string[] }} Standing
 * @typedef {{ coder: string, key: string, answers: Record<string, { value: any, evidence: Evidence[] }>,
 *   quotes: Evidence[], text: string }} Reading
 * @typedef {{ places: string[], answers: any[] | null }} Holds where evidence has its answers, and which; null for any
 * @typedef {{ offered: ({ item: Evidence } & Holds)[], own: Record<string, Holds>, text: string }} Kept
 * @typedef {{ id: string, label: string, date: string, umbrella: boolean, place: number, folded: string }} NewsEvent
 * @typedef {Standing & { article: string, coder: string, folder: string, codebook: string, language: string,
 *   articleLanguage: string, words: Record<string, string>, questions: Question[], labels: Record<string, string>,
 *   cues: Record<string, Record<string, string[]>>, events: NewsEvent[],
 *   limits: { words: number, characters: number, unspaced: string[] }, record: Coding, etag: string,
 *   text: "" | "full" | "description", body: string, textHash: string, locator: string, readings: Reading[], names: Record<string, string>,
 *   again: { pointer: string, why: string, before: string }[], disputed: string[], reasons: { id: string, key: string }[], agreed: Record<string, any>, evidence: Kept }} Page
 * @typedef {{ page: Page, words: Page["words"], text: ReturnType<typeof reader>, questions: Map<string, Question>,
 *   order: string[], settling: boolean, record: Coding, version: string, standing: Standing, decided: Decision[],
 *   current: string, lastToggled: any, drawn: (() => void)[], moved: (() => void)[],
 *   at: (pointer: string, from?: Coding) => any, put: (pointer: string, value: any) => void,
 *   said: (pointer: string, from?: Coding) => any, give: (pointer: string, answer: any) => void,
 *   question: (id: string) => Question, box: (id: string) => HTMLElement, applies: (id: string) => boolean,
 *   draw: () => void, change: (act: () => void) => void, type: (field: string, act: () => void) => void,
 *   entered: () => void, undo: () => void, redo: () => void, settleOn: (chosen: Coding, other: Coding) => void,
 *   go: (id: string, how?: { focus?: boolean }) => void, move: (by: number) => void }} Work
 */

/**
 * The work on one article. Parts of the desk draw themselves from it: `drawn` after a change, `moved` after a step.
 * @param {Page} page
 * @param {ReturnType<typeof reader>} text
 * @param {() => void} touch
 */
export function begun(page, text, touch) {
  const { words, state, final, faults, unanswered } = page;
  const questions = new Map(page.questions.map((question) => [question.id, question]));
  const order = [...questions.keys()];
  /** @type {string[]} */
  const past = [];
  /** @type {string[]} */
  let future = [];
  let typing = "";

  /** @type {Work} */
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

    at: (pointer, from = work.record) => valueAt(from, pointer),
    put: (pointer, value) => putAt(work.record, pointer, value),
    /** What stands there with its ground, and how to let such an answer stand. */
    said: (pointer, from = work.record) => answerAt(from, pointer),
    give: (pointer, answer) => giveAt(work.record, pointer, answer),
    question: (id) => /** @type {Question} */ (questions.get(id)),
    box: (id) => /** @type {HTMLElement} */ (document.getElementById(`q-${id}`)),
    applies: (id) => !["relation", "others"].includes(id) || Boolean(work.record.event && work.record.event.id !== null),
    draw: () => {
      for (const draw of work.drawn) draw();
    },
    /** One change: it can be undone, and it is saved. */
    change: (act) => {
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
    },
    /** What is typed into one field without leaving it is one change. */
    type: (field, act) => {
      if (typing !== field) {
        const before = past.length;
        work.change(act);
        if (past.length > before) typing = field; // a composition that was given up has changed nothing yet
        return;
      }
      act();
      work.draw();
      touch();
    },
    entered: () => {
      typing = "";
    },
    undo: () => travel(past, future, "undone"),
    redo: () => travel(future, past, "redone"),
    /** The version of two that was not chosen stays in reach of undoing. */
    settleOn: (chosen, other) => {
      past.push(JSON.stringify(other));
      future = [];
      work.record = chosen;
    },
    go: (id, { focus = true } = {}) => {
      work.current = id;
      for (const other of order) work.box(other).classList.toggle("current", other === id);
      if (focus) {
        work.box(id).focus({ preventScroll: true });
        work.box(id).scrollIntoView({ block: "nearest" });
      }
      work.lastToggled = null;
      for (const draw of work.moved) draw();
    },
    move: (by) => {
      const shown = order.filter(work.applies);
      const here = shown.indexOf(work.current);
      work.go(shown[Math.min(shown.length - 1, Math.max(0, here + by))]);
    },
  };
  const travel = (/** @type {string[]} */ from, /** @type {string[]} */ to, /** @type {string} */ word) => {
    const before = from.at(-1);
    if (before === undefined || work.standing.final) {
      say(words.nothing_to_undo);
      return;
    }
    from.pop();
    to.push(JSON.stringify(work.record));
    work.record = JSON.parse(before);
    work.draw();
    touch();
    say(words[word]);
  };
  return work;
}

/**
 * An answer in the coder's words; an event with its relation.
 * @param {Work} work
 * @param {Question} question
 * @param {any} value
 * @returns {string}
 */
export function labelled(work, question, value) {
  const { page, words } = work;
  if (isInferred(value)) return `${labelled(work, question, value.inferred)} (${words.inferred})`;
  const named = (/** @type {Option[]} */ options, /** @type {any} */ one) => options.find((option) => option.value === one)?.label ?? (one === null ? words.none : String(one));
  if (question.kind === "event") {
    if (value.id === null) return words.event_none;
    const label = page.events.find((event) => event.id === value.id)?.label ?? value.id;
    return value.relation ? `${label} · ${named(work.question("relation").options, value.relation)}` : label;
  }
  if (question.kind === "events") return value.map((/** @type {string} */ id) => page.events.find((event) => event.id === id)?.label ?? id).join(", ") || words.none;
  return [value].flat().map((one) => named(question.options, one)).join(", ") || words.none;
}
