import assert from "node:assert/strict";
import { test } from "node:test";
import { named } from "../../src/review/cards";
import type { Book } from "../../src/review/progress";
import { answered } from "../../src/review/schedule";
import { byPage, markOf, together, wordsOf } from "../../src/review/standing";

const NOW = Date.UTC(2026, 0, 1, 12);
const missed = answered(undefined, false, NOW);
const book: Book = {
  chapters: {
    xs: { title: "XS", questions: { "xs-one": "xs/", "xs-two": "xs/", "xs-three": "xs/objects/" } },
  },
  beliefs: {},
};
const answer = (key: string, value: unknown) => ({ area: "answers" as const, key, value, when: 1 });
const card = (key: string) => ({ area: "cards" as const, key, value: { chapter: "xs", state: missed }, when: 1 });
const tried = (right: boolean) => ({ tries: [{ given: "a", right, when: 1 }], first: right, right });

function marks(answers: ReturnType<typeof answer>[], cards: ReturnType<typeof card>[], now: number) {
  const pages = byPage(book, answers, named(cards), now);
  return Object.fromEntries([...pages].map(([page, standing]) => [page, markOf(standing)]));
}

test("a page is begun with its first answer and done with its last right one", () => {
  assert.deepEqual(marks([], [], NOW), { "xs/": undefined, "xs/objects/": undefined });
  assert.deepEqual(marks([answer("xs-one", tried(true))], [], NOW), { "xs/": "begun", "xs/objects/": undefined });
  const both = [answer("xs-one", tried(true)), answer("xs-two", tried(true))];
  assert.equal(marks(both, [], NOW)["xs/"], "done");
});

test("a wrong answer and one that was looked up begin a page, and do not end it", () => {
  assert.equal(marks([answer("xs-three", tried(false))], [], NOW)["xs/objects/"], "begun");
  const shown = { tries: [], first: false, right: false, shown: true };
  assert.equal(marks([answer("xs-three", shown)], [], NOW)["xs/objects/"], "begun");
});

test("a page is due from the day on which one of its questions comes back", () => {
  const answers = [answer("xs-three", tried(true))];
  assert.equal(marks(answers, [card("xs-three")], missed.due - 1)["xs/objects/"], "done");
  assert.deepEqual(marks(answers, [card("xs-three")], missed.due), { "xs/": undefined, "xs/objects/": "due" });
});

test("a section adds its pages up, and says it in words", () => {
  const answers = [answer("xs-one", tried(true)), answer("xs-three", tried(false))];
  const all = together([...byPage(book, answers, named([card("xs-three")]), missed.due).values()]);
  assert.deepEqual(all, { total: 3, begun: 2, right: 1, due: 1 });
  assert.equal(wordsOf(all), "1 of 3 questions right, 1 due");
  assert.equal(wordsOf({ total: 0, begun: 0, right: 0, due: 2 }), "2 due");
});

test("what is damaged counts as nothing, and questions that the book has no more as well", () => {
  assert.deepEqual(marks([answer("xs-one", null), answer("xs-gone", tried(true))], [], NOW)["xs/"], undefined);
});
