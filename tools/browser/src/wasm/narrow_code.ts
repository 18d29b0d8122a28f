/** Cuts the addresses in a function's code to 32 bits (WebAssembly Core Specification 3.0, chapter 5.4). */
import { Reader, Writer } from "./bytes";

/** A module that cannot be narrowed; the message says what it has, as in "The program has …". */
export class TooWide extends Error {}

export const OP = {
  end: 0x0b,
  callIndirect: 0x11,
  select: 0x1b,
  get: 0x20,
  set: 0x21,
  tee: 0x22,
  memorySize: 0x3f,
  memoryGrow: 0x40,
  i32Const: 0x41,
  i64Const: 0x42,
  i64Eqz: 0x50,
  i64ShiftRight: 0x88,
  wrap: 0xa7,
  extendSigned: 0xac,
  extendUnsigned: 0xad,
} as const;

const I32 = 0x7f;
const I64 = 0x7e;
const F32 = 0x7d;
const F64 = 0x7c;
const V128 = 0x7b;

const FIRST_LOAD = 0x28;
const FIRST_STORE = 0x36;
const LAST_STORE = 0x3e;
/** By operation from the first store: the type of the value that is stored. */
const STORED = [I32, I64, F32, F64, I32, I32, I64, I64, I64];
/** As an offset it leads behind the end of every memory that a page gives. */
const NOWHERE = 0xffffffff;
/** A signed LEB128 number for each of 32 bits, and the number 32. */
const ONES = 0x7f;
const THIRTY_TWO = 32;

/** The code of one function with its variables, some of which are added. */
export class Body {
  readonly #reader: Reader;
  readonly #made: Writer;
  /** The variables that the function has, as it declares them. */
  readonly #declared: Uint8Array;
  readonly #groups: number;
  readonly #variables: number;
  /** The types of those that are added, each with a letter that tells it from another of its type. */
  readonly #added: [type: number, use: string][] = [];
  /** How much of the old code is in the new one. */
  #done: number;

  /** `code` begins with the variables; `parameters` are counted with them. */
  constructor(
    readonly code: Uint8Array,
    parameters: number,
  ) {
    this.#reader = new Reader(code);
    this.#made = new Writer(code.length * 1.2 + 16);
    this.#groups = this.#reader.uleb();
    const start = this.#reader.at;
    let variables = parameters;
    for (let group = 0; group < this.#groups; group++) {
      variables += this.#reader.uleb();
      this.#reader.u8();
    }
    this.#variables = variables;
    this.#declared = code.subarray(start, this.#reader.at);
    this.#done = this.#reader.at;
  }

  narrowed(): Uint8Array {
    while (!this.#reader.isAtEnd) this.#instruction();
    this.#copy(this.code.length);
    const head = new Writer(this.#declared.length + 16).uleb(this.#groups + this.#added.length).bytes(this.#declared);
    for (const [type] of this.#added) head.u8(1).u8(type);
    return head.bytes(this.#made.done()).done();
  }

  /** The old code up to there, which stays as it is. */
  #copy(end: number): void {
    this.#made.bytes(this.code.subarray(this.#done, end));
    this.#done = end;
  }

  /** The number of an added variable. */
  #variable(type: number, use: string): number {
    let found = this.#added.findIndex(([its, name]) => its === type && name === use);
    if (found < 0) found = this.#added.push([type, use]) - 1;
    return this.#variables + found;
  }

  #put(operation: number, variable: number): void {
    this.#made.u8(operation).uleb(variable);
  }

  /** Makes the address on top 32 bits long; what is larger becomes the largest, where nothing is. */
  #clamp(): void {
    const wide = this.#variable(I64, "wide");
    this.#put(OP.tee, wide);
    this.#made.u8(OP.wrap).u8(OP.i32Const).u8(ONES);
    this.#put(OP.get, wide);
    this.#made.u8(OP.i64Const).u8(THIRTY_TWO).u8(OP.i64ShiftRight).u8(OP.i64Eqz).u8(OP.select);
  }

