// What this browser keeps until the server has acknowledged it: a place of its own for every page that is open.
// Storage may be full or forbidden; the server is the first keeper.

const tried = (act) => {
  try {
    return act();
  } catch {
    return null;
  }
};
const put = (place, value) => tried(() => localStorage.setItem(place, JSON.stringify(value)));
const read = (place) => tried(() => JSON.parse(localStorage.getItem(place)));
const drop = (place) => tried(() => localStorage.removeItem(place));

/** The place of this page among those of one article. */
export function shelf(article) {
  const own = `${article}/${crypto.randomUUID()}`;
  navigator.locks?.request(own, () => new Promise(() => {})); // held for as long as the page lives, however it ends
  /** What pages that are gone have left, those of pages that are open elsewhere not among it. */
  const left = async () => {
    const held = (await navigator.locks?.query())?.held ?? [];
    const open = new Set(held.map((lock) => lock.name));
    const places = tried(() => Object.keys(localStorage)) ?? [];
    const closed = places.filter((place) => place.startsWith(`${article}/`) && !open.has(place));
    return closed.map((place) => ({ ...read(place), place })).filter((one) => one.record);
  };
  return { put: (value) => put(own, value), clear: () => drop(own), drop, left };
}

/** What was typed into the form of this study and is no article yet: no answer of a server can lose it. */
export function typed() {
  const place = `framing/${document.documentElement.dataset.study}/new`;
  return { put: (value) => put(place, value), read: () => read(place), clear: () => drop(place) };
}
