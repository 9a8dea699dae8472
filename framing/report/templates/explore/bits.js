// Sets of articles as bits, so that thousands of them are counted in a moment.

/** @typedef {Uint32Array} Bits */

export const empty = (/** @type {number} */ size) => new Uint32Array(Math.ceil(size / 32));
export const put = (/** @type {Bits} */ set, /** @type {number} */ at) => { set[at >>> 5] |= 1 << (at & 31); };

/** What all of some sets hold. @param {Bits[]} sets */
export function both(...sets) {
  const found = sets[0].slice();
  for (const set of sets.slice(1)) for (let at = 0; at < found.length; at++) found[at] &= set[at];
  return found;
}
/** What any of some sets holds. @param {number} size @param {Bits[]} sets */
export function either(size, sets) {
  const found = empty(size);
  for (const set of sets) for (let at = 0; at < found.length; at++) found[at] |= set[at];
  return found;
}
/** How many articles two sets share. @param {Bits} one @param {Bits} other */
export function shared(one, other) {
  let found = 0;
  for (let at = 0; at < one.length; at++) {
    let word = one[at] & other[at];
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    found += (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  }
  return found;
}
/** The articles of a set, in order. @param {Bits} set */
export function listed(set) {
  const found = [];
  for (let at = 0; at < set.length; at++)
    for (let word = set[at]; word !== 0; word &= word - 1) found.push(at * 32 + 31 - Math.clz32(word & -word));
  return found;
}
/** What the articles that two sets share weigh. @param {Bits} one @param {Bits} other @param {Float64Array} weights */
export function weighed(one, other, weights) {
  let sum = 0;
  for (let at = 0; at < one.length; at++)
    for (let word = one[at] & other[at]; word !== 0; word &= word - 1) sum += weights[at * 32 + 31 - Math.clz32(word & -word)];
  return Math.round(sum * 1e9) / 1e9;
}
