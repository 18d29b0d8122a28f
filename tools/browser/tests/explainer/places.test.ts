import assert from "node:assert/strict";
import { test } from "node:test";
import { caretLines, nearest, pieces, standing, units } from "../../src/explainer/places";
import type { Mark, Reading } from "../../src/python/messages";

const reading = (...marks: Mark[]): Reading => ({
  name: null, prose: "", cdecl: "", c: "", stops: [], notes: [], marks, members: null, inner: null,
});

// int *row[3];
const row = reading([0, 3, "type", 3], [4, 5, "pointer", 2], [5, 8, "name", 1], [8, 11, "array", 1]);

test("code points beyond 16 bits count twice on the page", () => {
  const unit = units("😀x");
  assert.deepEqual([0, 1, 2, 3].map(unit), [0, 2, 3, 3]);
});

test("a caret stands in the token before it, around it or behind it", () => {
  const stops = [0, 2, 3, 4, 5, 6, 8, 9, 12].map((caret) => standing([row], caret)?.stop ?? null);
  assert.deepEqual(stops, [3, 3, 3, 2, 1, 1, 1, 1, null]);
});

test("the narrowest of nested tokens is the one that a caret stands in", () => {
  const nested = reading([0, 10, "function", 2], [3, 6, "type", 5]);
  assert.deepEqual(standing([nested], 4), { reading: 0, stop: 5 });
});

test("behind a parameter a caret still stands in it, not in the list around it", () => {
  const list = reading([2, 12, "function", 2], [3, 6, "type", 5]);
  assert.deepEqual(standing([list], 6), { reading: 0, stop: 5 });
});

test("behind a declaration a caret is still at it", () => {
  const next = reading([13, 16, "type", 2], [17, 18, "name", 1]); // int *row[3]; int x;
  assert.deepEqual([0, 12, 13, 19, 99].map((caret) => nearest([row, next], caret)), [0, 0, 1, 1, 1]);
  assert.equal(nearest([], 3), 0);
});

test("a text is cut at its tokens and at what is wrong, and nothing is lost", () => {
  const text = "int *row[3];";
  const cut = pieces(text, [row], [{ span: [9, 10], severity: "error" }]);
  assert.equal(cut.map((piece) => piece.text).join(""), text);
  assert.deepEqual(cut.find((piece) => piece.wrong)?.text, "3");
  assert.deepEqual(cut.find((piece) => piece.text === "row")?.mark, {
    kind: "name",
    stand: { reading: 0, stop: 1 },
  });
});

test("what is wrong at the end of a text marks nothing beyond it", () => {
  const cut = pieces("int", [], [{ span: [3, 3], severity: "error" }]);
  assert.deepEqual(cut.map((piece) => piece.text), ["int"]);
});

test("carets stand under what is wrong, in its own line", () => {
  assert.deepEqual(caretLines("int x;\nint *(p;", [11, 14]), ["int *(p;", "    ^~~"]);
  assert.deepEqual(caretLines("int\tx", [4, 5]), ["int\tx", "   \t^"]);
  assert.deepEqual(caretLines("int", [3, 3]), ["int", "   ^"]);
});

test("carets do not reach beyond the line", () => {
  assert.deepEqual(caretLines("ab\ncd", [1, 5]), ["ab", " ^"]);
});
