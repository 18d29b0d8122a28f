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

/** Characters: longer texts are no declarations that anybody reads. */
export const LONGEST = 8000;

/** Returns the fragment, "#" and all, that holds a state. */
export function fragment(state: State): string {
  const parts = [`v=${VERSION}`, `${KEYS[state.way]}=${encoded(state.text)}`];
  if (state.std !== null) parts.push(`std=${encoded(state.std)}`);
  if (state.style !== "prose") parts.push(`style=${state.style}`);
  return `#${parts.join("&")}`;
}

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
  if (whole.length <= LONGEST) return whole;
  complaints.push(
    `This link holds ${whole.length} characters. The first ${LONGEST} are read.`,
  );
  // Half a character would be none.
  return whole.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, "");
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

/** Whether two states are the same. */
export function same(one: State, other: State): boolean {
  return fragment(one) === fragment(other);
}
