// What keeps a coding from being done, named at its end when Done was pressed; each name leads there.

import { $, $$, made } from "./page.js";

/**
 * Lists every question that is open or has faults; `show` begins, and the list ends when nothing is left in it.
 * @import { standing } from "./standing.js"
 * @import { Work } from "./work.js"
 * @param {Work} work
 * @param {ReturnType<typeof standing>} verdict
 */
export function summary(work, verdict) {
  const { words } = work;
  const home = $("#missing");
  let asked = false;

  const lines = (/** @type {string} */ word, /** @type {string[]} */ ids) => {
    if (!ids.length) return [];
    const links = ids.map((id) => {
      const link = made("button", { type: "button", className: "quiet", textContent: work.question(id).label });
      link.addEventListener("click", () => work.go(id));
      return link;
    });
    return [made("p", {}, `${word}: `, ...links)];
  };
  work.drawn.push(() => {
    const [open, faulty] = [verdict.open(), verdict.faulty()];
    asked &&= open.size + faulty.length > 0;
    home.hidden = !asked;
    if (!asked) return home.replaceChildren();
    home.replaceChildren(
      ...lines(words.unanswered, work.order.filter((id) => open.has(id))),
      ...lines(words.correct_these, work.order.filter((id) => faulty.includes(id) && !open.has(id))),
    );
  });
  /** The first question of the list, with nothing held back any more. */
  const show = () => {
    asked = true;
    for (const item of $$(".item")) delete item.dataset.fresh;
    work.draw();
    const [open, faulty] = [verdict.open(), verdict.faulty()];
    for (const id of open) work.box(id).classList.add("wanted");
    return work.order.find((id) => open.has(id) || faulty.includes(id));
  };
  return { show };
}
