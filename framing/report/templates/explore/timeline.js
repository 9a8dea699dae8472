// Articles over time: a row for each answer, a column for each period, a square for each article while they are few.

import { between } from "./choice.js";
import { both, shared } from "./bits.js";
import { filled, made, redraw, walkable } from "./dom.js";
import { dateOf, dayOf } from "./address.js";
import { happened } from "./events.js";
import { facetName, picksOf, role, toggled } from "./counted.js";

/**
 * @import { State } from "./address.js"
 * @import { Choice } from "./choice.js"
 * @import { Change } from "./filters.js"
 * @import { Study, Value } from "./study.js"
 */

const SQUARES = 6;
const WIDE = 14;

/**
 * What the cells need to know: the periods, whether each is chosen, the picks among the answers, the tallest column.
 * @typedef {{ study: Study, state: State, change: Change, periods: [string, number, number][], chosen: boolean[], picked: string[], top: number }} Frame
 */

/** @param {HTMLElement} home @param {Study} study @param {State} state @param {Choice} choice @param {Change} change */
export function timeline(home, study, state, choice, change) {
  const { words, facets } = study;
  const periods = study.periods[state.every] ?? [];
  const open = choice.without("period", state.count);
  const inside = periods.map(([, first, last]) => both(open, between(study, first, last)));
  const rows = facets[state.count].values
    .map((value, at) => ({ value, counts: inside.map((set) => shared(set, choice.reading.sets[state.count][at])) }))
    .filter(({ counts }) => counts.some((count) => count > 0));
  const chosen = periods.map(([, first, last]) => (!state.from || last >= dayOf(state.from)) && (!state.to || first <= dayOf(state.to)));
  const top = Math.max(1, ...rows.flatMap(({ counts }) => counts));
  const frame = { study, state, change, periods, chosen, picked: picksOf(state), top };
  const body = rows.map(({ value, counts }) => made("tr", { className: value.missing ? "missing" : "" },
    made("th", { scope: "row" }, value.label), ...counts.map((count, at) => cell(frame, value, count, at))));
  const table = made("table", { className: `timeline ${periods.length > WIDE ? "upright" : ""}` },
    made("caption", { className: "unseen" }, words.over_time), made("thead", {}, made("tr", {}, made("td"), ...periods.map((_, at) => head(frame, at)))),
    made("tbody", {}, ...happened(study, periods, choice, change), sums(frame, inside.map((set) => shared(set, set))), ...body));
  redraw(home, rows.length ? table : made("p", { className: "refusal" }, words.nothing));
  walkable(table);
}

/** The dates of a period. @param {Frame} frame @param {number} at */
const dates = ({ periods }, at) => ({ from: dateOf(periods[at][1]), to: dateOf(periods[at][2]) });
/** Whether a period is all that is chosen. @param {Frame} frame @param {number} at */
const only = (frame, at) => frame.state.from === dates(frame, at).from && frame.state.to === dates(frame, at).to;

/** The name of a period, which chooses it; Shift adds it to what is chosen. @param {Frame} frame @param {number} at */
function head(frame, at) {
  const { state, change, chosen, periods } = frame;
  const { from, to } = dates(frame, at);
  const choose = (/** @type {MouseEvent} */ { shiftKey }) => {
    const further = shiftKey && state.from && state.to;
    const span = further ? { from: from < state.from ? from : state.from, to: to > state.to ? to : state.to } : only(frame, at) ? { from: "", to: "" } : { from, to };
    change({ ...span, page: 0 });
  };
  const button = made("button", { type: "button", data: { key: periods[at][0] }, onclick: choose }, periods[at][0]);
  button.setAttribute("aria-pressed", String(Boolean(state.from || state.to) && chosen[at]));
  return made("th", { scope: "col", className: chosen[at] ? "" : "off" }, button);
}

/** The articles of each period, whatever they answer. @param {Frame} frame @param {number[]} totals */
const sums = ({ study, periods, chosen }, totals) =>
  made("tr", { className: "sums" }, made("th", { scope: "row" }, study.words.all_articles),
    ...totals.map((total, at) => made("td", { className: chosen[at] ? "" : "off", data: { period: periods[at][0], total } }, String(total || ""))));

/** The articles of one period with one answer, which choose both. @param {Frame} frame @param {Value} value @param {number} count @param {number} at */
function cell(frame, value, count, at) {
  const { study, state, change, periods, chosen, picked, top } = frame;
  const on = chosen[at] && (!picked.length || picked.includes(value.id));
  const home = made("td", { className: on ? "" : "off", data: { value: value.id, period: periods[at][0], count } });
  if (!count) return home;
  const alone = only(frame, at) && picked.length === 1 && picked[0] === value.id;
  const name = facetName(state.count);
  const choose = () => change(alone
    ? { from: "", to: "", picks: toggled(state, name, value.id), page: 0 }
    : { ...dates(frame, at), ...role(state.count), picks: { ...state.picks, [name]: [value.id] }, page: 0 });
  const said = filled(study.words.cell, { value: value.label, period: periods[at][0], count });
  const bar = made("i", { className: top <= SQUARES ? "squares" : "bar", style: { "--colour": value.colour ?? "var(--mark)", "--n": count, "--part": count / top } });
  home.append(made("button", { type: "button", title: said, ariaLabel: said, data: { key: `${value.id}/${periods[at][0]}` }, onclick: choose }, bar, made("b", {}, String(count))));
  return home;
}
