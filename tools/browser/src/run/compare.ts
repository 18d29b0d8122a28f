/** Whether the page's own result is the book's, and why it may not be. */
import type { End } from "./messages";
import { isOriginal, type Edit, type Program, type Recorded } from "./program";

export type Comparison =
  | { readonly kind: "nothing" } // changed by the reader, or never recorded
  | { readonly kind: "same"; readonly varies: boolean }
  | { readonly kind: "other"; readonly recorded: Recorded; readonly book: Result; readonly here: Result; readonly why: readonly string[] };

/** What came of a run. */
export interface Result {
  readonly stdout: string;
  /** How it ended, in a few words. */
  readonly end: string;
}

/** Reasons that show in a program's text. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/\blong double\b|%L|\bLDBL_/, "long double has more digits here than on x86-64."],
  [/%p\b/, "Addresses are other ones in each program and each run."],
  [/\b(?:time|clock|rand|random)\s*\(/, "Clocks and random numbers differ from run to run."],
];
/** The only one that holds for a program that shows none. */
const OTHERWISE =
  "The page's compiler is clang 22 for WebAssembly. Where a program's behaviour is undefined, no two compilers have to agree.";

/** Compares a run of the book's own text with the record of the same standard and level. */
export function compare(program: Program, edit: Edit, stdout: string, end: End): Comparison {
  const recorded = recordOf(program, edit);
  if (!recorded || !isOriginal(edit, program)) return { kind: "nothing" };
  const isSame = recorded.hangs
    ? end.kind === "stopped"
    : program.varies || (stdout === recorded.stdout && statusOf(end) === recorded.exit);
  if (isSame) return { kind: "same", varies: program.varies };
  const book = { stdout: recorded.stdout, end: recorded.hangs ? "still running when it was ended" : status(recorded.exit) };
  return { kind: "other", recorded, book, here: { stdout, end: told(end) }, why: reasons(program) };
}

/** The recorded run of the same standard and level, else none: another level may give another result. */
function recordOf(program: Program, edit: Edit): Recorded | undefined {
  return program.recorded.find(({ std, level }) => std === edit.std && level === edit.level);
}

function statusOf(end: End): number | null {
  return "status" in end ? end.status : null;
}

function told(end: End): string {
  if (end.kind === "unfit") return "not run";
  if (end.kind === "stopped") return "stopped before its end";
  return end.kind === "flooded" ? `stopped after ${end.most}` : status(end.status);
}

function status(value: number | null): string {
  return value === null ? "no exit status" : `exit status ${value}`;
}

function reasons(program: Program): string[] {
  const text = Object.values(program.files).join("\n");
  const found = REASONS.filter(([shows]) => shows.test(text)).map(([, reason]) => reason);
  if (program.differs) found.unshift(declaration(program.differs));
  return found.length > 0 ? found : [OTHERWISE];
}

/** The sentence about a difference that the snippet's header declares. */
export function declaration(differs: string): string {
  return `Known to differ here: ${differs}.`;
}
