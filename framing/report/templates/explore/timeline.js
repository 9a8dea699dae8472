// Articles over time: a row for each answer, a column for each period, a square for each article while they are few.

import { between } from "./choice.js";
import { both, shared } from "./bits.js";
import { filled, made, redraw, walkable } from "./dom.js";
import { dateOf, dayOf } from "./address.js";
import { happened } from "./events.js";
import { facetName, role, toggled } from "./counted.js";

/**
 * @import { State } from "./address.js"
 * @import { Choice } from "./choice.js"
 * @import { Change } from "./filters.js"
 * @import { Study, Value } from "./study.js"
 */

const SQUARES = 6;

/** @param {HTMLElement} home @param {Study} study @param {State} state @param {Choice} choice @param {Change} change */
export function timeline(home, study, state, choice, change) {
  const { words, facets } = study;
  const periods = study.periods[state.every] ?? [];
  const open = choice.without("period", state.count);
  const inside = periods.map(([, first, last]) => both(open, between(study, first, last)));
  const chosen = periods.map(([, first, last]) => (!state.from || last >= dayOf(state.from)) && (!state.to || first <= dayOf(state.to)));
  const name = facetName(state.count);
  const picked = state.picks[name] ?? [];
  const rows = facets[state.count].values.map((value, at) => ({ value, counts: inside.map((set) => shared(set, choice.reading.sets[state.count][at])) }));
  const filledRows = rows.filter(({ counts }) => counts.some((count) => count > 0));
  const top = Math.max(1, ...filledRows.flatMap(({ counts }) => counts));
  const totals = inside.map((set) => shared(set, set));

  const spanned = (/** @type {number} */ at) => ({ from: dateOf(periods[at][1]), to: dateOf(periods[at][2]) });
  const only = (/** @type {number} */ at) => state.from === dateOf(periods[at][1]) && state.to === dateOf(periods[at][2]);
  /** @param {number} at @param {boolean} further */
  const stretch = (at, further) => {
    const one = spanned(at);
    if (!further || !state.from || !state.to) return change(only(at) ? { from: "", to: "", page: 0 } : { ...one, page: 0 });
    change({ from: one.from < state.from ? one.from : state.from, to: one.to > state.to ? one.to : state.to, page: 0 });
  };
  /** @param {Value} value @param {number} count @param {number} at */
  const cell = (value, count, at) => {
    const on = chosen[at] && (!picked.length || picked.includes(value.id));
    if (!count) return made("td", { className: on ? "" : "off", data: { value: value.id, period: periods[at][0], count: 0 } });
    const bar = made("i", { className: top <= SQUARES ? "squares" : "bar", style: { "--colour": value.colour ?? "var(--mark)", "--n": count, "--part": count / top } });
    const button = made("button", {
      type: "button", title: filled(words.cell, { value: value.label, period: periods[at][0], count }), data: { key: `${value.id}/${periods[at][0]}` },
      onclick: () => (only(at) && picked.length === 1 && picked[0] === value.id
        ? change({ from: "", to: "", picks: toggled(state, name, value.id), page: 0 })
        : change({ ...spanned(at), ...role(state.count), picks: { ...state.picks, [name]: [value.id] }, page: 0 })),
    }, bar, made("b", {}, String(count)));
    button.setAttribute("aria-label", button.title);
    return made("td", { className: on ? "" : "off", data: { value: value.id, period: periods[at][0], count } }, button);
  };
  const head = periods.map(([label], at) => {
    const button = made("button", { type: "button", data: { key: label }, onclick: (/** @type {MouseEvent} */ event) => stretch(at, event.shiftKey) }, label);
    button.setAttribute("aria-pressed", String(Boolean(state.from || state.to) && chosen[at]));
    return made("th", { scope: "col", className: chosen[at] ? "" : "off" }, button);
  });
  const body = filledRows.map(({ value, counts }) => made("tr", { className: value.missing ? "missing" : "" },
    made("th", { scope: "row" }, value.label), ...counts.map((count, at) => cell(value, count, at))));
  const sums = made("tr", { className: "sums" }, made("th", { scope: "row" }, words.all_articles), ...totals.map((count, at) => made("td", { className: chosen[at] ? "" : "off", data: { period: periods[at][0], total: count } }, String(count || ""))));
  const table = made("table", { className: `timeline ${periods.length > 14 ? "upright" : ""}` },
    made("caption", { className: "unseen" }, words.over_time), made("thead", {}, made("tr", {}, made("td"), ...head)), made("tbody", {}, ...happened(study, periods, choice, change), sums, ...body));
  redraw(home, filledRows.length ? table : made("p", { className: "refusal" }, words.nothing));
  walkable(table);
}
