/** When a card comes back: FSRS decides, by what the reader remembered and forgot. */
import { createEmptyCard, fsrs, Rating, type Card as Fsrs } from "ts-fsrs";
import type { State } from "./state";

// In days, not minutes: a page is closed long before the ten minutes of a learning step are over.
// Without chance, so that two tabs that see the same answer keep the same card.
const scheduler = fsrs({ enable_short_term: false, enable_fuzz: false });

/** The state after an answer at a time; without a state before, of a card that is new. */
export function answered(before: State | undefined, right: boolean, now: number): State {
  const rating = right ? Rating.Good : Rating.Again;
  const { card } = scheduler.next(before ? thawed(before) : createEmptyCard(new Date(now)), new Date(now), rating);
  return {
    due: card.due.getTime(),
    stability: card.stability,
    difficulty: card.difficulty,
    scheduled: card.scheduled_days,
    reps: card.reps,
    lapses: card.lapses,
    state: card.state,
    last: now,
  };
}

function thawed(state: State): Fsrs {
  return {
    due: new Date(state.due),
    stability: state.stability,
    difficulty: state.difficulty,
    elapsed_days: 0,
    scheduled_days: state.scheduled,
    learning_steps: 0,
    reps: state.reps,
    lapses: state.lapses,
    state: state.state,
    last_review: new Date(state.last),
  };
}

/** The state after an answer to what is a card or may become one; undefined where nothing changes. */
export function changed(before: State | undefined, right: boolean, when: number): State | undefined {
  if (before === undefined) return right ? undefined : answered(undefined, false, when);
  if (when <= before.last) return undefined;
  // Right before it is due: nothing was forgotten, and nothing is proved either.
  if (right && when < before.due) return undefined;
  return answered(before, right, when);
}
