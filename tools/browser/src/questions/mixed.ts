/** Orders that look like chance and come back: the same seed and name, the same order. */

/** A list in an order of its own for each seed and name. */
export function mixed<T>(list: readonly T[], seed: number, name: string): T[] {
  const next = numbers(seed ^ hash(name));
  const result = [...list];
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(next() * (last + 1));
    [result[last], result[other]] = [result[other] as T, result[last] as T];
  }
  return result;
}

/**
 * So many of a list of different names, in the list's order; others for another seed. One name more or less in
 * the list changes one of them at most.
 */
export function some(list: readonly string[], count: number, seed: string): string[] {
  const drawn = (name: string): number => numbers(hash(`${seed}/${name}`))();
  const first = [...list].sort((one, other) => drawn(one) - drawn(other) || (one < other ? -1 : 1)).slice(0, count);
  return list.filter((name) => first.includes(name));
}

/** FNV-1a, of a text's code units. */
function hash(text: string): number {
  let found = 0x811c9dc5;
  for (let place = 0; place < text.length; place++) {
    found = Math.imul(found ^ text.charCodeAt(place), 0x01000193);
  }
  return found >>> 0;
}

/** Numbers from 0 to below 1: Weyl's sequence, its bits mixed as MurmurHash3 ends. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let bits = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
    return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32;
  };
}
