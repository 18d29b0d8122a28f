/** A class link: all that a sheet is made from is in the link itself, so that no server keeps anything. */
import { isSeed, KINDS, LEVELS } from "../practice/state";

export const MOST = 60; // drills, and questions, of one sheet
const LONGEST_TITLE = 80;
const VERSION = "1";
const FIELDS = ["seed", "drills", "kinds", "level", "chapters", "questions", "title", "due"] as const;

export interface ClassLink {
  readonly seed: string;
  /** How many drills; 0 for none. */
  readonly drills: number;
  /** Some or all of KINDS, in that order. */
  readonly kinds: readonly string[];
  /** null: from the lowest to the highest. */
  readonly level: number | null;
  /** The chapters whose questions are asked, in the book's order. */
  readonly chapters: readonly string[];
  /** How many of their questions; null for all. */
  readonly questions: number | null;
  readonly title: string;
  /** A day as YYYY-MM-DD, or "". */
  readonly due: string;
}

/** A fragment that is meant as a class link and makes no sheet: why, as a sentence. */
export interface Wrong {
  readonly wrong: string;
}

/** The link's fragment, "#" and all; what is usual is left out. */
export function fragment(link: ClassLink): string {
  const fields = new URLSearchParams({ v: VERSION });
  if (link.title !== "") fields.set("title", link.title);
  if (link.due !== "") fields.set("due", link.due);
  for (const [name, value] of Object.entries(made(link))) fields.set(name, value);
  return `#${fields.toString()}`;
}

/** The name of what is asked, whatever it is called and when it is due: a date that is put off changes no sheet. */
export function sheetKey(link: ClassLink): string {
  return new URLSearchParams(made(link)).toString();
}

function made({ seed, drills, kinds, level, chapters, questions }: ClassLink): Record<string, string> {
  const drilled = drills > 0;
  return {
    seed,
    ...(drilled ? { drills: String(drills) } : {}),
    ...(drilled && kinds.length < Object.keys(KINDS).length ? { kinds: kinds.join(".") } : {}),
    ...(drilled && level !== null ? { level: String(level) } : {}),
    ...(chapters.length > 0 ? { chapters: chapters.join(".") } : {}),
    ...(chapters.length > 0 && questions !== null ? { questions: String(questions) } : {}),
  };
}

/** What a fragment asks for, of a book with these chapters; null where it is meant as no class link. */
export function opened(hash: string, book: readonly string[]): ClassLink | Wrong | null {
  const fields = new URLSearchParams(hash.replace(/^#/, ""));
  if (!FIELDS.some((name) => fields.has(name))) return null;
  const get = (name: (typeof FIELDS)[number]): string => fields.get(name) ?? "";
  if (fields.get("v") !== VERSION) return { wrong: "it is not of a version that this book reads" };
  const unknown = [...fields.keys()].find((name) => name !== "v" && !FIELDS.some((known) => known === name));
  if (unknown !== undefined) return { wrong: `a class link has no “${shown(unknown)}”` };

  const link: ClassLink = {
    seed: get("seed"),
    drills: fields.has("drills") ? Number(get("drills")) : 0,
    kinds: fields.has("kinds") ? sorted(get("kinds"), Object.keys(KINDS)) : Object.keys(KINDS),
    level: fields.has("level") ? Number(get("level")) : null,
    chapters: fields.has("chapters") ? sorted(get("chapters"), book) : [],
    questions: fields.has("questions") ? Number(get("questions")) : null,
    title: get("title"),
    due: get("due"),
  };
  const { seed, drills, kinds, level, chapters, questions, title, due } = link;
  const isCount = (count: number): boolean => Number.isInteger(count) && count >= 1 && count <= MOST;
  const kind = kinds.find((one) => !Object.hasOwn(KINDS, one));
  const chapter = chapters.find((one) => !book.includes(one));
  const faults: [boolean, string][] = [
    [!isSeed(seed), "its seed is missing, or is more than a word of 60 characters"],
    [fields.has("drills") && !isCount(drills), `“${shown(get("drills"))}” is not a number of drills from 1 to ${MOST}`],
    [kind !== undefined, `“${shown(kind ?? "")}” is not a kind of drill`],
    [level !== null && !LEVELS.some((one) => one === level), `“${shown(get("level"))}” is not a level from 1 to ${LEVELS.length}`],
    [chapter !== undefined, `this book has no chapter “${shown(chapter ?? "")}”`],
    [questions !== null && !isCount(questions), `“${shown(get("questions"))}” is not a number of questions from 1 to ${MOST}`],
    [!isTitle(title), `its title has more than ${LONGEST_TITLE} characters, or unprintable ones`],
    [due !== "" && dayOf(due) === null, `“${shown(due)}” is not a date such as 2027-03-31`],
    [drills === 0 && chapters.length === 0, "it asks for no drills and for no chapter’s questions"],
  ];
  const wrong = faults.find(([is]) => is)?.[1];
  return wrong === undefined ? link : { wrong };
}

/** Whether a text can be a sheet's title, or a name; it may be empty. */
export function isTitle(text: string): boolean {
  return [...text].length <= LONGEST_TITLE && !/\p{C}|[\u2028\u2029]/u.test(text);
}

/** The end of a day, where the reader is, in milliseconds since 1970; null for what is not a day. */
export function dayOf(due: string): number | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(due)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const end = new Date(year, month - 1, day, 23, 59, 59, 999);
  const isReal = end.getFullYear() === year && end.getMonth() === month - 1 && end.getDate() === day;
  return isReal ? end.getTime() : null;
}

/** Words between dots in the order of a list; those that are not in it come last, and are found there. */
function sorted(words: string, order: readonly string[]): string[] {
  const named = words.split(".");
  return [...order.filter((one) => named.includes(one)), ...named.filter((one) => !order.includes(one))];
}

/** As much of somebody's text as a sentence can hold. */
const shown = (text: string): string => ([...text].length > 30 ? `${[...text].slice(0, 30).join("")}…` : text);
