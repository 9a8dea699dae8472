// The workbench in the browser. One module, no build: shared parts, then the queue, the new article, the desk.

const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const made = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

// --- keys ------------------------------------------------------------------------------------------------------

/** Whether an input method is at work: nothing of ours may fire then. */
const composing = (event) => event.isComposing || event.keyCode === 229;

/** The key that was meant, whatever the layout: Cyrillic letters count by their place on the keyboard. */
function keyOf(event) {
  if (event.key.length !== 1 || event.key.charCodeAt(0) < 128) return event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const place = event.code;
  if (place.startsWith("Key")) return place.slice(3).toLowerCase();
  if (place.startsWith("Digit")) return place.slice(5);
  const signs = { BracketLeft: "[{", BracketRight: "]}", Slash: "/?" };
  return signs[place]?.[event.shiftKey ? 1 : 0] ?? event.key;
}

const writes = (element) => element.matches("textarea, select, input:not([type=radio], [type=checkbox])");
const modified = (event) => event.ctrlKey || event.metaKey || event.altKey;
const windowOpen = () => $("dialog[open]") !== null;

// --- what every page has ---------------------------------------------------------------------------------------

const toast = $("#toast");
let toastTimer = 0;
function say(text) {
  toast.textContent = text;
  toast.classList.add("shown");
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => toast.classList.remove("shown"), 2600);
}

const banner = $("#banner");
function warn(text) {
  banner.textContent = text;
  banner.hidden = !text;
}

const send = (method, address, body, headers = {}, options = {}) =>
  fetch(address, { method, body: JSON.stringify(body), headers: { "Content-Type": "application/json", ...headers }, ...options });

function settings(beforeReload = async () => true) {
  for (const select of $$("select[data-setting]")) {
    select.addEventListener("change", async () => {
      const { setting } = select.dataset;
      if (setting === "theme") document.documentElement.dataset.theme = select.value;
      await send("PUT", "/settings", { [setting]: select.value }).catch(() => undefined);
      if (setting === "language" && (await beforeReload())) location.reload();
    });
  }
  $("#show-keys")?.addEventListener("click", () => $("#keys").showModal());
}

// --- the queue -------------------------------------------------------------------------------------------------

function queue() {
  const form = $("#filter");
  const field = $("#q");
  let typed = 0;
  const rows = () => $$("a.row");
  const live = async () => {
    const address = `/?${new URLSearchParams(new FormData(form))}`;
    const asked = ++typed;
    const answer = await fetch(address).catch(() => null);
    if (!answer?.ok || asked !== typed) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    $("#live").replaceWith(document.adoptNode($("#live", fresh)));
    history.replaceState(null, "", address);
  };
  let waiting = 0;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(live, 120);
  };
  field.addEventListener("input", (event) => event.isComposing || soon());
  field.addEventListener("compositionend", soon);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    live().then(() => rows()[0]?.focus());
  });
  const step = (by) => {
    const all = rows();
    const here = all.indexOf(document.activeElement);
    all[here < 0 ? 0 : Math.min(all.length - 1, Math.max(0, here + by))]?.focus();
  };
  document.addEventListener("keydown", (event) => {
    if (composing(event) || modified(event) || windowOpen()) return;
    const key = keyOf(event);
    if (writes(event.target)) {
      if (key === "Escape" || (key === "ArrowDown" && event.target === field)) {
        event.preventDefault();
        event.target.blur();
        if (key === "ArrowDown") step(1);
      }
      return;
    }
    const does = {
      "/": () => field.focus(),
      j: () => step(1),
      ArrowDown: () => step(1),
      k: () => step(-1),
      ArrowUp: () => step(-1),
      n: () => $("#next")?.click(),
      "?": () => $("#keys").showModal(),
    }[key];
    if (does) {
      event.preventDefault();
      does();
    }
  });
}

// --- a new article ---------------------------------------------------------------------------------------------

function intake() {
  const form = $("#intake");
  const touched = new Set(["id", "language"].filter((name) => form.elements[name].value));
  const described = () => {
    $("#described").hidden = form.elements.basis.value !== "secondary_paraphrase";
  };
  const look = async () => {
    const given = Object.fromEntries(["outlet", "date", "headline_original", "headline_en"].map((name) => [name, form.elements[name].value]));
    const answer = await fetch(`/intake?${new URLSearchParams(given)}`).catch(() => null);
    if (!answer?.ok) return;
    const found = await answer.json();
    $("#echo").textContent = found.echo || found.date || "";
    for (const name of ["id", "language"]) if (!touched.has(name)) form.elements[name].value = found[name];
    $("#same-list").replaceChildren(
      ...found.duplicates.map((row) => made("li", {}, made("a", { href: `/article/${row.id}`, textContent: row.id }), " ", made("span", { lang: row.language, textContent: row.headline }))),
    );
    $("#same").hidden = found.duplicates.length === 0;
  };
  let waiting = 0;
  const soon = (event) => {
    if (event.isComposing) return;
    if (["id", "language"].includes(event.target.name)) touched.add(event.target.name);
    clearTimeout(waiting);
    waiting = setTimeout(look, 180);
  };
  form.addEventListener("input", soon);
  form.addEventListener("compositionend", soon);
  form.addEventListener("change", described);
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("input")) event.preventDefault(); // a field is left by Tab; only the button adds
  });
  described();
  ($(".faulty input, .faulty select") ?? form.elements.outlet).focus();
}

// --- text: code points, sentences, words -----------------------------------------------------------------------

