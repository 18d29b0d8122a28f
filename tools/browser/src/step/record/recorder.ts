/** Records a run: what the hooks of a rewritten program do. */
import { KINDS, type Hook } from "../hooks/table";
import type { Rewritten } from "../instrument/tables";
import type { Accesses } from "./accesses";
import { Events, RETURN, RETURNED, ROW } from "./events";
import { CALL, NONE, type Frames } from "./frames";
import type { Heap, Place } from "./heap";
import type { ProgramMemory } from "./memory";
import type { Printed } from "./system";
import { frameRange } from "./variables";

/** Which part of a run is recorded. */
export interface Window {
  /** The first step that is kept; what comes before is only counted. Infinity keeps none. */
  readonly from: number;
  /** How many bytes the tables may take before the recording ends. */
  readonly budget: number;
  /** How many steps a run may have. */
  readonly most: number;
  /** Asked at each step, with its row and how many calls are running; true ends the run. */
  readonly isEnough?: (step: number, row: number, depth: number) => boolean;
}

/** So many turns of loops count as much as a step, for loops whose turns have no steps. */
const TURNS = 20;

/** Why the hooks end a run. */
export type Stop = "full" | "capped";

export class Recorder {
  readonly events = new Events();
  /** How many steps there were: the one that runs has the number before. */
  steps = 0;
  printed: Printed | undefined;
  isLogging = false;

  readonly #rowFuncs: Int32Array;
  /** By row: a number for its line, and where its code is. */
  readonly #rowLines: Int32Array;
  readonly #rowAddresses: Int32Array;
  /** By number of the block: address and size of its variables, from the frame base, by turns. */
  readonly #blocks: readonly (readonly number[])[];
  /** How many turns the program's loops have made. */
  #turns = 0;
  readonly #value = new DataView(new ArrayBuffer(8));

  constructor(
    readonly rewritten: Rewritten,
    readonly memory: ProgramMemory,
    readonly accesses: Accesses,
    readonly frames: Frames,
    readonly heap: Heap,
    readonly window: Window,
    /** Ends the run at once. */
    readonly stop: (why: Stop) => void,
  ) {
    this.#rowFuncs = Int32Array.from(rewritten.rows, ({ func }) => func.id);
    const lines = new Map<string, number>();
    const numbered = (key: string): number => lines.get(key) ?? (lines.set(key, lines.size), lines.size - 1);
    this.#rowLines = Int32Array.from(rewritten.rows, ({ line }) => numbered(`${line.line} ${line.file.name}`));
    this.#rowAddresses = Int32Array.from(rewritten.rows, ({ address }) => address);
    this.#blocks = rewritten.blocks.map(({ scope }) => scope.variables.filter(({ isParameter }) => !isParameter).flatMap(({ location, type }) => frameRange(location, type)));
  }

  /** Where the program is. */
  place(): Place {
    const { frames } = this;
    const { top } = frames;
    if (top === NONE) return { step: this.steps - 1, row: NONE, site: 0 };
    return { step: this.steps - 1, row: frames.get(top, CALL.lastRow), site: frames.get(top, CALL.library) };
  }

  /** All bytes that the tables take. */
  get bytes(): number {
    return this.memory.log.bytes + this.events.bytes + this.frames.bytes + this.heap.bytes;
  }

