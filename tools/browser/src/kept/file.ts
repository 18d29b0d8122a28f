/** What the book keeps, as a file that a reader takes along, and back from it. */
import { isArea, type Entry } from "./areas";

const KIND = "c-concepts-workbook";
const VERSION = 1;
/** As much as a file may hold, in characters: more is no export of this book's. */
const LONGEST = 50_000_000;

/** The file's text: JSON with a line for each entry, so that two exports can be compared. */
export function fileOf(entries: readonly Entry[], when: number): string {
  const sorted = [...entries].sort((one, other) => order(one, other));
  const lines = sorted.map((entry) => `    ${JSON.stringify(entry)}`);
  const head = `{\n  "kind": "${KIND}",\n  "version": ${VERSION},\n  "when": ${when},\n`;
  return `${head}  "entries": [${lines.length > 0 ? `\n${lines.join(",\n")}\n  ` : ""}]\n}\n`;
}

/** The entries of a file's text; throws a sentence for a text that is none, whole or in part. */
export function entriesIn(text: string): Entry[] {
  if (text.length > LONGEST) throw new Error("This file is too large to be an export of this book.");
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    throw new Error("This is not an export of this book: it cannot be read as JSON.");
  }
  if (!isObject(said) || said["kind"] !== KIND || !Array.isArray(said["entries"])) {
    throw new Error("This is not an export of this book.");
  }
  if (said["version"] !== VERSION) {
    throw new Error(`This export has version ${String(said["version"])}, and this book reads version ${VERSION}.`);
  }
  return said["entries"].map((one, index) => {
    if (isEntry(one)) return { area: one.area, key: one.key, value: one.value, when: one.when };
    throw new Error(`Entry ${index + 1} of this export is damaged; nothing of it was taken.`);
  });
}

/** Of both lists, each entry once: the one that was changed later. */
export function later(mine: readonly Entry[], others: readonly Entry[]): Entry[] {
  const found = new Map<string, Entry>();
  for (const entry of [...mine, ...others]) {
    const name = JSON.stringify([entry.area, entry.key]);
    const known = found.get(name);
    if (!known || entry.when > known.when) found.set(name, entry);
  }
  return [...found.values()];
}

function isEntry(one: unknown): one is Entry {
  return (
    isObject(one) && isArea(one["area"]) && typeof one["key"] === "string" && Number.isFinite(one["when"]) && "value" in one
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function order(one: Entry, other: Entry): number {
  const names = [one, other].map(({ area, key }) => `${area} ${key}`) as [string, string];
  return names[0] < names[1] ? -1 : names[0] > names[1] ? 1 : 0;
}
