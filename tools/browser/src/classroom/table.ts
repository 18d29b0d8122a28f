/** Results of several learners side by side: rows for the page and for a spreadsheet. */
import { dayOf } from "./link";
import type { Result } from "./result";
import type { State } from "./sheet";

/** A result with the name of the file that it came in. */
export interface Handed extends Result {
  readonly file: string;
}

/** What was handed in for one sheet. */
export interface Class {
  readonly sheet: string;
  readonly title: string;
  readonly due: string;
  /** What each question is, in the order of the sheet. */
  readonly questions: readonly { readonly id: string; readonly about: string }[];
  readonly rows: readonly Row[];
  /** How many learners had each question right at the first try. */
  readonly firsts: readonly number[];
}

export interface Row {
  /** The learner's name, or the file's. */
  readonly name: string;
  readonly answered: number;
  readonly right: number;
  readonly first: number;
  /** When the last answer was given, in ISO 8601; "" where there is none. */
  readonly last: string;
  readonly late: boolean;
  /** undefined where the file does not have the question. */
  readonly states: readonly (State | undefined)[];
}

/** The results by sheet, each sheet's rows by name; what is the same file twice counts once. */
export function classes(handed: readonly Handed[]): Class[] {
  const once = new Map(handed.map((one) => [JSON.stringify({ ...one, file: "" }), one]));
  const sheets = new Map<string, Handed[]>();
  for (const one of once.values()) sheets.set(one.sheet, [...(sheets.get(one.sheet) ?? []), one]);
  return [...sheets].map(([sheet, all]) => {
    const questions = new Map(all.flatMap(({ answers }) => answers.map(({ id, about }) => [id, { id, about }] as const)));
    const rows = all.map((one) => row(one, [...questions.keys()]));
    rows.sort((one, other) => one.name.localeCompare(other.name));
    // The date of the newest file: it may have been put off.
    const [newest] = [...all].sort((one, other) => (one.saved < other.saved ? 1 : -1));
    return {
      sheet,
      title: newest?.title ?? "",
      due: newest?.due ?? "",
      questions: [...questions.values()],
      rows,
      firsts: [...questions.keys()].map((_, place) => rows.filter(({ states }) => states[place] === "first").length),
    };
  });
}

function row({ name, file, due, answers }: Handed, questions: readonly string[]): Row {
  const states = new Map(answers.map(({ id, state }) => [id, state]));
  const count = (...wanted: State[]): number => answers.filter(({ state }) => wanted.includes(state)).length;
  const last = answers.flatMap(({ tries }) => tries.map(({ when }) => when)).sort().at(-1) ?? "";
  return {
    name: name || file,
    answered: count("first", "later", "wrong"),
    right: count("first", "later"),
    first: count("first"),
    last,
    late: last !== "" && Date.parse(last) > (dayOf(due) ?? Infinity),
    states: questions.map((id) => states.get(id)),
  };
}

/** A sheet's rows as comma-separated values (RFC 4180), with a line of headings. */
export function csv({ title, questions, rows }: Class): string {
  const head = ["name", "sheet", "answered", "right", "right at first try", "last answer", "late"];
  const lines = rows.map(({ name, answered, right, first, last, late, states }) =>
    [name, title, answered, right, first, last, late ? "yes" : "", ...states.map((state) => state ?? "")].map(cell),
  );
  const heads = [...head, ...questions.map(({ id, about }, place) => `${place + 1}: ${about} (${id})`)].map(cell);
  return [heads, ...lines].map((line) => `${line.join(",")}\r\n`).join("");
}

/** A spreadsheet would take a text that begins with such a sign for a formula: it gets an apostrophe. */
function cell(value: string | number): string {
  const text = /^[=+\-@\t\r]/.test(String(value)) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
