// Two versions of one record: both are shown, one is chosen, and the other can still be had.

import { $, made } from "./page.js";
import { judged, same } from "./record.js";
import { labelled } from "./work.js";

/**
 * Asks which version is to stay; `settle` hears whether it is the one in this page.
 * @import { Coding } from "./record.js"
 * @import { Question, Work } from "./work.js"
 * @param {Work} work
 * @param {{ record: Coding, final?: boolean, left?: boolean }} other
 * @param {(mine: boolean) => void} settle
 */
export function askWhich(work, other, settle) {
  const { words, questions } = work;
  const mine = work.record;
  const theirs = judged(other.record);
  const shown = (/** @type {Question} */ question, /** @type {Coding} */ from) => {
    const value = work.said(question.pointer, from);
    if (value === undefined) return words.unanswered;
    if (value === null) return words.none;
    if (question.kind === "evidence") return value.map((/** @type {{ text: string }} */ item) => item.text).join(" / ");
    return labelled(work, question, value);
  };
  const row = (/** @type {Question} */ question) =>
    made("tr", {}, made("th", { scope: "row", textContent: question.label }), made("td", { textContent: shown(question, mine) }), made("td", { textContent: shown(question, theirs) }));
  const differing = [...questions.values()].filter((question) => !same(work.said(question.pointer), work.said(question.pointer, theirs)));
  const rows = differing.length ? differing.map(row) : [made("tr", {}, made("td", { colSpan: 3, textContent: words.conflict_same }))];
  $("#conflict-rows").replaceChildren(...rows);
  $("#conflict-why").textContent = words[other.final ? "conflict_final" : other.left ? "conflict_left" : "conflict"];
  $("#conflict-keep").hidden = other.final;
  const dialog = $("#conflict");
  dialog.oncancel = (/** @type {Event} */ event) => event.preventDefault();
  if (!dialog.open) dialog.showModal();
  $(other.final ? "#conflict-take" : "#conflict-keep").focus();
  $("#conflict-keep").onclick = () => {
    work.settleOn(mine, theirs);
    dialog.close();
    settle(true);
  };
  $("#conflict-take").onclick = () => {
    work.settleOn(theirs, mine);
    work.version = other.record.codebook ?? work.version;
    dialog.close();
    work.go(work.current); // out of a field that would go on with the words given up
    settle(false);
  };
}
