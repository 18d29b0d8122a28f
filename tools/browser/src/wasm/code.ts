/** Instructions: where each begins and ends, and its first number (WebAssembly Core Specification, 5.4). */
import { Reader } from "./bytes";

export const OP = {
  unreachable: 0x00,
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  try: 0x06,
  end: 0x0b,
  branch: 0x0c,
  branchIf: 0x0d,
  return: 0x0f,
  delegate: 0x18,
  tryTable: 0x1f,
  call: 0x10,
  callIndirect: 0x11,
  drop: 0x1a,
  select: 0x1b,
  localGet: 0x20,
  localSet: 0x21,
  localTee: 0x22,
  globalGet: 0x23,
  globalSet: 0x24,
  i64Load: 0x29,
  memorySize: 0x3f,
  memoryGrow: 0x40,
  i32Const: 0x41,
  i64Const: 0x42,
  i32Eqz: 0x45,
  i64Eqz: 0x50,
  i32Add: 0x6a,
  i32And: 0x71,
  i32Or: 0x72,
  i64Add: 0x7c,
  i64Or: 0x84,
  i64ShiftRight: 0x88,
  /** The lower half of 64 bits, and 32 bits as 64. */
  wrap: 0xa7,
  extendSigned: 0xac,
  extendUnsigned: 0xad,
  /** Followed by a number of their own. */
  more: 0xfc,
} as const;
/** After OP.more. */
export const MEMORY_COPY = 10;
export const MEMORY_FILL = 11;

const FIRST_LOAD = 0x28;
const FIRST_STORE = 0x36;
const LAST_STORE = 0x3e;
/** By operation from 0x28: how many bytes each load or store moves. */
const BYTES = [4, 8, 4, 8, 1, 1, 2, 2, 1, 1, 2, 2, 4, 4, 4, 8, 4, 8, 1, 2, 1, 2, 4];
/** Likewise the value type that is stored, from 0x36. */
const STORED = "iIfFiiIII";

export type Stored = "i" | "I" | "f" | "F";

export interface Instruction {
  op: number;
  /** Where it begins. */
  at: number;
  /** Where the next one begins. */
  next: number;
  /** Its first number: of a local, a function, the offset of a load, what follows OP.more. */
  number: number;
}

export const isLoad = (op: number): boolean => op >= FIRST_LOAD && op < FIRST_STORE;
export const isStore = (op: number): boolean => op >= FIRST_STORE && op <= LAST_STORE;
/** How many bytes a load or a store moves. */
export const bytesMoved = (op: number): number => BYTES[op - FIRST_LOAD] ?? 0;
/** The type of the value that a store takes: i and I for 32 and 64 bits, f and F for floating ones. */
export const storedType = (op: number): Stored => STORED[op - FIRST_STORE] as Stored;

/** Goes through the instructions from `start` to `end`; the same object is given each time, changed. */
export function* instructions(bytes: Uint8Array, start: number, end: number): Generator<Instruction, void, void> {
  const reader = new Reader(bytes, start, end);
  const found: Instruction = { op: 0, at: start, next: start, number: 0 };
  while (reader.at < end) {
    found.at = reader.at;
    found.op = reader.u8();
    found.number = numbersAfter(found.op, reader);
    found.next = reader.at;
    yield found;
  }
}

/** Passes over what follows an operation's byte; the first number of it comes back. */
function numbersAfter(op: number, reader: Reader): number {
  if (op >= FIRST_LOAD && op <= LAST_STORE) return memoryArgument(reader);
  if (op >= OP.localGet && op <= 0x26) return reader.uleb(); // locals, globals, tables
  switch (op) {
    case OP.block:
    case OP.loop:
    case OP.if:
    case OP.try:
    case OP.i32Const:
    case OP.i64Const:
      return reader.sleb();
    case 0x07: // catch
    case 0x08: // throw
    case 0x09: // rethrow
    case OP.branch:
    case OP.branchIf:
    case OP.call:
    case 0x12: // return_call
    case OP.delegate:
    case OP.memorySize:
    case OP.memoryGrow:
    case 0xd0: // ref.null
    case 0xd2: // ref.func
      return reader.uleb();
    case 0x0e: { // br_table
      const count = reader.uleb();
      for (let left = count; left >= 0; left--) reader.uleb();
      return count;
    }
    case OP.callIndirect:
    case 0x13: { // return_call_indirect
      const type = reader.uleb();
      reader.uleb();
      return type;
    }
    case 0x1c: { // select with types
      const count = reader.uleb();
      reader.at += count;
      return count;
    }
    case OP.tryTable:
      return catches(reader);
    case 0x43: // f32.const
      reader.at += 4;
      return 0;
    case 0x44: // f64.const
      reader.at += 8;
      return 0;
    case OP.more:
      return more(reader);
    case 0xfd:
      return vectors(reader);
    case 0xfe: { // atomic
      const number = reader.uleb();
      if (number === 3) reader.u8();
      else memoryArgument(reader);
      return number;
    }
    default:
      return 0;
  }
}

/** The offset; its alignment stands before it. */
function memoryArgument(reader: Reader): number {
  if (reader.uleb() & 0x40) reader.uleb(); // the number of a memory
  return reader.uleb();
}

function catches(reader: Reader): number {
  const type = reader.sleb();
  for (let count = reader.uleb(); count > 0; count--) {
    if (reader.u8() < 2) reader.uleb();
    reader.uleb();
  }
  return type;
}

/** How many numbers follow each operation of OP.more. */
const AFTER_MORE = [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1, 2, 1, 2, 1, 1, 1];

function more(reader: Reader): number {
  const number = reader.uleb();
  for (let left = AFTER_MORE[number] ?? 0; left > 0; left--) reader.uleb();
  return number;
}

function vectors(reader: Reader): number {
  const number = reader.uleb();
  if (number <= 11 || number === 92 || number === 93) memoryArgument(reader);
  else if (number === 12 || number === 13) reader.at += 16;
  else if (number >= 21 && number <= 34) reader.at += 1;
  else if (number >= 84 && number <= 91) {
    memoryArgument(reader);
    reader.at += 1;
  }
  return number;
}
