import assert from "node:assert/strict";
import { test } from "node:test";
import { Writer } from "../../src/wasm/bytes";
import { narrowed, TooWide } from "../../src/wasm/narrow";

const I64 = 0x7e;
const F32 = 0x7d;
const F64 = 0x7c;
const END = 0x0b;
const DROP = 0x1a;

const long = (value: number): number[] => [0x42, ...leb(value)];
const int = (value: number): number[] => [0x41, ...leb(value)];
const get = (variable: number): number[] => [0x20, variable];

/** A signed LEB128 number. */
function leb(value: number): number[] {
  const found: number[] = [];
  for (let rest = BigInt(value); ; rest >>= 7n) {
    const byte = Number(rest & 0x7fn);
    const isLast = rest >> 7n === (byte & 0x40 ? -1n : 0n);
    found.push(isLast ? byte : byte | 0x80);
    if (isLast) return found;
  }
}

function unsigned(value: number): number[] {
  return [...new Writer(10).uleb(value).done()];
}

const section = (id: number, ...parts: number[][]): number[] => {
  const content = [...unsigned(parts.length), ...parts.flat()];
  return [id, ...unsigned(content.length), ...content];
};

/**
 * A module with addresses of 64 bits: memory of 1 to 3 pages with "wide" at 1000, a passive segment
 * "abc", a table whose places 1 and 2 hold functions that double and halve, and `run`, of an i64.
 */
function wide(code: readonly number[], variables: readonly number[] = []): Uint8Array<ArrayBuffer> {
  const body = (content: readonly number[], groups: readonly number[] = []): number[] => {
    const all = [groups.length, ...groups.flatMap((type) => [1, type]), ...content, END];
    return [...unsigned(all.length), ...all];
  };
  const text = (said: string): number[] => [said.length, ...new TextEncoder().encode(said)];
  return new Uint8Array([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [0x60, 1, I64, 1, I64]),
    ...section(3, [0], [0], [0]),
    ...section(4, [0x70, 5, 3, 3]),
    ...section(5, [5, 1, 3]),
    ...section(7, [...text("run"), 0, 2]),
    ...section(9, [0, ...long(1), END, 2, 0, 1]),
    ...[12, 1, 2], // there are two segments
    ...section(10, body([...get(0), ...long(2), 0x7e]), body([...get(0), ...long(2), 0x7f]), body(code, variables)),
    ...section(11, [0, ...long(1000), END, ...text("wide")], [1, ...text("abc")]),
  ]);
}

function run(program: Uint8Array<ArrayBuffer>, argument: number): bigint | string {
  const instance = new WebAssembly.Instance(new WebAssembly.Module(program));
  try {
    return (instance.exports["run"] as (argument: bigint) => bigint)(BigInt(argument));
  } catch (error) {
    assert.ok(error instanceof WebAssembly.RuntimeError);
    return "trap";
  }
}

/** What comes out with 32 bits; the engine's own 64, where it has them, must give the same. */
function result(program: Uint8Array<ArrayBuffer>, argument = 0): bigint | string {
  const found = run(narrowed(program), argument);
  if (WebAssembly.validate(program)) assert.equal(run(program, argument), found);
  return found;
}

/** Stores a value of a type at 2000 and loads it with the same offset. */
const through = (store: number, load: number, value: readonly number[], back: readonly number[] = []): number[] => [
  ...[...long(2000), ...value, store, 0, 8],
  ...[...long(2000), load, 0, 8, ...back],
];
const LARGE = 2 ** 32;

test("each kind of store and load goes through a narrowed memory", () => {
  assert.equal(result(wide(through(0x37, 0x29, get(0))), 123456789012), 123456789012n, "i64");
  assert.equal(result(wide(through(0x36, 0x28, int(-5), [0xac]))), -5n, "i32");
  assert.equal(result(wide(through(0x38, 0x2a, [0x43, 0, 0, 0xc0, 0x3f], [0xae]))), 1n, "f32 1.5");
  assert.equal(result(wide(through(0x39, 0x2b, [0x44, 0, 0, 0, 0, 0, 0, 4, 0x40], [0xb0]))), 2n, "f64 2.5");
  assert.equal(result(wide(through(0x3c, 0x31, long(0x1ff)))), 0xffn, "i64.store8");
  assert.equal(result(wide(through(0x3b, 0x2f, int(0x12345), [0xac]))), 0x2345n, "i32.store16");
});

test("what was in the module's memory and table is still there", () => {
  assert.equal(result(wide([...long(1000), 0x35, 0, 0])), BigInt(new DataView(new TextEncoder().encode("wide").buffer).getUint32(0, true)));
  assert.equal(result(wide([...long(21), ...get(0), 0x11, 0, 0]), 1), 42n, "the first function of the table");
  assert.equal(result(wide([...long(42), ...get(0), 0x11, 0, 0]), 2), 21n, "the second");
});

test("memory is measured, grows, and is filled and copied", () => {
  assert.equal(result(wide([0x3f, 0])), 1n);
  assert.equal(result(wide([...get(0), 0x40, 0, DROP, 0x3f, 0]), 2), 3n);
  assert.equal(result(wide([...get(0), 0x40, 0]), 5), -1n, "there is no more");
  const fill = [...long(2000), ...int(7), ...long(3), 0xfc, 11, 0];
  const copy = [...long(2005), ...long(2000), ...long(3), 0xfc, 10, 0, 0];
  assert.equal(result(wide([...fill, ...copy, ...long(2004), 0x35, 0, 0])), 0x07070700n);
  const init = [...long(2000), ...int(1), ...int(2), 0xfc, 8, 1, 0, 0xfc, 9, 1];
  assert.equal(result(wide([...init, ...long(2000), 0x35, 0, 0])), BigInt(0x6362));
});

test("the variables of the function keep their numbers", () => {
  const code = [...long(5), 0x21, 2, ...long(2000), ...get(0), 0x37, 0, 0, ...long(2000), 0x29, 0, 0, ...get(2), 0x7c];
  assert.equal(result(wide(code, [F64, I64, F32]), 30), 35n);
});

test("numbers that no 32 bits hold lead nowhere, instead of to where their lower half does", () => {
  assert.equal(result(wide([...get(0), 0x40, 0]), LARGE), -1n);
  assert.equal(result(wide([...long(1), ...get(0), 0x11, 0, 0]), LARGE + 1), "trap");
  assert.equal(result(wide([...long(0), ...int(7), ...get(0), 0xfc, 11, 0, ...long(0)]), LARGE), "trap");
  const offset = unsigned(LARGE);
  assert.equal(result(wide([...get(0), 0x29, 0, ...offset])), "trap", "as an offset in the instruction");
  assert.equal(result(wide([...long(2 ** 24), 0x29, 0, 0])), "trap", "a narrow one beyond the end");
});

test("a module that uses what C has not is refused with a reason", () => {
  assert.throws(() => narrowed(wide([...long(0), 0xfe, 0x10, 2, 0, 0xad])), (error: unknown) => error instanceof TooWide && error.message === "the instruction fe");
  assert.throws(() => narrowed(wide([...get(0), 0x29, 0x40, 0, 0])), /more than one memory/);
});
