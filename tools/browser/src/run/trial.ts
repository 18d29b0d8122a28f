/** Tries a reader's program by the checks of an exercise: with the compiler, the stepper, and cexplain. */
import { compiler, isCpp } from "../clang/client";
import { fileUrl } from "../files";
import type { Declares } from "../python/messages";
import { PASSED, printed, type Check, type Output } from "../questions/checks";
import type { Outcome } from "../questions/question";
import { checkOptions } from "./command";
import { built, ran } from "./once";
import type { Edit } from "./program";

export interface Trial {
  /** What the compiler said if there is no program; then no check was tried. */
  readonly refused?: string;
  readonly outcomes: readonly Outcome[];
  /** What the run of the first check gave. */
  readonly first: Output;
}

/** How the assertion's lines are called, so that what clang says of them is told from the rest. */
const HIDDEN = "check";
const MOST = 3; // mistakes that are told

/** Tries all checks, in their order; `tell` hears of each when it is done. */
export async function trial(edit: Edit, checks: readonly Check[], tell: (place: number, outcome: Outcome) => void): Promise<Trial> {
  const { wasm, said } = await built(edit);
  if (!wasm) return { refused: said, outcomes: [], first: { stdout: "", status: null } };
  const inputs = [...new Set(checks.filter(({ kind }) => kind === "output").map(({ given }) => given))];
  const outputs = new Map<string, Output>();
  for (const input of inputs) outputs.set(input, await ran(wasm, input));
  const of = (check: Check): Outcome | Promise<Outcome> => {
    switch (check.kind) {
      case "output":
        return printed(outputs.get(check.given) ?? { stdout: "", status: null }, check.wanted);
      case "assert":
        return asserted(edit, check.given);
      case "declares":
        return declared(edit, check.given);
      case "undefined":
        return defined(edit, inputs);
      case "memory":
        return clean(edit, inputs);
    }
  };
  const outcomes: Outcome[] = [];
  for (const [place, check] of checks.entries()) {
    const outcome = await of(check);
    outcomes.push(outcome);
    tell(place, outcome);
  }
  return { outcomes, first: outputs.get(inputs[0] ?? "") ?? { stdout: "", status: null } };
}

/** The program with a hidden line at its end that does not compile unless the expression is true. */
async function asserted(edit: Edit, expression: string): Promise<Outcome> {
  const word = isCpp(edit.std) ? "static_assert" : "_Static_assert";
  const hidden = `\n#line 1 "${HIDDEN}"\n${word}(${expression}, "");\n`;
  const files = Object.fromEntries(Object.entries(edit.files).map(([name, text]) => [name, text + hidden]));
  const { ok, diagnostics } = await compiler().look(files, Object.keys(files), { std: edit.std, options: checkOptions(edit) });
  if (ok) return PASSED;
  const said = diagnostics.filter(({ file, severity }) => file === HIDDEN && severity !== "warning").map(({ message }) => message);
  return { passed: false, says: `This does not hold: ${expression}`, shows: said.join("\n") };
}

/** What cexplain reads in the program. */
async function declared(edit: Edit, says: string): Promise<Outcome> {
  const { python } = await import("../explainer/page");
  const text = Object.values(edit.files).join("\n");
  const found = (await python.ask({ ask: "within", text, std: edit.std, says })) as Declares;
  return found.right ? PASSED : { passed: false, says: `cexplain finds: ${found.says}` };
}

/** What UBSan says of a run with each input. */
async function defined(edit: Edit, inputs: readonly string[]): Promise<Outcome> {
  const { wasm, said } = await built({ ...edit, ubsan: true });
  if (!wasm) return { passed: false, says: said };
  for (const input of inputs) {
    const { undefinedAt } = await ran(wasm, input);
    if (undefinedAt) return { passed: false, says: `Line ${undefinedAt.line}: ${undefinedAt.message}` };
  }
  return PASSED;
}

/** What the stepper finds in a run with each input. */
async function clean(edit: Edit, inputs: readonly string[]): Promise<Outcome> {
  const { mistakes } = (await import(fileUrl("step.js"))) as typeof import("../step/open");
  for (const stdin of inputs) {
    const found = await mistakes({ ...edit, stdin }, ({ units, options, more }) => compiler().build(edit.files, units, { std: edit.std, options }, more));
    if (typeof found === "string") return { passed: false, says: found };
    if (found.length > 0) {
      const says = found.slice(0, MOST).map(({ text, place }) => (place ? `Line ${place.line}: ${text}` : text));
      return { passed: false, says: says.join("\n") };
    }
  }
  return PASSED;
}

