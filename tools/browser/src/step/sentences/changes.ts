/** What a step changed, down to the parts that a reader would name. */
import type { Item } from "../moment/model";

/** Of an array or a struct with more changed parts than this, the whole is named. */
const PARTS = 3;

/** The changed items, each as small as is worth a name. */
export function changedIn(items: readonly Item[]): Item[] {
  // What is uninitialised again belongs to a block that began anew.
  return items.filter((item) => item.isChanged && item.state !== "unset" && !isUnsaid(item)).flatMap(changesOf);
}

/** What is shown and not worth a word: padding, bytes without a type, the pointer to virtual functions. */
function isUnsaid({ kind, type }: Item): boolean {
  return kind === "padding" || kind === "bytes" || type === "";
}

function changesOf(item: Item): Item[] {
  // A smart pointer is said like the pointer that it holds.
  if (item.kind === "library") return item.items.length === 1 && item.items[0]?.kind === "pointer" && item.items[0].name === "get()" ? [...item.items] : [item];
  if (item.kind === "string") return [item];
  const inside = changedIn(item.items);
  if (inside.length === 0 || inside.length > PARTS) return [item];
  // All members at once are a new struct.
  const parts = item.items.filter(({ kind }) => kind !== "padding");
  const isWhole = item.kind !== "array" && parts.length > 1 && parts.every(({ isChanged }) => isChanged);
  return isWhole || (item.kind === "union" && inside.length > 0) ? [item] : inside;
}
