import assert from "node:assert/strict";
import { test } from "node:test";
import { AREAS, type Area, type Entry } from "../../src/kept/areas";
import { KINDS, ofKind, room, summary, whereIs, type Kind } from "../../src/kept/kinds";

const entry = (area: Area, key: string, when: number): Entry => ({ area, key, value: 1, when });
const known = {
  programs: { "c++/a b.cpp": "slicing/", "x.c": "xs/objects/" },
  questions: { "xs-late": "xs/objects/" },
};
const day = (when: number): string => `on day ${when}`;
const [drafts, answers] = ["drafts", "answers"].map((name) => KINDS.find((kind) => kind.name === name)) as [Kind, Kind];

test("every area is in one kind, so that nothing is kept that the page does not list", () => {
  assert.deepEqual(KINDS.flatMap(({ areas }) => areas).sort(), [...AREAS].sort());
});

test("a kind has its entries, the newest first, and says when that was", () => {
  const all = [entry("drafts", "a.c", 1), entry("places", "xs/", 9), entry("drafts", "b.c", 3)];
  const own = ofKind(drafts, all);
  assert.deepEqual(own.map(({ key }) => key), ["b.c", "a.c"]);
  assert.equal(summary(drafts, own, day), "2 programs, last changed on day 3.");
  assert.equal(summary(drafts, own.slice(1), day), "1 program, last changed on day 1.");
  assert.equal(summary(drafts, [], day), "Nothing is kept.");
});

test("a question with a card is one question", () => {
  const own = ofKind(answers, [entry("answers", "q", 1), entry("cards", "q", 2)]);
  assert.equal(summary(answers, own, day), "1 question or drill, last changed on day 2.");
});

test("a program leads to the page that shows it, and to the reader's version there", () => {
  assert.equal(whereIs("drafts", "x.c", known), "xs/objects/#program=x.c&version=mine");
  assert.equal(whereIs("drafts", "c++/a b.cpp", known), "slicing/#program=c%2B%2B%2Fa+b.cpp&version=mine");
  assert.equal(whereIs("drafts", "gone.c", known), undefined);
  assert.equal(whereIs("drafts", "toString", known), undefined);
});

test("an answer that is not checked leads to its question", () => {
  assert.equal(whereIs("unchecked", "xs-late", known), "xs/objects/#q-xs-late");
  assert.equal(whereIs("unchecked", "x.c", known), undefined);
});

test("a drill that is not checked leads to its row", () => {
  assert.equal(whereIs("unchecked", "practice/#v=1&seed=7b", known), "practice/#v=1&seed=7b");
  assert.equal(whereIs("drafts", "practice/#v=1&seed=7b", known), undefined);
});

test("bytes are said in megabytes", () => {
  assert.deepEqual([12, 1.26e6, 4.17e7].map(room), ["less than 0.1 MB", "1.3 MB", "42 MB"]);
});
