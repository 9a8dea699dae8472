// What every page has: finding and making elements, words to the person, requests, the bar on top.

/**
 * The first element of a page for a selector: of whichever kind the page has there, which no checker can know.
 * @param {string} selector
 * @param {ParentNode} root
 * @returns {any}
 */
export const $ = (selector, root = document) => root.querySelector(selector);
/**
 * All of them.
 * @param {string} selector
 * @param {ParentNode} root
 * @returns {any[]}
 */
export const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
/**
 * A new element.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, any>} properties
 * @param {(Node | string)[]} children
 */
export const made = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};
/**
 * A text with what stands in its braces.
 * @param {string} text
 * @param {Record<string, string | number>} values
 */
export const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

const toast = $("#toast");
let toastTimer = 0;
export function say(/** @type {string} */ text) {
  toast.textContent = text;
  toast.classList.add("shown");
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => toast.classList.remove("shown"), 2600);
}

const banner = $("#banner");
export function warn(/** @type {string} */ text) {
  banner.textContent = text;
  banner.hidden = !text;
}

/**
 * A request with a record.
 * @param {string} method
 * @param {string} address
 * @param {object} body
 * @param {Record<string, string>} headers
 * @param {RequestInit} options
 */
export const send = (method, address, body, headers = {}, options = {}) =>
  fetch(address, { method, body: JSON.stringify(body), headers: { "Content-Type": "application/json", ...headers }, ...options });

/** Settings by their lists and the list of keys; the page says that it listens. */
export function ready(beforeReload = async () => true) {
  for (const select of $$("select[data-setting]")) {
    select.addEventListener("change", async () => {
      const { setting } = select.dataset;
      if (setting === "theme") document.documentElement.dataset.theme = select.value;
      const answer = await send("PUT", "/settings", { [setting]: select.value }).catch(() => null);
      if (answer && !answer.ok) {
        warn((await answer.json().catch(() => ({}))).detail ?? "");
        return;
      }
      if (setting === "language" && (await beforeReload())) location.reload();
    });
  }
  $("#show-keys")?.addEventListener("click", () => $("#keys").showModal());
  document.documentElement.dataset.ready = "yes";
}
