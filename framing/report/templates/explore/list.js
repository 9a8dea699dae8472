// The records that are chosen, to be sorted, a page at a time.

import { listed } from "./bits.js";
import { filled, made, part, redraw } from "./dom.js";

/**
 * @import { State } from "./address.js"
 * @import { Choice } from "./choice.js"
 * @import { Change } from "./filters.js"
 * @import { Study } from "./study.js"
 */

const PAGE = 50;

/** The chosen articles in the order that is asked for; those without a text stand last. @param {Study} study @param {State} state @param {Choice} choice */
export function ordered(study, state, choice) {
  const { reading } = choice;
  const down = state.sort.startsWith("-");
  const first = (/** @type {import("./study.js").Cell} */ cell) => (typeof cell === "number" ? cell : cell[0] ?? Infinity);
  const text = (/** @type {number} */ at) => reading.folded[at] || "\uffff";
  /** @type {Record<string, (one: number, other: number) => number>} */
  const orders = {
    date: (one, other) => study.days[one] - study.days[other],
    outlet: (one, other) => first(reading.cells.outlet[one]) - first(reading.cells.outlet[other]),
    answer: (one, other) => first(reading.cells[state.count][one]) - first(reading.cells[state.count][other]) || 0,
    text: (one, other) => (text(one) < text(other) ? -1 : Number(text(one) > text(other))),
  };
  const order = orders[state.sort.replace("-", "")];
  return listed(choice.chosen).sort((one, other) => (down ? order(other, one) : order(one, other)) || one - other);
}

/** @param {HTMLElement} home @param {Study} study @param {State} state @param {Choice} choice @param {Change} change @param {boolean} whole */
export function list(home, study, state, choice, change, whole) {
  const { words } = study;
  const found = ordered(study, state, choice);
  const pages = Math.max(1, Math.ceil(found.length / PAGE));
  const page = Math.min(state.page, pages - 1);
  const names = { date: words.date, outlet: words.outlet, answer: study.facets[state.count].label, text: words.headline };
  const heads = Object.entries(names).map(([name, label]) => {
    const now = state.sort.replace("-", "") === name;
    const down = now && state.sort.startsWith("-");
    const head = made("th", { scope: "col", className: name }, made("button", { type: "button", data: { key: name }, onclick: () => change({ sort: now && !down ? `-${name}` : name, page: 0 }) }, label, made("span", { ariaHidden: "true" }, now ? (down ? " ▼" : " ▲") : " ↕")));
    if (now) head.setAttribute("aria-sort", down ? "descending" : "ascending");
    return head;
  });
  const rows = (whole ? found : found.slice(page * PAGE, (page + 1) * PAGE)).map((at) => row(study, state, choice, at));
  const table = made("table", { className: "records" }, made("caption", { className: "unseen" }, words.records), made("thead", {}, made("tr", {}, ...heads)), made("tbody", {}, ...rows));
  redraw(home, found.length ? table : made("p", { className: "refusal" }, words.nothing));
  part("pager").hidden = pages === 1;
  part("page").textContent = whole ? "" : filled(words.page_of, { first: page * PAGE + 1, last: Math.min(found.length, (page + 1) * PAGE), of: found.length });
  part("previous").disabled = page === 0;
  part("next").disabled = page === pages - 1;
}

/** @param {Study} study @param {State} state @param {Choice} choice @param {number} at */
function row(study, state, choice, at) {
  const { articles, words } = study;
  const { reading } = choice;
  const outlet = study.labels("outlet", reading.cells.outlet[at]).join(", ");
  const card = made("a", { href: `records.html#${articles.id[at]}` }, articles.date[at]);
  card.setAttribute("aria-label", filled(words.card, { outlet, date: articles.date[at] }));
  const sentence = reading.sentences[at];
  const texts = [
    articles.headline[at] ? [made("p", { className: "headline", lang: articles.lang[at] }, articles.headline[at])] : [],
    articles.also[at] ? [made("p", { className: "also" }, articles.also[at])] : [],
    sentence ? [made("p", { lang: sentence[1] }, sentence[0])] : [],
    sentence?.[2] ? [made("p", { className: "also", lang: "en" }, sentence[2])] : [],
  ].flat();
  return made("tr", { data: { article: articles.id[at] } }, made("td", { className: "date" }, card), made("td", { className: "outlet" }, outlet),
    made("td", {}, study.labels(state.count, reading.cells[state.count][at]).join(", ")), made("td", { className: "text" }, ...texts));
}
