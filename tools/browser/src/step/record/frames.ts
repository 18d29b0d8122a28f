/** The calls of a program: which function, called by whom and from which step, with which frame. */
import { i32, u32 } from "../columns";

/** No call, no step. */
export const NONE = -1;

/** What is known of a call, by its place in the table. */
export const CALL = {
  /** Who called it, and which function it is. */
  parent: 0,
  func: 1,
  /** The frame base. */
  base: 2,
  /** The stack pointer when it began: the frame ends there. */
  start: 3,
  /** Where the frame ends downwards: lower than the base if it has arrays of variable length. */
  low: 4,
  /** The caller's last step before it began, and that step's row. */
  callerStep: 5,
  callerRow: 13,
  /** Its own last step, and that step's row. */
  lastStep: 6,
  lastRow: 7,
  /** The step in which it ended; NONE while it runs. */
  left: 8,
  /** Its last step when one of its loops began a turn, and which loop. */
  loopStep: 9,
  loopRow: 10,
  /** The site of the library call that it made last, or 0. */
  library: 11,
  /** Where its last entry in `registers` is, or NONE. */
  register: 12,
} as const;
type Field = (typeof CALL)[keyof typeof CALL];
const FIELDS = 14;

export class Frames {
  table = new Int32Array(FIELDS * 1024);
  count = 0;
  /** The innermost call, or NONE. */
  top = NONE;
  /** How many calls are running. */
  depth = 0;
  /** Addresses on the stack below this one belong to no frame. */
  lowest = 0;
  /** Values of locals that hold addresses: which register, its value, since which step, and the entry before in the same call. */
  readonly registers = { number: u32(), value: u32(), step: i32(), before: i32() };
  /** Whether calls that have ended are kept. */
  isKeeping = false;

  get(call: number, field: Field): number {
    return this.table[call * FIELDS + field] ?? 0;
  }

  set(call: number, field: Field, value: number): void {
    this.table[call * FIELDS + field] = value;
  }

  /** A call of `func` begins in `step`. */
  enter(func: number, stackPointer: number, step: number): void {
    // A call that an exception or longjmp has left lies below the caller's stack pointer.
    while (this.top !== NONE && this.get(this.top, CALL.base) < stackPointer) this.#pop(step);
    const call = this.count++;
    const at = call * FIELDS;
    if (at + FIELDS > this.table.length) {
      const more = new Int32Array(this.table.length * 2);
      more.set(this.table);
      this.table = more;
    }
    const { table } = this;
    table.fill(NONE, at, at + FIELDS);
    table[at + CALL.parent] = this.top;
    table[at + CALL.func] = func;
    table[at + CALL.base] = stackPointer;
    table[at + CALL.start] = stackPointer;
    table[at + CALL.low] = stackPointer;
    table[at + CALL.library] = 0;
    if (this.top !== NONE) {
      table[at + CALL.callerStep] = this.get(this.top, CALL.lastStep);
      table[at + CALL.callerRow] = this.get(this.top, CALL.lastRow);
    }
    this.top = call;
    this.depth++;
    this.lowest = stackPointer;
  }

  /** The innermost call has its frame now. */
  frame(base: number): void {
    if (this.top === NONE) return;
    this.set(this.top, CALL.base, base);
    this.lower(base);
  }

  /** Its frame ends there now. */
  lower(low: number): void {
    this.set(this.top, CALL.low, low);
    this.lowest = low;
  }

  /** The innermost call ends in `step`. */
  leave(step: number): void {
    if (this.top !== NONE) this.#pop(step);
  }

  /** Ends the calls that a jump has left: until the innermost one is of this function with this frame base, 0 for any. */
  unwind(func: number, base: number, step: number): void {
    let found = this.top;
    while (found !== NONE && !this.is(found, func, base)) found = this.get(found, CALL.parent);
    if (found === NONE) return;
    while (this.top !== found) this.#pop(step);
  }

  is(call: number, func: number, base: number): boolean {
    return this.get(call, CALL.func) === func && (base === 0 || this.get(call, CALL.base) === base);
  }

  register(number: number, value: number, step: number): void {
    if (this.top === NONE) return;
    const { registers } = this;
    registers.number.push(number);
    registers.step.push(step);
    registers.before.push(this.get(this.top, CALL.register));
    this.set(this.top, CALL.register, registers.value.push(value));
  }

  /** The value that a register of a call had when `step` began. */
  registerAt(call: number, number: number, step: number): number | undefined {
    const { registers } = this;
    for (let at = this.get(call, CALL.register); at !== NONE; at = registers.before.at(at)) {
      if (registers.number.at(at) === number && registers.step.at(at) < step) return registers.value.at(at);
    }
    return undefined;
  }

  /** How many bytes the tables take. */
  get bytes(): number {
    return this.count * FIELDS * 4 + this.registers.value.length * 16;
  }

  #pop(step: number): void {
    const gone = this.top;
    this.depth--;
    this.set(gone, CALL.left, step);
    this.top = this.get(gone, CALL.parent);
    this.lowest = this.top === NONE ? 0 : this.get(this.top, CALL.low);
    if (this.isKeeping) return;
    // All that came after it has ended before it.
    let first: number = this.registers.value.length;
    for (let at = this.get(gone, CALL.register); at !== NONE; at = this.registers.before.at(at)) first = at;
    for (const column of Object.values(this.registers)) column.length = first;
    this.count = gone;
  }
}
