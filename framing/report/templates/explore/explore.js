// The page follows its address, and its address what is chosen.

import { read, written } from "./address.js";
import { shared } from "./bits.js";
import { choice } from "./choice.js";
import { csv, download } from "./csv.js";
import { filled, made, part } from "./dom.js";
import { filters, offered } from "./filters.js";
import { list } from "./list.js";
import { shares } from "./shares.js";
import { held } from "./study.js";
import { timeline } from "./timeline.js";
import { conditions, rests } from "./told.js";

/** @import { State } from "./address.js" */

const study = held(JSON.parse(/** @type {HTMLElement} */ (document.getElementById("explore-content")).textContent ?? ""));
const words = study.words;
let { state, unknown } = read(study, location.hash);
let timer = 0;

/** @param {Partial<State>} given @param {boolean} typing */
function change(given, typing = false) {
  state = { ...state, ...given };
  const address = `#${written(study, state)}`;
  if (address !== (location.hash || "#")) history[typing ? "replaceState" : "pushState"](null, "", address);
  unknown = [];
  draw();
}

function follow() {
  if (location.hash.replace(/^#/, "") === written(study, state)) return;
  ({ state, unknown } = read(study, location.hash));
  draw();
}

/** @param {boolean} whole */
function draw(whole = false) {
  const found = choice(study, state);
  const articles = shared(found.chosen, found.chosen);
  drawFilters(found);
  for (const name of /** @type {const} */ (["count", "by", "every"])) part(name).value = state[name];
  const chosen = conditions(study, state);
  part("chosen").replaceChildren(...(chosen.length ? chosen.map(([name, text]) => made("li", {}, made("b", {}, `${name}${words.colon}`), text)) : [made("li", {}, words.chosen_all)]));
  part("rests").textContent = rests(study, state, found);
  part("rests").dataset.articles = String(articles);
  part("unknown").hidden = unknown.length === 0;
  part("unknown").textContent = filled(words.unknown, { names: unknown.join(", ") });
  part("clear").disabled = chosen.length === 0;
  part("download").disabled = articles === 0;
  timeline(part("timeline"), study, state, found, change);
  shares(part("shares"), study, state, found, change);
  list(part("list"), study, state, found, change, whole);
  part("several").hidden = !study.facets[state.count].several;
  clearTimeout(timer);
  timer = setTimeout(() => { part("status").textContent = filled(words.status, { articles, of: shared(found.every, found.every) }); }, 400);
}

async function copy() {
  const address = location.href;
  try {
    await navigator.clipboard.writeText(address);
    part("status").textContent = words.copied;
    part("copied").textContent = words.copied;
  } catch {
    part("address").hidden = false;
    part("address").value = address;
    part("address").select();
  }
}

const countable = Object.values(study.facets).filter(({ id }) => id === "primary" || id === "any" || id.startsWith("said/"));
offered(part("count"), countable.map(({ id, label }) => [id, label]));
offered(part("by"), [...study.sides.map((side) => /** @type {[string, string]} */ ([side, study.facets[side].label])), ["all", words.all_articles]]);
offered(part("every"), Object.keys(study.periods).map((every) => [every, words[`every_${every}`]]));
const drawFilters = filters(study, () => state, change);
for (const name of /** @type {const} */ (["count", "by", "every"])) part(name).addEventListener("change", () => change({ [name]: part(name).value, page: 0 }));
part("previous").addEventListener("click", () => change({ page: state.page - 1 }));
part("next").addEventListener("click", () => change({ page: state.page + 1 }));
part("download").addEventListener("click", () => download(csv(study, state, choice(study, state)), `records-${written(study, state) ? "chosen" : "all"}.csv`));
part("copy").addEventListener("click", copy);
if (matchMedia("(width < 60rem)").matches) part("panel").open = false;
addEventListener("popstate", follow);
addEventListener("hashchange", follow);
addEventListener("beforeprint", () => draw(true));
addEventListener("afterprint", () => draw());
draw();
part("page-body").hidden = false;
document.documentElement.dataset.ready = "yes";
