/**
 * What the device's database had not taken when a page was left: it ends with the page that it was
 * asked by. A list in the browser's plain storage, which answers at once, holds it for the next page.
 */
import { isArea, type Area, type Entry } from "./areas";

/** A change that is still to be made; without an entry, a removal. */
export interface Leftover {
  readonly area: Area;
  readonly key: string;
  readonly entry?: Entry;
  /** In milliseconds since 1970. */
  readonly when: number;
}

/** Leaves changes behind, after those that are there; where the browser takes nothing, they are lost. */
export function leave(name: string, left: readonly Leftover[]): void {
  if (left.length === 0) return;
  try {
    localStorage.setItem(name, JSON.stringify([...leftBehind(name), ...left]));
  } catch {
    // Full or forbidden, as the database was.
  }
}

/** Takes what was left behind: nobody gets it a second time. */
export function take(name: string): Leftover[] {
  const found = leftBehind(name);
  try {
    localStorage.removeItem(name);
  } catch {
    return [];
  }
  return found;
}

function leftBehind(name: string): Leftover[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(name) ?? "[]");
    return Array.isArray(found) ? found.filter(isLeftover) : [];
  } catch {
    return [];
  }
}

function isLeftover(one: unknown): one is Leftover {
  if (typeof one !== "object" || one === null) return false;
  const { area, key, entry, when } = one as Partial<Record<keyof Leftover, unknown>>;
  return isArea(area) && typeof key === "string" && typeof when === "number" && (entry === undefined || isEntry(entry, area, key));
}

function isEntry(one: unknown, area: Area, key: string): one is Entry {
  if (typeof one !== "object" || one === null) return false;
  const entry = one as Partial<Entry>;
  return entry.area === area && entry.key === key && typeof entry.when === "number" && "value" in entry;
}
