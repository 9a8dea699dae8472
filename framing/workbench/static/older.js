// Answers that were given under another version of the codebook: they stay under it until somebody says that they hold.

import { $, say } from "./page.js";

/**
 * Draws the notice; `open` says whether it still waits for an answer, and leads to it.
 * @import { keeper } from "./keeper.js"
 * @import { Work } from "./work.js"
 * @param {Work} work
 * @param {ReturnType<typeof keeper>} store
 */
export function older(work, store) {
  const { page, words } = work;
  const behind = () => work.version !== page.codebook && !work.standing.final;
  const marked = work.order.filter((id) => page.again.some(({ pointer }) => pointer === work.question(id).pointer));
  const seen = new Set();
  /** Leads to the first marked question that nobody has been at; false where there is none. */
  const unseen = () => {
    const first = marked.find((id) => !seen.has(id));
    if (!first) return false;
    work.go(first);
    say(words.again_look);
    return true;
  };
  const open = () => {
    if (!behind()) return false;
    if (unseen()) return true;
    say(words.codebook_check);
    $("#older-hold").focus();
    return true;
  };
  work.moved.push(() => seen.add(work.current));
  $("#older-hold").addEventListener("click", () => {
    if (unseen()) return;
    work.version = page.codebook;
    work.draw();
    store.touch(0);
    work.go(work.current);
  });
  work.drawn.push(() => {
    $("#older").hidden = !behind();
    $("#older-then").textContent = work.version;
  });
  return { open };
}
