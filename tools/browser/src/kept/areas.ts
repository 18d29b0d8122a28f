/** What the book keeps on a reader's device, by kind. Every kind is exported and imported alike. */

export const AREAS = [
  "drafts", // a reader's versions of programs
  "unchecked", // what was typed, chosen or arranged for a question, and not checked yet
  "texts", // what was typed into the explainer
  "answers", // to questions, and in practice
  "cards", // what comes back for review, and when
  "sheets", // of a class: what was answered to their drills, and the name for the teacher
  "places", // where a reader was in the book
  "choices", // how it is shown
] as const;

export type Area = (typeof AREAS)[number];

/** One thing that is kept. */
export interface Entry<T = unknown> {
  readonly area: Area;
  /** What it belongs to: a program's name, a question's identity; unique within the area. */
  readonly key: string;
  /** Plain data, as JSON knows it. */
  readonly value: T;
  /** When it was last changed, in milliseconds since 1970. */
  readonly when: number;
}

/** Whether a word names an area. */
export function isArea(word: unknown): word is Area {
  return AREAS.some((area) => area === word);
}
