// The queue: filter while typing, rows by key.

import { composing, keyOf, modified, windowOpen, writes } from "./keys.js";
import { $, $$, ready } from "./page.js";

function queue() {
  const form = $("#filter");
  const field = $("#q");
  let typed = 0;
  const rows = () => $$("a.row");
  const live = async () => {
    const address = `/?${new URLSearchParams(/** @type {any} */ (new FormData(form)))}`;
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
  field.addEventListener("input", (/** @type {InputEvent} */ event) => event.isComposing || soon());
  field.addEventListener("compositionend", soon);
  form.addEventListener("submit", (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    clearTimeout(waiting); // the list that is focused is the last one
    live().then(() => rows()[0]?.focus());
  });
  const step = (/** @type {number} */ by) => {
    const all = rows();
    const here = all.indexOf(document.activeElement);
    all[here < 0 ? 0 : Math.min(all.length - 1, Math.max(0, here + by))]?.focus();
  };
  document.addEventListener("keydown", (event) => {
    if (composing(event) || modified(event) || windowOpen()) return;
    const key = keyOf(event);
    const target = /** @type {HTMLElement} */ (event.target);
    if (writes(target)) {
      if (key === "Escape" || (key === "ArrowDown" && target === field)) {
        event.preventDefault();
        target.blur();
        if (key === "ArrowDown") step(1);
      }
      return;
    }
    /** @type {(() => void) | undefined} */
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

queue();
ready();
