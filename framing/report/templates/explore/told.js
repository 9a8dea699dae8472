// What is chosen, in words, and what its numbers rest on.

import { facetOf, readingOf } from "./choice.js";
import { shared, weighed } from "./bits.js";
import { filled } from "./dom.js";

/**
 * @import { State } from "./address.js"
 * @import { Choice } from "./choice.js"
 * @import { Study } from "./study.js"
 */

/** Every condition as a label and what was chosen. @param {Study} study @param {State} state @returns {[string, string][]} */
export function conditions(study, state) {
  const { words, facets } = study;
  const label = (/** @type {string} */ facet, /** @type {string} */ id) => facets[facet].values.find((value) => value.id === id)?.label ?? id;
  const picks = Object.entries(state.picks).map(([id, values]) => {
    const facet = facetOf(id, state);
    return /** @type {[string, string]} */ ([facets[facet].label, values.map((value) => label(facet, value)).join(words.or)]);
  });
  const date = (/** @type {string} */ text) => new Intl.DateTimeFormat(study.locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(text));
  const span = state.from && state.to ? filled(words.from_to, { from: date(state.from), to: date(state.to) }) : state.from ? filled(words.since, { from: date(state.from) }) : state.to ? filled(words.until, { to: date(state.to) }) : "";
  /** @type {[string, string][]} */
  const rest = [[words.event, state.event && filled(words.event_parts, { event: label("event", state.event) })], [words.period, span], [words.text, state.text.trim() && filled(words.quoted, { text: state.text.trim() })]];
  return [...picks, ...rest.filter(([, text]) => text)];
}

/** What the numbers rest on. @param {Study} study @param {State} state @param {Choice} choice */
export function rests(study, state, choice) {
  const { words } = study;
  const { chosen, every, reading } = choice;
  const given = study.readings[readingOf(study, state)];
  const count = (/** @type {string} */ facet, /** @type {string} */ id) => {
    const at = study.facets[facet].values.findIndex((value) => value.id === id);
    return at < 0 ? 0 : shared(chosen, reading.sets[facet][at]);
  };
  const articles = shared(chosen, chosen);
  const weight = weighed(chosen, chosen, reading.weights);
  const number = new Intl.NumberFormat(study.locale, { maximumFractionDigits: 2 });
  const parts = [
    filled(words.rests_articles, { articles, of: shared(every, every) }),
    weight === articles ? "" : filled(words.rests_weight, { weight: number.format(weight) }),
    ...[["basis", "secondary_paraphrase"], ["sampling", "purposive"], ["sampling", "undeclared"]].map(([facet, id]) => {
      const found = count(facet, id);
      return found ? filled(words[`rests_${id}`], { articles: found }) : "";
    }),
    filled(words.rests_reading, { rule: given.rule_label, ground: given.ground_label }),
    ...study.within,
    filled(words.rests_codebook, { codebook: study.codebook }),
  ];
  return parts.filter(Boolean).join(words.between) + words.stop;
}
