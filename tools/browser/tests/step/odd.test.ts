/** Programs that ask more of the stepper than most. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { asText } from "../../src/step/moment/text";
import { c, cpp, itemNamed, lines, session } from "./support/programs";

test("the program's arguments are there before its first line", async () => {
  const run = await c("int main(int argc, char **argv)\n{\n  char *last = argv[argc - 1];\n  return last == 0;\n}\n", { args: ["one", "two"] });
  const moment = run.moment(1);
  assert.equal(itemNamed(moment, "argc")?.text, "3");
  assert.match(asText(moment), /char \*last → block 1\[12\] \("two"\) \*\n/);
  assert.match(asText(moment), /block 1 \(16 bytes, there before the first line\)/);
  assert.equal(run.findings.length, 0);
});

test("what alloca gives is shown where a pointer leads to it, and is gone with its call", async () => {
  const run = await c("#include <alloca.h>\n#include <string.h>\nstatic int f(int n)\n{\n  char *p = alloca(n);\n  memset(p, 'x', n);\n  p[n - 1] = 0;\n  return (int)strlen(p);\n}\nint main(void)\n{\n  return f(5) + f(9) - 12;\n}\n", { options: "-w" });
  assert.equal(run.moment(4).frames[0]?.items.find(({ name }) => name === "alloca")?.text, '"xxxx"');
  assert.deepEqual(run.findings, []);
});

test("a program may have its own malloc", async () => {
  const run = await c("#include <stddef.h>\nstatic char pool[1000];\nstatic size_t used;\nvoid *malloc(size_t n)\n{\n  void *p = pool + used;\n  used += n;\n  return p;\n}\nvoid free(void *p) { (void)p; }\nint main(void)\n{\n  int *p = malloc(12);\n  p[0] = 3;\n  free(p);\n  return p[0] - 3;\n}\n", { options: "-w" });
  assert.deepEqual(run.end, { kind: "exited", status: 0, value: 0 });
  assert.deepEqual(run.findings, []);
});

test("a function that is written into its caller is stepped through there", async () => {
  const run = await c("__attribute__((always_inline)) static inline int twice(int n)\n{\n  int m = n * 2;\n  return m;\n}\nint main(void)\n{\n  int a = twice(4);\n  return a - 8;\n}\n");
  assert.deepEqual(run.findings, []);
  assert.deepEqual(lines(run), [3, 4, 8, 9]);
});

test("a program of several files is stepped through in all of them", async () => {
  const files = { "main.c": "int half(int);\nstatic int count = 1;\nint main(void)\n{\n  count += half(4);\n  return count - 3;\n}\n", "half.c": "static int count;\nint half(int n)\n{\n  count++;\n  return n / 2;\n}\n" };
  const run = await session({ files, units: ["main.c", "half.c"] });
  assert.deepEqual(lines(run), [5, 4, 5, 6]);
  assert.deepEqual(run.moment(3).statics.map(({ name, text }) => `${name} = ${text}`).sort(), ["count = 1", "count = 3"]);
});

test("an assertion that fails and an exception that nobody catches end the run at their line", async () => {
  const failed = await c("#include <assert.h>\nint main(void)\n{\n  int x = 3;\n  assert(x == 4);\n  return 0;\n}\n");
  assert.equal(failed.end.kind === "trapped" && failed.end.trap, "abort");
  assert.equal(failed.moment(failed.last).frames[0]?.at.line, 5);
  const thrown = await cpp("static void thrower(int n)\n{\n  if (n == 0) throw 3;\n  thrower(n - 1);\n}\nint main()\n{\n  thrower(2);\n}\n");
  assert.equal(thrown.end.kind === "trapped" && thrown.end.trap, "exception");
});

test("of one write of very much, what Run prints of it is kept", async () => {
  const text = "#include <stdlib.h>\n#include <string.h>\n#include <unistd.h>\nint main(void)\n{\n  char *all = calloc(SIZE, 1);\n  memset(all, 'a', 300000);\n  write(1, all, SIZE);\n  return 0;\n}\n";
  for (const megabytes of [1, 20, 100]) {
    const run = await c(`#define SIZE (${megabytes} << 20)\n${text}`);
    assert.deepEqual(run.end, { kind: "flooded", most: "200,000 characters" });
    const { output, end } = run.moment(run.last);
    assert.ok(output.stdout === "a".repeat(200_000), `${megabytes} MB: ${output.stdout.length} characters`);
    assert.equal(end, "The program was ended because it printed more than 200,000 characters.");
  }
});

test("what both streams print is counted together, and so are their lines", async () => {
  const text = (count: number): string =>
    `#include <unistd.h>\nint main(void)\n{\n  for (int i = 0; i < ${count}; i++) write(1 + i % 2, "${"\\n".repeat(100)}", 100);\n  return 0;\n}\n`;
  assert.equal((await c(text(200))).end.kind, "exited");
  const more = await c(text(201));
  assert.deepEqual(more.end, { kind: "flooded", most: "20,000 lines" });
  const { stdout, stderr } = more.moment(more.last).output;
  assert.deepEqual([stdout.length, stderr.length], [10_000, 10_000]);
});

test("UBSan ends the run where it ends the program", async () => {
  const run = await c("int main(void)\n{\n  int big = 2147483647;\n  big++;\n  return big;\n}\n", { ubsan: true });
  assert.equal(run.end.kind, "undefined");
  assert.match(run.moment(run.last).end ?? "", /signed integer overflow/);
});

test("objects with static storage duration are made before main and destroyed behind it", async () => {
  const run = await cpp('#include <cstdio>\nstruct Log {\n  Log() { std::puts("made"); }\n  ~Log() { std::puts("gone"); }\n};\nstatic Log log;\nint main()\n{\n  return 0;\n}\n');
  assert.deepEqual(lines(run), [3, 9, 4]);
  assert.equal(run.moment(run.last).output.stdout, "made\ngone\n");
});

test("an exception that is thrown again is seen as what it is, through its base class too", async () => {
  const run = await cpp("#include <stdexcept>\nint main()\n{\n  int seen = 0;\n  try {\n    throw std::runtime_error(\"bad\");\n  } catch (const std::exception &e) {\n    seen = 1;\n  }\n  return seen - 1;\n}\n");
  const moment = run.moment(2);
  assert.equal(moment.frames[0]?.items.find(({ name }) => name === "e")?.text, "the exception");
  assert.equal(moment.blocks[0]?.item.type, "std::runtime_error");
});

test("a program that wants what the stepper does not give is told of, and not run", async () => {
  const { stepping } = await import("./support/programs");
  const answer = await stepping.prepared({ files: { "a.c": "__attribute__((import_module(\"env\"), import_name(\"system\"))) int other(void);\nint main(void) { return other(); }\n" } });
  assert.match(String(answer), /wants “system” from outside of itself/);
  const none = await stepping.prepared({ files: { "a.c": "int twice(int n) { return 2 * n; }\n" } });
  assert.match(String(none), /no main function|undefined symbol: main/);
});
