// The further events that an article names, beside the one that it is about.

import { adopt } from "./adoption.js";
import { finder } from "./finder.js";
import { $, filled, made } from "./page.js";
import { OTHERS } from "./record.js";

/**
 * A list to which events are added and from which they are taken, in the order of the study's events; `clear` empties it.
 * @import { Work } from "./work.js"
 * @param {Work} work
 */
export function others(work) {
  const { page, words } = work;
  const place = new Map(page.events.map((event) => [event.id, event.place]));
  /** @returns {string[]} */
  const named = () => work.record.event?.others ?? [];
  const beyond = (/** @type {string} */ id) => place.get(id) ?? page.events.length;

  const keep = (/** @type {string[]} */ ids) =>
    work.change(() => {
      work.put(OTHERS, [...ids].sort((one, other) => beyond(one) - beyond(other)));
      adopt(work);
    });
  const add = (/** @type {string} */ id) => {
    keep([...named(), id]);
    search.value = "";
    found.open();
  };
  const remove = (/** @type {string} */ id) => keep(named().filter((one) => one !== id));
  const clear = () => keep([]);

  const search = $("#others-search");
  const found = finder(search, $("#others-list"), {
    offered: () => page.events.filter(({ id }) => id !== work.record.event?.id && !named().includes(id)),
    choose: add,
    retract: () => keep(named().slice(0, -1)),
  });
  const line = (/** @type {string} */ id) => {
    const event = page.events.find((one) => one.id === id);
    const label = event?.label ?? id;
    const button = made("button", { type: "button", className: "quiet", textContent: "×", disabled: work.standing.final });
    button.setAttribute("aria-label", filled(words.others_remove, { what: label }));
    button.addEventListener("click", () => {
      remove(id);
      work.go("others");
    });
    return made("li", {}, label, made("small", { textContent: event?.date ?? "" }), button);
  };
  work.drawn.push(() => $("#others-chosen").replaceChildren(...named().map(line)));
  return { clear };
}
