/** The file that a learner hands in: what was answered to one sheet, and when (docs/teaching.md has its format). */
import type { Done, Item, State } from "./sheet";

const KIND = "c-concepts-workbook-result";
const VERSION = 1;
/** As much as a file may hold, in characters: more is no result of this book's. */
const LONGEST = 2_000_000;
const STATES: readonly State[] = ["open", "first", "later", "wrong"];

export interface GivenAnswer {
  readonly id: string;
  readonly about: string;
  /** "first": right at the first try; "later": right at a later one. */
  readonly state: State;
  readonly tries: readonly { readonly given: string; readonly right: boolean; /** ISO 8601, UTC. */ readonly when: string }[];
}

export interface Result {
  /** As the learner typed it; "" for none. */
  readonly name: string;
  readonly title: string;
  /** YYYY-MM-DD, or "". */
  readonly due: string;
  /** What was asked (link.sheetKey): the same for everybody who had the same sheet. */
  readonly sheet: string;
  /** ISO 8601, UTC. */
  readonly saved: string;
  readonly answers: readonly GivenAnswer[];
}

/** An item with how far the learner is, as the file has it. */
export function given({ id, about, drill }: Item, { state, tries }: Done): GivenAnswer {
  const words = (text: string): string => (drill?.form === "choose" ? (drill.choices[Number(text)]?.text ?? text) : text);
  return {
    id,
    about,
    state,
    tries: tries.map((one) => ({
      given: one.given === "" ? "" : words(one.given),
      right: one.right,
      when: new Date(one.when).toISOString(),
    })),
  };
}

/** The file's text: JSON, with a line for each answer. */
export function resultText({ answers, ...head }: Result): string {
  const lines = Object.entries({ kind: KIND, version: VERSION, ...head }).map(
    ([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`,
  );
  const rows = answers.map((one) => `    ${JSON.stringify(one)}`);
  return `{\n${lines.join("")}  "answers": [\n${rows.join(",\n")}\n  ]\n}\n`;
}

/** A name for the file: letters and digits of the learner's name and of the sheet's. */
export function fileName({ name, title }: Pick<Result, "name" | "title">): string {
  const words = [title, name].map((text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, ""));
  return `${["result", ...words.filter(Boolean)].join("-")}.json`;
}

/** The result in a file's text; throws a sentence for a text that is none. */
export function resultIn(text: string): Result {
  if (text.length > LONGEST) throw new Error("it is too large to be a result");
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    throw new Error("it cannot be read as JSON");
  }
  const file = (typeof said === "object" && said !== null ? said : {}) as Record<string, unknown>;
  if (file["kind"] !== KIND) throw new Error("it is not a result of this book");
  if (file["version"] !== VERSION) {
    throw new Error(`it has version ${String(file["version"])}, and this book reads version ${VERSION}`);
  }
  const { name, title, due, sheet, saved, answers } = file;
  const texts = [name, title, due, sheet, saved].every((one) => typeof one === "string");
  if (!texts || !isTime(saved) || !Array.isArray(answers) || !answers.every(isGiven)) throw new Error("it is damaged");
  return { name, title, due, sheet, saved, answers } as Result;
}

function isGiven(one: unknown): one is GivenAnswer {
  const { id, about, state, tries } = (one ?? {}) as Partial<GivenAnswer>;
  return (
    typeof id === "string" &&
    typeof about === "string" &&
    STATES.some((each) => each === state) &&
    Array.isArray(tries) &&
    tries.every((each: unknown) => {
      const { given, right, when } = (each ?? {}) as Record<string, unknown>;
      return typeof given === "string" && typeof right === "boolean" && isTime(when);
    })
  );
}

function isTime(when: unknown): boolean {
  return typeof when === "string" && Number.isFinite(Date.parse(when));
}
