/** What cost time before: each of these went wrong once. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { WASI } from "@bjorn3/browser_wasi_shim";
import { unfit } from "../../src/run/fitness";
import type { Calls } from "../../src/run/guard";
import { find, parseSelector } from "../../src/step/moment/selector";
import type { Moment } from "../../src/step/moment/model";
import { prepare } from "../../src/step/record/run";
import type { Session } from "../../src/step/replay/session";
import { c, cpp, itemNamed, lines, session, stepped, stepping } from "./support/programs";

/** The moment that a selector means. */
function at(from: Session, selector: string): Moment {
  const parsed = parseSelector(selector);
  if (typeof parsed === "string") assert.fail(parsed);
  const found = find(from, parsed);
  if (typeof found === "string") assert.fail(found);
  return from.moment(found);
}

const value = (moment: Moment, name: string): string | undefined => itemNamed(moment, name)?.text;
const kinds = (from: Session): string[] => from.findings.map(({ kind, row }) => `${kind} in line ${from.lineOf(row).line}`);

test("1: the first step of a function comes when its arguments are stored, not at its first row", async () => {
  const run = await c("static int add(int a, int b)\n{\n  return a + b;\n}\nint main(void)\n{\n  return add(3, 4) - 7;\n}\n");
  assert.deepEqual(lines(run), [7, 3, 7]);
  const first = at(run, "line 3");
  assert.deepEqual([value(first, "a"), value(first, "b")], ["3", "4"]);
});

test("2: the body of a do loop is stepped through at every turn", async () => {
  const run = await c("int main(void)\n{\n  int n = 3;\n  do\n    n--;\n  while (n > 0);\n  return n;\n}\n");
  assert.deepEqual(lines(run), [3, 5, 6, 5, 6, 5, 6, 7]);
});

test("3: a loop that is all on one line has a step for each turn", async () => {
  const run = await c("int main(void)\n{\n  int n = 3, m = 0;\n  while (n-- > 0) ;\n  for (int i = 0; i < 3; i++) m += i;\n  return m - 3;\n}\n");
  assert.deepEqual(lines(run), [3, 4, 4, 4, 4, 5, 5, 5, 5, 6]);
});

test("4: a block's variables begin anew whenever it is entered", async () => {
  const run = await c("int main(void)\n{\n  int sum = 0;\n  for (int i = 0; i < 2; i++) {\n    int t;\n    sum += i;\n    t = sum;\n    sum = t;\n  }\n  return sum - 1;\n}\n");
  assert.equal(value(at(run, "line 7"), "t"), "uninitialised");
  assert.equal(value(at(run, "line 8"), "t"), "0");
  assert.equal(value(at(run, "line 7, 2nd time"), "t"), "uninitialised");
  const range = await cpp("int main()\n{\n  int a[] = {1, 2}, sum = 0;\n  for (int x : a)\n    sum += x;\n  return sum - 3;\n}\n");
  assert.deepEqual(kinds(range), []);
  assert.equal(value(at(range, "line 5, 2nd time"), "x"), "2");
});

test("5: what the compiler writes for setjmp is no step", async () => {
  const run = await stepped("jump.c");
  const main = 15;
  assert.ok(!lines(run).includes(main), lines(run).join(" "));
});

test("6: a function that calls no other has its frame where it says, whatever the stack pointer says", async () => {
  const text = "static int leaf(int n)\n{\n  int a[n];\n  for (int i = 0; i < n; i++)\n    a[i] = i;\n  int last = a[n - 1];\n  return last;\n}\nint main(void)\n{\n  return leaf(3) - 2;\n}\n";
  const run = await c(text);
  const moment = at(run, "line 7");
  assert.deepEqual([value(moment, "last"), value(moment, "a")], ["2", "{0, 1, 2}"]);
  assert.deepEqual(kinds(run), []);
});

test("7: longjmp and exceptions take the frames away that they leave", async () => {
  const jump = at(await stepped("jump.c"), "line 18, 2nd time");
  assert.deepEqual(jump.frames.map(({ name }) => name), ["main"]);
  assert.match(jump.sentence, /3 calls of deep are left by longjmp/);
  const thrown = at(await stepped("unwind.cpp"), "line 22");
  assert.deepEqual(thrown.frames.map(({ name }) => name), ["main"]);
  assert.match(thrown.sentence, /thrower (?:is|are) left by an exception/);
});

test("8: a caller stays at its own line while a library calls back", async () => {
  const moment = at(await stepped("functions.c"), "line 16, 3rd time");
  assert.deepEqual(moment.frames.map(({ name, at: place }) => `${name} ${place.line}`), ["compare 16", "main 25"]);
});

