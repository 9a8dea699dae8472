"use strict";
// Articles open to their cards; a number's address shows the articles behind it alone.

/** The place of each record of a set in the list: runs as assets.spans writes them. */
function places(spans) {
  const found = new Set();
  let at = 0;
  for (const span of spans.split(" ")) {
    const [gap, more] = span.split("+").map(Number);
    at += gap;
    for (const end = at + (more || 0); at <= end; at++) found.add(at);
    at--;
  }
  return found;
}

const asked = new Map();

/** The cards of a shelf, read from its file when the first of them is opened. */
function shelf(name) {
  if (!asked.has(name))
    asked.set(name, new Promise((found, missing) => {
      const script = document.createElement("script");
      script.src = "assets/cards-" + name + ".js";
      script.onload = () => found(globalThis.cards[name]);
      script.onerror = () => missing(new Error(script.src));
      document.head.append(script);
    }));
  return asked.get(name);
}

async function fill(row) {
  const name = row.dataset.shelf;
  if (!name) return;
  delete row.dataset.shelf;
  const shown = document.createElement("div");
  row.append(shown);
  try {
    const { parts, cards } = await shelf(name);
    shown.innerHTML = cards[row.id].map((part) => parts[part]).join(""); // written by this report, its texts escaped
  } catch {
    shown.textContent = row.closest("[data-missing]").dataset.missing.replace("%file%", "assets/cards-" + name + ".js");
  }
}

/** What numbers say of a set: those of the page that the address names, or of any. */
function heading(members, page, comma) {
  const told = members.map(([what, at]) => [what, ...recordSets.sections[at]]);
  const here = told.filter(([, , stem]) => stem === page);
  return (here.length ? here : told.slice(0, 3)).map(([what, section]) => [what, section].filter(Boolean).join(comma));
}

/** The articles of a set alone, with what they are; null for all. */
function show(set, page) {
  const shown = document.getElementById("chosen");
  const wanted = set && places(set[0]);
  document.querySelectorAll("details.record").forEach((row, at) => { row.hidden = wanted !== null && !wanted.has(at); });
  shown.hidden = document.querySelector("#all a").hidden = !set;
  document.querySelector("#cards h2").hidden = Boolean(set);
  if (!set) return;
  const { said, comma, separator } = shown.dataset;
  const what = heading(set.slice(1), page, comma).join(separator);
  shown.textContent = said.replace("%articles%", () => wanted.size.toLocaleString(document.documentElement.lang)).replace("%what%", () => what);
  shown.scrollIntoView();
  shown.focus({ preventScroll: true });
}

/** What the address asks for: the articles of a set, one article, or all. */
function choose() {
  const [name, page] = decodeURIComponent(location.hash.slice(1)).split("@");
  const { members } = globalThis.recordSets ?? { members: {} };
  const set = Object.hasOwn(members, name) ? members[name] : null;
  if (document.getElementById("chosen")) show(set, page);
  const row = set ? null : document.getElementById(name);
  if (row && row.matches("details.record")) {
    row.open = true;
    row.scrollIntoView();
  }
}

document.addEventListener("toggle", (event) => { if (event.target.matches("details.record")) fill(event.target); }, true);
addEventListener("hashchange", choose);
choose();
