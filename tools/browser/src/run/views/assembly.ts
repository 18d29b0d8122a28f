/** A compiler's assembly as text, taken apart into functions and lines that a reader wants to see. */

export interface AssemblyLine {
  readonly text: string;
  /** The line of the source that it comes from, from 1; undefined where the compiler names none of this file. */
  readonly source: number | undefined;
  /** Whether the processor does something there: no label, no directive. */
  readonly isInstruction: boolean;
}

export interface AssemblyFunction {
  /** As the linker knows it. */
  readonly name: string;
  readonly lines: readonly AssemblyLine[];
}

const TYPE = /^\s*\.type\s+("[^"]+"|[\w.$]+),\s*[@%]function/;
const LABEL = /^("[^"]+"|[\w.$]+):/;
const FILE = /^\s*\.file\s+(\d+)\s+(?:"[^"]*"\s+)?"([^"]*)"/;
const LOC = /^\s*\.loc\s+(\d+)\s+(\d+)/;
const END = /^\.Lfunc_end/;
/** What only the assembler or a debugger needs. */
const NOISE = /^\s*(?:\.|#|\/\/|@|;|$)/;
const DEBUG_LABEL = /^\.L(?:tmp|func_begin|func_end|debug)/;
const COMMENT = /\s+(?:#|\/\/|@) .*$/;

/** The functions that an assembly text defines, in its order; `file` is the source whose lines count. */
export function assemblyOf(text: string, file: string): AssemblyFunction[] {
  const functions = new Set<string>();
  const own = new Set<string>();
  const found: AssemblyFunction[] = [];
  let now: { name: string; lines: AssemblyLine[] } | undefined;
  let source: number | undefined;
  for (const raw of text.split("\n")) {
    const [, typed] = TYPE.exec(raw) ?? [];
    const [, number, named] = FILE.exec(raw) ?? [];
    const [, place, line] = LOC.exec(raw) ?? [];
    const [, label] = LABEL.exec(raw) ?? [];
    if (typed) functions.add(typed);
    else if (number && (named === file || named?.endsWith(`/${file}`))) own.add(number);
    else if (place && line) source = own.has(place) && line !== "0" ? Number(line) : undefined;
    else if (END.test(raw)) now = undefined;
    else if (label && functions.has(label)) {
      now = { name: label.replace(/^"(.*)"$/, "$1"), lines: [] };
      source = undefined;
      found.push(now);
    } else if (now && label && !DEBUG_LABEL.test(label)) now.lines.push({ text: `${label}:`, source: undefined, isInstruction: false });
    else if (now && !label && !NOISE.test(raw)) now.lines.push({ text: plain(raw), source, isInstruction: true });
  }
  return found;
}

/** An instruction without the compiler's remark on it, its operands set off by spaces. */
function plain(line: string): string {
  const [operation = "", ...operands] = line.replace(COMMENT, "").trim().split("\t");
  return operands.length > 0 ? `    ${operation.padEnd(7)} ${operands.join(" ")}` : `    ${operation}`;
}
