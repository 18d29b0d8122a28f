/** WebAssembly's bytes: numbers, instructions, sections, and what is put between them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { signatureOf } from "../../src/step/hooks/object";
import { ALL_CHECKS, HOOKS } from "../../src/step/hooks/table";
import { Reader, Writer } from "../../src/wasm/bytes";
import { bytesMoved, instructions, isLoad, isStore, OP, storedType } from "../../src/wasm/code";
import { F64, I32, Module, SECTION } from "../../src/wasm/module";
import { PROGRAMS, stepping, textOf } from "./support/programs";

test("numbers come back from their bytes", () => {
  for (const number of [0, 1, 63, 64, 127, 128, 300, 16383, 16384, 2 ** 31, 2 ** 32 - 1]) {
    assert.equal(new Reader(new Writer().uleb(number).done()).uleb(), number);
  }
  for (const number of [0, -1, 63, 64, -64, -65, 127, -128, 8191, -8193, 2 ** 31 - 1, -(2 ** 31)]) {
    assert.equal(new Reader(new Writer().sleb(number).done()).sleb(), number);
  }
  assert.deepEqual([...new Writer().sleb(-1).uleb(624485).done()], [0x7f, 0xe5, 0x8e, 0x26]);
  assert.equal(new Reader(new Writer().name("é").done()).name(), "é");
});

test("a load and a store say how many bytes they move, and of which type", () => {
  assert.deepEqual([0x28, 0x29, 0x2b, 0x2d, 0x31, 0x35].map(bytesMoved), [4, 8, 8, 1, 1, 4]);
  assert.deepEqual([0x36, 0x37, 0x38, 0x39, 0x3a, 0x3e].map(bytesMoved), [4, 8, 4, 8, 1, 4]);
  assert.deepEqual([0x36, 0x37, 0x38, 0x39].map(storedType), ["i", "I", "f", "F"]);
  assert.ok(isLoad(0x28) && isLoad(0x35) && !isLoad(0x36) && isStore(0x36) && isStore(0x3e) && !isStore(0x3f));
});

test("each kind of instruction is as long as what follows its operation", () => {
  const all: readonly (readonly number[])[] = [
    ...[[0x00], [0x02, 0x40], [0x03, 0x7f], [0x04, 0x40], [0x06, 0x40], [0x07, 0x01], [0x08, 0x80, 0x01], [0x09, 0x00], [0x18, 0x01], [0x19]],
    ...[[0x1f, 0x40, 0x02, 0x00, 0x01, 0x02, 0x03, 0x04], [0x0c, 0x01], [0x0d, 0x80, 0x01], [0x0e, 0x02, 0x00, 0x01, 0x02], [0x0f]],
    ...[[0x10, 0xff, 0x01], [0x11, 0x80, 0x01, 0x00], [0x12, 0x05], [0x13, 0x05, 0x00], [0x1a], [0x1b], [0x1c, 0x01, 0x7f]],
    ...[[0x20, 0x80, 0x01], [0x24, 0x00], [0x26, 0x00], [0x28, 0x02, 0x90, 0x4e], [0x28, 0x42, 0x01, 0x04], [0x3e, 0x02, 0x00], [0x3f, 0x00], [0x40, 0x00]],
    ...[[0x41, 0xff, 0x7e], [0x42, 0x80, 0x80, 0x01], [0x43, 0, 0, 0, 0], [0x44, 0, 0, 0, 0, 0, 0, 0, 0], [0x45], [0xc4], [0xd0, 0x70], [0xd1], [0xd2, 0x05]],
    ...[[0xfc, 0x00], [0xfc, 0x08, 0x01, 0x00], [0xfc, 0x09, 0x01], [0xfc, 0x0a, 0x00, 0x00], [0xfc, 0x0b, 0x00], [0xfc, 0x0f, 0x00], [0xfc, 0x11, 0x00]],
    ...[[0xfd, 0x00, 0x04, 0x00], [0xfd, 0x0c, ...Array<number>(16).fill(0)], [0xfd, 0x15, 0x03], [0xfd, 0x54, 0x00, 0x00, 0x01], [0xfd, 0x6e]],
    ...[[0xfe, 0x03, 0x00], [0xfe, 0x10, 0x02, 0x00]],
  ];
  const bytes = new Uint8Array(all.flat());
  const found: number[] = [];
  for (const { at, next } of instructions(bytes, 0, bytes.length)) found.push(next - at);
  assert.deepEqual(found, all.map(({ length }) => length));
});

test("the types of the hooks are those that they are declared with", () => {
  assert.deepEqual(signatureOf(HOOKS.line), { parameters: [I32, I32], results: [] });
  assert.deepEqual(signatureOf(HOOKS.returnD), { parameters: [F64], results: [F64] });
  assert.deepEqual(signatureOf(HOOKS.leave), { parameters: [], results: [] });
});

for (const name of ["layout.c", "jump.c", "unwind.cpp"]) {
  test(`every function of ${name} is a row of instructions up to its last end, before and after it is rewritten`, async () => {
    const prepared = await stepping.prepared({ files: { [name]: textOf(name) } });
    assert.ok(typeof prepared !== "string", `${PROGRAMS}/${name}`);
    for (const module of [prepared.linked, new Module(prepared.rewritten.wasm)]) {
      for (const { code, end } of module.bodies) {
        let [last, next, depth] = [0, code, 0];
        for (const one of instructions(module.bytes, code, end)) {
          assert.equal(one.at, next);
          if ([OP.block, OP.loop, OP.if, OP.try, OP.tryTable].includes(one.op as never)) depth++;
          if (one.op === OP.end || one.op === OP.delegate) depth--;
          [last, next] = [one.op, one.next];
        }
        assert.deepEqual([last, next, depth], [OP.end, end, -1]);
      }
    }
  });
}

test("a rewritten program has the same functions, names and memory, and none of the debug information", async () => {
  const prepared = await stepping.prepared({ files: { "swap.c": textOf("swap.c") } });
  assert.ok(typeof prepared !== "string");
  const [before, after] = [prepared.linked, new Module(prepared.rewritten.wasm)];
  assert.deepEqual([...after.names], [...before.names]);
  assert.deepEqual(after.signatures, before.signatures);
  assert.deepEqual(after.segments, before.segments);
  assert.deepEqual([...after.table], [...before.table]);
  assert.ok(before.custom(".debug_info").length > 0);
  assert.equal(after.custom(".debug_info").length, 0);
  assert.ok((after.section(SECTION.code)?.end ?? 0) > (before.section(SECTION.code)?.end ?? 0));
});

test("a program that was not linked for the stepper is refused", async () => {
  const { Program } = await import("../../src/step/dwarf/program");
  const { rewrite } = await import("../../src/step/instrument/rewrite");
  const empty = new Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
  assert.throws(() => rewrite(empty, new Program(empty)), /was not linked for the stepper/);
  assert.ok(new Set(ALL_CHECKS.map(([name]) => name)).size === ALL_CHECKS.length);
});
