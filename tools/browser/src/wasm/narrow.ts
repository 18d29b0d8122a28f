/**
 * Cuts the addresses of a WebAssembly module from 64 bits to 32, for engines that have no others.
 *
 * The program keeps its pointers of 8 bytes and computes with them. Memory and table are declared
 * with addresses of 32 bits, and what takes an address gets that (narrow_code.ts). All section
 * numbers are from the WebAssembly Core Specification 3.0, chapter 5.5.
 */
import { Reader, Writer } from "./bytes";
import { Body, OP, TooWide } from "./narrow_code";

const SECTION = { type: 1, import: 2, function: 3, table: 4, memory: 5, element: 9, code: 10, data: 11 } as const;
export { TooWide };

const HAS_MOST = 1;
const HAS_64_BITS = 4;

/** The same program with addresses of 32 bits; throws TooWide if it has what no program of C needs. */
export function narrowed(program: Uint8Array): Uint8Array<ArrayBuffer> {
  const made = new Writer(program.length * 1.2).bytes(program.subarray(0, 8));
  const reader = new Reader(program, 8);
  let types: readonly number[] = [];
  let functions: readonly number[] = [];
  while (!reader.isAtEnd) {
    const id = reader.u8();
    const content = reader.take(reader.uleb());
    const inner = new Reader(content);
    if (id === SECTION.type) types = inner.vector(() => parameters(inner));
    if (id === SECTION.function) functions = inner.vector(() => types[inner.uleb()] ?? 0);
    if (id === SECTION.import) inner.vector(() => checkImport(inner));
    made.u8(id).sized(section(id, content, functions));
  }
  return made.done();
}

/** A section's content; `functions` has how many parameters each function has. */
function section(id: number, content: Uint8Array, functions: readonly number[]): Uint8Array {
  const reader = new Reader(content);
  const made = new Writer(content.length * 1.2);
  const each = (one: (index: number) => void): Uint8Array => {
    const count = reader.uleb();
    made.uleb(count);
    for (let index = 0; index < count; index++) one(index);
    return made.done();
  };
  switch (id) {
    case SECTION.table:
      return each(() => {
        made.u8(reader.u8());
        limits(reader, made);
      });
    case SECTION.memory:
      return each(() => limits(reader, made));
    case SECTION.element:
      return each(() => element(reader, made));
    case SECTION.data:
      return each(() => segment(reader, made));
    case SECTION.code:
      return each((index) => made.sized(new Body(reader.take(reader.uleb()), functions[index] ?? 0).narrowed()));
    default:
      return content;
  }
}

/** How many parameters a type has. */
function parameters(reader: Reader): number {
  if (reader.u8() !== 0x60) throw new TooWide("types that no function of C has");
  const count = reader.uleb();
  reader.take(count);
  reader.take(reader.uleb());
  return count;
}

function checkImport(reader: Reader): void {
  reader.take(reader.uleb());
  reader.take(reader.uleb());
  if (reader.u8() !== 0) throw new TooWide("more than functions from outside of itself");
  reader.uleb();
}

function limits(reader: Reader, made: Writer): void {
  const flags = reader.u8();
  made.u8(flags & ~HAS_64_BITS).uleb(reader.uleb());
  if (flags & HAS_MOST) made.uleb(reader.uleb());
}

/** Where a part of the table or of the memory begins. */
function place(reader: Reader, made: Writer): void {
  if (reader.u8() !== OP.i64Const) throw new TooWide("places that are computed when it starts");
  made.u8(OP.i32Const).sleb(reader.sleb()).u8(reader.u8());
}

function element(reader: Reader, made: Writer): void {
  const flags = reader.uleb();
  if (flags !== 0) throw new TooWide("other tables than that of its functions");
  made.uleb(flags);
  place(reader, made);
  const numbers = reader.vector(() => reader.uleb());
  made.uleb(numbers.length);
  for (const number of numbers) made.uleb(number);
}

function segment(reader: Reader, made: Writer): void {
  const isPassive = reader.uleb();
  if (isPassive > 1) throw new TooWide("more than one memory");
  made.uleb(isPassive);
  if (!isPassive) place(reader, made);
  made.sized(reader.take(reader.uleb()));
}
