// Which articles a state chooses, as a whole and without one of its conditions.

import { both, either, empty, put } from "./bits.js";
import { dayOf } from "./address.js";
import { folded } from "./study.js";

/**
 * @import { Bits } from "./bits.js"
 * @import { State } from "./address.js"
 * @import { Study } from "./study.js"
 * @typedef {ReturnType<typeof choice>} Choice
 */

/** The place of the reading that a state names. @param {Study} study @param {State} state */
export const readingOf = (study, state) =>
  Math.max(0, study.readings.findIndex((one) => one.rule === state.rule && one.ground === state.ground));

/** The facet that the filter of frames goes by. @param {string} id @param {State} state */
export const facetOf = (id, state) => (id === "frame" ? state.role : id);

/** @param {Study} study @param {State} state */
export function choice(study, state) {
  const reading = study.reading(readingOf(study, state));
  /** @type {Map<string, Bits>} */
  const conditions = new Map();
  for (const [id, values] of Object.entries(state.picks)) {
    const facet = facetOf(id, state);
    const places = values.map((value) => study.facets[facet].values.findIndex((one) => one.id === value));
    if (values.length) conditions.set(facet, either(study.size, places.map((place) => reading.sets[facet][place])));
  }
  if (state.event) conditions.set("event", reading.sets.event[study.facets.event.values.findIndex((one) => one.id === state.event)]);
  if (state.from || state.to) conditions.set("period", between(study, state.from ? dayOf(state.from) : -Infinity, state.to ? dayOf(state.to) : Infinity));
  if (state.text.trim()) conditions.set("text", saying(reading.folded, state.text));
  const without = (/** @type {string[]} */ ...left) =>
    both(reading.members, ...[...conditions].filter(([name]) => !left.includes(name)).map(([, set]) => set));
  return { reading, chosen: without(), without, every: reading.members };
}

/** @param {Study} study @param {number} first @param {number} last */
export function between(study, first, last) {
  const found = empty(study.size);
  study.days.forEach((day, at) => { if (day >= first && day <= last) put(found, at); });
  return found;
}

/** @param {string[]} texts @param {string} wanted */
function saying(texts, wanted) {
  const words = folded(wanted).split(/\s+/u).filter(Boolean);
  const found = empty(texts.length);
  texts.forEach((text, at) => { if (words.every((word) => text.includes(word))) put(found, at); });
  return found;
}
