/** Which rows and blocks of a function get a hook, and where. */
import type { Func, Line, Program, Scope } from "../dwarf/program";
import { OP, type Instruction } from "../../wasm/code";

/** What stands at an address of a function's code. */
export interface Mark {
  readonly address: number;
  readonly line?: Line;
  readonly scope?: Scope;
}

/** The rows at which the function reaches a line, by address. */
export function statements(func: Func, lines: readonly Line[]): Line[] {
  return lines.filter((line) => {
    if (line.endsSequence || line.line === 0 || !line.file.isOwn) return false;
    // The first row stands for the locals' declarations; the arguments are not stored yet.
    if (line.address === func.scope.low) return false;
    return line.isStatement || line.endsPrologue;
  });
}

/** Whether a row stands for what the compiler writes for setjmp: it has the function's own line, and no column that anybody wrote. */
export function isForJumps(func: Func, line: Line): boolean {
  return line.line === func.line && line.column <= 1 && line.file === func.file;
}

/** The rows of the program that lie in a function, by address. */
export function linesOf(func: Func, program: Program): Line[] {
  const { low, high } = func.scope;
  let first = 0;
  let last = program.lines.length;
  while (first < last) {
    const middle = (first + last) >> 1;
    if ((program.lines[middle]?.address ?? 0) < low) first = middle + 1;
    else last = middle;
  }
  const found: Line[] = [];
  for (let at = first; at < program.lines.length; at++) {
    const line = program.lines[at];
    if (!line || line.address >= high) break;
    found.push(line);
  }
  return found;
}

/** The blocks inside of a function that have variables, however deep. */
export function blocksOf(scope: Scope): Scope[] {
  // Parameters of a function that is written into this one have their values already.
  return scope.blocks.flatMap((block) => [...(block.variables.some(({ isParameter }) => !isParameter) ? [block] : []), ...blocksOf(block)]);
}

/** The row that stands for the code at an address. */
export function rowAt(lines: readonly Line[], address: number): Line | undefined {
  let found: Line | undefined;
  for (const line of lines) {
    if (line.address > address) break;
    found = line;
  }
  return found;
}

/** For each loop, by its address, where its end is. */
export function loopEnds(code: readonly Instruction[], base: number): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (const { op, at, next } of code) {
    if (op === OP.block || op === OP.try || op === OP.if || op === OP.tryTable) open.push(-1);
    else if (op === OP.loop) open.push(at - base);
    else if (op === OP.end || op === OP.delegate) {
      const start = open.pop();
      if (start !== undefined && start >= 0) ends.set(start, next - base);
    }
  }
  return ends;
}

/** Whether an operation begins a block of code, in which what follows takes place. */
export function opens(op: number): boolean {
  return op === OP.block || op === OP.loop || op === OP.try || op === OP.tryTable;
}

/**
 * The loads whose value is stored at once, and the stores of them, by their place in the list; true
 * for one of several that copy a struct piece by piece: those stand in one row with nothing between them.
 */
export function copies(code: readonly Instruction[], isPair: (load: Instruction, store: Instruction) => boolean, rowOf: (at: number) => unknown): Map<number, boolean> {
  const pairs: number[] = [];
  for (let index = 0; index + 1 < code.length; index++) {
    const [load, store] = [code[index], code[index + 1]];
    if (load && store && isPair(load, store)) pairs.push(index);
  }
  const areNeighbours = (one: number | undefined, other: number | undefined): boolean => {
    if (one === undefined || other === undefined) return false;
    const between = code.slice(one + 2, other);
    return between.every(({ op }) => op === OP.localGet) && rowOf(code[one]?.at ?? 0) === rowOf(code[other]?.at ?? 0);
  };
  const found = new Map<number, boolean>();
  for (const [place, index] of pairs.entries()) {
    const isPart = areNeighbours(pairs[place - 1], index) || areNeighbours(index, pairs[place + 1]);
    found.set(index, isPart).set(index + 1, isPart);
  }
  return found;
}

/** What code may do besides calling clang's functions for room, and still be nothing that a reader wrote. */
const SILENT: ReadonlySet<number> = new Set([OP.localGet, OP.localSet, OP.localTee, OP.i32Const, OP.i64Const, OP.i64Add, OP.i64Or, OP.branch, OP.end, OP.drop]);

/** Whether code does nothing but open or close the room of variables, as at the brace that ends a block. */
export function isRoomOnly(code: readonly { readonly op: number; readonly number: number }[], isRoom: (number: number) => boolean): boolean {
  const calls = code.filter(({ op }) => op === OP.call);
  return calls.length > 0 && calls.every(({ number }) => isRoom(number)) && code.every(({ op }) => op === OP.call || SILENT.has(op));
}

/** What stands beside a jump that depends on a truth value. */
const BESIDE_JUMPS: ReadonlySet<number> = new Set([OP.end, OP.i32Const, OP.i32And, OP.i32Eqz]);

/** Whether code does nothing but jump, as at the end of a loop's body. */
export function isJumpOnly(code: readonly { readonly op: number }[]): boolean {
  const jumps = code.filter(({ op }) => op === OP.branch || op === OP.branchIf);
  return jumps.length > 0 && code.every((one) => jumps.includes(one) || BESIDE_JUMPS.has(one.op));
}

/** What is known of a row's code. */
export interface RowCode {
  /** It does nothing that a reader wrote. */
  readonly isLeftOut: boolean;
  /** It is a jump, and no more. */
  readonly isJump: boolean;
}

/** The rows at which a step may begin. The jump back to a loop's condition is none: the condition has a row on the same line. */
export function beginnings(rows: readonly Line[], codeOf: (row: Line) => RowCode): Line[] {
  const found: Line[] = [];
  for (const row of rows) {
    const { isLeftOut, isJump } = codeOf(row);
    const isBack = isJump && found.some((one) => one.line === row.line && one.file === row.file);
    if (!isLeftOut && !isBack) found.push(row);
  }
  return found;
}

/** What clang writes into the room below a frame when the frame is gone. */
const GONE = 0x45e0360e;

/** Whether the store after this instruction is the one with which clang marks a frame as gone. */
export function isMarking(before: { readonly op: number; readonly number: number } | undefined): boolean {
  return before?.op === OP.i64Const && before.number === GONE;
}
