/** What comes back for review: questions and drills that were missed, each with when it is due. */
import type { Entry } from "../kept/areas";
import { kept } from "../kept/store";
import type { Drill } from "../python/messages";
import type { Try } from "../questions/answers";
import { isState, type State } from "./state";

export interface Card {
  /** The chapter's folder; "practice" for drills. */
  readonly chapter: string;
  /** The drill itself, for it is in no page; a question is found in its page by its name. */
  readonly drill?: Drill;
  readonly state: State;
}

/** A card under the name by which it is kept. */
export interface Named extends Card {
  readonly key: string;
}

export const PRACTICE = "practice";
const DRILL = "drill/";

/** What was missed since midnight and not known since: a card's last answer is the wrong one that is kept. */
export function missedToday(all: readonly Named[], answers: readonly Entry[], now: number): Named[] {
  const tries = answers.flatMap(({ value }) => {
    const found = (value as { tries?: unknown } | null)?.tries;
    return Array.isArray(found) ? (found as (Partial<Try> | null)[]) : [];
  });
  const wrong = new Set(tries.filter((one) => one?.right === false).map((one) => one?.when));
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  return all.filter(({ state }) => state.last >= midnight && wrong.has(state.last));
}

/** The name of a drill's card. */
export const drillKey = (drill: Drill): string => DRILL + drill.id;

/** All cards; what is damaged counts as none. */
export async function cards(): Promise<Named[]> {
  return named(await kept().all<unknown>("cards"));
}

export function named(entries: readonly Entry[]): Named[] {
  return entries.flatMap(({ key, value }) => (isCard(value) ? [{ ...value, key }] : []));
}

export function isCard(value: unknown): value is Card {
  const { chapter, state, drill } = (value ?? {}) as Partial<Card>;
  return typeof chapter === "string" && isState(state) && (drill === undefined || typeof drill.id === "string");
}
