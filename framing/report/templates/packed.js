"use strict";
// What recurs among the charts of a page stands once: parts of specifications, lines of texts, values of a column.
function unpacked({ lines, parts, charts }) {
  const entries = (node, made) => Object.fromEntries(Object.entries(node).map(([key, part]) => [key, made(part)]));
  const whole = (node) => {
    if (Array.isArray(node)) return node.map(whole);
    if (!node || typeof node !== "object") return node;
    return "$" in node ? whole(parts[node.$]) : entries(node, whole);
  };
  const text = (told) => (Array.isArray(told) ? told.map((at) => lines[at]).join("\n") : told === null ? null : lines[told]);
  const column = (given) => {
    if (Array.isArray(given)) return given;
    if (given.told) return given.told.map(text);
    const of = column(given.of);
    return given.at.map((place) => of[place]);
  };
  const rows = (table) => {
    if (Array.isArray(table)) return table;
    const columns = Object.entries(entries(table.columns, column));
    return Array.from({ length: table.rows }, (_, at) => Object.fromEntries(columns.map(([name, of]) => [name, of[at]])));
  };
  return entries(charts, ({ datasets, ...spec }) => ({ ...whole(spec), ...(datasets && { datasets: entries(datasets, rows) }) }));
}
