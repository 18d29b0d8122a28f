import assert from "node:assert/strict";
import { test } from "node:test";
import { buildOptions, checkOptions, hasMain } from "../../src/run/command";
import { compare } from "../../src/run/compare";
import { isOriginal, original, standards, words, type Program } from "../../src/run/program";
import { MEANING, STATUS, trapOf } from "../../src/run/traps";

const PROGRAM: Program = {
  name: "chapter/three.c",
  files: { "three.c": "#include <stdio.h>\nint main(void) { printf(\"%zu\", sizeof(long)); }\n" },
  units: ["three.c"],
  shown: "three.c",
  runs: true,
  std: "c17",
  level: "-O0",
  options: ["-Wall", "-DNAME=two words"],
  args: ["it's", "a b"],
  stdin: "",
  ubsan: false,
  varies: false,
  differs: "",
  recorded: [{ compiler: "clang-19", std: "c17", level: "-O0", stdout: "8", exit: 0, hangs: false }],
};
const exited = (status: number) => ({ kind: "exited", status, value: status }) as const;

test("words are split as a shell does, and quoted so that they come back", () => {
  const edit = original(PROGRAM);
  assert.deepEqual(words(edit.options), PROGRAM.options);
  assert.deepEqual(words(edit.args), PROGRAM.args);
  assert.deepEqual(words("  a 'b c'd \"e f\" ''"), ["a", "b cd", "e f", ""]);
});

test("the language decides which standards can be chosen", () => {
  assert.ok(standards("gnu17").includes("c23") && !standards("gnu17").includes("c++17"));
  assert.ok(standards("c++17").includes("gnu++26") && standards("c++17").includes("c++98"));
});

test("the recorded result is recognised", () => {
  assert.equal(compare(PROGRAM, original(PROGRAM), "8", exited(0)).kind, "same");
});

test("another result is told with both results, and with reasons that hold for the program", () => {
  const long = { ...PROGRAM, files: { "three.c": "int main(void) { long double x = 1; char c; }" } };
  const found = compare(long, original(long), "4", exited(1));
  assert.ok(found.kind === "other");
  assert.deepEqual(found.book, { stdout: "8", end: "exit status 0" });
  assert.deepEqual(found.here, { stdout: "4", end: "exit status 1" });
  assert.deepEqual(found.why, ["long double has more digits here than on x86-64."]);
  const plain = compare(PROGRAM, original(PROGRAM), "4", exited(0));
  assert.ok(plain.kind === "other" && plain.why.length === 1);
  assert.match(plain.why.join(), /no two compilers have to agree/);
});

test("a declared difference comes first among the reasons", () => {
  const found = compare({ ...PROGRAM, differs: "the clock is a coarse one" }, original(PROGRAM), "4", exited(0));
  assert.ok(found.kind === "other");
  assert.deepEqual(found.why, ["Known to differ here: the clock is a coarse one."]);
});

test("what differs from run to run is not compared by its text", () => {
  const found = compare({ ...PROGRAM, varies: true }, original(PROGRAM), "something else", exited(3));
  assert.deepEqual(found, { kind: "same", varies: true });
});

test("an edited program has no recorded result, nor has another level", () => {
  const edit = original(PROGRAM);
  assert.equal(compare(PROGRAM, { ...edit, files: { "three.c": "int main(void) {}" } }, "8", exited(0)).kind, "nothing");
  assert.equal(compare(PROGRAM, { ...edit, level: "-O2" }, "8", exited(0)).kind, "nothing");
  assert.ok(!isOriginal({ ...edit, stdin: "x" }, PROGRAM));
});

test("a program that was recorded as endless is the same when it had to be stopped", () => {
  const endless = { ...PROGRAM, recorded: [{ ...PROGRAM.recorded[0]!, hangs: true, exit: null }] };
  assert.equal(compare(endless, original(endless), "", { kind: "stopped" }).kind, "same");
  assert.equal(compare(endless, original(endless), "", exited(0)).kind, "other");
});

