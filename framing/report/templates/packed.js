"use strict";
// What recurs among the charts of a page stands once: parts of specifications, lines of texts, values of a column, and what the page says.
function unpacked({ lines, parts, charts }) {
  const entries = (node, made) => Object.fromEntries(Object.entries(node).map(([key, part]) => [key, made(part)]));
  const whole = (node) => {
    if (Array.isArray(node)) return node.map(whole);
    if (!node || typeof node !== "object") return node;
    return "$" in node ? whole(parts[node.$]) : entries(node, whole);
  };
  const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const place = (written) => [...written].reduce((before, sign) => before * 64 + digits.indexOf(sign), 0);
  const recalled = (given, rows) => {
    if (Array.isArray(given)) return given;
    const signs = given.at.length / rows;
    return Array.from({ length: rows }, (_, at) => given.of[place(given.at.slice(at * signs, at * signs + signs))]);
  };
  const column = (given, rows) => {
    if (!given.lines) return recalled(given, rows);
    const told = given.lines.map((line) => recalled(line, rows));
    return Array.from({ length: rows }, (_, at) => {
      const said = told.flatMap((line) => line[at] ?? []);
      return said.length ? said.map((line) => lines[line]).join("\n") : null;
    });
  };
  const rows = (table) => {
    if (Array.isArray(table)) return table;
    const columns = Object.entries(entries(table.columns, (given) => column(given, table.rows)));
    return Array.from({ length: table.rows }, (_, at) => Object.fromEntries(columns.map(([name, of]) => [name, of[at]])));
  };
  return entries(charts, ({ datasets, ...spec }) => ({ ...whole(spec), ...(datasets && { datasets: entries(datasets, rows) }) }));
}

/** Gives a specification what its page says beside it: its description, and the caption as small print, of which it has the ends of lines. */
function filled(/** @type {Spec} */ spec, /** @type {Element} */ figure) {
  spec.description = figure.querySelector(".chart").getAttribute("aria-label");
  const print = spec.vconcat[1].mark, caption = [...figure.querySelector("figcaption").textContent];
  print.text = print.text.map((end, at) => caption.slice(at ? print.text[at - 1] : 0, end).join("").trim());
}

/** Where the name of a record leads, or that of a set: with the page that it comes from, as links of numbers have it. */
function address(/** @type {string} */ name) {
  return "records.html#" + name + (/^s-[0-9a-f]{10}$/.test(name) ? "@" + document.documentElement.dataset.page : "");
}
