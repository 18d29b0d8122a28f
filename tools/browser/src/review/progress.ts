/** How far a reader is: by chapter, and by misconception. */
import type { Entry } from "../kept/areas";
import type { Answer } from "../questions/answers";
import { PRACTICE, type Named } from "./cards";
import { isDue } from "./state";

/** What the page knows of the book (tools/cworkbook/review_page.py). */
export interface Book {
  readonly chapters: Readonly<Record<string, { readonly title: string; readonly questions: Readonly<Record<string, string>> }>>;
  readonly beliefs: Readonly<Record<string, string>>;
}

export interface Chapter {
  readonly name: string;
  readonly title: string;
  /** How many questions it has, how many were answered, how many rightly in the end. */
  readonly total: number;
  readonly answered: number;
  readonly right: number;
  readonly waiting: number;
  readonly due: number;
}

export interface Belief {
  readonly identity: string;
  readonly name: string;
  readonly times: number;
}

/** Each chapter of the book, and practice where something of it is kept. */
export function byChapter(book: Book, answers: readonly Entry[], cards: readonly Named[], now: number): Chapter[] {
  const given = new Map(answers.map((entry) => [entry.key, entry.value as Partial<Answer> | null]));
  const chapters = Object.entries(book.chapters).map(([name, { title, questions }]) => {
    const found = Object.keys(questions).map((id) => given.get(id));
    return {
      name,
      title,
      total: found.length,
      answered: found.filter((one) => (one?.tries?.length ?? 0) > 0).length,
      right: found.filter((one) => one?.right === true).length,
      ...counted(cards, name, now),
    };
  });
  const drilled = answers.filter(({ key }) => key.startsWith(`${PRACTICE}/`)).map(({ value }) => value as { count?: number; rights?: number } | null);
  const sum = (name: "count" | "rights"): number => drilled.reduce((found, one) => found + (Number(one?.[name]) || 0), 0);
  const practice = { answered: sum("count"), right: sum("rights"), ...counted(cards, PRACTICE, now) };
  if (practice.answered > 0 || practice.waiting > 0) chapters.push({ name: PRACTICE, title: "Practice", total: practice.answered, ...practice });
  return chapters;
}

function counted(cards: readonly Named[], name: string, now: number): { waiting: number; due: number } {
  const mine = cards.filter((card) => card.chapter === name);
  return { waiting: mine.length, due: mine.filter(({ state }) => isDue(state, now)).length };
}

/** The beliefs that wrong answers came from, the most frequent first. */
export function byBelief(book: Book, answers: readonly Entry[]): Belief[] {
  const times = new Map<string, number>();
  for (const { value } of answers) {
    const tries = (value as Partial<Answer> | null)?.tries;
    if (!Array.isArray(tries)) continue;
    for (const one of tries) {
      const { belief, right } = (one ?? {}) as { belief?: unknown; right?: unknown };
      if (typeof belief === "string" && right !== true) times.set(belief, (times.get(belief) ?? 0) + 1);
    }
  }
  return [...times]
    .filter(([identity]) => Object.hasOwn(book.beliefs, identity))
    .map(([identity, count]) => ({ identity, name: book.beliefs[identity] ?? identity, times: count }))
    .sort((one, other) => other.times - one.times || (one.name < other.name ? -1 : 1));
}
