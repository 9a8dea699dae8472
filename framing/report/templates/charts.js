"use strict";
// Draws the figures of a page; what a reader takes away is in take.js.

/** @typedef {{ [key: string]: any }} Spec a Vega-Lite specification: the chart, and its small print for pictures that stand alone */

/** @type {{ [name: string]: Spec }} */
const charts = unpacked(JSON.parse(document.getElementById("charts").textContent));
/** The interpreter (ast) keeps Vega within a content security policy that forbids eval. */
const drawing = { ast: true, renderer: "svg", actions: false };

for (const [name, whole] of Object.entries(charts)) {
  filled(whole, document.getElementById("figure-" + name));
  const box = document.getElementById("chart-" + name);
  const { vconcat, spacing, ...shared } = whole; // the page has a caption: the small print would repeat it
  vegaEmbed(box, { ...shared, ...vconcat[0] }, drawing).then(() => {
    const svg = box.querySelector("svg");
    svg.setAttribute("viewBox", "0 0 " + svg.getAttribute("width") + " " + svg.getAttribute("height"));
    svg.setAttribute("lang", (shared.usermeta || {}).language || document.documentElement.lang);
    svg.style.background = "none";
    for (const empty of svg.querySelectorAll(".role-mark:empty")) empty.setAttribute("aria-hidden", "true");
    colour(svg);
    walk(svg, box.parentElement.querySelector(".said"));
    repeat(box, svg);
    box.dataset.drawn = "";
  });
}

/** Gives each coloured element its colour on dark paper, for the style sheet to choose. */
function colour(/** @type {Element} */ svg) {
  for (const name of ["fill", "stroke"])
    for (const part of svg.querySelectorAll("[" + name + "]")) {
      const there = onDark(part.getAttribute(name));
      if (there) part.style.setProperty("--dark-" + name, there);
    }
}

const probe = document.createElement("canvas").getContext("2d");
const known = new Map([["#ffffff", "var(--paper)"]]);

/** The colour with its lightness turned round, in OKLab, where hue and strength stay as they look; nothing for no colour. */
function onDark(/** @type {string} */ written) {
  if (written === "none" || written === "transparent") return "";
  probe.fillStyle = written;
  const plain = String(probe.fillStyle);
  if (!known.has(plain)) known.set(plain, plain.startsWith("#") ? turned(plain) : plain);
  return known.get(plain);
}

function turned(/** @type {string} */ hex) {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const light = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  const red = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const yellow = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  const opposite = Math.min(0.94, 0.21 + (1 - light) * 0.97); // white becomes the dark paper, ink its pale ink
  const strong = Math.hypot(red, yellow) > 0.1; // the colour of a mark, which must be seen; a shade carries figures
  return "oklab(" + [strong ? Math.max(opposite, 0.6) : opposite, red, yellow].map((part) => part.toFixed(4)).join(" ") + ")";
}

/** Links around the marks that lead to records. One is a stop of the Tab key, arrows go on; under the figure stands what it says. */
function walk(/** @type {Element} */ svg, /** @type {HTMLElement} */ said) {
  const links = [...svg.querySelectorAll("[role=graphics-symbol]")].filter((mark) => mark.__data__?.href).map(linked);
  const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -links.length, End: links.length };
  links.forEach((link, place) => {
    link.setAttribute("tabindex", place ? "-1" : "0");
    link.addEventListener("focus", () => (said.textContent = link.getAttribute("aria-label")));
  });
  svg.addEventListener("keydown", (event) => {
    const step = steps[event.key], here = links.indexOf(document.activeElement);
    if (!step || here < 0) return;
    event.preventDefault();
    const next = links[Math.max(0, Math.min(links.length - 1, here + step))];
    links[here].setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  });
}

/** A mark inside a true link: Vega itself only answers clicks. */
function linked(/** @type {Element} */ mark) {
  const link = document.createElementNS(mark.namespaceURI, "a");
  link.setAttribute("href", address(mark.__data__.href));
  link.setAttribute("aria-label", mark.getAttribute("aria-label").replaceAll("\n", ", "));
  mark.replaceWith(link);
  mark.__data__.href = null;
  link.append(mark);
  return link;
}

/** Where a figure is wider than its box, its title and row labels stay at the edge while it is scrolled, and a line says that it goes on. */
function repeat(/** @type {HTMLElement} */ box, /** @type {SVGSVGElement} */ svg) {
  const texts = rowLabels(svg), holder = copied("labels"), title = copied("titles");
  const under = entitle(title, svg);
  box.prepend(title, holder);
  let met = false;
  const told = () => {
    const wide = box.scrollWidth > box.clientWidth + 1;
    box.parentElement.classList.toggle("scrolls", wide);
    if (!wide) return;
    if (!svg.querySelector("a")) box.tabIndex = 0;
    title.style.width = box.clientWidth + "px";
    holder.style.marginTop = -under + "px";
    holder.replaceChildren(...copies(texts, svg, box.clientWidth * 0.58));
    if (!met) meet(box, svg, Math.max(0, ...[...holder.children].map((copy) => parseFloat(copy.style.left || "0") + parseFloat(copy.style.width))));
    met = true;
  };
  new ResizeObserver(told).observe(box);
  told();
}

