/** A drill that was answered in part: what is typed or chosen and not checked, with the row of drills that it is in. */
import type { Entry } from "../kept/areas";
import { kept } from "../kept/store";
import type { Drill } from "../python/messages";
import { fragment, type State } from "./state";

export interface Unfinished {
  readonly drill: Drill;
  /** What is typed, or the place of the choice. */
  readonly given: string;
  /** The row: its first level, how its drills were answered, and which they were; the last is this one. */
  readonly first: number;
  readonly answers: readonly boolean[];
  readonly seen: readonly string[];
}

const AREA = "unchecked";
/** The name under which it is kept is its address below the book's. */
const PAGE = "practice/";

/** The name of a row. */
export const nameOf = (state: State): string => PAGE + fragment(state);

/** Whether a name of what is not checked is a row's. */
export const isRow = (name: string): boolean => name.startsWith(`${PAGE}#`);

/** What is kept of a row; undefined where nothing is, or something else. */
export async function unfinishedOf(state: State): Promise<Unfinished | undefined> {
  const found = (await kept().get<unknown>(AREA, nameOf(state)))?.value;
  return isUnfinished(found) ? found : undefined;
}

/** The fragment of the row that was left last; undefined where none is left. */
export async function leftLast(): Promise<string | undefined> {
  return latest(await kept().all<unknown>(AREA))?.slice(PAGE.length);
}

/** The row among some entries that was changed last. */
export function latest(entries: readonly Entry[]): string | undefined {
  const rows = entries.filter(({ key, value }) => isRow(key) && isUnfinished(value));
  return rows.sort((one, other) => other.when - one.when)[0]?.key;
}

/** Keeps it, or with undefined forgets it; false if only this page's memory has it. */
export async function keepUnfinished(state: State, one: Unfinished | undefined): Promise<boolean> {
  return one ? kept().put(AREA, nameOf(state), one) : kept().remove(AREA, nameOf(state));
}

export function isUnfinished(value: unknown): value is Unfinished {
  const { drill, given, first, answers, seen } = (value ?? {}) as Partial<Unfinished>;
  return (
    isDrill(drill) &&
    typeof given === "string" &&
    Number.isInteger(first) &&
    Array.isArray(answers) &&
    answers.every((one: unknown) => typeof one === "boolean") &&
    Array.isArray(seen) &&
    seen.every((one: unknown) => typeof one === "string")
  );
}

function isDrill(value: unknown): value is Drill {
  const { id, kind, level, form, ask, code, choices, right, why } = (value ?? {}) as Partial<Drill>;
  const texts: unknown[] = [id, kind, form, ask, code, why];
  return (
    texts.every((one) => typeof one === "string") &&
    Number.isInteger(level) &&
    Number.isInteger(right) &&
    Array.isArray(choices) &&
    choices.every((one: unknown) => typeof (one as { text?: unknown } | null)?.text === "string")
  );
}
