// What a piece of evidence at a question would support.

/**
 * The frame, variable or event that is supported at a question, or null while nothing is answered that could be.
 * @import { Work } from "./work.js"
 * @param {Work} work
 */
export function supported(work, id = work.current) {
  const { record, lastToggled } = work;
  const question = work.question(id);
  if (question.supports === "event") return record.event?.id ? "event" : null;
  if (question.supports !== "value") return question.supports || record.frames?.primary || null;
  if (id === "primary") return record.frames?.primary ?? null;
  const chosen = record.frames?.secondary ?? [];
  if (chosen.includes(lastToggled)) return lastToggled;
  const bare = chosen.find((frame) => !(record.evidence ?? []).some((item) => item.supports === frame));
  return bare ?? chosen[0] ?? null;
}

/**
 * How many pieces of evidence stand for a question.
 * @param {Work} work
 * @param {string} id
 */
export function support(work, id) {
  const { record } = work;
  const { supports } = work.question(id);
  const about = supports !== "value" ? [supports] : id === "primary" ? [record.frames?.primary] : (record.frames?.secondary ?? []);
  return (record.evidence ?? []).filter((one) => id === "evidence" || about.includes(one.supports)).length;
}
