// Keys as they were meant, on every keyboard layout and with every input method.

/** Whether an input method is at work: nothing of ours may fire then. */
export const composing = (/** @type {KeyboardEvent} */ event) => event.isComposing || event.keyCode === 229;

/**
 * The key that was meant, whatever the layout: Cyrillic letters count by their place on the keyboard.
 * @param {KeyboardEvent} event
 */
export function keyOf(event) {
  if (event.key.length !== 1 || event.key.charCodeAt(0) < 128) return event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const place = event.code;
  if (place.startsWith("Key")) return place.slice(3).toLowerCase();
  if (place.startsWith("Digit")) return place.slice(5);
  /** @type {Record<string, string>} */
  const signs = { BracketLeft: "[{", BracketRight: "]}", Slash: "/?" };
  return signs[place]?.[event.shiftKey ? 1 : 0] ?? event.key;
}

export const writes = (/** @type {Element} */ element) => element.matches("textarea, select, input:not([type=radio], [type=checkbox])");
export const modified = (/** @type {KeyboardEvent} */ event) => event.ctrlKey || event.metaKey || event.altKey;
export const windowOpen = () => document.querySelector("dialog[open]") !== null;
