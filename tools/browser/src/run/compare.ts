/** Whether the page's own result is the recorded one, and why it may not be. */
import type { End } from "./messages";
import { isOriginal, type Edit, type Program, type Recorded } from "./program";

export type Comparison =
  | { readonly kind: "nothing" } // changed by the reader, or never recorded
  | { readonly kind: "same"; readonly recorded: Recorded }
  | { readonly kind: "other"; readonly recorded: Recorded; readonly what: readonly string[]; readonly why: readonly string[] };

/** Reasons that show in a program's text; the others hold for each. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/\bsizeof\b|\blong\b|\bsize_t\b|\bptrdiff_t\b|%l|%z|%p|\*/, "Here int, long and pointers have 4 bytes each (ILP32); the recorded machine's long and pointers have 8."],
  [/\blong double\b|%L/, "long double has 16 bytes and another format here than on x86-64."],
  [/\bNULL\b|\bnullptr\b|\*\)\s*0/, "Address 0 is ordinary memory in WebAssembly: reading through a null pointer does not stop the program."],
  [/\bchar\b/, "Memory that was never written, and what lies beside an array, holds other values here."],
  [/\b(?:malloc|calloc|new)\b/, "The memory allocator is another one, with other addresses and other things beside a block."],
  [/\b(?:time|clock|rand)\b/, "Clocks and random numbers differ from run to run."],
];
const ALWAYS =
  "The page's compiler is clang 22 for WebAssembly. Where a program's behaviour is undefined, no two compilers have to agree.";

/** Compares a run of the edited program with the record of the same standard and level. */
export function compare(program: Program, edit: Edit, stdout: string, end: End): Comparison {
  const recorded = recordOf(program, edit);
  if (!recorded || !isOriginal(edit, program)) return { kind: "nothing" };
  const what = differences(program, recorded, stdout, end);
  if (what.length === 0) return { kind: "same", recorded };
  return { kind: "other", recorded, what, why: reasons(program) };
}

/** The recorded run of the same standard and level, else none: another level may give another result. */
export function recordOf(program: Program, edit: Edit): Recorded | undefined {
  return program.recorded.find(({ std, level }) => std === edit.std && level === edit.level);
}

function differences(program: Program, recorded: Recorded, stdout: string, end: End): string[] {
  const found: string[] = [];
  if (recorded.hangs) {
    return end.kind === "stopped" ? [] : ["The recorded program was still running when it was ended; this one has ended."];
  }
  if (end.kind === "unfit") return ["It was not run."];
  if (end.kind === "stopped") return ["It was stopped, so there is no result to compare."];
  if (!program.varies && stdout !== recorded.stdout) found.push("It printed something else.");
  const status = end.kind === "flooded" ? null : end.status;
  if (!program.varies && status !== recorded.exit) {
    found.push(`It ended with status ${status ?? "none"}; recorded is ${recorded.exit ?? "none"}.`);
  }
  return found;
}

function reasons(program: Program): string[] {
  const text = Object.values(program.files).join("\n");
  const found = REASONS.filter(([shows]) => shows.test(text)).map(([, reason]) => reason);
  return [...(program.differs ? [declaration(program.differs)] : []), ...found, ALWAYS];
}

/** The sentence about a difference that the snippet's header declares. */
export function declaration(differs: string): string {
  return `Declared by this book: ${differs}.`;
}
