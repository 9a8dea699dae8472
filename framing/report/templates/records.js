"use strict";
// Articles open to their cards; a number's address shows the articles behind it alone.

const articleRows = ".records details, .facing details";

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

/** A script of the folder beside this page, read when it is first asked for. */
function read(file) {
  if (!asked.has(file))
    asked.set(file, new Promise((found, missing) => {
      const script = document.createElement("script");
      script.src = file;
      script.onload = found;
      script.onerror = () => missing(new Error(file));
      document.head.append(script);
    }));
  return asked.get(file);
}

/** The card of a record, put together of its parts: a part begins with a tag, or its name stands for it. */
async function cardOf(record, shelf) {
  await Promise.all([read("assets/cards.js"), read("assets/cards-" + shelf + ".js")]);
  const { parts, cards } = globalThis.cards[shelf];
  return cards[record].map((at) => (parts[at].startsWith("<") ? parts[at] : cardParts[parts[at]])).join("");
}

async function fill(row) {
  if (row.children.length > 1) return;
  const name = row.dataset.shelf ?? row.id.match(/^.*?-[0-9]{4}(?=-)/)[0];
  const shown = document.createElement("div");
  row.append(shown);
  try {
    shown.innerHTML = await cardOf(row.id, name); // written by this report, its texts escaped
  } catch (missing) {
    shown.textContent = row.closest("[data-missing]").dataset.missing.replace("%file%", missing.message);
  }
}

/** What numbers say of a set: those of the page that the address names, or of any; `said` has places of what and of its section in turn. */
function heading(said, page, comma) {
  const told = said.flatMap((what, at) => (at % 2 ? [] : [[recordSets.whats[what], ...recordSets.sections[said[at + 1]]]]));
  const here = told.filter(([, , stem]) => stem === page);
  return (here.length ? here : told.slice(0, 3)).map(([what, section]) => [what, section].filter(Boolean).join(comma));
}

/** The articles of a set alone, with what they are; null for all. */
function show(set, page) {
  const shown = document.getElementById("chosen");
  const wanted = set && places(set[0]);
  document.querySelectorAll(articleRows).forEach((row, at) => { row.hidden = wanted !== null && !wanted.has(at); });
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
  if (row && row.matches(articleRows)) {
    row.open = true;
    row.scrollIntoView();
  }
}

document.addEventListener("toggle", (event) => { if (event.target.matches(articleRows)) fill(event.target); }, true);
addEventListener("hashchange", choose);
choose();