test("memory is capped, and the stack lies where its overflow is seen", () => {
  const limits = buildOptions(original(PROGRAM)).at(-1) ?? "";
  assert.match(limits, /--max-memory=\d+/);
  assert.match(limits, /--stack-first/);
});

test("what WASI has only on request is asked for where it is used", () => {
  const edit = { ...original(PROGRAM), files: { "a.c": "#include <setjmp.h>\n#include <signal.h>" } };
  assert.ok(buildOptions(edit).includes("-lsetjmp") && buildOptions(edit).includes("-D_WASI_EMULATED_SIGNAL"));
  assert.ok(!checkOptions(edit).some((option) => option.startsWith("-l")));
  assert.ok(!buildOptions(original(PROGRAM)).includes("-lsetjmp"));
});

test("C++ has exceptions", () => {
  const options = buildOptions({ ...original(PROGRAM), std: "c++20" });
  assert.ok(options.includes("-fwasm-exceptions") && options.includes("-lunwind"));
});

test("undefined behaviour ends a program on request alone, and nothing is compared then", () => {
  const edit = { ...original(PROGRAM), ubsan: true };
  const options = buildOptions(edit);
  assert.ok(options.includes("-fsanitize=undefined") && options.includes("-lubsan"));
  assert.ok(!options.includes("-fsanitize=vptr") && buildOptions({ ...edit, std: "c++17" }).includes("-fsanitize=vptr"));
  assert.ok(!buildOptions(original(PROGRAM)).some((option) => option.includes("ubsan") || option === "-fsanitize=undefined"));
  assert.equal(compare(PROGRAM, edit, "8", exited(0)).kind, "nothing");
});

test("null pointers are noticed in C at -O0, where no optimiser has a say and nothing is lost by it", () => {
  const noticed = (edit: object): boolean => buildOptions({ ...original(PROGRAM), ...edit }).includes("-lnull");
  assert.ok(noticed({}));
  for (const edit of [{ level: "-O2" }, { std: "c++17" }, { ubsan: true }, { options: "-fsanitize=bounds" }]) assert.ok(!noticed(edit));
});

test("the reader's own options come behind UBSan's, and find its library without it", () => {
  const options = buildOptions({ ...original(PROGRAM), ubsan: true, options: "-fno-sanitize=null" });
  assert.ok(options.indexOf("-fno-sanitize=null") > options.indexOf("-fsanitize=undefined"));
  assert.ok(buildOptions({ ...original(PROGRAM), options: "-fsanitize=bounds" }).includes("-lubsan"));
  const plain = { ...original(PROGRAM), std: "c++17", ubsan: true, options: "-fno-rtti" };
  assert.ok(!buildOptions(plain).includes("-fsanitize=vptr"));
});

test("a main function is found by its name", () => {
  assert.ok(hasMain("int main (void) {}"));
  assert.ok(!hasMain("int domain(void);\nint mainly;"));
  assert.ok(!hasMain('// int main(void)\n/* main() */ char *s = "main(\\"main(";'));
  assert.ok(hasMain('char *s = "\\""; /* " */ int main(void) {}'));
});

test("each engine's words for a trap are understood", () => {
  const said = {
    "unreachable": "abort",
    "unreachable executed": "abort",
    "Unreachable code should not be executed (evaluating 'x')": "abort",
    "memory access out of bounds": "memory",
    "index out of bounds": "memory",
    "Out of bounds memory access (evaluating 'x')": "memory",
    "Maximum call stack size exceeded": "stack",
    "too much recursion": "stack",
    "null function or function signature mismatch": "call",
    "indirect call signature mismatch": "call",
    "indirect call to null": "call",
    "table index is out of bounds": "call",
    "divide by zero": "division",
    "integer divide by zero": "division",
    "integer overflow": "division",
    "float unrepresentable in integer range": "conversion",
    "something else": "unknown",
  } as const;
  for (const [message, trap] of Object.entries(said)) assert.equal(trapOf(message), trap, message);
  assert.deepEqual(Object.keys(STATUS), Object.keys(MEANING));
});
