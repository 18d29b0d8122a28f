/** Has the compiler ready before a program is run, for readers who have it on their device. */
import { compiler } from "../clang/client";
import { buildOptions } from "./command";
import { megabytes } from "./dom";
import type { Edit } from "./program";

/** Starts the compiler for programs of this kind, if nothing has to be fetched for that. */
export function warm({ std, level }: Pick<Edit, "std" | "level">): void {
  const options = buildOptions({ std, level, files: {}, options: "", args: "", stdin: "", ubsan: false });
  void compiler().warm(std, options);
}

/** Whether a run has to wait for the compiler, as a sentence. */
export async function readiness(): Promise<string> {
  const one = compiler();
  if (one.isWarm) return "The compiler is ready.";
  if (await one.isKept()) return "The compiler is on this device and starts with the first run.";
  return `The compiler is fetched with the first run: ${megabytes(one.size)}, once.`;
}
