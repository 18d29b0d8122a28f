/** A reader's versions of a program, as the device keeps them (kept/store.ts): one entry for each program. */
import { isSame, original, type Edit, type Program } from "./program";
import { accepted } from "./share";

/** A version: what was changed, when, and which text of the book's it began from. */
export interface Draft {
  readonly edit: Edit;
  /** In milliseconds since 1970. */
  readonly when: number;
  /** The digest of the book's text at that time. */
  readonly book: string;
}

/** All of a program's versions. */
export interface Drafts {
  readonly mine: Draft | undefined;
  /** What was set aside, the newest first. */
  readonly earlier: readonly Draft[];
  /** Whether the reader's version was being shown when the page was left. */
  readonly isOpen: boolean;
}

export const NONE: Drafts = { mine: undefined, earlier: [], isOpen: false };

/** As many as anybody looks through. */
const MOST_EARLIER = 10;

/** What tells one text of the book's from another: two texts with the same digest are taken for one. */
export function digestOf({ files }: Program): string {
  const text = JSON.stringify(Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1)));
  let [high, low] = [0x6a09e667, 0xbb67ae85]; // two sums of 32 bits: a checksum, and no protection
  for (const each of text) {
    const code = each.codePointAt(0) ?? 0;
    high = Math.imul(high ^ code, 0x9e3779b1);
    low = Math.imul(low ^ code, 0x85ebca77);
    high ^= low >>> 15;
    low ^= high >>> 13;
  }
  return [high, low].map((part) => (part >>> 0).toString(36)).join("-");
}

/** As it is put on the device: plain data. */
export function valueOf({ mine, earlier, isOpen }: Drafts): object {
  return { mine: mine && flat(mine), earlier: earlier.map(flat), isOpen };
}

/** What the device has, of which anything may be damaged or come from somebody else's export. */
export function draftsIn(value: unknown, program: Program): Drafts {
  if (!isObject(value)) return NONE;
  const list = Array.isArray(value["earlier"]) ? value["earlier"] : [];
  const earlier = list.map((one) => draftIn(one, program)).filter((one) => one !== undefined);
  return { mine: draftIn(value["mine"], program), earlier: earlier.slice(0, MOST_EARLIER), isOpen: value["isOpen"] === true };
}

/** The same with the reader's version set aside, if there is one; what is the same as `next` is not kept twice. */
export function setAside({ mine, earlier, isOpen }: Drafts, next?: Edit): Drafts {
  const others = (mine ? [mine, ...earlier] : earlier).filter(({ edit }) => !next || !isSame(edit, next));
  return { mine: undefined, earlier: others.slice(0, MOST_EARLIER), isOpen };
}

function flat({ edit, when, book }: Draft): object {
  return { ...edit, when, book };
}

function draftIn(value: unknown, program: Program): Draft | undefined {
  if (!isObject(value) || !isObject(value["files"])) return undefined;
  const { when, book, files } = value;
  const [edit] = accepted(value, program, original(program));
  // Files that the program has no more stay with the version: it is the only place where they are.
  const texts = Object.entries(files as object).filter(([name, text]) => typeof text === "string" && !isRenamed(files as object, program, name));
  return {
    edit: { ...edit, files: { ...(Object.fromEntries(texts) as Record<string, string>), ...edit.files } },
    when: typeof when === "number" && Number.isFinite(when) ? when : 0,
    book: typeof book === "string" ? book : "",
  };
}

/** Whether a file of a version is the program's one file under an older name. */
function isRenamed(files: object, program: Program, name: string): boolean {
  return Object.keys(files).length === 1 && Object.keys(program.files).length === 1 && !Object.hasOwn(program.files, name);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** How long ago something was, in words. */
export function ago(when: number, now = Date.now()): string {
  for (const [unit, length] of UNITS) {
    const count = Math.floor((now - when) / length);
    if (count >= 1) return new Intl.RelativeTimeFormat("en", { numeric: "auto" }).format(-count, unit);
  }
  return "just now";
}
