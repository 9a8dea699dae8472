// What is counted, and the picks that go with it.

/** @import { State } from "./address.js" */

/** The name under which the answers of a facet are picked: frames have one in both roles. @param {string} count */
export const facetName = (count) => (count === "primary" || count === "any" ? "frame" : count);

/** The picks among the answers that are counted: frames that are picked in another role are not among them. @param {State} state */
export const picksOf = (state) =>
  facetName(state.count) === "frame" && state.count !== state.role ? [] : state.picks[facetName(state.count)] ?? [];

/** A pick added or taken away. @param {State} state @param {string} facet @param {string} value @returns {Record<string, string[]>} */
export function toggled(state, facet, value) {
  const now = state.picks[facet] ?? [];
  const values = now.includes(value) ? now.filter((one) => one !== value) : [...now, value];
  const { [facet]: _, ...rest } = state.picks;
  return values.length ? { ...rest, [facet]: values } : rest;
}
/** Picking a frame goes by the role in which it is counted. @param {string} count */
export const role = (count) => (count === "primary" || count === "any" ? { role: count } : {});
