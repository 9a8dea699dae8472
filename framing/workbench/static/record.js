// Coding records: places in them, and what of two records is the same.

/**
 * A coding, perhaps incomplete.
 * @typedef {{ supports: string, kind: "quote" | "paraphrase", text: string, lang: string, en?: string, locator?: string,
 *   start?: number, end?: number, prefix?: string, suffix?: string }} Evidence
 * @typedef {{ value: string, by?: string, follows?: string, reason?: string, comment?: string }} Decision
 * @typedef {{ codebook?: string, phase?: string, event?: { id: string | null, relation?: string | null, others?: string[] },
 *   frames?: { primary?: string, secondary?: string[] }, values?: Record<string, any>, inferred?: string[], evidence?: Evidence[],
 *   text_sha256?: string, confidence?: number, memo?: string, decisions?: Decision[], minutes?: number | null }} Coding
 * @typedef {{ pointer: string, rule: string, message: string }} Fault
 */

const KEPT = ["phase", "event", "frames", "values", "inferred", "evidence", "text_sha256", "confidence", "memo", "decisions", "minutes"];

/**
 * What a person has a hand in; the rest of a record is written by the server.
 * @param {Coding} record
 * @returns {Coding}
 */
export const judged = (record) =>
  Object.fromEntries(Object.entries(record).filter(([name]) => KEPT.includes(name)));

/** @type {(value: any) => any} */
const sorted = (value) => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
};

/**
 * What a person decided in a record, as a text that can be compared: without the clock and what the tool adds.
 * @param {Coding} record
 */
export function essence(record) {
  const { minutes: _, phase, decisions, inferred, ...rest } = judged(record);
  const reasons = (decisions ?? []).map(({ value, reason, comment }) => ({ value, reason, comment }));
  return JSON.stringify(sorted({ ...rest, inferred: inferred && [...inferred].sort(), phase: phase === "adjudicated" ? undefined : phase, decisions: reasons.filter((one) => one.reason || one.comment) }));
}

/**
 * Whether two answers are the same; the order of several means nothing.
 * @param {any} one
 * @param {any} other
 */
export const same = (one, other) => {
  const form = (/** @type {any} */ value) => JSON.stringify(Array.isArray(value) ? [...value].sort() : value);
  return form(one) === form(other);
};

export const OTHERS = "/event/others";

export const steps = (/** @type {string} */ pointer) => pointer.split("/").slice(1);

/**
 * The value at a JSON Pointer, or undefined; only what the record itself has, never what an object inherits.
 * Where an event or its absence is answered and no further events are named, there are none.
 * @param {any} record
 * @param {string} pointer
 */
export const valueAt = (record, pointer) => {
  const found = steps(pointer).reduce((value, step) => (value !== null && typeof value === "object" && Object.hasOwn(value, step) ? value[step] : undefined), record);
  return found === undefined && pointer === OTHERS && record.event?.id !== undefined ? [] : found;
};

/**
 * Lets a value stand at a JSON Pointer; undefined takes it away. Further events stay where the event is answered anew, and no
 * list of them stands where there are none.
 * @param {Record<string, any>} record
 * @param {string} pointer
 * @param {any} value
 */
export const putAt = (record, pointer, value) => {
  const path = steps(pointer);
  const last = path.pop() ?? "";
  const target = path.reduce((object, step) => (object[step] ??= {}), record);
  const beside = pointer === "/event" && value?.id ? record.event?.others : undefined;
  if (beside) target[last] = { ...value, others: beside };
  else if (value === undefined || (pointer === OTHERS && !value.length)) delete target[last];
  else target[last] = value;
};

/** Evidence that has a place in a text. */
export const placed = (/** @type {Coding} */ record) => (record.evidence ?? []).filter((item) => item.start !== undefined);

const variable = (/** @type {string} */ pointer) => (pointer.startsWith("/values/") ? steps(pointer)[1] : "");

/** Whether an answer is an inferred value. */
export const isInferred = (/** @type {any} */ answer) => answer !== null && typeof answer === "object" && Object.hasOwn(answer, "inferred");

/**
 * The answer at a JSON Pointer; a value that is inferred under `inferred`.
 * @param {Coding} record
 * @param {string} pointer
 */
export const answerAt = (record, pointer) => {
  const value = valueAt(record, pointer);
  return value !== undefined && record.inferred?.includes(variable(pointer)) ? { inferred: value } : value;
};

/**
 * Lets an answer stand at a JSON Pointer, a value with its ground.
 * @param {Coding} record
 * @param {string} pointer
 * @param {any} answer
 */
export const giveAt = (record, pointer, answer) => {
  const inferred = isInferred(answer);
  putAt(record, pointer, inferred ? answer.inferred : answer);
  const others = (record.inferred ?? []).filter((name) => name !== variable(pointer));
  const named = inferred ? [...others, variable(pointer)] : others;
  if (named.length) record.inferred = named;
  else delete record.inferred;
};

/**
 * Whether a disagreement is settled: what stands, why the readings differed, and the argument.
 * @param {Coding} record
 * @param {string} pointer
 */
export const settledAt = (record, pointer) => {
  const given = record.decisions?.find((one) => one.value === pointer);
  return valueAt(record, pointer) !== undefined && Boolean(given?.reason && given.comment);
};
