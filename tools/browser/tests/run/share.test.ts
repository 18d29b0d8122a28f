import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { original, type Program } from "../../src/run/program";
import { editIn, fragmentOf, nameIn } from "../../src/run/share";

const PROGRAM: Program = {
  name: "chapter/a program.c",
  files: { "a.c": "int main(void) {}\n", "b.h": "int b;\n" },
  numbers: {},
  units: ["a.c"],
  shown: "a.c",
  runs: true,
  std: "c17",
  level: "-O0",
  options: [],
  args: [],
  stdin: "",
  ubsan: false,
  varies: false,
  differs: "",
  recorded: [],
};
const START = original(PROGRAM);
const made = (state: unknown): string =>
  `#program=x&z=${deflateRawSync(JSON.stringify(state)).toString("base64url")}`;

test("a link brings back the text and the settings, whatever characters they have", async () => {
  const edit = { ...START, files: { ...START.files, "a.c": "/* é 𝄞 </script> & # % */\n" }, std: "c23", level: "-O2", args: "a 'b c'", stdin: "x\ny", ubsan: true };
  const fragment = await fragmentOf(PROGRAM, edit);
  assert.equal(nameIn(fragment), PROGRAM.name);
  assert.deepEqual(await editIn(fragment, PROGRAM, START), edit);
  assert.match(fragment, /^#[\w.~%&=-]+$/);
});

test("a link is short: only what was changed is in it, compressed", async () => {
  const long = { ...START, files: { ...START.files, "a.c": "int x;\n".repeat(1000) } };
  assert.ok((await fragmentOf(PROGRAM, long)).length < 300);
});

test("a link from before UBSan could be chosen leaves it as the book has it", async () => {
  const { ubsan: _none, ...older } = { ...START, files: { "a.c": "int older;\n" } };
  assert.equal((await editIn(made(older), PROGRAM, START)).ubsan, false);
  assert.equal((await editIn(made(older), PROGRAM, { ...START, ubsan: true })).ubsan, true);
});

test("a cut or invented link is refused with a sentence", async () => {
  for (const fragment of ["#program=x", "#program=x&z=%%%", "#program=x&z=AAAA", `${made({ std: "c17" }).slice(0, -3)}`]) {
    await assert.rejects(editIn(fragment, PROGRAM, START), /cannot be read/);
  }
});

test("of a link counts what has the right type and a known value alone", async () => {
  const hostile = {
    files: { "a.c": 7, "../../etc": "x", __proto__: "x", "b.h": "int changed;" },
    std: "c17 -Xclang -load",
    level: "<img src=x onerror=alert(1)>",
    options: ["-DX"],
    args: null,
    stdin: { toString: "x" },
    ubsan: "yes",
  };
  const edit = await editIn(made(hostile), PROGRAM, START);
  assert.deepEqual(edit, { ...START, files: { "a.c": PROGRAM.files["a.c"], "b.h": "int changed;" } });
  for (const nothing of [null, 7, "x", []]) assert.deepEqual(await editIn(made(nothing), PROGRAM, START), START);
});

test("a small link cannot unpack into a large text", async () => {
  await assert.rejects(editIn(made({ stdin: "x".repeat(50_000_000) }), PROGRAM, START), /cannot be read/);
});

test("a fragment of another kind names no program", () => {
  assert.equal(nameIn("#some-heading"), undefined);
  assert.equal(nameIn(`#program=${"x".repeat(300_000)}`), undefined);
});
