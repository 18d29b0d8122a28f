/** LLVM IR as text, taken apart into functions and lines that a reader wants to see. */

export interface IrLine {
  readonly text: string;
  /** A load or a store that the compiler must keep. */
  readonly isVolatile: boolean;
}

export interface IrFunction {
  /** As the linker knows it, without the '@'. */
  readonly name: string;
  readonly lines: readonly IrLine[];
}

const DEFINE = /^define .*?@(?:"([^"]+)"|([\w.$-]+))\(/;
const VOLATILE = /\b(?:load|store|cmpxchg|atomicrmw)(?: atomic)? volatile\b|@llvm\.mem\w+\.[^(]*\(.*i1 (?:noundef )?true\)/;

/** A record for debuggers, which is no instruction. */
const DEBUG = /^\s*#dbg_/;

/** The functions that a module defines, in its order. */
export function functionsOf(ir: string): IrFunction[] {
  const found: IrFunction[] = [];
  let now: { name: string; lines: IrLine[] } | undefined;
  for (const raw of ir.split("\n")) {
    const define = DEFINE.exec(raw);
    if (define) {
      now = { name: define[1] ?? define[2] ?? "", lines: [] };
      found.push(now);
    }
    if (now && raw.trim() !== "" && !DEBUG.test(raw)) now.lines.push({ text: plain(raw), isVolatile: VOLATILE.test(raw) });
    if (raw === "}") now = undefined;
  }
  return found;
}

/** Numbered or commented notes for the optimiser say nothing about what the code does. */
function plain(line: string): string {
  return line
    .replace(/,? !(?:dbg|tbaa|llvm\.loop|srcloc|range|noundef|prof|nonnull|align|invariant\.group)(?:\.\w+)* ![\w.]+/g, "")
    .replace(/ #\d+(?= |$)/g, "")
    .replace(/ comdat(?=[ ,]|$)/g, "")
    .replace(/\s+; preds = .*$/, "")
    .trimEnd();
}

/** How many of a function's lines load or store what the compiler must keep. */
export function volatiles(one: IrFunction | undefined): number {
  return one?.lines.filter(({ isVolatile }) => isVolatile).length ?? 0;
}
