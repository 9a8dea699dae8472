// What every page has: finding and making elements, words to the person, requests, the bar on top.

export const $ = (selector, root = document) => root.querySelector(selector);
export const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
export const made = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};
export const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

const toast = $("#toast");
let toastTimer = 0;
export function say(text) {
  toast.textContent = text;
  toast.classList.add("shown");
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => toast.classList.remove("shown"), 2600);
}

const banner = $("#banner");
export function warn(text) {
  banner.textContent = text;
  banner.hidden = !text;
}

export const send = (method, address, body, headers = {}, options = {}) =>
  fetch(address, { method, body: JSON.stringify(body), headers: { "Content-Type": "application/json", ...headers }, ...options });

export function settings(beforeReload = async () => true) {
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
}
