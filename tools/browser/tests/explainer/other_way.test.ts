import assert from "node:assert/strict";
import { test } from "node:test";
import { otherWay } from "../../src/explainer/other_way";

test("English where C is read is told apart from C", () => {
  for (const text of [
    "p is a pointer to int",
    "declare fp as pointer to function (int) returning pointer to char",
    "Cast p into pointer to char",
    "x is an array of 3 ints",
    "table as array",
  ]) {
    assert.match(otherWay({ text, way: "read" }, { ok: true }) ?? "", /looks like English/, text);
  }
});

test("C is no English, whatever its names and comments say", () => {
  for (const text of [
    "char *(*fp)(int, float *);",
    "int x; // x is an array of nothing",
    "struct is to",
    "int pointer",
    "int pointer_to_int(int of, int a)",
  ]) {
    assert.equal(otherWay({ text, way: "read" }, { ok: true }), null, text);
  }
});

test("C where English is read is told, if it makes no C or itself", () => {
  assert.match(otherWay({ text: "char *p;", way: "write" }, { ok: false }) ?? "", /looks like C/);
  assert.match(otherWay({ text: "char *p", way: "write" }, { ok: true, c: "char  *p;" }) ?? "", /looks like C/);
  assert.equal(otherWay({ text: "p is a const char *", way: "write" }, { ok: true, c: "const char *p;" }), null);
  assert.equal(otherWay({ text: "p is a pointre", way: "write" }, { ok: false }), null);
  assert.equal(otherWay({ text: "p is a pointer to int; q is an int", way: "write" }, { ok: true }), null);
});
