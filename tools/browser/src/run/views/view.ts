/** What else the compiler can show of the edited text, beside running it. */
import type { Part } from "../editor";
import { words, type Edit } from "../program";

/** As many lines of a function as anybody reads. */
export const MOST_LINES = 5000;

/** Where a view finds the text. */
export interface Source {
  readonly edit: () => Edit;
  /** The file that is shown. */
  readonly file: () => string;
  readonly units: readonly string[];
  /** What is selected, or the expressions at the caret from the smallest on. */
  readonly expressions: () => readonly Part[];
}

export interface View {
  readonly name: string;
  readonly root: HTMLElement;
  /** Shows the text as it is now; the compiler is there. */
  show(): Promise<void>;
  /** Says why it cannot. */
  fail(message: string): void;
}

/** The headers of the page's C library, also for other processors than its own, with all that they have on request. */
const EMULATED = ["SIGNAL", "PROCESS_CLOCKS", "GETPID", "MMAN"].map((name) => `-D_WASI_EMULATED_${name}`);
export const HEADERS: readonly string[] = [
  ...["-isystem", "/usr/include/wasm64-wasip1", "-D__wasi__", "-D__wasm32__", "-D__wasm_exception_handling__"],
  ...EMULATED,
];
const CPP_HEADERS: readonly string[] = ["-isystem", "/usr/include/c++/v1"];

/** Options that ask for something else than code, or for code of another processor. */
const OTHERWISE = /^-(?:[WO].*|f(?:sanitize|wasm|syntax-only|no-sanitize).*|m(?:exec-model|cpu|llvm).*|E|S|c|d[DIMNU]|M\w*|o.*|emit-.*|###|v|-?help|-?version|print-.*|s)$/;

/** The reader's options that say how the text is to be compiled, for whichever processor. */
export function codeOptions(edit: Edit): string[] {
  return words(edit.options).filter((word) => !OTHERWISE.test(word));
}

/** The words that make clang look at a text for another processor. */
export function forTarget(target: string, std: string): string[] {
  const isCpp = std.includes("++");
  // The C library's stdint.h is made for 32-bit processors: on AVR clang's own has to come first.
  const own = target === "avr" && !isCpp ? ["-ffreestanding", "-isystem", "/usr/include"] : [];
  return ["-target", target, ...own, ...(isCpp ? CPP_HEADERS : []), ...HEADERS, `-std=${std}`];
}

/** The file to look at: the one in the editor if it is compiled by itself, else the first that is. */
export function unitOf(source: Source): string {
  const file = source.file();
  return source.units.includes(file) ? file : (source.units[0] ?? file);
}
