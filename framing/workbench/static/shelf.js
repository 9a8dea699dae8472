// What this browser keeps until the server has acknowledged it.

/**
 * One place in the browser's storage. Storage may be full or forbidden; the server is the first keeper.
 * @param {string} place
 */
export function shelf(place) {
  const tried = (/** @type {() => any} */ act) => {
    try {
      return act();
    } catch {
      return null;
    }
  };
  return {
    put: (/** @type {any} */ value) => tried(() => localStorage.setItem(place, JSON.stringify(value))),
    read: () => tried(() => JSON.parse(localStorage.getItem(place) ?? "null")),
    clear: () => tried(() => localStorage.removeItem(place)),
  };
}

/** What was typed into the form of this study and is not an article yet: no answer of a server can lose it. */
export const typed = () => shelf(`framing/${document.documentElement.dataset.study}/new`);
/** It has become the article of this page, which says so once. */
export function added() {
  typed().clear();
  history.replaceState(null, "", location.pathname);
}
