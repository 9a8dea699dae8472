// Where sentences end in Japanese, Russian and English newspapers.

const OPEN = /[「『（(«【]/gu;
const SHUT = /[」』）)»】]/gu;
const SHORT = /(?:^|[\s(«„"])(?:\p{Lu}|гг?|вв?|т|тыс|млн|млрд|им|ул|стр|см|др|пр|рис|акад|проф|руб|долл|коп|кв|тел|обл|о|р|д|Mr|Mrs|Ms|Dr|St|No|U\.S)\.\s*$/u;
const count = (/** @type {string} */ text, /** @type {RegExp} */ sign) => (text.match(sign) ?? []).length;

/**
 * Sentences of one paragraph as pieces of text; quotations, initials and abbreviations do not end one.
 * @param {string} text
 * @param {string} language
 */
export function sentences(text, language) {
  const pieces = [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)].map((part) => part.segment);
  /** @type {string[]} */
  const merged = [];
  for (const piece of pieces) {
    const before = merged.at(-1);
    const goesOn =
      before !== undefined &&
      (count(before, OPEN) > count(before, SHUT) ||
        SHORT.test(before) ||
        /^[」』）)»】]/u.test(piece) ||
        (/[」』]\s*$/u.test(before) && /^[\p{sc=Hiragana}、]/u.test(piece)) ||
        (!/\n\s*$/.test(before) && /^\p{Ll}/u.test(piece) && language !== "ja"));
    if (goesOn) merged[merged.length - 1] = before + piece;
    else merged.push(piece);
  }
  return merged;
}
