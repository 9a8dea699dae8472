// What a piece of evidence at a question would support.

/** The frame, variable or event that is supported at a question, or null while nothing is answered that could be. */
export function supported({ record, questions, current, lastToggled }, id = current) {
  const question = questions.get(id);
  if (question.supports === "event") return record.event?.id ? "event" : null;
  if (question.supports !== "value") return question.supports || record.frames?.primary || null;
  if (id === "primary") return record.frames?.primary ?? null;
  const chosen = record.frames?.secondary ?? [];
  if (chosen.includes(lastToggled)) return lastToggled;
  const bare = chosen.find((frame) => !(record.evidence ?? []).some((item) => item.supports === frame));
  return bare ?? chosen[0] ?? null;
}

/** How many pieces of evidence stand for a question. */
export function support({ record, questions }, id) {
  const { supports } = questions.get(id);
  const about = supports !== "value" ? [supports] : id === "primary" ? [record.frames?.primary] : (record.frames?.secondary ?? []);
  return (record.evidence ?? []).filter((one) => id === "evidence" || about.includes(one.supports)).length;
}