test("9: copying a struct with holes reads nothing, and reading one of its members does", async () => {
  const head = "struct pair { char c; int x; short s; };\nstruct bits { unsigned a : 3, b : 5; };\nstruct one { int only; };\nstruct three { int a, b, c; };\nstatic int first(struct three given) { return given.a; }\n";
  const clean = `${head}int main(void)\n{\n  struct pair p, q;\n  p.c = 1;\n  q = p;\n  struct bits b;\n  b.a = 2;\n  b.b = 3;\n  struct one o, r;\n  r = o;\n  struct three t, w;\n  t.a = 1;\n  w = t;\n  union { int i; char c[4]; } u;\n  u.c[0] = 1;\n  return q.c - 1 + (int)(b.a - 2) + u.c[0] - 1 + w.a - 1 + first(t) - 1;\n}\n`;
  assert.deepEqual(kinds(await c(clean, { options: "-w" })), []);
  const dirty = `${head}int main(void)\n{\n  struct pair p, q;\n  p.c = 1;\n  q = p;\n  return q.x > 1000000 && q.c;\n}\n`;
  assert.deepEqual(kinds(await c(dirty, { options: "-w" })), ["uninitialised in line 11"]);
});

test("10: exit() runs no destructor, and nothing on the way catches it", async () => {
  const text = '#include <cstdio>\n#include <cstdlib>\nstruct Loud { ~Loud() { std::puts("gone"); } };\nstatic void leave() noexcept { Loud inner; std::exit(3); }\nint main()\n{\n  Loud outer;\n  try { leave(); } catch (...) { std::puts("caught"); }\n}\n';
  const run = await cpp(text);
  assert.deepEqual(run.end, { kind: "exited", status: 3, value: 3 });
  assert.equal(run.moment(run.last).output.stdout, "");
});

test("11: variables are found by lists of places too, and headers of the library are stepped over", async () => {
  const run = await stepped("matrix.c");
  assert.equal(value(at(run, "line 22"), "row"), "{0, 1, 4}");
  const files = { "a.c": '#include "own.h"\n#include <ctype.h>\nint main(void)\n{\n  return twice(2) + !!isalpha(65) - 5;\n}\n', "own.h": "static inline int twice(int n)\n{\n  return 2 * n;\n}\n" };
  const two = await session({ files });
  const seen: string[] = [];
  two.visit((_step, row) => {
    const { file, line } = two.lineOf(row);
    seen.push(`${file}:${line}`);
    return false;
  });
  assert.deepEqual(seen, ["a.c:5", "own.h:3", "a.c:5"]);
});

test("12: a recursion without an end ends at its line, as a full stack", async () => {
  const run = await c("static int deep(volatile int n)\n{\n  return deep(n + 1) + 1;\n}\nint main(void)\n{\n  return deep(0);\n}\n", { options: "-w" });
  assert.equal(run.end.kind === "trapped" && run.end.trap, "stack");
  const last = run.moment(run.last);
  assert.deepEqual(last.frames.slice(0, 2).map(({ name, at: place }) => `${name} ${place.line}`), ["deep 1", "deep 3"]);
  assert.equal(last.frames.at(-1)?.name, "main");
  assert.ok(last.moreFrames.count > 1000);
});

test("13: memory that grows keeps what was in it, and what was said of it", async () => {
  const text = "#include <stdlib.h>\nint main(void)\n{\n  int *kept[40];\n  for (int i = 0; i < 40; i++) {\n    kept[i] = malloc(1 << 20);\n    kept[i][0] = i;\n  }\n  int sum = 0;\n  for (int i = 0; i < 40; i++)\n    sum += kept[i][0];\n  for (int i = 0; i < 40; i++)\n    free(kept[i]);\n  return sum - 780;\n}\n";
  const run = await c(text);
  assert.deepEqual(kinds(run), []);
  assert.deepEqual(run.end, { kind: "exited", status: 0, value: 0 });
  assert.equal(itemNamed(at(run, "line 9"), "kept[31][0]")?.text, "31");
  assert.equal(itemNamed(at(run, "line 9"), "kept[0][0]")?.text, "0");
});

test("14: a program for the stepper is fit for it alone, and what the system writes is undone too", async () => {
  const wasm = await stepping.linked({ files: { "a.c": "int main(void) { return 0; }\n" } });
  assert.ok(wasm instanceof Uint8Array);
  const prepared = await prepare(wasm);
  assert.ok(typeof prepared !== "string", String(prepared));
  const forAll = { wasi_snapshot_preview1: new WASI([], [], [], { debug: false }).wasiImport as Calls };
  assert.match(unfit(prepared.compiled, forAll) ?? "", /wants “\w+” from outside of itself \((?:step|env)\)/);
  const text = "#include <unistd.h>\nint main(void)\n{\n  char line[8] = \"before\";\n  read(0, line, 3);\n  return line[0] != 'a';\n}\n";
  const run = await c(text, { stdin: "abc", options: "-w" });
  assert.equal(value(at(run, "line 6"), "line"), '"abcore"');
  assert.equal(value(at(run, "line 5"), "line"), '"before"');
  assert.equal(value(at(run, "line 6"), "line"), '"abcore"');
});
