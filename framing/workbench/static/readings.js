// Settling: the readings of others side by side, whom a value follows, and why.

import { adopt } from "./adoption.js";
import { $, $$, filled, made } from "./page.js";
import { ORDINALS } from "./passage.js";
import { settledAt } from "./record.js";
import { labelled } from "./work.js";

/**
 * Draws the readings at their questions; `follow` takes over what one of them says, `give` says why they differ.
 * @import { Decision } from "./record.js"
 * @import { Question, Reading, Work } from "./work.js"
 * @param {Work} work
 */
export function readings(work) {
  const { page, words, questions, box } = work;

  const follow = (/** @type {number} */ place) => {
    const question = work.question(work.current);
    const answer = page.readings[place]?.answers[question.pointer];
    if (!answer) return;
    work.change(() => {
      work.give(question.pointer, structuredClone(answer.value));
      adopt(work);
    });
  };
  const lines = (/** @type {Question} */ question, /** @type {Reading} */ reading, /** @type {number} */ place) => {
    const answer = reading.answers[question.pointer];
    const line = made("button", { type: "button", className: `by-${ORDINALS[place] ?? ORDINALS.at(-1)}`, disabled: !answer });
    line.append(
      ...(reading.key ? [made("kbd", { textContent: reading.key })] : []),
      made("span", { className: "says", textContent: filled(words.reading_of, { coder: [reading.coder, page.names[reading.coder]].filter(Boolean).join(" · ") }) }),
      made("span", { textContent: answer ? labelled(work, question, answer.value) : words.unanswered }),
    );
    line.addEventListener("click", () => {
      work.go(question.id);
      follow(place);
    });
    return [line, ...(answer?.evidence ?? []).map((item) => made("blockquote", { lang: item.lang, textContent: item.text + (item.locator ? ` (${item.locator})` : "") }))];
  };

  const decision = (/** @type {string} */ where) => {
    const all = (work.record.decisions ??= []);
    const found = all.find((one) => one.value === where) ?? /** @type {Decision} */ ({ value: where });
    if (!all.includes(found)) all.push(found);
    return found;
  };
  const because = (/** @type {string} */ where, /** @type {string} */ reason) =>
    work.change(() => {
      decision(where).reason = reason;
    });
  const give = (/** @type {number} */ place) => {
    const where = work.question(work.current).pointer;
    if (page.disputed.includes(where) && work.at(where) !== undefined) because(where, page.reasons[place].id);
  };
  const decisionForm = (/** @type {Question} */ question, /** @type {string} */ where) => {
    const reasons = made("div", { className: "reasons" });
    reasons.setAttribute("role", "radiogroup");
    reasons.setAttribute("aria-label", words.reason);
    for (const { id, key } of page.reasons) {
      const input = made("input", { type: "radio", name: `reason-${question.id}`, value: id });
      input.addEventListener("change", () => because(where, id));
      const shown = made("kbd", { textContent: key });
      shown.setAttribute("aria-hidden", "true");
      reasons.append(made("label", { className: "option" }, input, shown, made("span", { textContent: words[`reason_${id}`] }), made("small", { textContent: words[`reason_${id}_hint`] })));
    }
    const comment = made("textarea", { rows: 2 });
    const keep = () =>
      work.type(`comment-${question.id}`, () => {
        decision(where).comment = comment.value;
      });
    comment.addEventListener("input", (event) => /** @type {InputEvent} */ (event).isComposing || keep());
    comment.addEventListener("compositionend", keep);
    comment.addEventListener("focus", work.entered);
    return [made("p", { textContent: words.reason }), reasons, made("label", {}, words.comment, comment), made("p", { className: "lacking" })];
  };
  const drawDecision = (/** @type {Question} */ question, /** @type {string} */ where) => {
    const home = $(".decision", box(question.id));
    home.hidden = work.at(where) === undefined;
    if (!home.children.length) home.append(...decisionForm(question, where));
    const given = work.record.decisions?.find((one) => one.value === where);
    for (const input of $$("input", home)) {
      input.checked = input.value === given?.reason;
      input.disabled = work.standing.final;
    }
    const comment = $("textarea", home);
    comment.disabled = work.standing.final;
    if (comment !== document.activeElement) comment.value = given?.comment ?? "";
    const lacking = [given?.reason ? "" : words.reason, given?.comment ? "" : words.comment].filter(Boolean);
    $(".lacking", home).textContent = lacking.length ? `${words.unanswered}: ${lacking.join(" · ")}` : "";
  };
  const drawQuestion = (/** @type {Question} */ question) => {
    const home = $(".readings", box(question.id));
    const where = question.pointer;
    const disputed = page.disputed.includes(where);
    const agreed = page.agreed[where];
    box(question.id).classList.toggle("disputed", disputed);
    box(question.id).classList.toggle("settled", disputed && settledAt(work.record, where));
    home.hidden = !disputed && agreed === undefined;
    if (agreed !== undefined) home.replaceChildren(made("p", { className: "agreed", textContent: `${words.agreed}: ${labelled(work, question, agreed)}` }));
    if (!disputed) return;
    if (!home.children.length) home.append(...page.readings.flatMap((reading, place) => lines(question, reading, place)));
    drawDecision(question, where);
  };
  work.drawn.push(() => {
    if (work.settling) for (const question of questions.values()) drawQuestion(question);
  });
  return { follow, give };
}
