import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { original, type Edit, type Program } from "../../src/run/program";
import { nameIn } from "../../src/run/here";
import { editIn, fragmentOf } from "../../src/run/share";

const PROGRAM: Program = {
  name: "chapter/a program.c",
  files: { "a.c": "int main(void) {}\n", "b.h": "int b;\n" },
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
  assert.deepEqual(await editIn(fragment, PROGRAM, START), [edit, ""]);
  assert.match(fragment, /^#[\w.~%&=-]+$/);
});

test("a link is short: only what was changed is in it, compressed", async () => {
  const long = { ...START, files: { ...START.files, "a.c": "int x;\n".repeat(1000) } };
  assert.ok((await fragmentOf(PROGRAM, long)).length < 300);
});

test("a link from before UBSan could be chosen leaves it as the book has it", async () => {
  const { ubsan: _none, ...older } = { ...START, files: { "a.c": "int older;\n" } };
  const chosen = async (start: Edit): Promise<boolean> => (await editIn(made(older), PROGRAM, start))[0].ubsan;
  assert.deepEqual([await chosen(START), await chosen({ ...START, ubsan: true })], [false, true]);
});

test("a cut or invented link is refused with a sentence", async () => {
  for (const fragment of ["#program=x", "#program=x&z=%%%", "#program=x&z=AAAA", `${made({ std: "c17" }).slice(0, -3)}`, ...[null, 7, "x", [1]].map(made)]) {
    await assert.rejects(editIn(fragment, PROGRAM, START), /cannot be read/);
  }
});

test("of a link counts what has the right type and a known value alone", async () => {
  const hostile = {
    files: { "a.c": 7, "../../etc": "x", "b.h": "int changed;" },
    std: "c17 -Xclang -load",
    level: "<img src=x onerror=alert(1)>",
    options: ["-DX"],
    args: null,
    stdin: { toString: "x" },
    ubsan: "yes",
  };
  const [edit, missing] = await editIn(made(hostile), PROGRAM, START);
  assert.match(missing, /no file \.\.\/\.\.\/etc any more/);
  assert.deepEqual(edit, { ...START, files: { "a.c": PROGRAM.files["a.c"], "b.h": "int changed;" } });
});

test("a program's one file keeps its text under its new name", async () => {
  const one = { ...PROGRAM, files: { "new.c": "int book;\n" } };
  const [edit, missing] = await editIn(made({ files: { "old.c": "int mine;\n" } }), one, original(one));
  assert.deepEqual(edit.files, { "new.c": "int mine;\n" });
  assert.match(missing, /was called old\.c/);
});

test("a text that no link can hold is refused, and a longer link than any is not looked at", async () => {
  const random = randomBytes(200_000).toString("hex");
  await assert.rejects(fragmentOf(PROGRAM, { ...START, files: { ...START.files, "a.c": random } }), /too long for a link/);
  await assert.rejects(editIn(`#program=x&z=${"A".repeat(300_000)}`, PROGRAM, START), /too long to be one/);
});

test("a small link cannot unpack into a large text", async () => {
  await assert.rejects(editIn(made({ stdin: "x".repeat(50_000_000) }), PROGRAM, START), /cannot be read/);
});

test("a fragment of another kind names no program", () => {
  assert.equal(nameIn("#some-heading"), undefined);
  assert.equal(nameIn(`#program=${"x".repeat(300_000)}`), undefined);
});
