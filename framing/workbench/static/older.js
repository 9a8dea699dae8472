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
  const open = () => {
    if (!behind()) return false;
    say(words.codebook_check);
    $("#older-hold").focus();
    return true;
  };
  $("#older-hold").addEventListener("click", () => {
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
