// Saving: nothing typed is lost, whatever the server, the network or another tab does.

import { $, send, warn } from "./page.js";
import { essence } from "./record.js";
import { places } from "./places.js";

const PAUSE = 120; // milliseconds without a change before it is saved
const AGAIN = 1500; // milliseconds before a failed save is tried once more

/**
 * Keeps one record on the server, and in this browser for as long as the server has not acknowledged it.
 * @import { Coding } from "./record.js"
 * @import { Page, Standing } from "./work.js"
 * @typedef {Standing & { etag: string, codebook: string, record: Coding, error?: string }} Answer
 * @typedef {{ etag: string, record: Coding, sent?: string[], codebook?: string, place: string }} Left what an earlier page kept
 * @param {Page} page
 * @param {{ payload: () => Coding, judge: (answer: Answer) => void, conflict: (other: Answer) => void, version: () => string,
 *   outdated: (answer: Answer) => string, worked: () => boolean }} desk
 */
export function keeper(page, desk) {
  const kept = places(`framing/${page.folder}/${page.coder}/${page.article}`);
  let { etag } = page;
  let dirty = false;
  let chain = Promise.resolve(true);
  let waiting = 0;
  let timer = 0;
  /** @type {Answer | null} */
  let clash = null;
  let reachable = true;
  let sent = [essence(page.record)]; // what the server had, and what was sent since: when it has one of these, there is no conflict

  const backup = () => kept.put({ etag, record: desk.payload(), sent, codebook: desk.version() });
  const matched = () => ({ ...(etag ? { "If-Match": `"${etag}"` } : { "If-None-Match": "*" }), "Codebook-Version": desk.version() });
  const state = (/** @type {string} */ name) => {
    const shown = $("#saved");
    shown.dataset.state = name;
    shown.textContent = page.words[name];
  };
  const failed = (/** @type {string} */ word, retry = true) => {
    dirty = true;
    reachable = word !== "gone" && word !== "locked_out";
    warn(page.words[word]);
    state("unsaved");
    clearTimeout(timer);
    if (retry) timer = setTimeout(flush, AGAIN);
    return false;
  };
  const accepted = (/** @type {Answer} */ answer) => {
    etag = answer.etag;
    sent = [essence(answer.record)];
    desk.judge(answer);
    reachable = true;
    warn(desk.outdated(answer));
    if (dirty) return;
    state("saved");
    kept.clear();
  };
  const put = async (/** @type {string} */ address) => {
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
  const queued = (/** @type {() => boolean | Promise<boolean>} */ task) => {
    waiting += 1;
    chain = chain.then(task, task).finally(() => {
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
  const settle = (/** @type {boolean} */ mine) => {
    const other = clash;
    clash = null;
    if (!other) return;
    etag = other.etag;
    if (mine) {
      touch(0);
      return;
    }
    dirty = false;
    kept.clear();
    accepted(other);
  };
  /** What earlier pages could not save, as far as it is not what the server has; each version once. */
  const left = async () => {
    const known = new Set([essence(page.record)]);
    const found = [];
    for (const one of await kept.left()) {
      const decided = essence(one.record);
      if (known.has(decided)) kept.drop(one.place);
      else found.push(one);
      known.add(decided);
    }
    return found;
  };
  /** Goes on from what an earlier page left; a newer file on the server then answers with a conflict. */
  const take = (/** @type {Left} */ one) => {
    sent = [...(one.sent ?? []), essence(one.record)];
    etag = one.etag;
  };
  const forget = (/** @type {Left[]} */ all) => {
    for (const { place } of all) kept.drop(place);
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
  return { touch, flush, finish, settle, left, take, forget, unsaved: () => dirty };
}
