// A search with a list of the events that fit, by mouse and key.

import { composing } from "./keys.js";
import { made } from "./page.js";

/**
 * Finds events among those offered; `choose` hears which one.
 * @import { NewsEvent } from "./work.js"
 * @param {any} search
 * @param {any} list
 * @param {{ offered: () => NewsEvent[], choose: (id: string) => void, retract?: () => void }} how
 */
export function finder(search, list, { offered, choose, retract }) {
  let active = -1;

  const line = (/** @type {NewsEvent} */ event, /** @type {number} */ place) => {
    const found = made("li", { id: `${list.id}-${place}`, className: event.umbrella ? "umbrella" : "" }, made("span", { className: "date", textContent: event.date.replace("/", "/\n") }), made("span", { textContent: event.label }));
    found.setAttribute("role", "option");
    found.addEventListener("pointerdown", (press) => press.preventDefault());
    found.addEventListener("click", () => choose(event.id));
    found.dataset.event = event.id;
    return found;
  };
  const open = () => {
    /** @type {string[]} */
    const wanted = search.value.normalize("NFKC").toLowerCase().split(/\s+/u).filter(Boolean);
    const fitting = offered().filter((event) => wanted.every((word) => event.folded.includes(word)));
    list.replaceChildren(...fitting.map(line));
    list.hidden = fitting.length === 0;
    search.setAttribute("aria-expanded", String(fitting.length > 0));
    activate(wanted.length ? 0 : -1);
  };
  const activate = (/** @type {number} */ place) => {
    active = Math.min(place, list.children.length - 1);
    for (const [at, row] of [...list.children].entries()) row.setAttribute("aria-selected", String(at === active));
    if (active >= 0) {
      search.setAttribute("aria-activedescendant", `${list.id}-${active}`);
      list.children[active].scrollIntoView({ block: "nearest" });
    } else search.removeAttribute("aria-activedescendant");
  };
  const close = () => {
    search.value = "";
    list.hidden = true;
    search.setAttribute("aria-expanded", "false");
    search.removeAttribute("aria-activedescendant");
  };
  search.addEventListener("focus", open);
  search.addEventListener("blur", close);
  search.addEventListener("input", (/** @type {InputEvent} */ event) => event.isComposing || open());
  search.addEventListener("compositionend", open);
  search.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (composing(event)) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      activate(Math.max(0, active + (event.key === "ArrowDown" ? 1 : -1)));
    } else if (event.key === "Enter") {
      event.preventDefault();
      event.stopPropagation();
      if (active >= 0) choose(list.children[active].dataset.event);
    } else if (event.key === "Backspace" && search.value === "") retract?.();
  });
  return { close, open };
}
