// Answering the questions that have options, and the memo.

import { adopt } from "./adoption.js";
import { $, $$, send } from "./page.js";

/**
 * Options by mouse and key; draws what is chosen.
 * @import { handbook } from "./handbook.js"
 * @import { Option, Question, Work } from "./work.js"
 * @param {Work} work
 * @param {{ handbook: ReturnType<typeof handbook> }} parts
 */
export function answers(work, { handbook }) {
  const { questions, box } = work;

  const choose = (/** @type {Question} */ question, /** @type {Option} */ option) => {
    work.change(() => {
      if (question.kind === "many") toggle(question, option.value);
      else work.put(question.pointer, option.value);
      adopt(work);
    });
    work.lastToggled = option.value;
    handbook.show();
  };
  const toggle = (/** @type {Question} */ question, /** @type {any} */ value) => {
    const chosen = work.at(question.pointer) ?? [];
    if (value === null) work.put(question.pointer, []);
    else if (chosen.includes(value)) work.put(question.pointer, chosen.length > 1 ? chosen.filter((/** @type {any} */ one) => one !== value) : undefined);
    else work.put(question.pointer, [...chosen, value]);
  };
  const byKey = (/** @type {string} */ key) => {
    const question = work.question(work.current);
    const option = question.options.find((one) => one.key === key);
    if (option && work.applies(work.current)) choose(question, option);
  };

  const checked = (/** @type {Question} */ question, /** @type {Option} */ option) => {
    const value = work.at(question.pointer);
    if (question.kind !== "many") return value === option.value;
    return option.value === null ? value?.length === 0 : Boolean(value?.includes(option.value));
  };
  const memo = $("#memo");
  work.drawn.push(() => {
    const { final } = work.standing;
    for (const question of questions.values()) {
      for (const [place, input] of $$(".options input", box(question.id)).entries()) {
        input.checked = checked(question, question.options[place]);
        input.disabled = final;
      }
      box(question.id).hidden = !work.applies(question.id);
    }
    if (document.activeElement !== memo) memo.value = work.record.memo ?? "";
    for (const field of ["#memo", "#event-search", "#event-none", "#evidence-add", "#done"]) $(field).disabled = final;
  });

  for (const question of questions.values()) {
    const home = box(question.id);
    const come = () => work.current !== question.id && work.go(question.id, { focus: false });
    home.addEventListener("focusin", come);
    home.addEventListener("pointerdown", come);
    for (const [place, input] of $$(".options input", home).entries()) {
      const option = question.options[place];
      input.addEventListener("change", () => {
        choose(question, option);
        if (question.id === "phase") send("PUT", "/settings", { phase: option.value }).catch(() => undefined);
      });
      input.addEventListener("click", (/** @type {MouseEvent} */ event) => event.detail > 0 && home.focus({ preventScroll: true })); // arrows then move on and change nothing
      const preview = () => question.entry === "frames" && option.value && handbook.show(`f-${option.value}`);
      input.addEventListener("focus", preview);
      input.closest("label").addEventListener("pointerenter", () => work.current === question.id && preview());
    }
  }
  const keepMemo = () =>
    work.type("memo", () => {
      work.record.memo = memo.value;
    });
  memo.addEventListener("input", (/** @type {InputEvent} */ event) => event.isComposing || keepMemo());
  memo.addEventListener("compositionend", keepMemo);
  memo.addEventListener("focus", work.entered);
  return { byKey };
}
