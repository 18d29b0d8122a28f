/** What is kept, by kind as a reader thinks of it, and in words. */
import { isRow } from "../practice/unfinished";
import type { Area, Entry } from "./areas";

export interface Kind {
  /** As its section is named in the page (docs/keeping.md). */
  readonly name: string;
  /** What is forgotten together: cards are made from answers, and would come back with them. */
  readonly areas: readonly Area[];
  readonly one: string;
  readonly many: string;
}

export const KINDS: readonly Kind[] = [
  { name: "drafts", areas: ["drafts"], one: "program", many: "programs" },
  { name: "unchecked", areas: ["unchecked"], one: "answer", many: "answers" },
  { name: "texts", areas: ["texts"], one: "text, with those that you set aside", many: "texts" },
  { name: "answers", areas: ["answers", "cards"], one: "question or drill", many: "questions and drills" },
  { name: "sheets", areas: ["sheets"], one: "class sheet", many: "class sheets" },
  { name: "places", areas: ["places"], one: "page", many: "pages" },
  { name: "choices", areas: ["choices"], one: "number", many: "numbers" },
];

/** The entries of a kind, the newest first. */
export function ofKind({ areas }: Kind, entries: readonly Entry[]): Entry[] {
  return entries.filter(({ area }) => areas.includes(area)).sort((one, other) => other.when - one.when);
}

/** How many there are and when the last one changed; a question counts once, with its card or without. */
export function summary(kind: Kind, entries: readonly Entry[], day: (when: number) => string): string {
  const [latest] = entries;
  if (!latest) return "Nothing is kept.";
  const own = entries.filter(({ area }) => area === kind.areas[0]);
  const count = (own.length > 0 ? own : entries).length;
  return `${count} ${count === 1 ? kind.one : kind.many}, last changed ${day(latest.when)}.`;
}

/** The page of each program and of each question, below the book's address (tools/cworkbook/keeping_page.py). */
export interface Known {
  readonly programs: Readonly<Record<string, string>>;
  readonly questions: Readonly<Record<string, string>>;
}

/** The kinds whose entries are listed, each with what it leads to. */
export const LISTED: Readonly<Record<string, { readonly pages: keyof Known; readonly thing: string }>> = {
  drafts: { pages: "programs", thing: "program" },
  unchecked: { pages: "questions", thing: "question" },
};

/** Where a listed entry is seen, below the book's address; undefined for what the book has no more. */
export function whereIs(kind: string, name: string, known: Known): string | undefined {
  if (kind === "unchecked" && isRow(name)) return name;
  const pages = known[LISTED[kind]?.pages ?? "programs"];
  if (!Object.hasOwn(pages, name)) return undefined;
  const at = kind === "drafts" ? new URLSearchParams({ program: name, version: "mine" }).toString() : `q-${name}`;
  return `${pages[name]}#${at}`;
}

/** Bytes in words that a reader knows from the device's own settings. */
export function room(bytes: number): string {
  return bytes < 1e5 ? "less than 0.1 MB" : `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}
