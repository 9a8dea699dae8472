// Shares of each answer per paper or country, as far as the floors allow.

import { both, either, rounded, shared, weighed } from "./bits.js";
import { facetName, picksOf, role } from "./counted.js";
import { filled, made, redraw, walkable } from "./dom.js";
import { shareable, shown } from "./floors.js";

/**
 * @import { Bits } from "./bits.js"
 * @import { State } from "./address.js"
 * @import { Choice } from "./choice.js"
 * @import { Change } from "./filters.js"
 * @import { Study, Value } from "./study.js"
 * @typedef {{ id: string, label: string, all: Bits, given: Bits }} Group
 */

/**
 * The groups whose shares are set side by side: those that are picked, or else all that have an article.
 * @param {Study} study @param {State} state @param {Choice} choice @returns {Group[]}
 */
function groups(study, state, choice) {
  const { reading } = choice;
  const counted = study.facets[state.count].values.map((value, at) => (value.missing ? null : reading.sets[state.count][at]));
  const answered = either(study.size, counted.filter((set) => set !== null));
  const asked = either(study.size, reading.sets[state.count]);
  const open = both(choice.without(state.count), asked);
  const made = (/** @type {string} */ id, /** @type {string} */ label, /** @type {Bits} */ all) => ({ id, label, all, given: both(all, answered) });
  if (state.by === "all") return [made("all", study.words.all_articles, open)];
  return study.facets[state.by].values
    .map((value, at) => made(value.id, value.label, both(open, reading.sets[state.by][at])))
    .filter((group) => shared(group.all, group.all) > 0);
}

/** @param {HTMLElement} home @param {Study} study @param {State} state @param {Choice} choice @param {Change} change */
export function shares(home, study, state, choice, change) {
  const { words, floors } = study;
  const { reading } = choice;
  const number = (/** @type {number} */ n) => new Intl.NumberFormat(study.locale, { maximumFractionDigits: 2 }).format(n);
  const percent = new Intl.NumberFormat(study.locale, { style: "percent" });
  const columns = groups(study, state, choice);
  const name = facetName(state.count);
  const picked = picksOf(state);
  const values = study.facets[state.count].values.map((value, at) => ({ value, set: reading.sets[state.count][at] }));
  const sizes = columns.map(({ given }) => {
    const whole = weighed(given, given, reading.weights);
    const even = whole / weighed(given, given, reading.spreads) || 1;
    return { of: shared(given, given), n: rounded(whole * even), even };
  });
  /** What articles count of a group, as many of equal weight as would say as much. @param {Group} group @param {number} at @param {Bits} set */
  const counted = ({ all }, at, set) => rounded(weighed(all, set, reading.weights) * sizes[at].even);

  const top = Math.max(0.2, ...values.filter(({ value }) => !value.missing).flatMap(({ set }) => columns.map((group, at) => (shareable(shown(floors, sizes[at].of, sizes[at].n)) ? counted(group, at, set) / sizes[at].n : 0))));

  /** @param {Group} group @param {Value} value @param {number} articles @param {Node[]} inside */
  const button = (group, value, articles, ...inside) => {
    const narrowed = state.by === "all" ? {} : { [state.by]: [group.id] };
    const pressed = made("button", { type: "button", data: { key: `${value.id}/${group.id}` }, onclick: () => change({ ...role(state.count), picks: { ...state.picks, ...narrowed, [name]: [value.id] }, page: 0 }) },
      made("span", { className: "unseen" }, `${value.label}, ${group.label}: `), ...inside);
    return articles ? pressed : made("span", {}, ...inside);
  };
  /** @param {Value} value @param {Bits} set @param {Group} group @param {number} at */
  const cell = (value, set, group, at) => {
    const { of, n } = value.missing ? { of: shared(group.all, group.all), n: 0 } : sizes[at];
    const articles = shared(group.all, set);
    const weight = counted(group, at, set);
    const how = value.missing ? "count" : shown(floors, of, n);
    const data = { value: value.id, group: group.id, articles, of, weight, n, shown: how };
    if (!of) return made("td", { className: "hatched", data }, made("span", { className: "unseen" }, words.nothing_here));
    if (!shareable(how)) return made("td", { data }, button(group, value, articles, made("b", {}, `${articles}`), made("small", {}, filled(words.of, { of }))));
    const share = weight / n;
    const bar = made("i", { className: weight ? how : "zero", style: { "--part": share / top, "--colour": value.colour ?? "var(--mark)" } });
    const note = made("small", {}, filled(words.of_weighed, { weight: number(weight), n: number(n) }) + (how === "indicative" ? ` ${words.indicative}` : ""));
    return made("td", { data: { ...data, share } }, button(group, value, articles, bar, made("b", {}, percent.format(share)), note));
  };
  const rows = values
    .filter(({ set }) => columns.some(({ all }) => shared(all, set) > 0))
    .map(({ value, set }) => made("tr", { className: `${value.missing ? "missing" : ""} ${picked.length && !picked.includes(value.id) ? "off" : ""}` },
      made("th", { scope: "row" }, value.label), ...columns.map((group, at) => cell(value, set, group, at))));
  const heads = columns.map((group, at) => {
    const { of, n } = sizes[at];
    return made("th", { scope: "col", data: { group: group.id, of, n } }, group.label, made("small", {}, filled(of === n ? words.n : words.n_weighed, { of, n: number(n) })));
  });
  const table = made("table", { className: "shares" }, made("caption", { className: "unseen" }, words.shares),
    made("thead", {}, made("tr", {}, made("td"), ...heads)), made("tbody", {}, ...rows));
  redraw(home, rows.length ? table : made("p", { className: "refusal" }, words.nothing));
  walkable(table);
}
