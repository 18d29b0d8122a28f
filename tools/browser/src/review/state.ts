/** The state of a card, and which card comes first. Times are milliseconds since 1970. */

/** FSRS's state of a card, as it is kept: plain data, times as numbers. */
export interface State {
  readonly due: number;
  readonly stability: number;
  readonly difficulty: number;
  readonly scheduled: number;
  readonly reps: number;
  readonly lapses: number;
  readonly state: number;
  readonly last: number;
}

const DAY = 24 * 60 * 60 * 1000;

/** Whether a card is to be asked at a time. */
export const isDue = (state: State, now: number): boolean => state.due <= now;

/** In how many days from now a card comes back, rounded up; 0 where it is due. */
export const daysUntil = (state: State, now: number): number => Math.max(0, Math.ceil((state.due - now) / DAY));

/** Items in an order in which chapters take turns; within a chapter, what waits longest comes first. */
export function interleaved<T extends { readonly chapter: string; readonly state: State }>(items: readonly T[]): T[] {
  const waiting = [...items].sort((one, other) => one.state.due - other.state.due);
  const chapters = new Map<string, T[]>();
  for (const item of waiting) {
    const found = chapters.get(item.chapter);
    if (found) found.push(item);
    else chapters.set(item.chapter, [item]);
  }
  const result: T[] = [];
  for (let turn = 0; result.length < items.length; turn++) {
    for (const list of chapters.values()) {
      const item = list[turn];
      if (item) result.push(item);
    }
  }
  return result;
}

export function isState(value: unknown): value is State {
  const state = (value ?? {}) as Record<string, unknown>;
  const names: (keyof State)[] = ["due", "stability", "difficulty", "scheduled", "reps", "lapses", "state", "last"];
  return names.every((name) => Number.isFinite(state[name]));
}
