// Elements, words and numbers.

/**
 * A new element.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, any>} properties
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function made(tag, properties = {}, ...children) {
  const { data = {}, style = {}, ...rest } = properties;
  const element = Object.assign(document.createElement(tag), rest);
  Object.assign(element.dataset, data);
  for (const [name, value] of Object.entries(style)) element.style.setProperty(name, String(value));
  element.append(...children);
  return element;
}
/** The element of the page with an id, which the template writes. @param {string} id @returns {any} */
export const part = (id) => document.getElementById(`explore-${id}`);
/** A text with what stands in its braces. @param {string} text @param {Record<string, string | number>} values */
export const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

/** Draws anew and gives the focus back to what had it. @param {HTMLElement} home @param {Node[]} children */
export function redraw(home, ...children) {
  const focused = /** @type {HTMLElement | null} */ (home.contains(document.activeElement) ? document.activeElement : null)?.dataset.key;
  home.replaceChildren(...children);
  if (focused) keyed(home, focused)?.focus();
}
/** @param {HTMLElement} home @param {string} key @returns {HTMLElement | undefined} */
const keyed = (home, key) => [.../** @type {NodeListOf<HTMLElement>} */ (home.querySelectorAll("[data-key]"))].find((one) => one.dataset.key === key);

const STEPS = /** @type {Record<string, [number, number]>} */ ({ ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] });

/** One stop of the tab key in a table of buttons; arrows move among them, over cells that have none. @param {HTMLTableElement} table */
export function walkable(table) {
  const rows = () => [...table.rows].map((row) => [...row.cells].map((cell) => cell.querySelector("button")));
  const buttons = rows().flat().filter((one) => one !== null);
  const stop = Math.max(0, buttons.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement)));
  buttons.forEach((button, at) => { button.tabIndex = at === stop ? 0 : -1; });
  table.addEventListener("focusin", (event) => {
    for (const button of rows().flat()) if (button) button.tabIndex = button === event.target ? 0 : -1;
  });
  table.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (!step) return;
    const grid = rows();
    let row = grid.findIndex((cells) => cells.includes(/** @type {HTMLButtonElement} */ (event.target)));
    let column = grid[row]?.indexOf(/** @type {HTMLButtonElement} */ (event.target)) ?? -1;
    if (column < 0) return;
    do { row += step[0]; column += step[1]; } while (grid[row] && column >= 0 && column < grid[row].length && !grid[row][column]);
    grid[row]?.[column]?.focus();
    event.preventDefault();
  });
}