/** A place at the edge of a figure for what its picture says too. */
function copied(/** @type {string} */ name) {
  const made = document.createElement("div");
  made.className = name;
  made.setAttribute("aria-hidden", "true");
  return made;
}

/** Writes the title of a figure and what stands under it, in lines as wide as the box; the pixels that they take in the picture. */
function entitle(/** @type {HTMLElement} */ place, /** @type {SVGSVGElement} */ svg) {
  const top = svg.getBoundingClientRect().top;
  const [title] = [...svg.querySelectorAll(".role-title")].sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top);
  const texts = title ? [...title.querySelectorAll("text")] : [];
  place.lang = svg.getAttribute("lang");
  place.append(...texts.map((text, at) => {
    const made = document.createElement(at ? "span" : "b");
    made.textContent = linesOf(text);
    text.classList.add("repeated");
    return made;
  }));
  return Math.max(0, ...texts.map((text) => text.getBoundingClientRect().bottom - top));
}

/** Scrolls on to the first mark where none would be seen beside the labels. */
function meet(/** @type {HTMLElement} */ box, /** @type {Element} */ svg, /** @type {number} */ labels) {
  const symbols = [...svg.querySelectorAll(".mark-symbol.role-mark [role=graphics-symbol]")].filter(speaks);
  const marks = svg.querySelector("a") ? [...svg.querySelectorAll("a")] : symbols;
  const first = Math.min(...marks.map((mark) => mark.getBoundingClientRect().left)) - svg.getBoundingClientRect().left;
  if (Number.isFinite(first) && first > box.clientWidth - 40) box.scrollLeft = first - labels - 30;
}

/** A text of a picture, its lines joined. */
const linesOf = (/** @type {Element} */ text) => [...text.querySelectorAll("tspan")].map((line) => line.textContent).join(" ") || text.textContent;

/** The labels left of the rows: texts that end before the first mark begins. */
function rowLabels(/** @type {SVGSVGElement} */ svg) {
  const marks = ".mark-symbol.role-mark path, .mark-rect.role-mark path, .mark-rule.role-mark line";
  const key = svg.getBoundingClientRect().left + Number(svg.getAttribute("width")) * 0.6;
  const told = [...svg.querySelectorAll(marks)].filter(speaks);
  const first = Math.min(key, ...told.map((mark) => mark.getBoundingClientRect().left));
  const named = (/** @type {Element} */ text) => text.closest(".role-row-header") || !text.closest(".role-title, .role-legend");
  const texts = [...svg.querySelectorAll("text")].filter((text) => named(text) && speaks(text));
  const left = texts.filter((text) => text.textContent && text.getBoundingClientRect().right <= first + 2);
  left.forEach((text) => text.classList.add("repeated"));
  return left;
}

/** Whether a part of a figure is among marks that say something: those of a key do not. */
function speaks(/** @type {Element} */ part) {
  const scope = part.closest(".role-scope");
  return part.closest(".role-row-header") || !scope || scope.querySelector("[role=graphics-symbol]");
}

/** The labels at the edge, as lines that break where they would take more than their part of the box, on paper that hides what passes under them. */
function copies(/** @type {SVGTextElement[]} */ texts, /** @type {Element} */ svg, /** @type {number} */ most) {
  const edge = svg.getBoundingClientRect(), boxes = texts.map((text) => text.getBoundingClientRect());
  const end = Math.max(...boxes.map((at) => at.right)) - edge.left;
  const blank = Math.max(0, Math.min(...boxes.map((at) => at.left)) - edge.left - 4);
  const over = Math.max(blank, end - most);
  const labels = texts.map((text, place) => {
    const at = boxes[place], right = at.right - edge.left - over, made = document.createElement("span");
    made.textContent = linesOf(text);
    const width = Math.min(at.width + 2, right);
    Object.assign(made.style, { top: (at.top + at.bottom) / 2 - edge.top + "px", left: right - width + "px", width: width + "px" });
    const { fontSize, fontWeight } = getComputedStyle(text);
    Object.assign(made.style, { fontSize: over > blank ? "10px" : fontSize, fontWeight });
    return made;
  });
  return [...papers(boxes, edge.top, end - over + 4), ...labels];
}

/** A sheet of paper under the labels of every panel, whose rows follow each other closely. */
function papers(/** @type {DOMRect[]} */ boxes, /** @type {number} */ top, /** @type {number} */ width) {
  const sheets = [];
  for (const at of [...boxes].sort((one, other) => one.top - other.top)) {
    const last = sheets.at(-1);
    if (last && at.top < last.bottom + 80) Object.assign(last, { bottom: Math.max(last.bottom, at.bottom), room: 10 });
    else sheets.push({ top: at.top, bottom: at.bottom, room: 4 });
  }
  return sheets.map((sheet) => {
    const made = document.createElement("i"), height = sheet.bottom - sheet.top + 4 + sheet.room;
    Object.assign(made.style, { top: sheet.top - top - 4 + "px", height: height + "px", width: width + "px" });
    return made;
  });
}
