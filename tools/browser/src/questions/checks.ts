/** The checks of an exercise as data, and what is made of how they went (tools/cworkbook/questions/checks.py). */
import { lines } from "./kinds/output";
import type { Typed } from "./kinds/typing";
import type { Judged, Outcome } from "./question";

export interface Check {
  /** By which a wrong part says what refutes it. */
  readonly name: string;
  readonly kind: "output" | "assert" | "declares" | "undefined" | "memory";
  /** What the program reads, the constant expression that must be true, or English for what it declares. */
  readonly given: string;
  /** What it prints. */
  readonly wanted: string;
}

/** What a program printed, and how it ended; null where it had to be stopped. */
export interface Output {
  readonly stdout: string;
  readonly status: number | null;
}

/** Parts of a program's question; `fails` names the check that a wrong program fails first. */
export interface Answers extends Typed {
  readonly parts: readonly (Typed["parts"][number] & { readonly fails?: string })[];
}

const MOST = 400; // characters of what it printed that are shown
export const PASSED: Outcome = { passed: true, says: "" };

/** What a program did, in words. */
export function told({ stdout, status }: Output): Omit<Outcome, "passed"> {
  const ended = status === null ? "It was still running after ten seconds." : status === 0 ? "" : `It ended with status ${status}.`;
  const nothing = stdout.trim() === "";
  const says = [ended, nothing ? "It printed nothing." : "It printed:"].filter((one) => one !== "").join("\n");
  return { says, ...(nothing ? {} : { shows: stdout.slice(0, MOST).trimEnd() }) };
}

/** Whether a program printed what it should, and ended by itself. */
export function printed(output: Output, wanted: string): Outcome {
  const same = lines(output.stdout).join("\n") === lines(wanted).join("\n");
  return same && output.status === 0 ? PASSED : { passed: false, ...told(output) };
}

/** How a run is judged where its output alone counts. */
export function byOutput(output: Output, { parts }: Answers): Judged {
  const mine = lines(output.stdout).join("\n");
  const place = parts.findIndex((one) => one.given !== "" && lines(one.given).join("\n") === mine);
  if (place >= 0 && output.status === 0) return { right: parts[place]?.right ?? false, part: place };
  return { right: false, ...told(output) };
}

/** The answer to a program that was tried by all checks; `first` is what the first of them saw. */
export function byChecks(checks: readonly Check[], outcomes: readonly Outcome[], first: Output, answers: Answers): Judged {
  const { parts } = answers;
  const failed = outcomes.findIndex(({ passed }) => !passed);
  if (failed < 0) return { right: true, part: parts.findIndex(({ right }) => right) };
  const says = `${outcomes.filter(({ passed }) => passed).length} of ${checks.length} checks pass.`;
  const name = checks[failed]?.name;
  const known = failed === 0 ? byOutput(first, answers).part : undefined;
  const part = known ?? parts.findIndex(({ fails }) => fails === name);
  return part < 0 ? { right: false, says } : { right: false, part, says };
}
