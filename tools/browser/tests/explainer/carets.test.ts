import assert from "node:assert/strict";
import { test } from "node:test";
import { excerpt } from "../../src/explainer/carets";
import { caretLines } from "../../src/explainer/places";

const room = { all: 20, before: 8 };

test("a line that fits is shown whole", () => {
  assert.deepEqual(excerpt(caretLines("int *p[", [6, 7]), room), {
    before: "int *p", behind: "[", blanks: "      ", carets: "^",
  });
});

test("of a long line the part around the place is shown, and its carets end where it does", () => {
  const line = `${"a".repeat(30)}(${"b".repeat(30)}`;
  const cut = excerpt(caretLines(line, [30, 61]), room);
  assert.deepEqual(cut, {
    before: `…${"a".repeat(8)}`,
    behind: `(${"b".repeat(11)}…`,
    blanks: " ".repeat(9),
    carets: `^${"~".repeat(11)}`,
  });
});

test("what is wrong near the beginning leaves the beginning there", () => {
  const cut = excerpt(caretLines(`int ?${"x".repeat(40)}`, [4, 5]), room);
  assert.equal(cut.before, "int ");
  assert.equal(cut.behind, `?${"x".repeat(15)}…`);
});

test("letters beyond 16 bits count once, and tabs stay tabs", () => {
  const { before, blanks, carets } = excerpt(caretLines("\t😀 x", [3, 4]), room);
  assert.deepEqual([before, blanks, carets], ["\t😀 ", "\t  ", "^"]);
});

test("what is missing at the end of a long line has a caret there", () => {
  const cut = excerpt(caretLines("x".repeat(40), [40, 40]), room);
  assert.deepEqual([cut.behind, cut.carets], ["", "^"]);
});
