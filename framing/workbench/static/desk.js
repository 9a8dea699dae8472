// The desk: one article, its questions and the handbook, put together from their parts.

import { answers } from "./answers.js";
import { clock } from "./clock.js";
import { askWhich } from "./conflict.js";
import { events } from "./events.js";
import { evidence } from "./evidence.js";
import { grounds } from "./grounds.js";
import { handbook } from "./handbook.js";
import { keeper } from "./keeper.js";
import { composing, keyOf, modified, windowOpen, writes } from "./keys.js";
import { $, filled, ready, say } from "./page.js";
import { others } from "./others.js";
import { passage } from "./passage.js";
import { reader } from "./reader.js";
import { readings } from "./readings.js";
import { judged } from "./record.js";
import { added } from "./shelf.js";
import { older } from "./older.js";
import { standing } from "./standing.js";
import { summary } from "./summary.js";
import { begun } from "./work.js";

/**
 * Opens the desk; the answer, when called, says whether everything is saved.
 * @import { Left } from "./keeper.js"
 * @import { Page } from "./work.js"
 */
async function desk() {
  /** @type {Page} */
  const page = JSON.parse($("#handed").textContent);
  const { words } = page;
  const text = reader($("#text"), page.body, page.text === "description" ? "en" : page.articleLanguage);
  let changed = false; // a page that was only looked at saves nothing, not even the time
  const work = begun(page, text, () => {
    changed = true;
    store.touch();
  });
  const minutes = clock(words, work.record.minutes, () => work.standing.state === "done");
  const store = keeper(page, {
    payload: () => ({ ...work.record, minutes: minutes() }),
    judge: ({ state, final, faults, unanswered, record }) => {
      work.standing = { state, final, faults, unanswered };
      work.decided = record.decisions ?? work.decided;
      work.draw();
    },
    conflict: (other) => askWhich(work, other, store.settle),
    version: () => work.version,
    outdated: ({ codebook }) => (codebook && codebook !== page.codebook ? filled(words.codebook_changed, { then: page.codebook, now: codebook }) : ""),
    worked: () => changed && work.standing.state === "draft" && minutes() >= (work.record.minutes ?? 0) + 0.1,
  });

  // Parts draw in the order in which they are made.
  const guide = handbook(work);
  const options = answers(work, { handbook: guide });
  const basis = grounds(work);
  const finder = events(work);
  const further = others(work);
  const chosen = passage(work);
  const list = evidence(work, chosen);
  const settled = readings(work);
  const lacking = summary(work, standing(work));
  const aged = older(work, store);
  work.drawn.push(guide.draw);

  const enter = () => {
    const { kind } = work.question(work.current);
    if (kind === "event") $("#event-search").focus();
    else if (kind === "events") $("#others-search").focus();
    else if (kind === "memo") $("#memo").focus();
    else if (kind === "evidence") ($(".item .write:not([hidden]) .words") ?? $("#evidence-add")).focus();
    else work.move(1);
  };
  const agreed = async () => {
    const ask = $("#confirm");
    ask.returnValue = "no";
    ask.showModal();
    $("#confirm-yes").focus();
    await /** @type {Promise<void>} */ (new Promise((resolve) => {
      const closed = () => {
        if (ask.open) return; // the end of an earlier question, reported late
        ask.removeEventListener("close", closed);
        resolve();
      };
      ask.addEventListener("close", closed);
    }));
    return ask.returnValue === "yes";
  };
  const done = async () => {
    if (work.standing.final) {
      say(words.done_final);
      return;
    }
    if (aged.open()) return;
    await store.flush(); // the verdict on the last answer decides whether this can be the end
    const { unanswered, faults } = work.standing;
    if ((work.settling || work.record.phase === "main") && !unanswered.length && !faults.length && !(await agreed())) return;
    if (await store.finish()) {
      say(words.done_said);
      $("#next").focus();
      return;
    }
    const first = lacking.show();
    if (first) work.go(first);
  };
  const away = async (/** @type {string} */ address) => {
    if ((await store.flush()) || !store.unsaved() || confirm(words.leave_unsaved)) location.assign(address);
  };
  $("#done").addEventListener("click", done);
  for (const link of [$("#next"), $("#back")]) {
    link.addEventListener("click", (/** @type {MouseEvent} */ event) => {
      event.preventDefault();
      away(link.href);
    });
  }

  const byKey = (/** @type {string} */ key) => {
    if (work.question(work.current).kind === "event" && key === "z") finder.choose(null);
    else if (work.question(work.current).kind === "events" && key === "z") further.clear();
    else options.byKey(key);
  };
  /** @type {Record<string, (event: KeyboardEvent) => void>} */
  const does = {
    j: () => work.move(1),
    ArrowDown: () => work.move(1),
    k: () => work.move(-1),
    ArrowUp: () => work.move(-1),
    ArrowRight: ({ shiftKey }) => chosen.sentence(1, shiftKey),
    ArrowLeft: ({ shiftKey }) => chosen.sentence(-1, shiftKey),
    "[": () => chosen.trim("["),
    "]": () => chosen.trim("]"),
    "{": () => chosen.trim("{"),
    "}": () => chosen.trim("}"),
    e: () => list.mark(),
    i: () => basis.toggle(),
    m: guide.toggleCues,
    u: work.undo,
    r: work.redo,
    d: done,
    n: () => away($("#next").href),
    q: () => away($("#back").href),
    Enter: enter,
    Escape: () => {
      chosen.clear();
      work.go(work.current);
    },
    "?": () => $("#keys").showModal(),
    ...Object.fromEntries(page.readings.map(({ key }, place) => [key, () => settled.follow(place)])),
    ...Object.fromEntries(page.reasons.map(({ key }, place) => [key, () => settled.give(place)])),
  };
  document.addEventListener("keydown", (event) => {
    if (composing(event) || modified(event) || windowOpen()) return;
    const key = keyOf(event);
    const target = /** @type {Element} */ (event.target);
    if (writes(target)) {
      if (key !== "Escape") return;
      event.preventDefault();
      return work.go(work.current);
    }
    if (target.matches("[type=radio], [type=checkbox]") && (key.startsWith("Arrow") || key === " ")) return; // the browser's own keys in a group
    if (target.matches("button, a") && (key === "Enter" || key === " ")) return;
    const act = does[key] ?? (/^[0-9zxc]$/.test(key) ? () => byKey(key) : null);
    if (!act) return;
    event.preventDefault();
    act(event);
  });

  const left = await store.left();
  /** One after the other, what earlier pages left is offered beside what is shown. */
  const offer = async (/** @type {Left} */ first, /** @type {Left[]} */ others) => {
    const go = (/** @type {Left} */ one) => {
      work.version = one.codebook ?? work.version;
      store.take(one);
    };
    work.record = judged(first.record);
    go(first);
    work.draw();
    for (const other of others) {
      const mine = await /** @type {Promise<boolean>} */ (new Promise((settle) => askWhich(work, { ...other, left: true }, settle)));
      if (!mine) go(other);
    }
    work.draw();
    say(words.restored);
    store.touch(0);
    store.forget(left);
  };
  if (left.length && !work.standing.final) offer(left[0], left.slice(1));
  work.draw();
  const unanswered = (/** @type {string} */ id) => work.applies(id) && work.at(work.question(id).pointer) === undefined;
  work.go(work.order.find(unanswered) ?? work.order[0]);
  return async () => (await store.flush()) || !store.unsaved();
}

ready(await desk());
if (new URLSearchParams(location.search).has("added")) added();
