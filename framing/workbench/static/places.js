// Where this browser keeps an article: a place of its own for every page that is open.

import { shelf } from "./shelf.js";

/**
 * The place of this page among those of one article, and what pages that are gone have left in theirs.
 * @param {string} article
 */
export function places(article) {
  const name = `${article}/${crypto.randomUUID()}`;
  const own = shelf(name);
  navigator.locks?.request(name, () => new Promise(() => {})); // held for as long as the page lives, however it ends
  const names = () => {
    try {
      return Object.keys(localStorage);
    } catch {
      return []; // storage is forbidden
    }
  };
  const left = async () => {
    const held = (await navigator.locks?.query())?.held ?? [];
    const open = new Set(held.map((lock) => lock.name));
    const gone = names().filter((place) => place.startsWith(`${article}/`) && !open.has(place));
    return gone.map((place) => ({ ...shelf(place).read(), place })).filter((one) => one.record);
  };
  return { put: own.put, clear: own.clear, drop: (/** @type {string} */ place) => shelf(place).clear(), left };
}
