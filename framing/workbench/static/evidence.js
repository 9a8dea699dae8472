// Evidence: marking it, and the list in which it is worded, moved and removed.

import { $, $$, filled, made, say } from "./page.js";
import { paint } from "./reader.js";
import { placed } from "./record.js";
import { supported } from "./support.js";

/**
 * @import { passage } from "./passage.js"
 * @import { Evidence } from "./record.js"
 * @import { Work } from "./work.js"
 * @typedef {"text" | "en" | "locator" | "lang" | "supports"} Field what can be written of a piece of evidence
 */

/** @type {(keyof Evidence)[]} */
const KEYS = ["supports", "kind", "text", "lang", "en", "locator", "start", "end", "prefix", "suffix"]; // in the order of the schema
/** @type {[string, Field][]} */
const FIELDS = [[".words", "text"], [".english", "en"], [".locator", "locator"], [".lang", "lang"], [".supports", "supports"]];

/**
 * The evidence of a record; `mark` takes the chosen words.
 * @param {Work} work
 * @param {ReturnType<typeof passage>} passage
 */
export function evidence(work, passage) {
  const { page, words, text } = work;
  const items = () => work.record.evidence ?? [];

  const add = (/** @type {Evidence} */ item) => {
    work.change(() => {
      const given = KEYS.map((key) => [key, item[key]]).filter(([, value]) => value !== undefined);
      if (item.start !== undefined && !placed(work.record).length) work.record.text_sha256 = page.textHash;
      work.record.evidence = [...items(), Object.fromEntries(given)];
    });
    passage.clear();
  };
  /** A new paraphrase is written field by field. */
  const begin = () => {
    const item = $$(".item").at(-1);
    if (!item) return;
    Object.assign(item.dataset, { fresh: "yes", left: "" });
    $(".words", item).focus();
  };
  const mark = (id = work.current) => {
    const supports = supported(work, id);
    if (!supports) {
      say(words.evidence_what);
      return;
    }
    const chosen = passage.chosen();
    if (chosen && page.text === "full") {
      add({ supports, kind: "quote", lang: page.articleLanguage, ...text.quote(chosen) });
    } else {
      add({ supports, kind: "paraphrase", text: chosen ? text.quote(chosen).text : "", lang: page.text === "description" ? "en" : page.language, locator: page.locator });
      begin();
    }
    say(filled(words.evidence_added, { what: page.labels[supports] }));
  };
  const drop = (/** @type {number} */ place) => {
    work.change(() => {
      const others = items().filter((_, at) => at !== place);
      if (others.length) work.record.evidence = others;
      else delete work.record.evidence;
      if (!placed(work.record).length) delete work.record.text_sha256;
    });
    work.go("evidence");
  };
  const unspaced = (/** @type {string} */ language) => page.limits.unspaced.includes(language.slice(0, 2));
  const withoutSpaces = (/** @type {string} */ words) =>
    (words.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu) ?? []).length > (words.match(/\p{Script=Latin}/gu) ?? []).length;
  const edit = (/** @type {number} */ place, /** @type {Field} */ key, /** @type {string} */ value) =>
    work.type(`${place}/${key}`, () => {
      const item = items()[place];
      if (!value && (key === "en" || key === "locator")) delete item[key];
      else item[key] = value;
      if (key === "text" && unspaced(page.articleLanguage) && withoutSpaces(value)) item.lang = page.articleLanguage;
    });

  const measured = (/** @type {Evidence} */ item) => {
    const characters = unspaced(item.lang);
    const most = characters ? page.limits.characters : page.limits.words;
    const length = characters ? Array.from(item.text).length : item.text.split(/\s+/u).filter(Boolean).length;
    return { over: length > most, length: filled(words[characters ? "characters_count" : "words_count"], { count: length, most }) };
  };
  const newItem = () => {
    const element = $("#evidence-item").content.cloneNode(true).firstElementChild;
    const place = () => [...element.parentNode.children].indexOf(element);
    $(".supports", element).append(...Object.entries(page.labels).map(([id, label]) => made("option", { value: id, textContent: label })));
    for (const [field, key] of FIELDS) {
      const input = $(field, element);
      input.addEventListener("input", (/** @type {InputEvent} */ event) => event.isComposing || edit(place(), key, input.value));
      input.addEventListener("compositionend", () => edit(place(), key, input.value));
      input.addEventListener("focus", work.entered);
      input.addEventListener("blur", () => {
        element.dataset.left = `${element.dataset.left ?? ""} ${key}`;
        if (element.dataset.fresh) queueMicrotask(work.draw); // a field that goes while all is drawn is left as well
      });
    }
    $(".remove", element).addEventListener("click", () => drop(place()));
    $(".show", element).addEventListener("click", () => {
      const item = items()[place()];
      if (!text.stands(item)) return;
      text.reveal(item);
      paint("focused", [text.range(item)], 3);
    });
    return element;
  };
  const fill = (/** @type {Element} */ element, /** @type {Evidence} */ item) => {
    const quote = item.kind === "quote";
    const { final } = work.standing;
    $(".kind", element).textContent = words[quote ? "evidence_quote" : "evidence_paraphrase"];
    $(".what", element).textContent = page.labels[item.supports] ?? item.supports;
    $(".quote", element).textContent = quote ? item.text : "";
    $(".quote", element).lang = item.lang;
    $(".quote", element).hidden = !quote;
    $(".write", element).hidden = quote;
    $(".gloss", element).hidden = item.lang.startsWith("en") && !item.en;
    $(".show", element).hidden = !quote || !text.has || !text.stands(item);
    for (const [field, key] of FIELDS) {
      const input = $(field, element);
      const value = item[key] ?? "";
      if (input !== document.activeElement && input.value !== value) input.value = value;
      input.disabled = final;
    }
    $(".remove", element).hidden = final;
    const { over, length } = measured(item);
    $(".measure", element).textContent = length;
    $(".measure", element).classList.toggle("over", over);
  };
  work.drawn.push(() => {
    const all = items();
    const list = $("#evidence-list");
    while (list.children.length > all.length) list.lastChild.remove();
    while (list.children.length < all.length) list.append(newItem());
    for (const [place, item] of all.entries()) fill(list.children[place], item);
    $("#evidence-empty").hidden = all.length > 0;
  });
  for (const button of $$("[data-mark]")) {
    button.addEventListener("pointerdown", (/** @type {PointerEvent} */ event) => event.preventDefault()); // keeps the selection in the text
    button.addEventListener("click", () => mark(button.dataset.mark));
  }
  $("#evidence-add").addEventListener("click", () => {
    const supports = work.record.frames?.primary ?? page.questions.find((question) => question.id.startsWith("v-"))?.supports;
    if (!supports) {
      say(words.evidence_what);
      return;
    }
    add({ supports, kind: "paraphrase", text: "", lang: page.language, locator: page.locator });
    begin();
  });
  return { mark };
}
