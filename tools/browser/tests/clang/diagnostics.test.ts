import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDiagnostics, readable, units } from "../../src/clang/diagnostics";

const SAID = [
  "main.c:2:12:{2:12-2:15}: warning: unused variable 'abc' [-Wunused-variable]",
  "    2 |    int abc;",
  "      |        ^~~",
  "main.c:3:5: fatal error: 'nowhere.h' file not found",
  "main.c:1:1: note: declared here",
  "wasm-ld: error: undefined symbol: f",
  "1 warning and 1 error generated.",
].join("\n");
const SOURCES = { "main.c": "/* é𝄞 */ int\n   /*é*/ int abc;\n#include <nowhere.h>" };

test("each message has its place, its severity and its option", () => {
  const found = parseDiagnostics(SAID, SOURCES);
  assert.deepEqual(
    found.map(({ severity, line, option }) => [severity, line, option]),
    [
      ["warning", 2, "-Wunused-variable"],
      ["error", 3, ""],
      ["note", 1, ""],
      ["error", 0, ""],
    ],
  );
  assert.equal(found[0]?.message, "unused variable 'abc'");
});

test("what no line is to blame for is a message too, without what the linker has said", () => {
  const said = [
    "warning: unknown warning option '-Wxyz' [-Wunknown-warning-option]",
    "clang++: error: unknown argument: '-nope'",
    "wasm-ld: error: /tmp/a-1f2e.o: undefined symbol: system",
    "clang: error: linker command failed with exit code 1 (use -v to see invocation)",
    "fatal error: error in backend: out of registers",
  ].join("\n");
  assert.deepEqual(
    parseDiagnostics(said, {}).map(({ line, severity, message }) => [line, severity, message]),
    [
      [0, "warning", "unknown warning option '-Wxyz' [-Wunknown-warning-option]"],
      [0, "error", "unknown argument: '-nope'"],
      [0, "error", "undefined symbol: system (neither the text nor the page's C library defines it)"],
      [0, "error", "error in backend: out of registers"],
    ],
  );
});

test("a file beside the text has the name that the panel knows", () => {
  const [found] = parseDiagnostics("./mine.h:2:1: error: no", { "mine.h": "int a;\nint b" });
  assert.deepEqual([found?.file, found?.line], ["mine.h", 2]);
});

test("a column in bytes becomes one in the editor's units", () => {
  assert.equal(units("a", 1), 1);
  assert.equal(units("é=x", 4), 3); // é has two bytes and one unit
  assert.equal(units("𝄞=x", 6), 4); // the clef has four bytes and two units
  assert.equal(parseDiagnostics(SAID, SOURCES)[0]?.column, 11);
});

test("the marked text ends where clang's range ends", () => {
  const [first] = parseDiagnostics("a.c:1:5:{1:5-1:9}{1:1-1:4}: error: no", { "a.c": "int name;" });
  assert.deepEqual([first?.column, first?.end], [5, 9]);
});

test("what is shown leaves out the ranges that only the page asked for", () => {
  assert.match(readable(SAID), /^main\.c:2:12: warning: unused/);
  assert.doesNotMatch(readable(SAID), /\{2:12/);
});

test("a message with a colon and brackets in it stays whole", () => {
  const [only] = parseDiagnostics("a.c:1:1: error: 'x[3]' is no type: y", { "a.c": "x" });
  assert.equal(only?.message, "'x[3]' is no type: y");
});
