// The clock of the desk.

import { $, filled } from "./page.js";

const IDLE = 60_000; // milliseconds without a sign of life before the clock stops

/**
 * Counts the minutes in which somebody was at work.
 * @param {Record<string, string>} words
 * @param {number | null | undefined} minutes
 * @param {() => boolean} stopped
 */
export function clock(words, minutes, stopped) {
  let seconds = (minutes ?? 0) * 60;
  let last = Date.now();
  const shown = $("#timer");
  const alive = () => {
    last = Date.now();
  };
  for (const sign of ["keydown", "pointerdown", "pointermove", "wheel", "input"]) addEventListener(sign, alive, { passive: true });
  const draw = () => {
    const working = !document.hidden && Date.now() - last < IDLE;
    if (working && !stopped()) seconds += 1;
    const text = filled(words[working || stopped() ? "minutes" : "minutes_paused"], { count: Math.floor(seconds / 60) });
    if (shown.textContent !== text) shown.textContent = text;
  };
  setInterval(draw, 1000);
  draw();
  return () => Math.round(seconds / 6) / 10;
}
