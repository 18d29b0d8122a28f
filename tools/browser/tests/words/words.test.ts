import assert from "node:assert/strict";
import { test } from "node:test";
import { place } from "../../src/words/place";
import { marked, plain } from "../../src/words/text";

const VIEW = { width: 1000, height: 800 };
const CARD = { width: 300, height: 100 };

test("a card is below its word where there is room", () => {
  assert.deepEqual(place({ left: 50, top: 100, bottom: 120 }, CARD, VIEW), { left: 50, top: 120 });
});

test("a card is above a word at the foot of the window", () => {
  assert.deepEqual(place({ left: 50, top: 740, bottom: 760 }, CARD, VIEW), { left: 50, top: 640 });
});

test("a card that fits neither above nor below is below", () => {
  const low = { width: 1000, height: 150 };
  assert.deepEqual(place({ left: 50, top: 70, bottom: 90 }, CARD, low), { left: 50, top: 90 });
});

test("a card stays within the window's sides", () => {
  assert.equal(place({ left: 900, top: 100, bottom: 120 }, CARD, VIEW).left, 692);
  assert.equal(place({ left: 2, top: 100, bottom: 120 }, CARD, VIEW).left, 8);
  assert.equal(place({ left: 50, top: 100, bottom: 120 }, CARD, { width: 200, height: 800 }).left, 8);
});

test("code and stressed words are told apart from the rest", () => {
  assert.deepEqual(marked("*Array value*: as in `a[i]`, and `*p`."), [
    ["em", "Array value"],
    ["", ": as in "],
    ["code", "a[i]"],
    ["", ", and "],
    ["code", "*p"],
    ["", "."],
  ]);
});

test("a text is read aloud without marks", () => {
  assert.equal(plain("*Array value*: as in `a[i]`, and `*p`."), "Array value: as in a[i], and *p.");
  assert.equal(plain("2 * 3"), "2 * 3");
});
