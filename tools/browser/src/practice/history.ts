/** What a reader answered in practice: a short history for each kind, and the level that it leads to. */
import { kept } from "../kept/store";
import type { Answer, Try } from "../questions/answers";

export interface DrillTry extends Try {
  readonly level: number;
}

export interface History extends Answer {
  readonly tries: readonly DrillTry[];
  /** All that were answered, and rightly: `tries` holds the last ones only. */
  readonly count: number;
  readonly rights: number;
}

const PREFIX = "practice/";
const REMEMBERED = 50;

/** The name under which the answers of a kind are kept. */
export const keyOf = (kind: string): string => PREFIX + kind;

/** A history with one more try. */
export function longer(history: History | undefined, one: DrillTry): History {
  const tries = [...(history?.tries ?? []), one].slice(-REMEMBERED);
  return {
    tries,
    first: history?.first ?? one.right,
    right: (history?.right ?? false) || one.right,
    count: (history?.count ?? 0) + 1,
    rights: (history?.rights ?? 0) + Number(one.right),
  };
}

/** The level at which somebody goes on who has these histories: that of the latest question. */
export function levelOf(histories: readonly History[]): number {
  const tries = histories.flatMap((history) => history.tries);
  const latest = tries.reduce<DrillTry | undefined>(
    (found, one) => (found && found.when >= one.when ? found : one),
    undefined,
  );
  return latest?.level ?? 1;
}

/** All that is kept of practice. */
export async function histories(): Promise<Map<string, History>> {
  const entries = await kept().all<unknown>("answers");
  const found = new Map<string, History>();
  for (const { key, value } of entries) {
    if (key.startsWith(PREFIX) && isHistory(value)) found.set(key.slice(PREFIX.length), value);
  }
  return found;
}

/** Keeps one more try of a kind; false if only this page's memory has it. */
export async function remember(kind: string, one: DrillTry): Promise<boolean> {
  const found = (await kept().get<unknown>("answers", keyOf(kind)))?.value;
  return kept().put("answers", keyOf(kind), longer(isHistory(found) ? found : undefined, one));
}

export function isHistory(value: unknown): value is History {
  const { tries, count, rights } = (value ?? {}) as Partial<History>;
  return (
    Array.isArray(tries) &&
    tries.every((one: unknown) => Number.isInteger((one as Partial<DrillTry> | null)?.level)) &&
    Number.isInteger(count) &&
    Number.isInteger(rights)
  );
}
