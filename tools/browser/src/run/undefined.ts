/** What UBSan says when it ends a program, as one of the compiler's messages, and in a reader's words. */
import type { Diagnostic } from "../clang/client";
import { plainName, units } from "../clang/diagnostics";
import type { Undefined } from "./messages";

/** What was found, as an error at its place in `files`, the texts as the compiler got them. */
export function asDiagnostic(found: Undefined, files: Readonly<Record<string, string>>): Diagnostic {
  const { line, column, message } = found;
  const file = plainName(found.file);
  const whole = Object.hasOwn(files, file) ? (files[file] ?? "") : ""; // #line may name a file "constructor"
  const text = whole.split("\n")[line - 1] ?? "";
  const at = units(text, column);
  return { file, line, column: at, end: at, severity: "error", message, option: "" };
}

export const STOPPED =
  "From here on the language promises nothing, so UBSan ended the program. Without UBSan it goes on, and whatever " +
  "comes out is no more than what this compiler makes of it at this level.";

export const NOTHING_FOUND =
  "UBSan saw no undefined behaviour in this run. It checks what the program does on its way: arithmetic, shifts, " +
  "conversions, indices of arrays, null and misaligned pointers, in C++ the classes of objects. It does not see " +
  "memory that was freed, never written, or lies beyond a block of malloc: “Check its memory” does.";

export const NULL_USED =
  "Here a null pointer was used. Linux ends nearly every program at such a place, with a segmentation fault (status " +
  "139). In WebAssembly address 0 is ordinary memory, so this one went on with whatever lies there.";
