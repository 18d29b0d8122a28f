import assert from "node:assert/strict";
import { test } from "node:test";
import { coloured } from "../../src/run/colours";

/** The coloured words of a text, each with its kind. */
const kinds = (text: string, isCpp = false): string[] =>
  coloured(text, isCpp).map(({ from, to, kind }) => `${kind} ${text.slice(from, to)}`);

test("directives, comments, strings with escapes and numbers have their colours", () => {
  assert.deepEqual(kinds('#include <stdio.h> // in\n"a\\n" 0x1p-3 /* over\nlines */'), [
    ...["cp #include ", "s <stdio.h>", "c // in", 's "', "s a", "se \\n", 's "', "mi 0x1p-3", "c /* over\nlines */"],
  ]);
});

test("a function is coloured where it is declared or defined, and not where it is called", () => {
  assert.deepEqual(kinds("int f(void)\n{ g(1); }\n"), ["k int", "nf f", "p (", "k void", "p )", "p {", "p (", "mi 1", "p )", "p ;", "p }"]);
});

test("the colon that ends a case's label is a mark, and others are not", () => {
  assert.deepEqual(kinds("case A: y ? a : b;"), ["k case", "nb A", "p :", "p ;"]);
  assert.deepEqual(kinds("case A::B: c", true), ["k case", "nb A", "p :"]);
});

test("a colon behind a line's first word is a mark, as in a bit-field without a name, but not behind public and default", () => {
  assert.deepEqual(kinds("again:\nint : 3;\nint a : 3;"), ["k again", "p :", "k int", "p :", "mi 3", "p ;", "k int", "mi 3", "p ;"]);
  assert.deepEqual(kinds("default:\npublic:", true), ["k default", "k public"]);
});

test("words of C++ are names in C", () => {
  assert.deepEqual(kinds("class x"), []);
  assert.deepEqual(kinds("class x", true), ["k class", "nf x"]);
});

test("a text that is not finished ends all the same", () => {
  for (const text of ['"open', "'", "/* open", "#", "#include <", "\\", '"\\']) assert.ok(coloured(text, false));
});
