// What this browser keeps until the server has acknowledged it: a place of its own for every page that is open.

/** The place of this page among those of one article. Storage may be full or forbidden; the server is the first keeper. */
export function shelf(article) {
  const own = `${article}/${crypto.randomUUID()}`;
  const tried = (act) => {
    try {
      return act();
    } catch {
      return null;
    }
  };
  const drop = (place) => tried(() => localStorage.removeItem(place));
  const read = (place) => ({ ...tried(() => JSON.parse(localStorage.getItem(place))), place });
  navigator.locks?.request(own, () => new Promise(() => {})); // held for as long as the page lives, however it ends
  /** What pages that are gone have left, those of pages that are open elsewhere not among it. */
  const left = async () => {
    const held = (await navigator.locks?.query())?.held ?? [];
    const open = new Set(held.map((lock) => lock.name));
    const places = tried(() => Object.keys(localStorage)) ?? [];
    return places.filter((place) => place.startsWith(`${article}/`) && !open.has(place)).map(read).filter((one) => one.record);
  };
  return { put: (value) => tried(() => localStorage.setItem(own, JSON.stringify(value))), clear: () => drop(own), drop, left };
}
