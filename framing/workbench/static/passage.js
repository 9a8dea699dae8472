// The passage of the text that is chosen now, by mouse or by sentence, and what is drawn over the text.

import { $ } from "./page.js";
import { paint } from "./reader.js";
import { supported } from "./support.js";

/** What the readings of others are called where they are drawn, in their order. */
export const ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth"];

/**
 * The chosen words; the text itself is never touched.
 * @import { Span } from "./reader.js"
 * @import { Evidence } from "./record.js"
 * @import { Work } from "./work.js"
 * @param {Work} work
 */
export function passage(work) {
  const { page, text, settling } = work;
  /** @type {Span | null} */
  let span = null;
  /** @type {Span | null} */
  let left = null; // where the sentence cursor was last

  /** The words that are chosen now; the browser reports a selection only later. */
  const chosen = () => (text.has ? (text.selected() ?? span) : null);
  const draw = () => {
    if (!text.has) return;
    const quotes = (work.record.evidence ?? []).filter((item) => item.kind === "quote");
    const texts = [work.record.text_sha256, ...page.readings.map((reading) => reading.text)];
    $("#text-changed").hidden = page.text !== "full" || texts.every((hash) => !hash || hash === page.textHash);
    const about = supported(work);
    const drawn = (/** @type {Evidence[]} */ items) => items.filter(text.stands).map(text.range);
    paint("evidence", settling ? [] : drawn(quotes.filter((item) => item.supports !== about)), 1);
    paint("focused", settling ? [] : drawn(quotes.filter((item) => item.supports === about)), 2);
    for (const [place, name] of ORDINALS.entries()) {
      paint(name, drawn(page.readings[place]?.quotes ?? []), 1 + place);
    }
    paint("sentence", span && !text.selected() ? [text.range(span)] : [], 4);
  };
  const pick = (/** @type {Span | null} */ next) => {
    if (!next) return;
    getSelection()?.removeAllRanges();
    span = next;
    draw();
    text.reveal(span);
  };
  const clear = () => {
    left = chosen() ?? left;
    span = null;
    getSelection()?.removeAllRanges();
    draw();
  };
  document.addEventListener("selectionchange", () => {
    const selected = text.selected();
    if (!selected && !span) return;
    span = selected ?? span; // what was chosen stays chosen, and is shown as such
    draw();
  });
  $("#text")?.addEventListener("pointerdown", () => {
    span = null;
    draw();
  });
  work.drawn.push(draw);
  work.moved.push(draw);
  return {
    chosen,
    clear,
    sentence: (/** @type {number} */ by, /** @type {boolean} */ reach) => text.has && pick(text.step(chosen() ?? left, by, reach && chosen() !== null)),
    trim: (/** @type {string} */ sign) => {
      const here = chosen();
      if (here) pick(text.edge(here, sign));
    },
  };
}
