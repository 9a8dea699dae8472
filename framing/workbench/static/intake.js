// The form for a new article: what was understood, a proposed id, articles that may be the same.

import { $, made } from "./page.js";

const PROPOSED = ["id", "language", "medium"]; // what follows from outlet and date, until it is written otherwise

export function intake() {
  const form = $("#intake");
  const touched = new Set(PROPOSED.filter((name) => !["", "unknown"].includes(form.elements[name].value)));
  const described = () => {
    $("#described").hidden = form.elements.basis.value !== "secondary_paraphrase";
  };
  const look = async () => {
    const given = Object.fromEntries(["outlet", "date", "headline_original", "headline_en"].map((name) => [name, form.elements[name].value]));
    const answer = await fetch(`/intake?${new URLSearchParams(given)}`).catch(() => null);
    if (!answer?.ok) return;
    const found = await answer.json();
    $("#echo").textContent = found.echo || found.date || "";
    for (const name of PROPOSED) if (!touched.has(name)) form.elements[name].value = found[name];
    $("#same-list").replaceChildren(
      ...found.duplicates.map((row) => made("li", {}, made("a", { href: `/article/${row.id}`, textContent: row.id }), " ", made("span", { lang: row.language, textContent: row.headline }))),
    );
    $("#same").hidden = found.duplicates.length === 0;
  };
  let waiting = 0;
  const soon = (event) => {
    if (event.isComposing) return;
    if (PROPOSED.includes(event.target.name)) touched.add(event.target.name);
    clearTimeout(waiting);
    waiting = setTimeout(look, 180);
  };
  form.addEventListener("input", soon);
  form.addEventListener("compositionend", soon);
  form.addEventListener("change", described);
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("input")) event.preventDefault(); // a field is left by Tab; only the button adds
  });
  described();
  ($(".faulty input, .faulty select") ?? form.elements.outlet).focus();
}
