"use strict";
// A column of a chart's data stands as its values, or as its distinct values and the place of each row's among them.
function unpacked(charts) {
  const column = (given) => (Array.isArray(given) ? given : given.at.map((place) => given.of[place]));
  const rows = (table) => {
    if (Array.isArray(table)) return table;
    const columns = Object.entries(table.columns).map(([name, given]) => [name, column(given)]);
    return Array.from({ length: table.rows }, (_, at) => Object.fromEntries(columns.map(([name, of]) => [name, of[at]])));
  };
  for (const spec of Object.values(charts))
    for (const name of Object.keys(spec.datasets ?? {})) spec.datasets[name] = rows(spec.datasets[name]);
  return charts;
}
