// Settling takes over the evidence of the readings that it follows.

import { placed } from "./record.js";

/**
 * Evidence that goes with what is coded now, by what the server says of each piece; what supports nothing any more goes, and so does what supports another answer.
 * @import { Evidence } from "./record.js"
 * @import { Holds, Work } from "./work.js"
 * @param {Work} work
 */
export function adopt(work) {
  if (!work.settling) return;
  const { record } = work;
  const { offered, own, text } = work.page.evidence;
  const goes = (/** @type {Holds} */ { places, answers }) => {
    const standing = places.flatMap((place) => work.at(place) ?? []);
    return answers ? standing.some((answer) => answers.includes(answer)) : standing.length > 0;
  };
  const alike = (/** @type {Evidence} */ one, /** @type {Evidence} */ item) => one.supports === item.supports && one.text === item.text;
  const kept = (record.evidence ?? []).filter((one) => {
    const when = offered.find(({ item }) => alike(one, item)) ?? own[one.supports];
    return when && goes(when);
  });
  for (const { item, ...when } of offered) if (goes(when) && !kept.some((one) => alike(one, item))) kept.push({ ...item });
  if (kept.length) record.evidence = kept;
  else delete record.evidence;
  if (text && placed(record).length) record.text_sha256 = text;
  else delete record.text_sha256; // offsets that count in different texts cannot be vouched for
}
