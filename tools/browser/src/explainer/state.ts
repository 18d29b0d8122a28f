/** What the explainer's page shows, and the link that holds all of it. */

export const STANDARDS = [
  "c89", "c99", "c11", "c17", "c23", "gnu89", "gnu99", "gnu11", "gnu17", "gnu23",
  "c++98", "c++11", "c++14", "c++17", "c++20", "c++23",
  "gnu++98", "gnu++11", "gnu++14", "gnu++17", "gnu++20", "gnu++23",
] as const;
export type Standard = (typeof STANDARDS)[number];

/** What people call a standard: "C17", "GNU C++20". */
export const edition = (std: string): string =>
  std.replace(/^gnu(\+\+)?/, "GNU C$1").replace(/^c/, "C");

/** From C to English, or back. */
export type Way = "read" | "write";
export type Style = "prose" | "cdecl";

export interface State {
  readonly text: string;
  readonly way: Way;
  /** null: C23 read leniently, extensions noted. */
  readonly std: Standard | null;
  readonly style: Style;
}

/** The state of a link, and what of the link could not be taken as it is. */
export interface Opened {
  readonly state: State;
  readonly complaints: readonly string[];
}

const VERSION = "1";
const KEYS: Record<Way, string> = { read: "c", write: "english" };

/** Characters that a link holds, that are read at once, and that the input takes: a text is kept whole. */
export const IN_A_LINK = 8_000;
const READ = 40_000;
export const ROOM = 400_000;

/** Whether a link can hold a state. */
export const fitsALink = ({ text }: Pick<State, "text">): boolean => text.length <= IN_A_LINK;

/** What of a text is read: all of it, or as many whole lines as are read at once. */
export function readable(text: string): string {
  if (text.length <= READ) return text;
  const start = text.slice(0, READ);
  // A line that is longer than all that is left at the end of a declaration, if it has any.
  const end = Math.max(start.lastIndexOf("\n") + 1 || start.lastIndexOf(";") + 1, 0);
  return end > 0 ? start.slice(0, end) : start.replace(/[\ud800-\udbff]$/, "");
}

/** What of a text is not read, in words; `isFull` if the input takes no more. */
export function limits(text: string, isFull: boolean): string[] {
  const read = readable(text);
  if (read.length === text.length) return [];
  const lines = read.split("\n").length - 1;
  const what = lines > 0 ? `The first ${lines} lines` : `The first ${read.length} characters`;
  const rest = `${what} are read. The rest stays in the input. In a terminal, cexplain --file reads whole files.`;
  return isFull ? [`The input is full: it takes ${ROOM} characters, and what did not fit was left out.`, rest] : [rest];
}

/** Returns the fragment, "#" and all, that holds a state; `says` is its reading, for a page to show at once. */
export function fragment(state: State, says = ""): string {
  const parts = [`v=${VERSION}`, `${KEYS[state.way]}=${encoded(state.text)}`];
  if (state.std !== null) parts.push(`std=${encoded(state.std)}`);
  if (state.style !== "prose") parts.push(`style=${state.style}`);
  if (says) parts.push(`says=${encoded(says)}`);
  return `#${parts.join("&")}`;
}

/** The reading that a link brings along, "" if it has none. */
export const saidBy = (hash: string): string => new URLSearchParams(hash.replace(/^#/, "")).get("says") ?? "";

/** As Python's quote_plus: the pages' own links are written by it (cworkbook.explainer). */
function encoded(text: string): string {
  const escaped = (character: string): string =>
    `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(text.toWellFormed())
    .replace(/[!'()*]/g, escaped)
    .replaceAll("%20", "+");
}

/** Returns what a fragment holds; null for one that names a place of the page, or nothing. */
export function opened(hash: string): Opened | null {
  const fields = new URLSearchParams(hash.replace(/^#/, ""));
  const way = (["read", "write"] as const).find((each) => fields.has(KEYS[each]));
  if (way === undefined) return null;
  const complaints: string[] = [];
  const version = fields.get("v");
  if (version !== VERSION) {
    complaints.push("This link was made for another version of this page. Its text is read as it is.");
  }
  return {
    state: {
      text: text(fields.get(KEYS[way]) ?? "", complaints),
      way,
      std: standard(fields.get("std"), complaints),
      style: style(fields.get("style"), complaints),
    },
    complaints,
  };
}

function text(given: string, complaints: string[]): string {
  const whole = given.replace(/\r\n?/g, "\n");
  if (whole.length <= ROOM) return whole;
  complaints.push(`This link holds ${whole.length} characters. The first ${ROOM} are here.`);
  // Half a character would be none.
  return whole.slice(0, ROOM).replace(/[\ud800-\udbff]$/, "");
}

function standard(given: string | null, complaints: string[]): Standard | null {
  const found = STANDARDS.find((each) => each === given);
  if (given !== null && found === undefined) {
    complaints.push("This link asks for a standard that is not known here. The text is read leniently.");
  }
  return found ?? null;
}

function style(given: string | null, complaints: string[]): Style {
  if (given !== null && given !== "prose" && given !== "cdecl") {
    complaints.push("This link asks for a style that is not known here. The reading is in prose.");
  }
  return given === "cdecl" ? "cdecl" : "prose";
}

/** A state that the device has kept, of which anything may be damaged; null for none. */
export function stateIn(value: unknown): State | null {
  if (typeof value !== "object" || value === null) return null;
  const { text, way, std, style } = value as Partial<Record<keyof State, unknown>>;
  if (typeof text !== "string" || (way !== "read" && way !== "write")) return null;
  return {
    text: text.slice(0, ROOM),
    way,
    std: STANDARDS.find((each) => each === std) ?? null,
    style: style === "cdecl" ? "cdecl" : "prose",
  };
}

/** Whether two states are the same. */
export function same(one: State, other: State): boolean {
  return fragment(one) === fragment(other);
}
