import assert from "node:assert/strict";
import { test } from "node:test";
import { indexOf, numbersOf, spread, type Starts } from "../../src/run/numbers";

// As a page shows a file whose first four lines are a header, and whose ninth and tenth are marks.
const TEXT = "#include <stdio.h>\n\nint main(void)\n{\n    puts(\"one\");\n    puts(\"two\");\n}\n";
const STARTS: Starts = [
  [0, 5],
  [4, 11],
];
const numbers = (edited: string): number[] => numbersOf(TEXT, STARTS, edited);
const without = (line: string): string => TEXT.replace(`${line}\n`, "");

test("the book's own lines have their numbers in the file", () => {
  assert.deepEqual(numbers(TEXT), [5, 6, 7, 8, 11, 12, 13, 14]);
});

test("a line that is changed keeps its number", () => {
  assert.deepEqual(numbers(TEXT.replace("one", "three")), numbers(TEXT));
  assert.deepEqual(numbers(TEXT.replace("{", "{ int i;").replace("one", "three")), numbers(TEXT));
});

test("a new line moves those behind it by one, and a line that goes moves them back", () => {
  assert.deepEqual(numbers(TEXT.replace("{\n", "{\n    int i;\n")), [5, 6, 7, 8, 9, 12, 13, 14, 15]);
  assert.deepEqual(numbers(`int first;\n${TEXT}`), [5, 6, 7, 8, 9, 12, 13, 14, 15]);
  assert.deepEqual(numbers(without('    puts("one");')), [5, 6, 7, 8, 11, 12, 13]);
  assert.deepEqual(numbers(`${TEXT}int last;\n`), [5, 6, 7, 8, 11, 12, 13, 14, 15]);
});

test("a text that is another one counts from 1", () => {
  assert.deepEqual(numbers("int x;\nint y;\n"), [1, 2, 3]);
  assert.deepEqual(numbers(""), [1]);
  const long = Array.from({ length: 5000 }, (_none, index) => `int x${index};`).join("\n");
  assert.deepEqual(numbers(long).slice(0, 2), [1, 2]);
});

test("a text without marks counts as it stands", () => {
  assert.deepEqual(numbersOf("a\nb\n", [], "a\nc\nb\n"), [1, 2, 3, 4]);
});

test("the compiler gets each line at its number, and finds nothing else there", () => {
  const lines = spread(TEXT, numbers(TEXT)).split("\n");
  TEXT.split("\n").forEach((line, index) => assert.equal(lines[(numbers(TEXT)[index] ?? 0) - 1], line));
  assert.equal(lines.join("").length, TEXT.replaceAll("\n", "").length);
  assert.equal(spread("int x;\n", [1, 2]), "int x;\n");
});

test("a number leads to its line, and one that is not shown to the line before", () => {
  assert.equal(indexOf(numbers(TEXT), 11), 4);
  assert.equal(indexOf(numbers(TEXT), 9), 3);
  assert.equal(indexOf(numbers(TEXT), 1), 0);
  assert.equal(indexOf(numbers(TEXT), 99), 7);
});
