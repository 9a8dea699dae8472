// Settling takes over the evidence of the readings that it follows.

import { placed, same } from "./record.js";

/** Evidence of the readings for what is coded now; what supports nothing any more goes, and so does what supports another answer. */
export function adopt(work) {
  if (!work.settling) return;
  const { page, record, questions } = work;
  const frameIds = new Set((questions.get("primary")?.options ?? []).map((option) => option.value));
  const frames = new Set([record.frames?.primary, ...(record.frames?.secondary ?? [])]);
  const where = ({ supports }) => `/values/${supports}`;
  const fits = (item) => (item.supports === "event" ? Boolean(record.event?.id) : frameIds.has(item.supports) ? frames.has(item.supports) : work.at(where(item)) !== undefined);
  const agrees = (item, other) => (item.supports === "event" ? record.event.id === other.event?.id : frameIds.has(item.supports) || same(work.at(where(item)), work.at(where(item), other)));
  const alike = (one, item) => one.supports === item.supports && one.text === item.text;
  const told = page.readings.flatMap((reading) => reading.record.evidence.map((item) => ({ item, holds: fits(item) && agrees(item, reading.record) })));
  const taken = (one) => told.filter(({ item }) => alike(one, item));
  const own = (record.evidence ?? []).filter((one) => fits(one) && (!taken(one).length || taken(one).some(({ holds }) => holds)));
  for (const { item, holds } of told) if (holds && !own.some((one) => alike(one, item))) own.push({ ...item });
  if (own.length) record.evidence = own;
  else delete record.evidence;
  const texts = new Set(page.readings.map((reading) => reading.record.text_sha256));
  const [text] = texts;
  if (placed(record).length && texts.size === 1 && text) record.text_sha256 = text;
  else delete record.text_sha256; // nothing can be said of offsets that count in different texts
}
