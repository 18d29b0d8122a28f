/** What else the compiler can show of the edited text, beside running it. */
import type { Editor } from "../editor";
import type { Edit } from "../program";

/** Where a view finds the text. */
export interface Source {
  readonly edit: () => Edit;
  /** The file in the editor. */
  readonly file: () => string;
  readonly units: readonly string[];
  readonly editor: Editor;
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
  ...["-isystem", "/usr/include/wasm32-wasip1", "-D__wasi__", "-D__wasm32__", "-D__wasm_exception_handling__"],
  ...EMULATED,
];
const CPP_HEADERS: readonly string[] = ["-isystem", "/usr/include/c++/v1"];

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
