// What is chosen, and the address that says so.

/**
 * @import { Study } from "./study.js"
 * @typedef {{ picks: Record<string, string[]>, role: string, event: string, from: string, to: string, text: string, rule: string, ground: string,
 *   count: string, by: string, every: string, sort: string, page: number }} State
 */

const SINGLE = /** @type {const} */ (["role", "event", "from", "to", "text", "rule", "ground", "count", "by", "every", "sort"]);
const DAY = 86_400_000;

export const dayOf = (/** @type {string} */ date) => Math.floor(Date.parse(date) / DAY);
export const dateOf = (/** @type {number} */ day) => new Date(day * DAY).toISOString().slice(0, 10);

/** What nothing but the study itself says. @param {Study} study @returns {State} */
const usual = (study) => ({
  picks: {}, role: "primary", event: "", from: "", to: "", text: "", rule: study.readings[0].rule, ground: study.readings[0].ground,
  count: "primary", by: "outlet", every: study.every in study.periods ? study.every : Object.keys(study.periods)[0] ?? "", sort: "date", page: 0,
});

/** @param {Study} study @param {State} state */
export function written(study, state) {
  const plain = usual(study);
  const said = new URLSearchParams();
  for (const [facet, values] of Object.entries(state.picks)) if (values.length) said.set(`is.${facet}`, values.join(","));
  for (const name of SINGLE) if (state[name] !== plain[name]) said.set(name, state[name]);
  if (state.page) said.set("page", String(state.page + 1));
  return said.toString();
}

/**
 * What an address says, and what in it this study does not have.
 * @param {Study} study
 * @param {string} hash
 * @returns {{ state: State, unknown: string[] }}
 */
export function read(study, hash) {
  const state = usual(study);
  /** @type {string[]} */
  const unknown = [];
  const has = (/** @type {string} */ facet, /** @type {string} */ id) => study.facets[facet === "frame" ? "primary" : facet]?.values.some((value) => value.id === id);
  /** @type {Record<string, (text: string) => boolean>} */
  const right = {
    role: (text) => ["primary", "any"].includes(text),
    event: (text) => has("event", text) ?? false,
    from: (text) => !Number.isNaN(Date.parse(text)),
    to: (text) => !Number.isNaN(Date.parse(text)),
    text: () => true,
    rule: (text) => study.readings.some((one) => one.rule === text),
    ground: (text) => study.readings.some((one) => one.ground === text),
    count: (text) => text in study.facets,
    by: (text) => [...study.sides, "all"].includes(text),
    every: (text) => text in study.periods,
    sort: (text) => /^-?(date|outlet|answer|text)$/.test(text),
  };
  for (const [name, text] of new URLSearchParams(hash.replace(/^#/, ""))) {
    if (name.startsWith("is.")) {
      const facet = name.slice(3);
      const fitting = text.split(",").filter((id) => has(facet, id));
      if (fitting.length) state.picks[facet] = fitting;
      unknown.push(...text.split(",").filter((id) => !fitting.includes(id)));
    } else if (name === "page") state.page = Math.max(0, Number.parseInt(text, 10) - 1 || 0);
    else if (right[name]?.(text)) state[/** @type {typeof SINGLE[number]} */ (name)] = text;
    else unknown.push(`${name}=${text}`);
  }
  if (!study.readings.some((one) => one.rule === state.rule && one.ground === state.ground)) {
    unknown.push(`${state.rule}, ${state.ground}`);
    Object.assign(state, { rule: usual(study).rule, ground: usual(study).ground });
  }
  return { state, unknown };
}
