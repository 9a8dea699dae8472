// What a value rests on: it is attributed to the article, or inferred from how its description characterises it.

import { $$, say } from "./page.js";
import { isInferred } from "./record.js";

/**
 * Draws the switches of an article that is known from a description; `toggle` turns one.
 * @import { Question, Work } from "./work.js"
 * @param {Work} work
 */
export function grounds(work) {
  const switches = $$("[data-ground]");
  const holds = (/** @type {Question} */ question) => {
    const given = [work.at(question.pointer)].flat();
    return given.some((value) => value !== undefined && !question.options.find((option) => option.value === value)?.missing);
  };
  const toggle = (id = work.current) => {
    if (!switches.some(({ dataset }) => dataset.ground === id)) return;
    const question = work.question(id);
    const answer = work.said(question.pointer);
    if (holds(question)) work.change(() => work.give(question.pointer, isInferred(answer) ? answer.inferred : { inferred: answer }));
    else say(work.words.inferred_no_value);
    work.draw();
  };
  for (const input of switches) input.addEventListener("change", () => toggle(input.dataset.ground));
  work.drawn.push(() => {
    for (const input of switches) {
      const question = work.question(input.dataset.ground);
      input.checked = isInferred(work.said(question.pointer));
      input.disabled = work.standing.final || !holds(question);
    }
  });
  return { toggle };
}
