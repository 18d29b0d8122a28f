/** How far a reader is with each page: which of its questions are known, and which are due. */
import type { Entry } from "../kept/areas";
import type { Answer } from "../questions/answers";
import type { Named } from "./cards";
import type { Book } from "./progress";
import { isDue } from "./state";

/** Questions of a page, or of several. */
export interface Standing {
  readonly total: number;
  /** How many were tried, or their answer looked up. */
  readonly begun: number;
  /** How many were answered rightly, at the first try or a later one. */
  readonly right: number;
  readonly due: number;
}

export type Mark = "begun" | "done" | "due";

const NONE: Standing = { total: 0, begun: 0, right: 0, due: 0 };

/** The standing of each page that asks something, by its address below the book's. */
export function byPage(book: Book, answers: readonly Entry[], cards: readonly Named[], now: number): Map<string, Standing> {
  const given = new Map(answers.map(({ key, value }) => [key, value as Partial<Answer> | null]));
  const due = new Set(cards.filter(({ state }) => isDue(state, now)).map(({ key }) => key));
  const pages = new Map<string, Standing>();
  for (const { questions } of Object.values(book.chapters)) {
    for (const [id, page] of Object.entries(questions)) {
      const answer = given.get(id);
      const one = {
        total: 1,
        begun: Number((answer?.tries?.length ?? 0) > 0 || answer?.shown === true),
        right: Number(answer?.right === true),
        due: Number(due.has(id)),
      };
      pages.set(page, together([pages.get(page) ?? NONE, one]));
    }
  }
  return pages;
}

/** The standing of all of some pages. */
export function together(all: readonly Standing[]): Standing {
  return all.reduce(
    (sum, one) => ({
      total: sum.total + one.total,
      begun: sum.begun + one.begun,
      right: sum.right + one.right,
      due: sum.due + one.due,
    }),
    NONE,
  );
}

/** The mark for a standing; none where nothing is begun. */
export function markOf({ total, begun, right, due }: Standing): Mark | undefined {
  if (due > 0) return "due";
  if (total > 0 && right === total) return "done";
  return begun > 0 ? "begun" : undefined;
}

/** A standing as a sentence's part. */
export function wordsOf({ total, right, due }: Standing): string {
  const known = total > 0 ? [`${right} of ${total} ${total === 1 ? "question" : "questions"} right`] : [];
  return [...known, ...(due > 0 ? [`${due} due`] : [])].join(", ");
}
