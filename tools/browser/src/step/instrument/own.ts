/** Puts hooks into a function whose lines are stepped through. */
import type { Func, Line, Program, Scope } from "../dwarf/program";
import { bytesMoved, isLoad, isStore, MEMORY_COPY, MEMORY_FILL, OP, storedType, type Instruction } from "../../wasm/code";
import type { Emitter } from "./emitter";
import { beginnings, blocksOf, copies, isForJumps, isJumpOnly, isMarking, isRoomOnly, linesOf, loopEnds, opens, rowAt, statements, type Mark, type RowCode } from "./marks";
import { FLAG, type Block, type Register, type Row, type Sites } from "./tables";

/** What the functions of a module have in common while they are rewritten. */
export interface Context {
  readonly program: Program;
  /** Where the code section's content begins: DWARF counts from there. */
  readonly base: number;
  /** The number of the global that is the stack pointer. */
  readonly stackPointer: number;
  readonly rows: Row[];
  readonly blocks: Block[];
  readonly registers: Register[];
  readonly sites: Sites;
  /** Whether a function's calls are told of: it is a library's. */
  isLibrary(number: number): boolean;
  /** Whether a function is one with which clang says where there is room around variables. */
  isRoom(number: number): boolean;
  /** The function with which it says that a block's variables have ended, or have not begun; -1 if nothing calls it. */
  readonly ends: number;
}

/** How WebAssembly's value types are returned. */
const RETURNS: Readonly<Record<number, "returnI" | "returnL" | "returnF" | "returnD">> = { 0x7f: "returnI", 0x7e: "returnL", 0x7d: "returnF", 0x7c: "returnD" };

export function own(func: Func, code: readonly Instruction[], result: number | undefined, emit: Emitter, context: Context): void {
  new OwnBody(func, code, result, emit, context).write();
}

class OwnBody {
  readonly #lines;
  readonly #marks: Mark[];
  readonly #ends: ReadonlyMap<number, number>;
  readonly #copies: ReadonlyMap<number, boolean>;
  readonly #frame: number;
  readonly #lastLine: number;
  /** The local that holds the stack pointer where the frame base is a copy of it; -1 where it never moves. */
  readonly #stack: number;
  /** Marks for which the next instruction is to be waited: one on a loop's opcode belongs behind it. */
  #waiting: Mark[] = [];

