/** Addresses of 64 bits: those that lead nowhere, and the same runs in an engine that has none so long. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { asText } from "../../src/step/moment/text";
import type { Session } from "../../src/step/replay/session";
import { c, cpp, itemNamed, lines, stepped } from "./support/programs";

const value = (run: Session, name: string): string | undefined => itemNamed(run.moment(run.last - 1), name)?.text;
const kinds = (run: Session): string[] => run.findings.map(({ kind, row }) => `${run.lineOf(row).line}: ${kind}`);

test("a pointer is shown with all its bits, wherever it leads", async () => {
  const text = "int main(void)\n{\n  char *last = (char *)-1;\n  int *far = (int *)0xdeadbeefcafebabeUL;\n  int *near = (int *)0x100000010UL;\n  return last && far && near ? 0 : 1;\n}\n";
  const run = await c(text, { options: "-w" });
  assert.equal(value(run, "last"), "0xffffffffffffffff");
  assert.equal(value(run, "far"), "0xdeadbeefcafebabe");
  assert.equal(value(run, "near"), "0x100000010");
});

test("an address above 4 GiB is not taken for that of its lower half", async () => {
  const text = (access: string): string => `int total = 7;\nint main(void)\n{\n  unsigned long high = 1UL << 32;\n  int *p = (int *)((unsigned long)&total + high);\n  ${access}\n  return total;\n}\n`;
  assert.deepEqual(kinds(await c(text("total = *p;"), { options: "-w" })), ["6: wild"]);
  assert.deepEqual(kinds(await c(text("*p = 1;"), { options: "-w" })), ["6: wild"]);
  const copied = await c(`#include <string.h>\n${text("memcpy(p, &total, sizeof total);")}`, { options: "-w" });
  assert.deepEqual(kinds(copied), ["7: wild"]);
});

test("sizes that no memory has get no block, and say so", async () => {
  const text = "#include <stdint.h>\n#include <stdlib.h>\nint main(void)\n{\n  void *a = malloc(SIZE_MAX), *b = malloc(1UL << 33), *c = calloc(1UL << 33, 1UL << 33);\n  void *d = calloc(3, 4);\n  void *e = realloc(d, SIZE_MAX);\n  free(d);\n  return !a && !b && !c && d && !e ? 0 : 1;\n}\n";
  const run = await c(text, { options: "-w" });
  assert.deepEqual(run.end, { kind: "exited", status: 0, value: 0 });
  assert.deepEqual(kinds(run), []);
});

test("an index is told as the number that it is, whatever its type", async () => {
  const text = (type: string, index: string): string => `int a[3];\nint main(void)\n{\n  ${type} i = ${index};\n  return a[i] & 0;\n}\n`;
  for (const [type, index] of [["int", "-1"], ["long", "-2"], ["unsigned", "4000000000"], ["long", "5000000000"], ["short", "-3"]] as const) {
    const run = await c(text(type, index), { options: "-w" });
    assert.equal(run.findings[0]?.bounds?.index, Number(index), `${type} ${index}`);
  }
});

test("pointers to members, virtual ones among them", async () => {
  const text = "struct A { int x; int y; virtual int one() { return 1; } virtual int two() { return 2; } int three() { return 3; } };\nint main()\n{\n  int A::*member = &A::y;\n  int (A::*second)() = &A::two;\n  int (A::*third)() = &A::three;\n  int (A::*none)() = nullptr;\n  A a{};\n  a.*member = 4;\n  return (a.*second)() + (a.*third)() - 5 + (none != nullptr);\n}\n";
  const run = await cpp(text);
  assert.equal(value(run, "member"), "&A::y");
  assert.equal(value(run, "second"), "virtual function 1");
  assert.equal(value(run, "third"), "A::three");
  assert.equal(value(run, "none"), "null");
});

/** All that a run shows. */
function all(run: Session): string[] {
  return Array.from({ length: run.last + 1 }, (_none, moment) => asText(run.moment(moment)));
}

test("a run is the same where the engine's addresses have 32 bits, and the hooks were there before they were cut", async () => {
  for (const name of ["list_insert.c", "grow.c", "by_value.c", "matrix.c", "jump.c", "unwind.cpp", "vector.cpp"]) {
    const wide = await stepped(name);
    const { validate } = WebAssembly;
    WebAssembly.validate = () => false;
    let narrow: Session;
    try {
      narrow = await stepped(name);
    } finally {
      WebAssembly.validate = validate;
    }
    assert.deepEqual(lines(narrow), lines(wide), name);
    assert.deepEqual(all(narrow), all(wide), name);
    assert.deepEqual(narrow.end, wide.end, name);
  }
});

test("what a program hands to the system is measured before it is copied", async () => {
  const ask = "__attribute__((import_module(\"wasi_snapshot_preview1\"), import_name(\"random_get\"))) unsigned random_get(unsigned at, unsigned count);\n";
  const random = await c(`${ask}static char room[1 << 20];\nint main(void)\n{\n  for (int i = 0; i < 40; i++)\n    random_get((unsigned long)room, sizeof room);\n  return 0;\n}\n`);
  assert.deepEqual(random.end, { kind: "trapped", status: 137, trap: "exhausted" });
  const write = "__attribute__((import_module(\"wasi_snapshot_preview1\"), import_name(\"fd_write\"))) unsigned fd_write(unsigned file, unsigned pieces, unsigned count, unsigned done);\n";
  const refused = await c(`${write}int main(void)\n{\n  return (int)fd_write(1, 16, 0xf0000000, 64);\n}\n`);
  assert.deepEqual(refused.end, { kind: "exited", status: 28, value: 28 });
});
