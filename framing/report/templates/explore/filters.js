// The filters: check boxes with the number of articles that each would leave, lists, dates and a search.

import { facetOf } from "./choice.js";
import { toggled } from "./counted.js";
import { made, part } from "./dom.js";
import { shared } from "./bits.js";

/**
 * @import { State } from "./address.js"
 * @import { Choice } from "./choice.js"
 * @import { Study } from "./study.js"
 * @typedef {(change: Partial<State>, typing?: boolean) => void} Change
 */

/** The facets with check boxes: frames are one, in one role or another. @param {Study} study */
const boxed = (study) => [...study.filters, ...Object.keys(study.facets).filter((id) => id.startsWith("said/") && !study.filters.includes(id))];

/** @param {Study} study @param {() => State} state @param {Change} change */
export function filters(study, state, change) {
  const words = study.words;
  /** @param {string} id */
  const group = (id) => {
    const facet = study.facets[facetOf(id, state())];
    const boxes = facet.values.map((value) => {
      const box = made("input", { type: "checkbox", data: { facet: id, value: value.id }, onchange: () => change({ picks: toggled(state(), id, value.id), page: 0 }) });
      const swatch = value.colour ? [made("i", { className: "swatch", style: { "--colour": value.colour } })] : [];
      return made("label", {}, box, ...swatch, made("span", { className: "name" }, value.label), made("span", { className: "count", data: { facet: id, value: value.id } }));
    });
    const role = id === "frame" ? [roles()] : [];
    return made("fieldset", { data: { group: id } }, made("legend", {}, id === "frame" ? words.frame : facet.label), ...role, made("div", { className: "boxes" }, ...boxes));
  };
  const roles = () => made("div", { className: "roles" }, ...["primary", "any"].map((role) =>
    made("label", {}, made("input", { type: "radio", name: "role", value: role, onchange: () => change({ role, page: 0 }) }), words[`role_${role}`])));

  part("groups").replaceChildren(...boxed(study).map(group));
  // each gets its name with the count of articles, when these are drawn
  offered(part("event"), [["", words.event_all], ...study.facets.event.values.map(({ id }) => /** @type {[string, string]} */ ([id, ""]))]);
  for (const [name, label] of /** @type {const} */ ([["rule", "rule_label"], ["ground", "ground_label"]])) {
    const options = new Map(study.readings.map((one) => [one[name], one[label]]));
    offered(part(name), [...options]);
    part(`${name}-line`).hidden = options.size < 2;
  }
  for (const name of /** @type {const} */ (["event", "from", "to", "rule", "ground"]))
    part(name).addEventListener("change", () => change({ [name]: part(name).value, page: 0 }));
  part("text").addEventListener("input", () => change({ text: part("text").value, page: 0 }, true));
  part("clear").addEventListener("click", () => change({ picks: {}, event: "", from: "", to: "", text: "", role: "primary", page: 0 }));

  return (/** @type {Choice} */ choice) => drawn(study, state(), choice);
}

/** @param {HTMLSelectElement} select @param {[string, string][]} options */
export const offered = (select, options) => select.replaceChildren(...options.map(([value, text]) => made("option", { value }, text)));

/** @param {Study} study @param {State} state @param {Choice} choice */
function drawn(study, state, choice) {
  const { reading, without } = choice;
  for (const name of /** @type {const} */ (["event", "from", "to", "rule", "ground", "text"])) if (part(name).value !== state[name]) part(name).value = state[name];
  const open = without("event");
  [...part("event").options].slice(1).forEach((option, at) => {
    const value = study.facets.event.values[at];
    const count = shared(open, reading.sets.event[at]);
    option.text = `${"\u2003".repeat(value.depth ?? 0)}${value.label} (${count})`;
    option.hidden = count === 0 && state.event !== value.id;
  });
  for (const home of /** @type {NodeListOf<HTMLElement>} */ (part("groups").querySelectorAll("[data-group]"))) {
    const id = home.dataset.group ?? "";
    const facet = facetOf(id, state);
    const picked = state.picks[id] ?? [];
    home.hidden = !study.filters.includes(id) && state.count !== id && !picked.length;
    if (home.hidden) continue;
    const others = without(facet);
    /** @type {NodeListOf<HTMLInputElement>} */ (home.querySelectorAll("input[type=checkbox]")).forEach((box, at) => {
      const count = shared(others, reading.sets[facet][at]);
      box.checked = picked.includes(box.dataset.value ?? "");
      const label = /** @type {HTMLElement} */ (box.parentElement);
      /** @type {HTMLElement} */ (label.querySelector(".count")).textContent = String(count);
      label.classList.toggle("none", count === 0 && !box.checked);
    });
    for (const radio of /** @type {NodeListOf<HTMLInputElement>} */ (home.querySelectorAll("input[type=radio]"))) radio.checked = radio.value === state.role;
  }
}
