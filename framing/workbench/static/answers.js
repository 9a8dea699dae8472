// Answering the questions that have options, and the memo.

import { adopt } from "./adoption.js";
import { $, $$, send } from "./page.js";

/** The values in an answer of several; a reason why there is none has none. */
const listed = (/** @type {any} */ answer) => (Array.isArray(answer) ? answer : []);

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
      if (question.kind === "many") toggle(question, option);
      else if (option.missing) work.give(question.pointer, option.value); // what has no value rests on nothing
      else work.put(question.pointer, option.value);
      adopt(work);
    });
    work.lastToggled = option.value;
    handbook.show();
  };
  const toggle = (/** @type {Question} */ question, /** @type {Option} */ option) => {
    const stands = work.at(question.pointer);
    const chosen = question.options.filter((one) => !one.missing && listed(stands).includes(one.value));
    if (option.value === null) work.put(question.pointer, []);
    else if (option.missing) work.give(question.pointer, stands === option.value ? undefined : option.value);
    else {
      const others = chosen.filter((one) => one !== option && !one.alone && !option.alone);
      const now = chosen.includes(option) ? chosen.filter((one) => one !== option) : [...others, option];
      const values = question.options.filter((one) => now.includes(one)).map((one) => one.value);
      work.put(question.pointer, values.length ? values : undefined);
    }
  };
  const byKey = (/** @type {string} */ key) => {
    const question = work.question(work.current);
    const option = question.options.find((one) => one.key === key);
    if (option && work.applies(work.current)) choose(question, option);
  };

  const checked = (/** @type {Question} */ question, /** @type {Option} */ option) => {
    const value = work.at(question.pointer);
    if (option.value === null) return value === null || value?.length === 0;
    return value === option.value || listed(value).includes(option.value);
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
    for (const field of ["#memo", "#event-search", "#event-none", "#others-search", "#evidence-add", "#done"]) $(field).disabled = final;
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
