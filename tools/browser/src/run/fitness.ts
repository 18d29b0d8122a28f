/** Whether what the compiler made is a program that the page can run. */
import type { Calls } from "./guard";

/** What the linker puts in the place of a main function that nobody wrote. */
const NO_MAIN = /undefined_weak:(?:__main_argc_argv|main)\b/;

/** Whether a file begins as WebAssembly does. */
export function isWebAssembly(content: Uint8Array): boolean {
  return content[0] === 0 && content[1] === 0x61 && content[2] === 0x73 && content[3] === 0x6d;
}

/** A file as text, or how large it is if it is none. */
export function textOf(content: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    return `a file of ${content.length.toLocaleString("en")} bytes that is no text`;
  }
}

/** Why a module is not run, as a sentence; undefined for a program that wants nothing but what is given. */
export function unfit(module: WebAssembly.Module, given: Readonly<Record<string, Calls>>): string | undefined {
  const starts = WebAssembly.Module.exports(module).some(({ name, kind }) => name === "_start" && kind === "function");
  if (!starts) return "What clang made with these options is no whole program: it has no place to start at.";
  const foreign = WebAssembly.Module.imports(module).find((one) => !given[one.module]?.[one.name]);
  if (foreign) return `The program wants “${foreign.name}” from outside of itself (${foreign.module}), and the page does not give it.`;
  const names = WebAssembly.Module.customSections(module, "name").map((section) => new TextDecoder("latin1").decode(section));
  return names.some((text) => NO_MAIN.test(text)) ? "There is no main function." : undefined;
}
