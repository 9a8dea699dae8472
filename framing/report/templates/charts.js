"use strict";
// The interpreter (ast) keeps Vega within a content security policy that forbids eval.
const charts = unpacked(JSON.parse(document.getElementById("charts").textContent));
for (const [name, spec] of Object.entries(charts))
  vegaEmbed("#chart-" + name, spec, { ast: true, renderer: "svg", actions: false }).then(({ view }) => {
    // The figure has a name in words and its numbers in a table; hundreds of unnamed marks would only be in the way.
    view.container().querySelector("svg").setAttribute("aria-hidden", "true");
  });
