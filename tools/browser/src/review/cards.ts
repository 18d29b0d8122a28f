/** What comes back for review: questions and drills that were missed, each with when it is due. */
import type { Entry } from "../kept/areas";
import { kept } from "../kept/store";
import type { Drill } from "../python/messages";
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
