"use strict";
// Shows only the records behind the number that was followed; without JavaScript the list of sets does the same.
function choose() {
  const name = decodeURIComponent(location.hash.slice(1));
  const set = document.querySelector(".sets li[id=" + JSON.stringify(name) + "]");
  const wanted = set ? new Set([...set.querySelectorAll("a")].map((link) => link.textContent)) : null;
  for (const card of document.querySelectorAll("article.card")) card.hidden = wanted !== null && !wanted.has(card.id);
  const chosen = document.getElementById("chosen");
  chosen.hidden = wanted === null;
  if (wanted) {
    chosen.textContent = "Showing the " + wanted.size + " record" + (wanted.size === 1 ? "" : "s") + " behind the number. ";
    const all = document.createElement("a");
    all.href = "#";
    all.textContent = "Show all records.";
    chosen.append(all);
    chosen.scrollIntoView();
  }
}
addEventListener("hashchange", choose);
choose();
