// The chosen records as a file.

import { readingOf } from "./choice.js";
import { ordered } from "./list.js";

/**
 * @import { State } from "./address.js"
 * @import { Choice } from "./choice.js"
 * @import { Study } from "./study.js"
 */

/** A text as a cell; what a spreadsheet would calculate begins with an apostrophe, as in the files of the export. @param {string} text */
function quoted(text) {
  const calculated = /^'*[=+\-@\t\r\n]/.test(text) && !/^[+-]?[0-9.]+(e[+-]?[0-9]+)?$/i.test(text);
  const safe = calculated ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One row per article: ids as the records have them, several of a set with spaces between. @param {Study} study @param {State} state @param {Choice} choice */
export function csv(study, state, choice) {
  const { articles } = study;
  const { cells, sentences, weights } = choice.reading;
  const given = study.readings[readingOf(study, state)];
  const facets = Object.keys(study.facets).filter((id) => cells[id]);
  const names = { primary: "frame_primary", any: "frames" };
  const head = ["article", "published", ...facets.map((id) => names[/** @type {keyof names} */ (id)] ?? id.replace("said/", "")), "weight", "headline", "key_sentence", "reading", "ground", "codebook"];
  const rows = ordered(study, state, choice).map((at) => [
    articles.id[at], articles.date[at], ...facets.map((id) => study.ids(id, cells[id][at]).join(" ")), String(weights[at]),
    articles.headline[at], sentences[at]?.[0] ?? "", given.rule, given.ground, study.codebook,
  ]);
  return `\ufeff${[head, ...rows].map((row) => row.map(quoted).join(",")).join("\r\n")}\r\n`;
}

/** Hands a text over as a file. @param {string} text @param {string} name */
export function download(text, name) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
