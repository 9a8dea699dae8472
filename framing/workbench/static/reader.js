// Places in the text: offsets, sentences, words and highlights. Offsets are Unicode code points of the whole body.

import { $$ } from "./page.js";
import { sentences } from "./sentences.js";

/**
 * Everything that has to do with places in the text; offsets are Unicode code points of the whole body.
 * @import { Evidence } from "./record.js"
 * @typedef {{ start: number, end: number }} Span
 * @typedef {{ node: Text, start: number, points: string[] }} Paragraph
 * @param {HTMLElement | null} root
 * @param {string} body
 * @param {string} language
 */
export function reader(root, body, language) {
  const points = Array.from(body);
  /** @type {Paragraph[]} */
  const paragraphs = root ? $$("p", root).map((element) => ({ node: element.firstChild, start: Number(element.dataset.start), points: Array.from(element.textContent) })) : [];
  const units = (/** @type {Paragraph} */ paragraph, /** @type {number} */ offset) => paragraph.points.slice(0, offset).join("").length;
  const holder = (/** @type {number} */ offset) => paragraphs.findLast((paragraph) => paragraph.start <= offset) ?? paragraphs[0];
  const spans = (/** @type {(text: string) => { text: string, keep: boolean }[]} */ cut) =>
    paragraphs.flatMap((paragraph) => {
      let at = paragraph.start;
      return cut(paragraph.node.data).map(({ text, keep }) => {
        const start = at;
        at += Array.from(text).length;
        return { start, end: at, keep };
      });
    });
  const trimmed = (/** @type {Span} */ { start, end }) => {
    while (start < end && /\s/u.test(points[start])) start += 1;
    while (end > start && /\s/u.test(points[end - 1])) end -= 1;
    return { start, end };
  };
  const all = spans((text) => sentences(text, language).map((piece) => ({ text: piece, keep: true }))).map(trimmed).filter(({ start, end }) => end > start);
  const words = spans((text) =>
    [...new Intl.Segmenter(language, { granularity: "word" }).segment(text)].map((part) => ({ text: part.segment, keep: Boolean(part.isWordLike) })),
  ).filter((span) => span.keep);

  const range = (/** @type {Span} */ { start, end }) => {
    const found = new Range();
    const [first, last] = [holder(start), holder(Math.max(start, end - 1))];
    found.setStart(first.node, units(first, start - first.start));
    found.setEnd(last.node, units(last, Math.min(end - last.start, last.points.length)));
    return found;
  };
  /** Offset of a DOM position: the one place where UTF-16 units become code points. */
  const offset = (/** @type {Node} */ node, /** @type {number} */ unitsIn) => {
    const inside = paragraphs.find((paragraph) => paragraph.node === node);
    if (inside) return inside.start + Array.from(inside.node.data.slice(0, unitsIn)).length;
    const probe = new Range();
    probe.setStart(node, unitsIn);
    const next = paragraphs.find((paragraph) => probe.comparePoint(paragraph.node, 0) >= 0);
    return next ? next.start : points.length;
  };
  const selected = () => {
    const selection = getSelection();
    if (!root || !selection?.rangeCount || selection.isCollapsed) return null;
    const chosen = selection.getRangeAt(0);
    if (!chosen.intersectsNode(root)) return null;
    const inside = root.contains(chosen.startContainer) ? chosen : null;
    const start = inside ? offset(chosen.startContainer, chosen.startOffset) : 0;
    const end = root.contains(chosen.endContainer) ? offset(chosen.endContainer, chosen.endOffset) : points.length;
    const span = trimmed({ start, end });
    return span.end > span.start ? span : null;
  };
  /** The sentence next to a span; with ``reach`` the span grows or shrinks towards it. */
  const step = (/** @type {Span | null} */ span, /** @type {number} */ by, /** @type {boolean} */ reach) => {
    if (!all.length) return null;
    if (!span) return all[by > 0 ? 0 : all.length - 1];
    const first = all.findIndex((sentence) => sentence.end > span.start);
    const last = all.findLastIndex((sentence) => sentence.start < span.end);
    if (!reach) return all[Math.min(all.length - 1, Math.max(0, (by > 0 ? last : first) + by))];
    const end = Math.min(all.length - 1, Math.max(first, last + by));
    return { start: span.start, end: all[end].end };
  };
  const inside = (/** @type {Span} */ span) => words.filter((word) => word.start < span.end && word.end > span.start);
  const edge = (/** @type {Span} */ span, /** @type {string} */ sign) => {
    const held = inside(span);
    if (sign === "[" && held.length > 1) return { ...span, start: held[1].start };
    if (sign === "]" && held.length > 1) return { ...span, end: held[held.length - 2].end };
    if (sign === "{") return { ...span, start: words.findLast((word) => word.end <= span.start)?.start ?? span.start };
    if (sign === "}") return { ...span, end: words.find((word) => word.start >= span.end)?.end ?? span.end };
    return span;
  };
  const quote = (/** @type {Span} */ { start, end }) => ({
    text: points.slice(start, end).join(""),
    start,
    end,
    prefix: points.slice(Math.max(0, start - 32), start).join(""),
    suffix: points.slice(end, end + 32).join(""),
  });
  /**
   * Whether a quote stands at its place: not in a text that was replaced since.
   * @param {Evidence} item
   * @returns {item is Evidence & Span}
   */
  const stands = (item) => points.slice(item.start, item.end).join("") === item.text;
  const reveal = (/** @type {Span} */ span) => {
    const box = range(span).getBoundingClientRect();
    const pane = root?.closest(".source");
    if (!pane) return;
    const frame = pane.getBoundingClientRect();
    const inView = pane.scrollHeight > pane.clientHeight ? [frame.top + 60, frame.bottom - 60] : [70, innerHeight * 0.6];
    if (box.top < inView[0] || box.bottom > inView[1]) {
      const target = pane.scrollHeight > pane.clientHeight ? pane : window;
      target.scrollBy({ top: box.top - inView[0] - 40 });
    }
  };
  const find = (/** @type {RegExp[]} */ expressions) =>
    paragraphs.flatMap((paragraph) =>
      expressions.flatMap((expression) =>
        [...paragraph.node.data.matchAll(expression)].map((match) => {
          const hit = new Range();
          hit.setStart(paragraph.node, match.index);
          hit.setEnd(paragraph.node, match.index + match[0].length);
          return hit;
        }),
      ),
    );
  return { has: paragraphs.length > 0, range, selected, step, edge, quote, stands, reveal, find };
}

/**
 * A cue as an expression: Russian words may carry another ending.
 * @param {string} cue
 * @param {string} language
 */
export function cueExpression(cue, language) {
  const literal = (/** @type {string} */ text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  if (language !== "ru") return new RegExp(literal(cue), "giu");
  const stems = cue.split(/\s+/).map((word) => (word.length > 5 ? `${literal(word.slice(0, -2))}\\p{L}*` : literal(word)));
  return new RegExp(`(?<!\\p{L})${stems.join("\\s+")}`, "giu");
}

/**
 * Highlights ranges under a name of the style sheet; none takes the highlight away.
 * @param {string} name
 * @param {Range[]} ranges
 */
export function paint(name, ranges, priority = 0) {
  if (!globalThis.Highlight) return;
  if (!ranges.length) {
    CSS.highlights.delete(name);
    return;
  }
  const highlight = new Highlight(...ranges);
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
}
