/** What a link to practice holds: the seed, the kinds, the level, and whether it is for paper. */

export const KINDS = {
  read: "Read a declaration",
  write: "Write a declaration",
  legal: "Legal or not",
  type: "The type of an expression",
  size: "sizeof and layout",
  pointer: "Pointer arithmetic",
  convert: "Promotions and conversions",
  precedence: "Precedence",
  print: "What is printed",
} as const;

export const LEVELS = [1, 2, 3, 4, 5] as const;
export const MOST = 200;
const LONGEST_SEED = 60;
const VERSION = "1";

export interface State {
  readonly seed: string;
  /** Some or all of KINDS, in that order. */
  readonly kinds: readonly string[];
  /** null: as hard as the reader needs; on paper from the lowest to the highest. */
  readonly level: number | null;
  /** How many questions a sheet has; null where they are asked one after the other. */
  readonly sheet: number | null;
  readonly key: boolean;
}

/** A link's fragment, "#" and all; what is usual is left out. */
export function fragment(state: State): string {
  const fields = new URLSearchParams({ v: VERSION, seed: state.seed });
  if (state.kinds.length < Object.keys(KINDS).length) fields.set("kinds", state.kinds.join("."));
  if (state.level !== null) fields.set("level", String(state.level));
  if (state.sheet !== null) fields.set("sheet", String(state.sheet));
  if (state.sheet !== null && state.key) fields.set("key", "1");
  return `#${fields.toString()}`;
}

/** What a fragment holds; null for one that names no seed. What cannot be taken counts as left out. */
export function opened(hash: string): State | null {
  const fields = new URLSearchParams(hash.replace(/^#/, ""));
  const seed = fields.get("seed");
  if (seed === null || !isSeed(seed)) return null;
  const level = Number(fields.get("level"));
  const sheet = Number(fields.get("sheet"));
  return {
    seed,
    kinds: known((fields.get("kinds") ?? "").split(".")),
    level: LEVELS.some((each) => each === level) ? level : null,
    sheet: Number.isInteger(sheet) && sheet > 0 ? Math.min(sheet, MOST) : null,
    key: fields.get("key") === "1",
  };
}

/** The kinds among some words, in their own order; all of them where there is none. */
export function known(words: readonly string[]): string[] {
  const all = Object.keys(KINDS);
  const found = all.filter((kind) => words.includes(kind));
  return found.length > 0 ? found : all;
}

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"] as const;

/** What is chosen, in a few words: "Nine kinds of questions", "Precedence, from level 4". */
export function inWords(kinds: readonly string[], level: number | null): string {
  const [one] = kinds;
  const count = NUMBERS[kinds.length] ?? String(kinds.length);
  const alone = kinds.length === 1 ? KINDS[one as keyof typeof KINDS] : undefined;
  const said = alone ?? `${count.charAt(0).toUpperCase()}${count.slice(1)} kinds of questions`;
  return level === null ? said : `${said}, from level ${level}`;
}

/** Whether a text can be a seed: cexplain.drills.sheet refuses others. */
export function isSeed(text: string): boolean {
  return text.trim() !== "" && [...text].length <= LONGEST_SEED && !/\p{C}|[\u2028\u2029]/u.test(text);
}

/** A seed that nobody asked for, short enough to be read aloud. */
export function drawnSeed(): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return String(number % 1_000_000);
}
