// Finding the event that an article is about.

import { adopt } from "./adoption.js";
import { finder } from "./finder.js";
import { $, made } from "./page.js";

/**
 * The one event, or none; further events stay beside another one.
 * @import { Work } from "./work.js"
 * @param {Work} work
 */
export function events(work) {
  const { page } = work;

  const choose = (/** @type {string | null} */ id) => {
    work.change(() => {
      const { relation, others = [] } = work.record.event ?? {};
      const beside = others.filter((one) => one !== id);
      if (id === null) work.record.event = { id, relation: null };
      else work.record.event = { id, ...(relation ? { relation } : {}), ...(beside.length ? { others: beside } : {}) };
      adopt(work);
    });
    found.close();
    work.go("event");
  };
  const found = finder($("#event-search"), $("#event-list"), { offered: () => page.events, choose });
  work.drawn.push(() => {
    const id = work.record.event?.id;
    const event = page.events.find((one) => one.id === id);
    $("#event-chosen").replaceChildren(...(id ? [event?.label ?? id, made("small", { textContent: event?.date ?? "" })] : []));
    $("#event-none").setAttribute("aria-pressed", String(id === null));
  });
  $("#event-none").addEventListener("click", () => choose(null));
  return { choose };
}
