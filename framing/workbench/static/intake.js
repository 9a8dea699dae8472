// The form for a new article: what was understood, a proposed id, articles that may be the same.

import { $, made, ready } from "./page.js";
import { typed } from "./shelf.js";

const PROPOSED = ["id", "language", "medium"]; // what follows from outlet and date, until it is written otherwise

/** What was said of an answer does not hold of the next one. */
function forgive(/** @type {any} */ field) {
  field.removeAttribute("aria-invalid");
  const box = field.closest(".field");
  box.classList.remove("faulty");
  $(".wrong", box)?.remove();
}

function intake() {
  const form = $("#intake");
  const kept = typed();
  const before = kept.read(); // what was typed after the server's answer too: it is shown again when the page is loaded anew
  for (const [name, value] of Object.entries(before?.values ?? {})) {
    const field = form.elements[name];
    if (!field || field.type === "checkbox" || field.value === value) continue;
    field.value = value;
    if (field.closest(".faulty")) forgive(field);
  }
  const touched = new Set(before?.touched ?? PROPOSED.filter((name) => !["", "unknown"].includes(form.elements[name].value)));
  const keep = () => kept.put({ values: Object.fromEntries(new FormData(form)), touched: [...touched] });
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
      ...found.duplicates.map((/** @type {{ id: string, language: string, headline: string }} */ row) => made("li", {}, made("a", { href: `/article/${row.id}`, textContent: row.id }), " ", made("span", { lang: row.language, textContent: row.headline }))),
    );
    $("#same").hidden = found.duplicates.length === 0;
  };
  let waiting = 0;
  const soon = (/** @type {any} */ event) => {
    if (event.isComposing) return;
    if (PROPOSED.includes(event.target.name)) touched.add(event.target.name);
    keep();
    clearTimeout(waiting);
    waiting = setTimeout(look, 180);
  };
  form.addEventListener("input", soon);
  form.addEventListener("compositionend", soon);
  form.addEventListener("change", described);
  form.addEventListener("change", keep);
  form.addEventListener("submit", keep);
  $("a.button", form).addEventListener("click", kept.clear);
  form.addEventListener("keydown", (/** @type {any} */ event) => {
    if (event.key === "Enter" && event.target.matches("input")) event.preventDefault(); // a field is left by Tab; only the button adds
  });
  described();
  if (before) look();
  ($(".faulty input, .faulty select") ?? form.elements.outlet).focus();
}

intake();
ready(async () => {
  location.assign("/new"); // to reload an answer would send again what stood in the form then
  return false;
});
