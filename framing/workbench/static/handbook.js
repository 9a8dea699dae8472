// The entry of the handbook that belongs to where the coder is, and its cues in the text.

import { $, $$, filled } from "./page.js";
import { cueExpression, paint } from "./reader.js";

/**
 * Always in view; cues are marked on demand.
 * @import { Work } from "./work.js"
 * @param {Work} work
 */
export function handbook(work) {
  const { page, words, text } = work;
  let shown = "";
  let cuesShown = false;

  const entry = () => {
    const question = work.question(work.current);
    if (question.entry !== "frames") return question.entry;
    const chosen = work.lastToggled ?? (work.current === "primary" ? work.record.frames?.primary : null);
    return chosen ? `f-${chosen}` : "frames";
  };
  const show = (wanted = entry()) => {
    for (const one of $$(".entry")) one.hidden = one.dataset.entry !== wanted;
    const value = work.at(work.current === "event" ? "/event/relation" : work.question(work.current).pointer);
    for (const anchor of $$(`.entry[data-entry="${CSS.escape(wanted)}"] .anchors > div`)) {
      anchor.classList.toggle("chosen", [value].flat().map(String).includes(anchor.dataset.value));
    }
    if (wanted !== shown) $(".handbook").scrollTop = 0;
    shown = wanted;
    drawCues();
  };
  const drawCues = () => {
    const ids = shown === "frames" ? Object.keys(page.cues).filter((id) => id.startsWith("f-")) : [shown];
    const language = page.text === "description" ? "en" : page.articleLanguage;
    const cues = ids.flatMap((id) => page.cues[id]?.[language] ?? []);
    const found = cuesShown && text.has ? text.find(cues.map((cue) => cueExpression(cue, language))) : [];
    paint("cue", found, 5);
    const button = $("#mark-cues");
    button.setAttribute("aria-pressed", String(cuesShown));
    $("span", button).textContent = cuesShown ? filled(words.cues_found, { count: found.length }) : words.cues_mark;
    const hits = found.map((range) => range.toString().toLowerCase());
    for (const chip of $$(".entry:not([hidden]) .cues span")) {
      const expression = cueExpression(chip.textContent, chip.parentNode.lang);
      chip.classList.toggle("found", chip.parentNode.lang === language && hits.some((hit) => hit.match(expression)));
    }
  };
  const toggleCues = () => {
    cuesShown = !cuesShown;
    drawCues();
  };
  for (const button of $$("[data-show]")) button.addEventListener("click", () => show(button.dataset.show));
  $("#mark-cues").addEventListener("click", toggleCues);
  work.moved.push(() => show());
  const draw = () => show(shown.startsWith("f-") || shown === "" ? entry() : shown);
  return { show, draw, toggleCues };
}