  /** The hooks that a program's lines and calls have. */
  hooks(): Record<Exclude<Hook, keyof Accesses["hooks"]>, (...numbers: never[]) => unknown> {
    const { frames, heap, memory, accesses } = this;
    return {
      enter: (func: number, stackPointer: number) => frames.enter(func, stackPointer, this.steps - 1),
      frame: (base: number) => {
        const { top, lowest } = frames;
        if (top === NONE || base >= lowest) return;
        memory.paint(base, lowest - base, 0x0f);
        frames.frame(base);
      },
      line: (row: number, base: number) => {
        const { top } = frames;
        if (top === NONE || !frames.is(top, this.#rowFuncs[row] ?? NONE, base)) frames.unwind(this.#rowFuncs[row] ?? NONE, base, this.steps - 1);
        const last = frames.get(frames.top, CALL.lastRow);
        // Further on in a line that was reached already is no step of its own.
        if (last !== NONE && this.#rowLines[row] === this.#rowLines[last] && (this.#rowAddresses[row] ?? 0) > (this.#rowAddresses[last] ?? 0)) return;
        this.#step(row);
      },
      loop: (row: number, base: number) => {
        const { top } = frames;
        if (++this.#turns > this.window.most * TURNS) this.stop("capped");
        if (top === NONE || !frames.is(top, this.#rowFuncs[row] ?? NONE, base)) return;
        const last = frames.get(top, CALL.lastStep);
        // The line was not reached since this loop began its last turn: it is all on one line.
        if (frames.get(top, CALL.loopStep) === last && frames.get(top, CALL.loopRow) === row) this.#step(row);
        frames.set(top, CALL.loopStep, frames.get(top, CALL.lastStep));
        frames.set(top, CALL.loopRow, row);
      },
      block: (block: number, base: number) => {
        const ranges = this.#blocks[block] ?? [];
        for (let at = 0; at < ranges.length; at += 2) memory.forget(base + (ranges[at] ?? 0), ranges[at + 1] ?? 0);
      },
      register: (number: number, value: number) => frames.register(number, value, this.steps - 1),
      stack: (low: number) => {
        if (low < frames.lowest) memory.paint(low, frames.lowest - low, 0x0f);
        frames.lower(low);
      },
      leave: () => this.#leave(RETURNED.nothing),
      returnI: (value: number) => {
        this.#value.setInt32(0, value, true);
        this.#leave(RETURNED.i32);
        return value;
      },
      returnL: (value: bigint) => {
        this.#value.setBigInt64(0, value, true);
        this.#leave(RETURNED.i64);
        return value;
      },
      returnF: (value: number) => {
        this.#value.setFloat32(0, value, true);
        this.#leave(RETURNED.f32);
        return value;
      },
      returnD: (value: number) => {
        this.#value.setFloat64(0, value, true);
        this.#leave(RETURNED.f64);
        return value;
      },
      call: (site: number) => {
        if (frames.top === NONE) return;
        frames.set(frames.top, CALL.library, site);
        if (!this.isLogging) return;
        const { step, logged, call, site: sites } = this.events.libraries;
        step.push(this.steps - 1);
        logged.push(memory.log.length);
        call.push(frames.top);
        sites.push(site);
      },
      named: (kind: number) => heap.named(kind < KINDS.length ? kind : 0),
      takes: (size: number) => heap.takes(size >>> 0),
      took: (address: number) => {
        const block = heap.took(address >>> 0, this.place());
        if (block) memory.paint(block.address, block.size, 0x0f);
      },
      frees: (address: number) => {
        const { block, misuse } = heap.frees(address >>> 0, this.place());
        if (misuse) accesses.misuse(misuse, address >>> 0, block);
        if (!block || (misuse && misuse !== "mismatch")) return 0;
        memory.paint(block.address, block.size, 0xff);
        return heap.released();
      },
      keeps: (address: number, size: number) => {
        const { kept, block, misuse } = heap.keeps(address >>> 0, size >>> 0);
        if (misuse) accesses.misuse(misuse, address >>> 0, block);
        return kept;
      },
      clears: (count: number, size: number) => {
        const all = (count >>> 0) * (size >>> 0);
        return all > 0xffffffff ? -1 : all | 0;
      },
      grown: () => memory.grown(),
    };
  }

  /** A step begins at a row. */
  #step(row: number): void {
    const { frames, events, memory } = this;
    const step = this.steps++;
    frames.set(frames.top, CALL.lastStep, step);
    frames.set(frames.top, CALL.lastRow, row & ROW);
    memory.step = step;
    if (step === this.window.from) this.#start();
    if (this.isLogging) {
      events.rows.push(row);
      events.calls.push(frames.top);
      events.logged.push(memory.log.length);
      events.printed.push(this.printed?.bytes.length ?? 0);
      if ((step & 255) === 0 && this.bytes > this.window.budget) this.stop("full");
    }
    if (step >= this.window.most) this.stop("capped");
    if (this.window.isEnough?.(step, row, frames.depth)) this.stop("full");
  }

  #start(): void {
    this.isLogging = this.memory.isLogging = this.frames.isKeeping = this.heap.isKeeping = true;
  }

  /** The innermost call returns; its value, if it has one, lies in #value. */
  #leave(kind: number): void {
    const { frames } = this;
    const { top } = frames;
    if (top === NONE) return;
    // A step of its own, unless the call's last line was reached just now.
    if (kind !== RETURNED.nothing && frames.get(top, CALL.lastStep) !== this.steps - 1 && frames.get(top, CALL.lastRow) !== NONE) {
      this.#step((frames.get(top, CALL.lastRow) | RETURN) >>> 0);
    }
    if (this.isLogging) {
      const { step, call, kind: kinds, low, high } = this.events.returns;
      step.push(this.steps - 1);
      call.push(top);
      kinds.push(kind);
      low.push(this.#value.getUint32(0, true));
      high.push(this.#value.getUint32(4, true));
    }
    frames.leave(this.steps - 1);
  }
}
