// Finding the event that an article is about.

import { adopt } from "./adoption.js";
import { composing } from "./keys.js";
import { $, made } from "./page.js";

/**
 * A search with a list of what fits, by mouse and key.
 * @import { NewsEvent, Work } from "./work.js"
 * @param {Work} work
 */
export function events(work) {
  const { page } = work;
  const search = $("#event-search");
  const list = $("#event-list");
  let active = -1;

  const choose = (/** @type {string | null} */ id) => {
    work.change(() => {
      const relation = id === null ? { relation: null } : work.record.event?.relation ? { relation: work.record.event.relation } : {};
      work.record.event = { id, ...relation };
      adopt(work);
    });
    close();
    work.go("event");
  };
  const line = (/** @type {NewsEvent} */ event, /** @type {number} */ place) => {
    const found = made("li", { id: `event-${place}`, className: event.umbrella ? "umbrella" : "" }, made("span", { className: "date", textContent: event.date.replace("/", "/\n") }), made("span", { textContent: event.label }));
    found.setAttribute("role", "option");
    found.addEventListener("pointerdown", (press) => press.preventDefault());
    found.addEventListener("click", () => choose(event.id));
    found.dataset.event = event.id;
    return found;
  };
  const open = () => {
    /** @type {string[]} */
    const wanted = search.value.normalize("NFKC").toLowerCase().split(/\s+/u).filter(Boolean);
    const fitting = page.events.filter((event) => wanted.every((word) => event.folded.includes(word)));
    list.replaceChildren(...fitting.map(line));
    list.hidden = fitting.length === 0;
    search.setAttribute("aria-expanded", String(fitting.length > 0));
    activate(wanted.length ? 0 : -1);
  };
  const activate = (/** @type {number} */ place) => {
    active = Math.min(place, list.children.length - 1);
    for (const [at, row] of [...list.children].entries()) row.setAttribute("aria-selected", String(at === active));
    if (active >= 0) {
      search.setAttribute("aria-activedescendant", `event-${active}`);
      list.children[active].scrollIntoView({ block: "nearest" });
    } else search.removeAttribute("aria-activedescendant");
  };
  const close = () => {
    search.value = "";
    list.hidden = true;
    search.setAttribute("aria-expanded", "false");
    search.removeAttribute("aria-activedescendant");
  };
  work.drawn.push(() => {
    const id = work.record.event?.id;
    const event = page.events.find((one) => one.id === id);
    $("#event-chosen").replaceChildren(...(id ? [event?.label ?? id, made("small", { textContent: event?.date ?? "" })] : []));
    $("#event-none").setAttribute("aria-pressed", String(id === null));
  });
  $("#event-none").addEventListener("click", () => choose(null));
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
    }
  });
  return { choose };
}
