/** The files that this compiler is made of, by the build's names; the headers are those of the page's own. */
export const ASSEMBLER_PARTS = ["assembler.wasm.gz", "assembler-module.js", "llvm-resources.tar.gz"] as const;
