/** What a class link asks, and what a learner has done of it. */
import type { Answer, Try } from "../questions/answers";
import { some } from "../questions/mixed";
import type { Drill } from "../python/messages";
import { KINDS } from "../practice/state";
import type { Book } from "../review/progress";
import type { ClassLink } from "./link";

/** A question of the book or, with `drill`, one from the seed. */
export interface Item {
  readonly id: string;
  /** What it is about, in a few words: a chapter, or a kind of drill with its level. */
  readonly about: string;
  /** The page that asks it, below the book's address. */
  readonly page?: string;
  readonly drill?: Drill;
}

/** What is kept of a sheet on the device, besides the answers to the book's own questions. */
export interface Kept {
  /** The link's fragment, so that the page can list the sheet. */
  readonly link: string;
  readonly title: string;
  /** What the learner typed for the result file. */
  readonly name: string;
  /** The answer to each drill, by the drill's identity. */
  readonly drills: Readonly<Record<string, Try>>;
  /** What was chosen or typed for a drill and not checked yet. */
  readonly unchecked: Readonly<Record<string, string>>;
}

export type State = "open" | "first" | "later" | "wrong";

/** How far a learner is with one item. */
export interface Done {
  readonly state: State;
  readonly tries: readonly Try[];
}

/** The questions of the book that a link asks, in the book's order: the same for everybody. */
export function questionsOf(link: ClassLink, book: Book): Item[] {
  const all = link.chapters.flatMap((name) => {
    const { title, questions } = book.chapters[name] ?? { title: name, questions: {} };
    return Object.entries(questions).map(([id, page]) => ({ id, about: title, page }));
  });
  const ids = all.map(({ id }) => id);
  const chosen = new Set(link.questions === null ? ids : some(ids, link.questions, link.seed));
  return all.filter(({ id }) => chosen.has(id));
}

/** Drills as items. */
export function drillItems(drills: readonly Drill[]): Item[] {
  return drills.map((drill) => ({ id: drill.id, about: drillTitle(drill), drill }));
}

export function drillTitle({ kind, level }: Drill): string {
  return `${KINDS[kind as keyof typeof KINDS] ?? kind}, level ${level}`;
}

/** How far a learner is with an item; `answer` is what is kept of a question of the book. */
export function done(item: Item, kept: Kept, answer: Answer | undefined): Done {
  const drilled = Object.hasOwn(kept.drills, item.id) ? kept.drills[item.id] : undefined;
  const tries = item.drill ? (drilled ? [drilled] : []) : (answer?.tries ?? []);
  if (tries[0]?.right) return { state: "first", tries };
  if (tries.some(({ right }) => right)) return { state: "later", tries };
  return { state: tries.length > 0 || (!item.drill && answer?.shown) ? "wrong" : "open", tries };
}

/** What is kept of a sheet, whatever the device has under its name. */
export function keptOf(value: unknown, link: string, title: string): Kept {
  const { name, drills, unchecked } = (value ?? {}) as Partial<Record<keyof Kept, unknown>>;
  return {
    link,
    title,
    name: typeof name === "string" ? name : "",
    drills: tables(drills, isTry),
    unchecked: tables(unchecked, (one): one is string => typeof one === "string"),
  };
}

function tables<T>(value: unknown, is: (one: unknown) => one is T): Record<string, T> {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, T] => is(entry[1])));
}

export function isTry(one: unknown): one is Try {
  const { given, right, when } = (one ?? {}) as Partial<Try>;
  return typeof given === "string" && typeof right === "boolean" && Number.isFinite(when);
}