  #instruction(): void {
    const start = this.#reader.at;
    const operation = this.#reader.u8();
    if (operation >= FIRST_LOAD && operation <= LAST_STORE) {
      this.#access(start, operation < FIRST_STORE ? undefined : STORED[operation - FIRST_STORE]);
      return;
    }
    switch (operation) {
      case OP.memorySize:
        this.#reader.uleb();
        this.#copy(this.#reader.at);
        this.#made.u8(OP.extendUnsigned);
        return;
      case OP.memoryGrow:
        this.#copy(start);
        this.#clamp();
        this.#reader.uleb();
        this.#copy(this.#reader.at);
        this.#made.u8(OP.extendSigned);
        return;
      case OP.callIndirect:
      case 0x13: // the same at a function's end
        this.#copy(start);
        this.#clamp();
        this.#reader.uleb();
        this.#reader.uleb();
        return;
      case 0xfc:
        this.#bulk(start);
        return;
      case 0xfd:
        this.#vector(start);
        return;
      default:
        pass(operation, this.#reader);
    }
  }

  /** An instruction with an address on top of the stack, or below a value of the type `stored`. */
  #access(start: number, stored: number | undefined): void {
    this.#copy(start);
    if (stored !== undefined) this.#put(OP.set, this.#variable(stored, "stored"));
    this.#made.u8(OP.wrap);
    if (stored !== undefined) this.#put(OP.get, this.#variable(stored, "stored"));
    if (this.#reader.uleb() >= 0x40) throw new TooWide("more than one memory"); // the alignment
    const before = this.#reader.at;
    if (this.#reader.uleb() <= NOWHERE) return;
    this.#copy(before);
    this.#made.uleb(NOWHERE);
    this.#done = this.#reader.at;
  }

  /** Conversions, which have no address, and what copies and fills. */
  #bulk(start: number): void {
    const operation = this.#reader.uleb();
    if (operation < 8) return;
    const [fill, copy, init, drop] = [11, 10, 8, 9];
    if (operation === drop) {
      this.#reader.uleb();
      return;
    }
    if (operation !== fill && operation !== copy && operation !== init) throw new TooWide("instructions on its table");
    this.#copy(start);
    const [count, second] = [this.#variable(I32, "count"), this.#variable(I32, "second")];
    if (operation !== init) this.#clamp();
    this.#put(OP.set, count);
    if (operation === copy) this.#clamp();
    this.#put(OP.set, second);
    this.#clamp();
    this.#put(OP.get, second);
    this.#put(OP.get, count);
    this.#reader.uleb();
    if (operation !== fill) this.#reader.uleb();
  }

  #vector(start: number): void {
    const operation = this.#reader.uleb();
    const isLane = operation >= 84 && operation <= 91;
    if (operation <= 11 || operation === 92 || operation === 93 || isLane) {
      this.#access(start, operation === 11 || isLane ? V128 : undefined);
      if (isLane) this.#reader.u8();
    } else if (operation === 12 || operation === 13) this.#reader.take(16);
    else if (operation >= 21 && operation <= 34) this.#reader.u8();
  }
}

/** Passes over what follows an instruction that has no address. */
function pass(operation: number, reader: Reader): void {
  if (operation >= 0x45 && operation <= 0xc4) return; // computes
  switch (operation) {
    case 0x02: // block
    case 0x03: // loop
    case 0x04: // if
    case 0x06: // try
    case OP.i32Const:
    case OP.i64Const:
      reader.sleb();
      return;
    case 0x07: // catch
    case 0x08: // throw
    case 0x09: // rethrow
    case 0x0c: // br
    case 0x0d: // br_if
    case 0x10: // call
    case 0x12: // return_call
    case 0x18: // delegate
    case OP.get:
    case OP.set:
    case OP.tee:
    case 0x23: // global.get
    case 0x24: // global.set
    case 0xd0: // ref.null
    case 0xd2: // ref.func
      reader.uleb();
      return;
    case 0x0e: // br_table
      reader.vector(() => reader.uleb());
      reader.uleb();
      return;
    case 0x1c: // select with types
      reader.vector(() => reader.u8());
      return;
    case 0x1f: // try_table
      reader.sleb();
      reader.vector(() => {
        if (reader.u8() < 2) reader.uleb();
        reader.uleb();
      });
      return;
    case 0x43: // f32.const
      reader.take(4);
      return;
    case 0x44: // f64.const
      reader.take(8);
      return;
    case 0x00: // unreachable
    case 0x01: // nop
    case 0x05: // else
    case 0x0a: // throw_ref
    case OP.end:
    case 0x0f: // return
    case 0x19: // catch_all
    case 0x1a: // drop
    case OP.select:
    case 0xd1: // ref.is_null
      return;
    default:
      throw new TooWide(`the instruction ${operation.toString(16)}`);
  }
}
