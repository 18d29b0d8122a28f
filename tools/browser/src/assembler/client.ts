/** The compiler that writes assembly: another clang than the page's own, which knows WebAssembly alone. */
import { Compiler } from "../clang/client";
import { ASSEMBLER_PARTS } from "./parts";

let shared: Compiler | undefined;

/** The page's one compiler for other processors. */
export function assembler(): Compiler {
  return (shared ??= new Compiler("assembler-worker.js", ASSEMBLER_PARTS));
}
