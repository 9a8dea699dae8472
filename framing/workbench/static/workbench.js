// The workbench in the browser: hand-written modules, no build. Each kind of page loads its own.

import { settings } from "./page.js";

const { classList } = document.body;
if (classList.contains("coding")) {
  settings(await (await import("./desk.js")).desk());
  const kept = (await import("./shelf.js")).typed();
  if (location.pathname === `/article/${kept.read()?.values.id}`) kept.clear(); // it has been added
} else {
  settings();
  if (classList.contains("queue")) (await import("./queue.js")).queue();
  if (classList.contains("intake")) (await import("./intake.js")).intake();
}
document.documentElement.dataset.ready = "yes";