const OPEN = /[「『（(«【]/gu;
const SHUT = /[」』）)»】]/gu;
const SHORT = /(?:^|[\s(«„"])(?:\p{Lu}|гг?|вв?|т|тыс|млн|млрд|им|ул|стр|см|др|пр|рис|акад|проф|руб|долл|коп|кв|тел|обл|о|р|д|Mr|Mrs|Ms|Dr|St|No|U\.S)\.\s*$/u;
const count = (text, sign) => (text.match(sign) ?? []).length;

/** Sentences of one paragraph as pieces of text; quotations, initials and abbreviations do not end one. */
export function sentences(text, language) {
  const pieces = [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)].map((part) => part.segment);
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

/** Everything that has to do with places in the text; offsets are Unicode code points of the whole body. */
function reader(root, body, language) {
  const points = Array.from(body);
  const paragraphs = root ? $$("p", root).map((element) => ({ node: element.firstChild, start: Number(element.dataset.start), points: Array.from(element.textContent) })) : [];
  const units = (paragraph, offset) => paragraph.points.slice(0, offset).join("").length;
  const holder = (offset) => paragraphs.findLast((paragraph) => paragraph.start <= offset) ?? paragraphs[0];
  const spans = (cut) =>
    paragraphs.flatMap((paragraph) => {
      let at = paragraph.start;
      return cut(paragraph.node.data).map(({ text, keep }) => {
        const start = at;
        at += Array.from(text).length;
        return { start, end: at, keep };
      });
    });
  const trimmed = ({ start, end }) => {
    while (start < end && /\s/u.test(points[start])) start += 1;
    while (end > start && /\s/u.test(points[end - 1])) end -= 1;
    return { start, end };
  };
  const all = spans((text) => sentences(text, language).map((piece) => ({ text: piece, keep: true }))).map(trimmed).filter(({ start, end }) => end > start);
  const words = spans((text) =>
    [...new Intl.Segmenter(language, { granularity: "word" }).segment(text)].map((part) => ({ text: part.segment, keep: part.isWordLike })),
  ).filter((span) => span.keep);

  const range = ({ start, end }) => {
    const found = new Range();
    const [first, last] = [holder(start), holder(Math.max(start, end - 1))];
    found.setStart(first.node, units(first, start - first.start));
    found.setEnd(last.node, units(last, Math.min(end - last.start, last.points.length)));
    return found;
  };
  /** Offset of a DOM position: the one place where UTF-16 units become code points. */
  const offset = (node, unitsIn) => {
    const inside = paragraphs.find((paragraph) => paragraph.node === node);
    if (inside) return inside.start + Array.from(node.data.slice(0, unitsIn)).length;
    const probe = new Range();
    probe.setStart(node, unitsIn);
    const next = paragraphs.find((paragraph) => probe.comparePoint(paragraph.node, 0) >= 0);
    return next ? next.start : points.length;
  };
  const selected = () => {
    const selection = getSelection();
    if (!root || !selection.rangeCount || selection.isCollapsed) return null;
    const chosen = selection.getRangeAt(0);
    if (!chosen.intersectsNode(root)) return null;
    const inside = root.contains(chosen.startContainer) ? chosen : null;
    const start = inside ? offset(chosen.startContainer, chosen.startOffset) : 0;
    const end = root.contains(chosen.endContainer) ? offset(chosen.endContainer, chosen.endOffset) : points.length;
    const span = trimmed({ start, end });
    return span.end > span.start ? span : null;
  };
  /** The sentence next to a span; with ``reach`` the span grows or shrinks towards it. */
  const step = (span, by, reach) => {
    if (!all.length) return null;
    if (!span) return all[by > 0 ? 0 : all.length - 1];
    const first = all.findIndex((sentence) => sentence.end > span.start);
    const last = all.findLastIndex((sentence) => sentence.start < span.end);
    if (!reach) return all[Math.min(all.length - 1, Math.max(0, (by > 0 ? last : first) + by))];
    const end = Math.min(all.length - 1, Math.max(first, last + by));
    return { start: span.start, end: all[end].end };
  };
  const inside = (span) => words.filter((word) => word.start < span.end && word.end > span.start);
  const edge = (span, sign) => {
    const held = inside(span);
    if (sign === "[" && held.length > 1) return { ...span, start: held[1].start };
    if (sign === "]" && held.length > 1) return { ...span, end: held.at(-2).end };
    if (sign === "{") return { ...span, start: words.findLast((word) => word.end <= span.start)?.start ?? span.start };
    if (sign === "}") return { ...span, end: words.find((word) => word.start >= span.end)?.end ?? span.end };
    return span;
  };
  const quote = ({ start, end }) => ({
    text: points.slice(start, end).join(""),
    start,
    end,
    prefix: points.slice(Math.max(0, start - 32), start).join(""),
    suffix: points.slice(end, end + 32).join(""),
  });
  const reveal = (span) => {
    const box = range(span).getBoundingClientRect();
    const pane = root.closest(".source");
    const frame = pane.getBoundingClientRect();
    const inView = pane.scrollHeight > pane.clientHeight ? [frame.top + 60, frame.bottom - 60] : [70, innerHeight * 0.6];
    if (box.top < inView[0] || box.bottom > inView[1]) {
      const target = pane.scrollHeight > pane.clientHeight ? pane : window;
      target.scrollBy({ top: box.top - inView[0] - 40 });
    }
  };
  const find = (expressions) =>
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
  return { has: Boolean(root), range, selected, step, edge, quote, reveal, find };
}

/** A cue as an expression: Russian words may carry another ending. */
function cueExpression(cue, language) {
  const literal = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  if (language !== "ru") return new RegExp(literal(cue), "giu");
  const stems = cue.split(/\s+/).map((word) => (word.length > 5 ? `${literal(word.slice(0, -2))}\\p{L}*` : literal(word)));
  return new RegExp(`(?<!\\p{L})${stems.join("\\s+")}`, "giu");
}

function paint(name, ranges, priority = 0) {
  if (!globalThis.Highlight) return;
  if (!ranges.length) {
    CSS.highlights.delete(name);
    return;
  }
  const highlight = new Highlight(...ranges);
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
}

// --- saving ----------------------------------------------------------------------------------------------------

const PAUSE = 120; // milliseconds without a change before it is saved
const AGAIN = 1500; // milliseconds before a failed save is tried once more
const KEPT = ["phase", "event", "frames", "values", "evidence", "confidence", "memo", "decisions", "minutes"];
const sorted = (value) => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
};
/** What a person decided in a record, as a text that can be compared: without the clock and what the tool adds. */
function essence(record) {
  const { minutes: _, phase, decisions, ...rest } = judged(record);
  const told = (decisions ?? []).map(({ value, reason, comment }) => ({ value, reason, comment }));
  return JSON.stringify(sorted({ ...rest, phase: phase === "adjudicated" ? undefined : phase, decisions: told.filter((one) => one.reason || one.comment) }));
}
const judged = (record) => Object.fromEntries(KEPT.filter((name) => name in record).map((name) => [name, record[name]]));

/** Keeps one record on the server, and in this browser for as long as the server has not acknowledged it. */
function keeper(page, desk) {
  const place = `framing/${page.study}/${page.coder}/${page.article}`;
  let { etag } = page;
  let dirty = false;
  let chain = Promise.resolve(true);
  let waiting = 0;
  let timer = 0;
  let clash = null;
  let reachable = true;
  let sent = []; // what was sent and not acknowledged: when the server has it all the same, it is no conflict

  const backup = () => {
    try {
      localStorage.setItem(place, JSON.stringify({ etag, record: desk.payload(), sent }));
    } catch {
      // A full or forbidden storage leaves what is in the page; the server is the first keeper.
    }
  };
  const matched = () => (etag ? { "If-Match": `"${etag}"` } : { "If-None-Match": "*" });
  const state = (name) => {
    const shown = $("#saved");
    shown.dataset.state = name;
    shown.textContent = page.words[name];
  };
  const failed = (word, retry = true) => {
    dirty = true;
    reachable = word !== "gone" && word !== "locked_out";
    warn(page.words[word]);
    state("unsaved");
    clearTimeout(timer);
    if (retry) timer = setTimeout(flush, AGAIN);
    return false;
  };
  const accepted = (answer) => {
    etag = answer.etag;
    sent = [];
    desk.judge(answer);
    reachable = true;
    warn("");
    if (dirty) return;
    state("saved");
    localStorage.removeItem(place);
  };
  const put = async (address) => {
    sent.push(essence(desk.payload()));
    const response = await send("PUT", `${address}/${page.article}`, desk.payload(), matched()).catch(() => null);
    if (!response) return failed("gone");
    if (response.status === 401) return failed("locked_out");
    if (response.status === 413) return failed("too_large", false);
    const answer = await response.json().catch(() => ({}));
    if (response.status === 412 && !answer.final && sent.includes(essence(answer.record))) {
      etag = answer.etag; // our own write, whose answer never came
      return put(address);
    }
    if (response.status === 412) {
      clash = answer;
      dirty = true;
      state("unsaved");
      desk.conflict(answer);
      return false;
    }
    if (response.ok || response.status === 422) {
      accepted(answer);
      return response.ok;
    }
    return failed(page.words[answer.error] ? answer.error : "not_written");
  };
  /** One write after the other: two at once would take each other for strangers. */
  const queued = (task) => {
    waiting += 1;
    chain = chain.then(task).finally(() => {
      waiting -= 1;
    });
    return chain;
  };
  const flush = () =>
    queued(() => {
      clearTimeout(timer);
      if (!dirty || clash) return !dirty;
      dirty = false;
      return put("/drafts");
    });
  const touch = (wait = PAUSE) => {
    dirty = true;
    state("saving"); // from the change on: what is not yet acknowledged is never called saved
    backup();
    clearTimeout(timer);
    timer = setTimeout(flush, wait);
  };
  const finish = () =>
    queued(() => {
      clearTimeout(timer);
      if (clash) return false;
      dirty = false;
      state("saving");
      return put("/codings");
    });
  const settle = (mine) => {
    const other = clash;
    clash = null;
    etag = other.etag;
    if (mine) {
      touch(0);
      return;
    }
    dirty = false;
    localStorage.removeItem(place);
    accepted(other);
  };
  /** What an earlier page could not save: taken over when nothing else was written since. */
  const restore = () => {
    let kept = null;
    try {
      kept = JSON.parse(localStorage.getItem(place) ?? "null");
    } catch {
      localStorage.removeItem(place);
    }
    if (!kept || essence(kept.record) === essence(page.record)) {
      localStorage.removeItem(place);
      return null;
    }
    sent = [...(kept.sent ?? []), essence(kept.record)];
    etag = kept.etag; // a newer file on the server then answers with a conflict, and both versions are offered
    dirty = true;
    return kept.record;
  };
  const leave = () => {
    if (clash || (!dirty && !desk.worked())) return;
    sent.push(essence(desk.payload()));
    backup();
    send("PUT", `/drafts/${page.article}`, desk.payload(), matched(), { keepalive: true }).catch(() => undefined);
  };
  const beat = async () => {
    if (document.hidden || waiting || clash) return;
    const answer = await fetch("/alive").catch(() => null);
    if (answer?.ok) {
      if (!reachable) warn("");
      reachable = true;
      if (dirty) flush();
      else if (!$("#saved").textContent && etag) state("saved");
    } else if (!answer || answer.status === 401) {
      reachable = false;
      warn(page.words[answer ? "locked_out" : "gone"]);
    }
  };
  addEventListener("pagehide", leave);
  document.addEventListener("visibilitychange", () => document.hidden && dirty && flush());
  setInterval(beat, 3000);
  if (etag) state("saved");
  return { touch, flush, finish, settle, restore, unsaved: () => dirty };
}

// --- the desk --------------------------------------------------------------------------------------------------

const IDLE = 60_000; // milliseconds without a sign of life before the clock stops

/** Counts the minutes in which somebody was at work. */
function clock(words, minutes, stopped) {
  let seconds = (minutes ?? 0) * 60;
  let last = Date.now();
  const shown = $("#timer");
  const alive = () => {
    last = Date.now();
  };
  for (const sign of ["keydown", "pointerdown", "pointermove", "wheel", "input"]) addEventListener(sign, alive, { passive: true });
  const draw = () => {
    const working = !document.hidden && Date.now() - last < IDLE;
    if (working && !stopped()) seconds += 1;
    const text = filled(words[working || stopped() ? "minutes" : "minutes_paused"], { count: Math.floor(seconds / 60) });
    if (shown.textContent !== text) shown.textContent = text;
  };
  setInterval(draw, 1000);
  draw();
  return () => Math.round(seconds / 6) / 10;
}

function desk() {
  const page = JSON.parse($("#handed").textContent);
  const { words } = page;
  const questions = new Map(page.questions.map((question) => [question.id, question]));
  const order = [...questions.keys()];
  const box = (id) => document.getElementById(`q-${id}`);
  const text = reader($("#text"), page.body, page.text === "description" ? "en" : page.articleLanguage);
  const settling = page.readings.length > 0;
  let record = judged(page.record);
  let { state, final, faults, unanswered } = page;
  let decided = page.record.decisions ?? [];
  let current = order[0];
  let span = null;
  let cuesShown = false;
  let lastToggled = null;
  let shownEntry = "";
  const past = [];
  let future = [];

  const minutes = clock(words, record.minutes, () => state === "done");
  const payload = () => ({ ...record, minutes: minutes() });
  const store = keeper(page, {
    payload,
    judge: (answer) => {
      ({ state, final, faults, unanswered } = answer);
      decided = answer.record.decisions ?? decided;
      draw();
    },
    conflict: openConflict,
    worked: () => state === "draft" && minutes() >= (record.minutes ?? 0) + 0.1,
  });

  // places in the record

  const steps = (pointer) => pointer.split("/").slice(1);
  const valueAt = (pointer, from = record) => steps(pointer).reduce((value, step) => value?.[step], from);
  const setAt = (pointer, value) => {
    const path = steps(pointer);
    const last = path.pop();
    const target = path.reduce((object, step) => (object[step] ??= {}), record);
    if (value === undefined) delete target[last];
    else target[last] = value;
  };
  const same = (one, other) => JSON.stringify(Array.isArray(one) ? [...one].sort() : one) === JSON.stringify(Array.isArray(other) ? [...other].sort() : other);
  const covers = (pointer, question) => pointer === question.pointer || question.pointer.startsWith(`${pointer}/`);
  const concerns = (pointer, question) => covers(pointer, question) || pointer.startsWith(`${question.pointer}/`);
  const applies = (id) => id !== "relation" || (record.event && record.event.id !== null);

  /** One change: it can be undone, and it is saved. */
  const change = (act) => {
    if (final) {
      say(words.done_final);
      return;
    }
    const before = JSON.stringify(record);
    act();
    if (JSON.stringify(record) === before) return;
    past.push(before);
    future = [];
    draw();
    store.touch();
  };
  const travel = (from, to, word) => {
    if (!from.length || final) {
      say(words.nothing_to_undo);
      return;
    }
    to.push(JSON.stringify(record));
    record = JSON.parse(from.pop());
    draw();
    store.touch();
    say(words[word]);
  };

  // answering

  const choose = (question, option) => {
    change(() => {
      if (question.kind === "many") toggle(question, option.value);
      else setAt(question.pointer, option.value);
      if (settling) adopt();
    });
    lastToggled = option.value;
    drawHandbook();
  };
  const toggle = (question, value) => {
    const chosen = valueAt(question.pointer) ?? [];
    if (value === null) setAt(question.pointer, []);
    else if (chosen.includes(value)) setAt(question.pointer, chosen.length > 1 ? chosen.filter((one) => one !== value) : undefined);
    else setAt(question.pointer, [...chosen, value]);
  };
  const chooseEvent = (id) => {
    change(() => {
      const relation = id === null ? { relation: null } : record.event?.relation ? { relation: record.event.relation } : {};
      record.event = { id, ...relation };
      if (settling) adopt();
    });
    closeEvents();
    go("event");
  };
  const byKey = (key) => {
    const question = questions.get(current);
    if (question.kind === "event" && key === "z") return chooseEvent(null);
    const option = question.options.find((one) => one.key === key);
    if (option && applies(current)) choose(question, option);
    return undefined;
  };

  // moving

  const go = (id, { focus = true } = {}) => {
    current = id;
    for (const other of order) box(other).classList.toggle("current", other === id);
    if (focus) {
      box(id).focus({ preventScroll: true });
      box(id).scrollIntoView({ block: "nearest" });
    }
    lastToggled = null;
    drawHandbook();
    drawText();
  };
  const move = (by) => {
    const shown = order.filter(applies);
    const here = shown.indexOf(current);
    go(shown[Math.min(shown.length - 1, Math.max(0, here + by))]);
  };
  const enter = () => {
    const { kind } = questions.get(current);
    if (kind === "event") $("#event-search").focus();
    else if (kind === "memo") $("#memo").focus();
    else if (kind === "evidence") ($(".item .words:not([hidden])") ?? $("#evidence-add")).focus();
    else move(1);
  };

  // evidence

  const supported = (id) => {
    const question = questions.get(id);
    if (question.supports === "event") return record.event?.id ? "event" : null;
    if (question.supports !== "value") return question.supports || record.frames?.primary || null;
    if (id === "primary") return record.frames?.primary ?? null;
    const chosen = record.frames?.secondary ?? [];
    const bare = chosen.find((frame) => !(record.evidence ?? []).some((item) => item.supports === frame));
    return chosen.includes(lastToggled) ? lastToggled : (bare ?? chosen[0] ?? null);
  };
  /** The words that are chosen now; the browser tells of a selection only later. */
  const chosenSpan = () => (text.has ? (text.selected() ?? span) : null);
  const evidence = (id = current) => {
    const supports = supported(id);
    if (!supports) {
      say(words.evidence_what);
      return;
    }
    const chosen = chosenSpan();
    if (chosen && page.text === "full") {
      add({ supports, kind: "quote", lang: page.articleLanguage, ...text.quote(chosen) });
    } else {
      const words25 = chosen ? text.quote(chosen).text : "";
      add({ supports, kind: "paraphrase", text: words25, lang: page.text === "description" ? "en" : page.language, locator: page.locator });
      const fields = $$(".item .words");
      fields.at(-1).focus();
    }
    say(filled(words.evidence_added, { what: page.labels[supports] }));
  };
  const add = (item) => {
    change(() => {
      // keys in the order of the schema
      const { supports, kind, text: said, lang, locator, start, end, prefix, suffix } = item;
      const given = { supports, kind, text: said, lang, locator, start, end, prefix, suffix };
      record.evidence = [...(record.evidence ?? []), Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))];
    });
    span = null;
    getSelection().removeAllRanges();
    drawText();
  };
  const drop = (place) => {
    change(() => {
      record.evidence.splice(place, 1);
      if (!record.evidence.length) delete record.evidence;
    });
    go("evidence");
  };
  const edit = (place, key, value) => {
    const first = typing !== `${place}/${key}`;
    typing = `${place}/${key}`;
    const write = () => {
      record.evidence[place][key] = value;
      if (key === "locator" && !value) delete record.evidence[place].locator;
    };
    if (first) change(write);
    else {
      write();
      draw();
      store.touch();
    }
  };
  let typing = "";

  // drawing

  const drawOptions = () => {
    for (const question of questions.values()) {
      const value = valueAt(question.pointer);
      for (const [place, input] of $$(".options input", box(question.id)).entries()) {
        const option = question.options[place];
        input.checked = question.kind === "many" ? (option.value === null ? value?.length === 0 : Boolean(value?.includes(option.value))) : value === option.value;
        input.disabled = final;
      }
      box(question.id).hidden = !applies(question.id);
    }
    const event = page.events.find((one) => one.id === record.event?.id);
    $("#event-chosen").replaceChildren(...(record.event?.id ? [event?.label ?? record.event.id, made("small", { textContent: event?.date ?? "" })] : []));
    $("#event-none").setAttribute("aria-pressed", String(record.event?.id === null));
    const memo = $("#memo");
    if (document.activeElement !== memo) memo.value = record.memo ?? "";
    for (const field of ["#memo", "#event-search", "#event-none", "#evidence-add", "#done"]) $(field).disabled = final;
  };
  const said = (fault) => {
    const own = words[`fault_${fault.rule}`];
    const detail = made("span", { lang: "en", textContent: fault.message });
    return made("p", {}, own ? made("span", {}, own, made("small", {}, detail)) : detail);
  };
  const questionOf = (pointer) => {
    if (pointer.startsWith("/decisions/")) {
      const value = decided[Number(steps(pointer)[1])]?.value;
      return order.find((id) => disputedAt(questions.get(id)) === value);
    }
    return order.filter((id) => concerns(pointer, questions.get(id))).sort((one, other) => questions.get(other).pointer.length - questions.get(one).pointer.length)[0];
  };
  const drawFaults = () => {
    const homes = new Map($$("[data-faults]").map((element) => [element.dataset.faults, []]));
    const items = $$(".item");
    for (const item of items) $(".faults", item).replaceChildren();
    for (const fault of faults) {
      const item = /^\/evidence\/(\d+)/.exec(fault.pointer);
      if (item && items[Number(item[1])]) $(".faults", items[Number(item[1])]).append(said(fault));
      else (homes.get(questionOf(fault.pointer)) ?? homes.get("general")).push(said(fault));
    }
    for (const element of $$("[data-faults]")) element.replaceChildren(...homes.get(element.dataset.faults));
    const open = new Set();
    for (const pointer of unanswered) {
      const covered = order.filter((id) => applies(id) && covers(pointer, questions.get(id)) && !(id === "relation" && pointer === "/event"));
      for (const id of covered.length ? covered : [questionOf(pointer)]) if (id) open.add(id);
    }
    for (const id of order) {
      box(id).classList.toggle("answered", !open.has(id));
      if (!open.has(id)) box(id).classList.remove("wanted");
      const mark = $(".mark-state", box(id));
      mark.setAttribute("aria-label", words[open.has(id) ? "unanswered" : "answered"]);
      mark.setAttribute("role", "img");
      const pieces = (record.evidence ?? []).filter((one) => one.supports === (id === "evidence" ? one.supports : soloSupport(id))).length;
      mark.textContent = !pieces ? "" : id === "evidence" ? String(pieces) : `${words.evidence} ${pieces}`;
    }
    $("#left").textContent = [
      open.size ? filled(words.done_when, { count: open.size }) : faults.length ? "" : words.done_ready,
      faults.length ? filled(words.done_faulty, { count: faults.length }) : "",
      settling ? filled(words.disputed_count, { settled: page.disputed.filter((pointer) => valueAt(pointer) !== undefined).length, all: page.disputed.length }) : "",
    ]
      .filter(Boolean)
      .join(" · ");
    return open;
  };
  const soloSupport = (id) => {
    const { supports } = questions.get(id);
    if (supports !== "value") return supports;
    return id === "primary" ? record.frames?.primary : record.frames?.secondary?.[0];
  };
  const drawStanding = () => {
    const standing = $("#standing");
    standing.hidden = state !== "done";
    standing.textContent = state === "done" ? words[final ? "done_final" : "done_reopen"] : "";
  };
  const measured = (item) => {
    const unspaced = ["ja", "zh"].includes(item.lang.slice(0, 2));
    const length = unspaced ? Array.from(item.text).length : item.text.split(/\s+/u).filter(Boolean).length;
    return { over: length > (unspaced ? 75 : 25), text: filled(words[unspaced ? "characters_count" : "words_count"], { count: length }) };
  };
  const drawEvidence = () => {
    const items = record.evidence ?? [];
    const list = $("#evidence-list");
    while (list.children.length > items.length) list.lastChild.remove();
    while (list.children.length < items.length) list.append(evidenceItem());
    for (const [place, item] of items.entries()) fillItem(list.children[place], item);
    $("#evidence-empty").hidden = items.length > 0;
  };
  const evidenceItem = () => {
    const element = $("#evidence-item").content.cloneNode(true).firstElementChild;
    const place = () => [...element.parentNode.children].indexOf(element);
    $(".supports", element).append(...Object.entries(page.labels).map(([id, label]) => made("option", { value: id, textContent: label })));
    for (const [field, key] of [[".words", "text"], [".locator", "locator"], [".lang", "lang"], [".supports", "supports"]]) {
      const input = $(field, element);
      input.addEventListener("input", (event) => event.isComposing || edit(place(), key, input.value));
      input.addEventListener("compositionend", () => edit(place(), key, input.value));
      input.addEventListener("focus", () => {
        typing = "";
      });
    }
    $(".remove", element).addEventListener("click", () => drop(place()));
    $(".show", element).addEventListener("click", () => {
      const item = record.evidence[place()];
      text.reveal(item);
      paint("focused", [text.range(item)], 3);
    });
    return element;
  };
  const fillItem = (element, item) => {
    const quote = item.kind === "quote";
    $(".kind", element).textContent = words[quote ? "evidence_quote" : "evidence_paraphrase"];
    $(".what", element).textContent = page.labels[item.supports] ?? item.supports;
    $(".quote", element).textContent = quote ? item.text : "";
    $(".quote", element).lang = item.lang;
    $(".quote", element).hidden = !quote;
    $(".write", element).hidden = quote;
    $(".show", element).hidden = !quote || !text.has;
    for (const [field, value] of [[".words", item.text], [".locator", item.locator ?? ""], [".lang", item.lang], [".supports", item.supports]]) {
      const input = $(field, element);
      if (input !== document.activeElement && input.value !== value) input.value = value;
      input.disabled = final;
    }
    $(".remove", element).hidden = final;
    const { over, text: length } = measured(item);
    $(".measure", element).textContent = length;
    $(".measure", element).classList.toggle("over", over);
  };
  const drawText = () => {
    if (!text.has) return;
    const quotes = (record.evidence ?? []).filter((item) => item.kind === "quote");
    const about = supported(current);
    paint("evidence", settling ? [] : quotes.filter((item) => item.supports !== about).map(text.range), 1);
    paint("focused", quotes.filter((item) => item.supports === about && !settling).map(text.range), 2);
    for (const [place, name] of ["first", "second"].entries()) {
      const told = page.readings[place]?.record.evidence ?? [];
      paint(name, told.filter((item) => item.kind === "quote").map(text.range), 1 + place);
    }
    paint("sentence", span && !text.selected() ? [text.range(span)] : [], 4);
  };
  const entryOf = () => {
    const question = questions.get(current);
    if (question.entry !== "frames") return question.entry;
    const chosen = lastToggled ?? (current === "primary" ? record.frames?.primary : null);
    return chosen ? `f-${chosen}` : "frames";
  };
  const drawHandbook = (wanted = entryOf()) => {
    for (const entry of $$(".entry")) entry.hidden = entry.dataset.entry !== wanted;
    const value = valueAt(current === "event" ? "/event/relation" : questions.get(current).pointer);
    for (const anchor of $$(`.entry[data-entry="${CSS.escape(wanted)}"] .anchors > div`)) {
      anchor.classList.toggle("chosen", [value].flat().map(String).includes(anchor.dataset.value));
    }
    if (wanted !== shownEntry) $(".handbook").scrollTop = 0;
    shownEntry = wanted;
    drawCues();
  };
  const drawCues = () => {
    const ids = shownEntry === "frames" ? Object.keys(page.cues).filter((id) => id.startsWith("f-")) : [shownEntry];
    const language = page.text === "description" ? "en" : page.articleLanguage;
    const cues = ids.flatMap((id) => page.cues[id]?.[language] ?? []);
    const found = cuesShown && text.has ? text.find(cues.map((cue) => cueExpression(cue, language))) : [];
    paint("cue", found, 5);
    const button = $("#mark-cues");
    button.setAttribute("aria-pressed", String(cuesShown));
    $("span", button).textContent = cuesShown ? filled(words.cues_found, { count: found.length }) : words.cues_mark;
    const hits = found.map((range) => range.toString().toLowerCase());
    for (const chip of $$(".entry:not([hidden]) .cues span")) {
      const expression = cueExpression(chip.textContent, chip.parentNode.lang);
      chip.classList.toggle("found", chip.parentNode.lang === language && hits.some((hit) => hit.match(expression)));
    }
  };
  const draw = () => {
    drawOptions();
    drawEvidence();
    if (settling) drawReadings();
    drawFaults();
    drawStanding();
    drawText();
    drawHandbook(shownEntry.startsWith("f-") || shownEntry === "" ? entryOf() : shownEntry);
  };

  // done

  const done = async () => {
    if (final) {
      say(words.done_final);
      return;
    }
    if (record.phase === "main" && !unanswered.length && !faults.length) {
      const ask = $("#confirm");
      ask.returnValue = "no";
      ask.showModal();
      $("#confirm-yes").focus();
      await new Promise((resolve) => ask.addEventListener("close", resolve, { once: true }));
      if (ask.returnValue !== "yes") return;
    }
    if (await store.finish()) {
      say(words.done_said);
      $("#next").focus();
      return;
    }
    const open = drawFaults();
    for (const id of open) box(id).classList.add("wanted");
    const faulty = faults.map((fault) => questionOf(fault.pointer)).filter(Boolean);
    const first = order.find((id) => open.has(id) || faulty.includes(id));
    if (first) go(first);
  };
  const away = async (address) => {
    if ((await store.flush()) || !store.unsaved() || confirm(words.leave_unsaved)) location.assign(address);
  };

  // two versions

  function openConflict(other) {
    const theirs = judged(other.record);
    const rows = [...questions.values()].filter((question) => !same(valueAt(question.pointer), valueAt(question.pointer, theirs)));
    const shown = (question, from) => {
      const value = valueAt(question.pointer, from);
      if (value === undefined) return words.unanswered;
      if (value === null) return words.none;
      if (question.kind === "evidence") return value.map((item) => item.text).join(" / ");
      if (question.kind === "event") return page.events.find((event) => event.id === value.id)?.label ?? words.event_none;
      const labels = [value].flat().map((one) => question.options.find((option) => option.value === one)?.label ?? String(one));
      return labels.join(", ") || words.none;
    };
    $("#conflict-rows").replaceChildren(
      ...(rows.length
        ? rows.map((question) => made("tr", {}, made("th", { scope: "row", textContent: question.label }), made("td", { textContent: shown(question, record) }), made("td", { textContent: shown(question, theirs) })))
        : [made("tr", {}, made("td", { colSpan: 3, textContent: words.conflict_same }))]),
    );
    $("#conflict-why").textContent = words[other.final ? "conflict_final" : "conflict"];
    $("#conflict-keep").hidden = other.final;
    const dialog = $("#conflict");
    if (!dialog.open) dialog.showModal();
    $(other.final ? "#conflict-take" : "#conflict-keep").focus();
    $("#conflict-keep").onclick = () => {
      past.push(JSON.stringify(theirs));
      dialog.close();
      store.settle(true);
    };
    $("#conflict-take").onclick = () => {
      past.push(JSON.stringify(record));
      record = theirs;
      dialog.close();
      store.settle(false);
    };
  }
  $("#conflict").addEventListener("cancel", (event) => event.preventDefault());

  // settling: readings of others, side by side

  const disputedAt = (question) => (question.id === "event" ? "/event/id" : question.pointer);
  const coded = () => new Set([record.frames?.primary, ...(record.frames?.secondary ?? []), record.event?.id ? "event" : ""]);
  const frameIds = new Set((questions.get("primary")?.options ?? []).map((option) => option.value));
  /** Evidence of the readings for what is coded now; what supports nothing any more goes. */
  const adopt = () => {
    const kept = coded();
    const fits = (item) => kept.has(item.supports) || (!frameIds.has(item.supports) && item.supports !== "event" && valueAt(`/values/${item.supports}`) !== undefined);
    const own = (record.evidence ?? []).filter(fits);
    for (const reading of page.readings) {
      for (const item of reading.record.evidence.filter(fits)) {
        const agrees = frameIds.has(item.supports) || item.supports === "event" || same(valueAt(`/values/${item.supports}`), valueAt(`/values/${item.supports}`, reading.record));
        if (agrees && !own.some((one) => one.supports === item.supports && one.text === item.text)) own.push(item);
      }
    }
    if (own.length) record.evidence = own;
    else delete record.evidence;
  };
  const follow = (place) => {
    const question = questions.get(current);
    const reading = page.readings[place];
    if (!reading || !page.disputed.includes(disputedAt(question))) return;
    const value = valueAt(disputedAt(question), reading.record);
    if (question.kind === "event") chooseEvent(value);
    else
      change(() => {
        setAt(question.pointer, value);
        adopt();
      });
  };
  const labelled = (question, value) => {
    if (question.kind === "event") return page.events.find((event) => event.id === value)?.label ?? words.event_none;
    return [value].flat().map((one) => question.options.find((option) => option.value === one)?.label ?? String(one)).join(", ") || words.none;
  };
  const drawReadings = () => {
    for (const question of questions.values()) {
      const home = $(".readings", box(question.id));
      const where = disputedAt(question);
      const disputed = page.disputed.includes(where);
      const shared = page.readings.every((reading) => valueAt(where, reading.record) !== undefined);
      if (!shared || ["evidence", "memo", "confidence"].includes(question.id)) continue;
      box(question.id).classList.toggle("disputed", disputed);
      box(question.id).classList.toggle("settled", disputed && valueAt(where) !== undefined);
      home.hidden = false;
      if (!disputed) home.replaceChildren(made("p", { className: "agreed", textContent: `${words.agreed}: ${labelled(question, valueAt(where, page.readings[0].record))}` }));
      else if (!home.children.length) home.append(...page.readings.flatMap((reading, place) => readingLines(question, reading, place)));
      if (disputed) drawDecision(question, where);
    }
  };
  const readingLines = (question, reading, place) => {
    const line = made("button", { type: "button", className: place ? "by-second" : "by-first" });
    line.append(made("kbd", { textContent: "abcdefgh"[place] }), made("span", { className: "says", textContent: filled(words.reading_of, { coder: reading.coder }) }), made("span", { textContent: labelled(question, valueAt(disputedAt(question), reading.record)) }));
    line.addEventListener("click", () => {
      go(question.id);
      follow(place);
    });
    const value = valueAt(question.pointer, reading.record);
    const about = question.supports === "value" ? [value].flat() : [question.supports];
    const told = reading.record.evidence.filter((item) => about.includes(item.supports));
    return [line, ...told.map((item) => made("blockquote", { lang: item.lang, textContent: item.text + (item.locator ? ` (${item.locator})` : "") }))];
  };
  const decisionFor = (where) => (record.decisions ??= []).find((one) => one.value === where) ?? record.decisions[record.decisions.push({ value: where }) - 1];
  const drawDecision = (question, where) => {
    const home = $(".decision", box(question.id));
    home.hidden = valueAt(where) === undefined;
    if (!home.children.length) {
      const reasons = made("div", { className: "reasons" });
      reasons.setAttribute("role", "radiogroup");
      reasons.setAttribute("aria-label", words.reason);
      for (const reason of page.reasons) {
        const input = made("input", { type: "radio", name: `reason-${question.id}`, value: reason });
        input.addEventListener("change", () => change(() => {
          decisionFor(where).reason = reason;
        }));
        reasons.append(made("label", { className: "option" }, input, made("span", { textContent: words[`reason_${reason}`] })));
      }
      const comment = made("textarea", { rows: 2 });
      const keep = () => change(() => {
        decisionFor(where).comment = comment.value;
      });
      comment.addEventListener("input", (event) => event.isComposing || keep());
      comment.addEventListener("compositionend", keep);
      home.append(made("p", { textContent: words.reason }), reasons, made("label", {}, words.comment, comment));
    }
    const given = (record.decisions ?? []).find((one) => one.value === where) ?? {};
    for (const input of $$("input", home)) input.checked = input.value === given.reason;
    const comment = $("textarea", home);
    if (comment !== document.activeElement) comment.value = given.comment ?? "";
  };

  // finding an event

  const search = $("#event-search");
  const list = $("#event-list");
  let active = -1;
  const openEvents = () => {
    const wanted = search.value.normalize("NFKC").toLowerCase().split(/\s+/u).filter(Boolean);
    const fitting = page.events.filter((event) => wanted.every((word) => event.folded.includes(word)));
    list.replaceChildren(
      ...fitting.map((event, place) => {
        const line = made("li", { id: `event-${place}`, className: event.umbrella ? "umbrella" : "" }, made("span", { textContent: event.date }), made("span", { textContent: event.label }));
        line.setAttribute("role", "option");
        line.addEventListener("pointerdown", (press) => press.preventDefault());
        line.addEventListener("click", () => chooseEvent(event.id));
        line.dataset.event = event.id;
        return line;
      }),
    );
    list.hidden = fitting.length === 0;
    search.setAttribute("aria-expanded", String(fitting.length > 0));
    activate(wanted.length ? 0 : -1);
  };
  const activate = (place) => {
    active = Math.min(place, list.children.length - 1);
    for (const [at, line] of [...list.children].entries()) line.setAttribute("aria-selected", String(at === active));
    if (active >= 0) {
      search.setAttribute("aria-activedescendant", `event-${active}`);
      list.children[active].scrollIntoView({ block: "nearest" });
    } else search.removeAttribute("aria-activedescendant");
  };
  const closeEvents = () => {
    search.value = "";
    list.hidden = true;
    search.setAttribute("aria-expanded", "false");
    search.removeAttribute("aria-activedescendant");
  };
  search.addEventListener("focus", openEvents);
  search.addEventListener("blur", closeEvents);
  search.addEventListener("input", (event) => event.isComposing || openEvents());
  search.addEventListener("compositionend", openEvents);
  search.addEventListener("keydown", (event) => {
    if (composing(event)) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      activate(Math.max(0, active + (event.key === "ArrowDown" ? 1 : -1)));
    } else if (event.key === "Enter") {
      event.preventDefault();
      event.stopPropagation();
      if (active >= 0) chooseEvent(list.children[active].dataset.event);
    }
  });

  // mouse and keys

  for (const question of questions.values()) {
    const home = box(question.id);
    home.addEventListener("focusin", () => current !== question.id && go(question.id, { focus: false }));
    home.addEventListener("pointerdown", () => current !== question.id && go(question.id, { focus: false }));
    for (const [place, input] of $$(".options input", home).entries()) {
      const option = question.options[place];
      input.addEventListener("change", () => {
        choose(question, option);
        if (question.id === "phase") send("PUT", "/settings", { phase: option.value }).catch(() => undefined);
      });
      input.addEventListener("click", (event) => event.detail > 0 && home.focus({ preventScroll: true })); // arrows then move on and change nothing
      const preview = () => question.entry === "frames" && option.value && drawHandbook(`f-${option.value}`);
      input.addEventListener("focus", preview);
      input.closest("label").addEventListener("pointerenter", () => current === question.id && preview());
    }
  }
  for (const button of $$("[data-mark]")) {
    button.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps the selection in the text
    button.addEventListener("click", () => evidence(button.dataset.mark));
  }
  for (const button of $$("[data-show]")) button.addEventListener("click", () => drawHandbook(button.dataset.show));
  $("#event-none").addEventListener("click", () => chooseEvent(null));
  $("#evidence-add").addEventListener("click", () => {
    const supports = record.frames?.primary ?? page.questions.find((question) => question.id.startsWith("v-"))?.supports;
    add({ supports, kind: "paraphrase", text: "", lang: page.language, locator: page.locator });
    $$(".item .words").at(-1).focus();
  });
  const memo = $("#memo");
  const keepMemo = () => {
    const first = typing !== "memo";
    typing = "memo";
    if (first) change(() => {
      record.memo = memo.value;
    });
    else {
      record.memo = memo.value;
      store.touch();
    }
  };
  memo.addEventListener("input", (event) => event.isComposing || keepMemo());
  memo.addEventListener("compositionend", keepMemo);
  memo.addEventListener("focus", () => {
    typing = "";
  });
  const toggleCues = () => {
    cuesShown = !cuesShown;
    drawCues();
  };
  $("#mark-cues").addEventListener("click", toggleCues);
  $("#done").addEventListener("click", done);
  for (const link of [$("#next"), $("#back")]) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      away(link.href);
    });
  }
  document.addEventListener("selectionchange", () => {
    const chosen = text.selected();
    if (!chosen) return;
    span = chosen;
    drawText();
  });
  $("#text")?.addEventListener("pointerdown", () => {
    span = null;
    drawText();
  });
  const pick = (next) => {
    if (!next) return;
    getSelection().removeAllRanges();
    span = next;
    drawText();
    text.reveal(span);
  };
  const sentence = (by, reach) => text.has && pick(text.step(chosenSpan(), by, reach));
  const trim = (sign) => chosenSpan() && pick(text.edge(chosenSpan(), sign));

  document.addEventListener("keydown", (event) => {
    if (composing(event) || modified(event) || windowOpen()) return;
    const key = keyOf(event);
    const { target } = event;
    if (writes(target)) {
      if (key === "Escape") {
        event.preventDefault();
        go(current);
      }
      return;
    }
    if (target.matches("[type=radio], [type=checkbox]") && (key.startsWith("Arrow") || key === " ")) return; // the browser's own keys in a group
    if (target.matches("button, a") && (key === "Enter" || key === " ")) return;
    const does = {
      j: () => move(1),
      ArrowDown: () => move(1),
      k: () => move(-1),
      ArrowUp: () => move(-1),
      ArrowRight: () => sentence(1, event.shiftKey),
      ArrowLeft: () => sentence(-1, event.shiftKey),
      "[": () => trim("["),
      "]": () => trim("]"),
      "{": () => trim("{"),
      "}": () => trim("}"),
      e: () => evidence(),
      m: toggleCues,
      u: () => travel(past, future, "undone"),
      r: () => travel(future, past, "redone"),
      d: done,
      n: () => away($("#next").href),
      q: () => away($("#back").href),
      Enter: enter,
      Escape: () => {
        span = null;
        getSelection().removeAllRanges();
        go(current);
      },
      "?": () => $("#keys").showModal(),
    };
    if (settling) Object.assign(does, { a: () => follow(0), b: () => follow(1) });
    const act = does[key] ?? (/^[0-9zxc]$/.test(key) ? () => byKey(key) : null);
    if (!act) return;
    event.preventDefault();
    act();
  });

  // begin

  const kept = store.restore();
  if (kept && !final) {
    record = judged(kept);
    say(words.restored);
    store.touch(0);
  } else if (settling && state === "uncoded") adopt();
  draw();
  go(order.find((id) => applies(id) && valueAt(questions.get(id).pointer) === undefined) ?? order[0]);
  return async () => (await store.flush()) || !store.unsaved();
}

// --- begin -----------------------------------------------------------------------------------------------------

const { classList } = document.body;
if (classList.contains("coding")) settings(desk());
else {
  settings();
  if (classList.contains("queue")) queue();
  if (classList.contains("intake")) intake();
}
document.documentElement.dataset.ready = "yes";
