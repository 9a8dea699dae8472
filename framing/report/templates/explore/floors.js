// What numbers may say, by the floors that the page brings with it.

/**
 * How a cell is shown: articles that share a description count once towards the floors, yet none goes unseen.
 * @param {[number, string][]} floors
 * @param {number} articles
 * @param {number} n
 */
export function shown(floors, articles, n) {
  const reached = articles > 0 ? Math.max(n, 1) : 0;
  return floors.filter(([least]) => reached >= least).at(-1)?.[1] ?? "nothing";
}
/** Whether the floors let a share be given. @param {string} how */
export const shareable = (how) => how === "indicative" || how === "estimate";
