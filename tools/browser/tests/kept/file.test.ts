import assert from "node:assert/strict";
import { test } from "node:test";
import type { Entry } from "../../src/kept/areas";
import { entriesIn, fileOf, later } from "../../src/kept/file";

const draft: Entry = { area: "drafts", key: "declarations/sizes.c", value: { text: "int a;\n" }, when: 2 };
const answer: Entry = { area: "answers", key: "how-large", value: 3, when: 1 };

test("what is exported comes back as it was, in the same order each time", () => {
  const text = fileOf([draft, answer], 5);
  assert.deepEqual(entriesIn(text), [answer, draft]);
  assert.equal(fileOf([answer, draft], 5), text);
  assert.deepEqual(entriesIn(fileOf([], 5)), []);
});

test("a file that is no export is refused with a sentence, and nothing of it is taken", () => {
  const one = JSON.parse(fileOf([draft, answer], 5)) as { version: number; entries: unknown[] };
  const refused: readonly (readonly [unknown, RegExp])[] = [
    ["{", /read as JSON/],
    [[], /not an export/],
    [{ ...one, kind: "else" }, /not an export/],
    [{ ...one, version: 2 }, /version 2, and this book reads version 1/],
    [{ ...one, entries: [...one.entries, { area: "drafts", key: 1, value: 1, when: 1 }] }, /Entry 3 .* damaged/],
    [{ ...one, entries: [{ area: "toString", key: "k", value: 1, when: 1 }] }, /Entry 1 .* damaged/],
    [{ ...one, entries: [{ area: "drafts", key: "k", when: 1 }] }, /Entry 1 .* damaged/],
  ];
  for (const [said, why] of refused) {
    assert.throws(() => entriesIn(typeof said === "string" ? said : JSON.stringify(said)), why);
  }
});

test("of two that have the same name, the one that was changed later counts", () => {
  const newer = { ...draft, value: { text: "int b;\n" }, when: 3 };
  assert.deepEqual(later([draft, answer], [newer]), [newer, answer]);
  assert.deepEqual(later([newer], [draft, answer]), [newer, answer]);
  assert.deepEqual(later([draft], [{ ...draft, value: null }]), [draft]);
});