  constructor(
    readonly func: Func,
    readonly code: readonly Instruction[],
    readonly result: number | undefined,
    readonly emit: Emitter,
    readonly context: Context,
  ) {
    this.#lines = linesOf(func, context.program);
    const blocks = blocksOf(func.scope).map((scope): Mark => ({ address: scope.low, scope }));
    const rows = beginnings(statements(func, this.#lines), (line) => this.#rowCode(line)).map((line): Mark => ({ address: line.address, line }));
    // A stable sort: blocks come before the lines of the same place.
    this.#marks = [...blocks, ...rows].sort((one, other) => one.address - other.address);
    this.#ends = loopEnds(code, context.base);
    const isPair = (load: Instruction, store: Instruction): boolean => isLoad(load.op) && isStore(store.op) && bytesMoved(load.op) === bytesMoved(store.op);
    this.#copies = copies(code, isPair, (at) => rowAt(this.#lines, at - context.base));
    this.#lastLine = Math.max(...this.#lines.map(({ line }) => line));
    this.#frame = func.frameLocal;
    const copy = code.findIndex((one, index) => one.op === OP.localSet && one.number === this.#frame && code[index - 1]?.op === OP.localGet);
    this.#stack = this.#frame < 0 || copy < 0 ? -1 : (code[copy - 1]?.number ?? -1);
  }

  /** The instructions that a row of the line table stands for, up to the next line's. */
  #codeOf(line: Line): Instruction[] {
    const [from, to] = [line.address, this.#endOf(line, line.address)];
    return this.code.filter(({ at }) => from <= at - this.context.base && at - this.context.base < to);
  }

  #rowCode(line: Line): RowCode {
    const code = this.#codeOf(line);
    return { isLeftOut: isForJumps(this.func, line) || isRoomOnly(code, this.context.isRoom), isJump: isJumpOnly(code) };
  }

  /** Where the code of a row's line ends. */
  #endOf(line: Line, address: number): number {
    const next = this.#lines.find((one) => one.address > address && one.line !== 0 && (one.line !== line.line || one.file !== line.file));
    return next?.address ?? this.func.scope.high;
  }

  write(): void {
    const { emit, func } = this;
    emit.constant(func.id).global(this.context.stackPointer).op(OP.wrap).hook("enter");
    for (const local of func.addressLocals) if (local < emit.parameters) this.#register(local);
    let depth = 0;
    let next = 0;
    let hasFrame = this.#frame < 0;
    for (const [index, one] of this.code.entries()) {
      const address = one.at - this.context.base;
      emit.upTo(one.at);
      for (; (this.#marks[next]?.address ?? Infinity) <= address; next++) this.#put(this.#marks[next] as Mark, one, address);
      if (opens(one.op)) {
        depth++;
        emit.upTo(one.next);
        if (one.op === OP.loop) this.#loop(address);
        continue;
      }
      this.#flush();
      if (one.op === OP.if) depth++;
      if (one.op === OP.return) this.#leave();
      else if (one.op === OP.end || one.op === OP.delegate) {
        if (depth-- === 0) this.#leave();
      } else this.#before(one, index, address);
      if (one.op === OP.call && one.number === this.context.ends && this.#isOutermost(address)) {
        // The function's own variables end with it, and until then they are there to be seen.
        emit.op(OP.drop, OP.drop);
        emit.skipTo(one.next);
      } else emit.upTo(one.next);
      if (one.op === OP.localSet || one.op === OP.localTee) {
        if (one.number === this.#frame) {
          hasFrame = true;
          emit.get(this.#frame).op(OP.wrap).hook("frame");
        } else if (one.number === this.#stack && hasFrame) emit.get(this.#stack).op(OP.wrap).hook("stack");
        if (func.addressLocals.includes(one.number)) this.#register(one.number);
      } else if (one.op === OP.memoryGrow) emit.hook("grown");
    }
  }

  /** Whether code stands at the brace that ends the function, where its own variables end. */
  #isOutermost(address: number): boolean {
    const line = rowAt(this.#lines, address)?.line;
    return line === this.#lastLine && !this.func.scope.blocks.some(({ low, high }) => low <= address && address < high);
  }

  /** A mark at this instruction: at once, or behind a loop's opcode. */
  #put(mark: Mark, one: Instruction, address: number): void {
    const end = one.op === OP.loop && address === mark.address ? this.#ends.get(address) : undefined;
    // A block around the loop is entered once; one inside of it, at every turn.
    if (mark.scope && end !== undefined && mark.scope.high > end) this.#mark(mark);
    else this.#waiting.push(mark);
  }

  #flush(): void {
    for (const mark of this.#waiting) this.#mark(mark);
    this.#waiting = [];
  }

  #mark({ scope, line }: Mark): void {
    if (scope) this.#block(scope);
    if (line) {
      this.emit.constant(this.#row(line, line.address));
      this.#base().hook("line");
    }
  }

  #block(scope: Scope): void {
    const number = this.context.blocks.push({ scope, func: this.func }) - 1;
    this.emit.constant(number);
    this.#base().hook("block");
  }

  #loop(address: number): void {
    // A loop may begin with code that belongs to no line.
    const lines = this.#lines.filter(({ line }) => line > 0);
    const line = rowAt(lines, address) ?? lines[0];
    if (!line) return;
    this.emit.constant(this.#row(line, address));
    this.#base().hook("loop");
  }

  /** The number of a new row. */
  #row(line: Line, address: number): number {
    return this.context.rows.push({ line, func: this.func, address, end: this.#endOf(line, address) }) - 1;
  }

  /** The frame base, or 0 in a function without a frame. */
  #base(): Emitter {
    return this.#frame < 0 ? this.emit.constant(0) : this.emit.get(this.#frame).op(OP.wrap);
  }

  #register(local: number): void {
    const number = this.context.registers.push({ func: this.func, local }) - 1;
    this.emit.constant(number).short(local).hook("register");
  }

  #leave(): void {
    this.emit.hook(this.result === undefined ? "leave" : (RETURNS[this.result] ?? "returnI"));
  }

  #before(one: Instruction, index: number, address: number): void {
    const { emit, context } = this;
    const { sites } = context;
    if (isLoad(one.op) || isStore(one.op)) {
      const isPart = this.#copies.get(index);
      const flags = isPart === undefined ? 0 : FLAG.copies | (isPart ? FLAG.isPart : 0);
      const size = bytesMoved(one.op);
      if (isLoad(one.op)) emit.load("load", sites.add(one.number, size, -1, address, flags));
      else {
        const hook = isMarking(this.code[index - 1]) ? "raw" : "store";
        emit.store(hook, sites.add(one.number, size, -1, address, flags, storedType(one.op)), storedType(one.op));
      }
    } else if (one.op === OP.call && context.isLibrary(one.number)) {
      emit.constant(sites.add(0, 0, one.number, address)).hook("call");
    } else if (one.op === OP.more && one.number === MEMORY_COPY) emit.some("copy");
    else if (one.op === OP.more && one.number === MEMORY_FILL) emit.some("fill");
  }
}
