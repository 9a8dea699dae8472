// The study as the page holds it: what can be chosen, and which articles have it under each reading.

import { either, empty, put } from "./bits.js";

/**
 * @import { Bits } from "./bits.js"
 * @typedef {{ id: string, label: string, colour?: string, missing?: boolean, depth?: number, day?: number, date?: string, parts?: number[] }} Value
 * @typedef {{ id: string, label: string, several: boolean, values: Value[] }} Facet
 * @typedef {number | number[]} Cell
 * @typedef {[string, string, string] | null} Sentence
 * @typedef {{ rule: string, ground: string, rule_label: string, ground_label: string, columns?: Record<string, any[]>, changes: Record<string, [number[], any[]]> }} Given
 * @typedef {{ language: string, codebook: string, words: Record<string, string>, within: string[], floors: [number, string][], articles: Record<string, any[]>, facets: Facet[],
 *   filters: string[], sides: string[], readings: Given[], every: string, periods: Record<string, [string, number, number][]> }} Content
 * @typedef {{ members: Bits, sets: Record<string, Bits[]>, cells: Record<string, Cell[]>, bundled: Float64Array, weights: Float64Array, spreads: Float64Array, sentences: Sentence[], folded: string[] }} Reading
 * @typedef {ReturnType<typeof held>} Study
 */

export const folded = (/** @type {string} */ text) => text.normalize("NFKC").toLowerCase();
/** The name that a register gives to a group, as words. @param {string} name */
const spoken = (name) => name.charAt(0).toUpperCase() + name.slice(1).replaceAll("_", " ");
/** @param {Facet} facet @returns {Facet} */
const labelled = (facet) => (facet.id.startsWith("group/") ? { ...facet, label: spoken(facet.label), values: facet.values.map((value) => ({ ...value, label: spoken(value.label) })) } : facet);
const codes = (/** @type {Cell} */ cell) => (typeof cell === "number" ? [cell] : cell);

/** @param {number} size @param {number} values @param {Cell[]} cells */
function sets(size, values, cells) {
  const found = Array.from({ length: values }, () => empty(size));
  cells.forEach((cell, at) => { for (const code of codes(cell)) put(found[code], at); });
  return found;
}

/** @param {Content} content */
export function held(content) {
  const { articles, readings } = content;
  const size = articles.id.length;
  const facets = Object.fromEntries(content.facets.map((facet) => [facet.id, labelled(facet)]));
  const fixed = Object.keys(facets).filter((id) => articles[id]);
  const known = Object.fromEntries(fixed.map((id) => [id, sets(size, facets[id].values.length, articles[id])]));
  const days = Int32Array.from(articles.day);
  const headlines = articles.headline.map((/** @type {string} */ text, /** @type {number} */ at) => `${text}\n${articles.also[at]}`);
  /** @type {(Reading | undefined)[]} */
  const made = [];

  /** @param {number} place @returns {Reading} */
  function reading(place) {
    /** @type {Record<string, any[]>} */
    const columns = Object.fromEntries(Object.entries(readings[0].columns ?? {}).map(([name, cells]) => [name, cells.slice()]));
    for (const [name, [where, cells]] of Object.entries(readings[place].changes)) where.forEach((at, nth) => { columns[name][at] = cells[nth]; });
    const members = empty(size);
    columns.weight.forEach((weight, at) => { if (weight !== null) put(members, at); });
    const own = Object.keys(facets).filter((id) => columns[id]);
    const said = Object.fromEntries(own.map((id) => [id, sets(size, facets[id].values.length, columns[id])]));
    said.event = facets.event.values.map((value) => either(size, (value.parts ?? []).map((part) => said.event[part])));
    const bundled = Float64Array.from(columns.weight, (weight) => weight ?? 0);
    const weights = bundled.map((weight, at) => weight * columns.relative[at]);
    const sentences = /** @type {Sentence[]} */ (columns.key);
    return {
      members,
      sets: { ...known, ...said },
      cells: { ...Object.fromEntries(fixed.map((id) => [id, articles[id]])), ...columns },
      bundled,
      weights,
      spreads: weights.map((weight, at) => weight * columns.relative[at]),
      sentences,
      folded: headlines.map((text, at) => folded(`${text}\n${sentences[at]?.[0] ?? ""}\n${sentences[at]?.[2] ?? ""}`.trim())),
    };
  }

  return {
    ...content,
    size,
    locale: content.language === "en" ? "en-GB" : content.language,
    facets: /** @type {Record<string, Facet>} */ (facets),
    days,
    reading: (/** @type {number} */ place) => (made[place] ??= reading(place)),
    labels: (/** @type {string} */ facet, /** @type {Cell} */ cell) => codes(cell).map((code) => facets[facet].values[code].label),
    ids: (/** @type {string} */ facet, /** @type {Cell} */ cell) => codes(cell).map((code) => facets[facet].values[code].id),
  };
}
