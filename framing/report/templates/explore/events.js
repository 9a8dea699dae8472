// What happened in each period: the number of events that began in it, which opens their list.

import { shared } from "./bits.js";
import { made } from "./dom.js";

/**
 * @import { Choice } from "./choice.js"
 * @import { Change } from "./filters.js"
 * @import { Study } from "./study.js"
 */

/**
 * A row of the timeline; umbrellas, which last through many periods, are left to the filter. None where no event has a date.
 * @param {Study} study
 * @param {[string, number, number][]} periods
 * @param {Choice} choice
 * @param {Change} change
 */
export function happened(study, periods, choice, change) {
  const open = choice.without("event");
  const dated = study.facets.event.values
    .map((value, at) => ({ ...value, day: value.day ?? -Infinity, count: shared(open, choice.reading.sets.event[at]) }))
    .filter(({ day }) => day > -Infinity)
    .sort((one, other) => one.day - other.day);
  const cells = periods.map(([label, first, last], at) => {
    const held = dated.filter(({ day }) => day >= first && day <= last);
    if (!held.length) return made("td");
    const items = held.map(({ id, date, label: name, count }) => {
      const text = `${date}  ${name} (${count})`;
      return made("li", {}, count ? made("button", { type: "button", data: { event: id, key: `events/${label}` }, onclick: () => change({ event: id, page: 0 }) }, text) : made("span", {}, text));
    });
    const list = made("div", { id: `explore-events-${at}`, popover: "auto", className: "happened" }, made("ul", {}, ...items));
    const opener = made("button", { type: "button", data: { key: `events/${label}` }, popoverTargetElement: list }, String(held.length));
    opener.setAttribute("aria-label", `${study.words.events}, ${label}: ${held.length}`);
    return made("td", {}, opener, list);
  });
  return dated.length ? [made("tr", { className: "sums" }, made("th", { scope: "row" }, study.words.events), ...cells)] : [];
}
