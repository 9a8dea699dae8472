// Settling takes over the evidence of the readings that it follows.

import { placed, same } from "./record.js";

/** Evidence of the readings for what is coded now; what supports nothing any more goes. */
export function adopt(work) {
  if (!work.settling) return;
  const { page, record, questions } = work;
  const frameIds = new Set((questions.get("primary")?.options ?? []).map((option) => option.value));
  const kept = new Set([record.frames?.primary, ...(record.frames?.secondary ?? []), record.event?.id ? "event" : ""]);
  const named = (item) => frameIds.has(item.supports) || item.supports === "event";
  const where = (item) => `/values/${item.supports}`;
  const fits = (item) => kept.has(item.supports) || (!named(item) && work.at(where(item)) !== undefined);
  const own = (record.evidence ?? []).filter(fits);
  for (const reading of page.readings) {
    for (const item of reading.record.evidence.filter(fits)) {
      const agrees = named(item) || same(work.at(where(item)), work.at(where(item), reading.record));
      if (agrees && !own.some((one) => one.supports === item.supports && one.text === item.text)) own.push({ ...item });
    }
  }
  if (own.length) record.evidence = own;
  else delete record.evidence;
  const texts = new Set(page.readings.map((reading) => reading.record.text_sha256));
  const [text] = texts;
  if (placed(record).length && texts.size === 1 && text) record.text_sha256 = text;
  else delete record.text_sha256; // nothing can be said of offsets that count in different texts
}
