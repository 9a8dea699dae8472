// How far a coding is: faults at their question, in words, and what is still open.

import { $, $$, filled, made } from "./page.js";
import { settledAt, steps } from "./record.js";
import { support } from "./support.js";

const NAMED = 3; // open questions that are named beside their number
const EMPTY = ["schema_required", "schema_minLength"];
/** @type {Record<string, string>} */
const FIELDS = { text: "evidence_text", locator: "evidence_locator", lang: "evidence_language", en: "evidence_english", supports: "evidence_supports" };

/** Whether a field of new evidence is still being written: nothing is said of it until it is left. */
const written = (/** @type {HTMLElement} */ item, /** @type {string} */ field) => item.dataset.fresh !== undefined && !(item.dataset.left ?? "").split(" ").includes(field);

/**
 * Draws the verdict of the server; `open` and `faulty` name the questions that keep a coding from being done.
 * @import { Fault } from "./record.js"
 * @import { Question, Work } from "./work.js"
 * @param {Work} work
 */
export function standing(work) {
  const { page, words, order, box } = work;

  const covers = (/** @type {string} */ pointer, /** @type {Question} */ question) => pointer === question.pointer || question.pointer.startsWith(`${pointer}/`);
  const concerns = (/** @type {string} */ pointer, /** @type {Question} */ question) => covers(pointer, question) || pointer.startsWith(`${question.pointer}/`);
  const questionOf = (/** @type {string} */ pointer) => {
    if (pointer.startsWith("/decisions/")) {
      const value = work.decided[Number(steps(pointer)[1])]?.value;
      return order.find((id) => work.question(id).pointer === value);
    }
    if (pointer.startsWith("/inferred/")) {
      const name = work.record.inferred?.[Number(steps(pointer)[1])];
      return order.find((id) => work.question(id).pointer === `/values/${name}`);
    }
    const depth = (/** @type {string} */ id) => work.question(id).pointer.length;
    return order.filter((id) => concerns(pointer, work.question(id))).sort((one, other) => depth(other) - depth(one))[0];
  };
  const open = () => {
    /** @type {Set<string>} */
    const found = new Set();
    for (const pointer of work.standing.unanswered) {
      const covered = order.filter((id) => work.applies(id) && covers(pointer, work.question(id)) && !(["relation", "others"].includes(id) && pointer === "/event"));
      for (const id of covered.length ? covered : [questionOf(pointer)]) if (id) found.add(id);
    }
    return found;
  };
  const faulty = () => work.standing.faults.map((fault) => questionOf(fault.pointer));

  const said = (/** @type {Fault} */ fault, /** @type {string} */ field) => {
    const label = FIELDS[field] ? `${words[FIELDS[field]]}: ` : "";
    if (label && EMPTY.includes(fault.rule)) return made("p", {}, label + words.field_empty);
    const own = label + filled(words[`fault_${fault.rule}`] ?? "", { words: page.limits.words, characters: page.limits.characters });
    return made("p", {}, made("span", {}, own, ...(own && fault.message ? [made("small", { textContent: fault.message })] : [fault.message])));
  };
  const drawFaults = () => {
    const homes = $$("[data-faults]");
    for (const home of homes) home.replaceChildren();
    const items = $$(".item");
    for (const item of items) $(".faults", item).replaceChildren();
    for (const fault of work.standing.faults) {
      const [at, place, field] = steps(fault.pointer);
      const item = at === "evidence" ? items[Number(place)] : undefined;
      if (item && written(item, field)) continue;
      const home = item ? $(".faults", item) : homes.find(({ dataset }) => dataset.faults === (questionOf(fault.pointer) ?? "general"));
      home.append(said(fault, item ? field : ""));
    }
  };
  const drawMarks = (/** @type {Set<string>} */ unanswered) => {
    for (const id of order) {
      box(id).classList.toggle("answered", !unanswered.has(id));
      if (!unanswered.has(id)) box(id).classList.remove("wanted");
      const mark = $(".mark-state", box(id));
      const pieces = support(work, id);
      const evidence = pieces ? [`${words.evidence} ${pieces}`] : [];
      mark.title = [words[unanswered.has(id) ? "unanswered" : "answered"], ...evidence].join(" · ");
      mark.setAttribute("aria-label", mark.title);
      mark.setAttribute("role", "img");
      mark.textContent = pieces || "";
    }
  };
  const left = (/** @type {Set<string>} */ unanswered) => {
    const { faults } = work.standing;
    const settled = page.disputed.filter((pointer) => settledAt(work.record, pointer)).length;
    const names = order.filter((id) => unanswered.has(id)).map((id) => work.question(id).label);
    const named = names.slice(0, NAMED).join(", ") + (names.length > NAMED ? " …" : "");
    return [
      unanswered.size ? `${filled(words.done_when, { count: unanswered.size })}: ${named}` : faults.length ? "" : words.done_ready,
      faults.length ? filled(words.done_faulty, { count: faults.length }) : "",
      work.settling ? filled(words.disputed_count, { settled, all: page.disputed.length }) : "",
    ];
  };
  work.drawn.push(() => {
    const unanswered = open();
    drawFaults();
    drawMarks(unanswered);
    $("#left").textContent = left(unanswered).filter(Boolean).join(" · ");
    const { state, final } = work.standing;
    $("#standing").hidden = state !== "done";
    $("#standing").textContent = state === "done" ? words[final ? "done_final" : "done_reopen"] : "";
  });
  return { open, faulty };
}
