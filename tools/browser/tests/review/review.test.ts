import assert from "node:assert/strict";
import { test } from "node:test";
import { named } from "../../src/review/cards";
import { chapterOf, firstOf } from "../../src/review/collect";
import { byBelief, byChapter, type Book } from "../../src/review/progress";
import { answered, changed } from "../../src/review/schedule";
import { daysUntil, interleaved, isDue, isState } from "../../src/review/state";

const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.UTC(2026, 0, 1, 12);
const missed = answered(undefined, false, NOW);

test("what was missed comes back after a day or more, and further away each time it is known", () => {
  assert.ok(!isDue(missed, NOW) && isDue(missed, missed.due));
  let [state, before] = [missed, 0];
  for (let time = 0; time < 4; time++) {
    const days = (state.due - state.last) / DAY;
    assert.ok(days >= 1 && days > before, `${days} after ${before}`);
    [before, state] = [days, answered(state, true, state.due)];
  }
});

test("what was forgotten comes back sooner", () => {
  const known = answered(answered(missed, true, missed.due), true, answered(missed, true, missed.due).due);
  const forgotten = answered(known, false, known.due);
  assert.ok(forgotten.due - forgotten.last < known.due - known.last);
  assert.equal(forgotten.lapses, 1);
});

test("the same answers give the same times: no chance, no clock", () => {
  assert.deepEqual(answered(missed, true, missed.due), answered(missed, true, missed.due));
  assert.deepEqual(answered(undefined, false, NOW), missed);
  assert.ok(isState(JSON.parse(JSON.stringify(missed))));
});

test("a right answer makes no card, and one before its time changes none", () => {
  assert.equal(changed(undefined, true, NOW), undefined);
  assert.deepEqual(changed(undefined, false, NOW), missed);
  assert.equal(changed(missed, true, NOW + 1000), undefined);
  assert.ok((changed(missed, true, missed.due)?.due ?? 0) > missed.due);
});

test("an answer that two tabs see counts once; a wrong one counts at any time", () => {
  assert.equal(changed(missed, false, NOW), undefined);
  assert.equal(changed(missed, false, NOW + 1000)?.last, NOW + 1000);
});

test("days are rounded up, and none is left where it is due", () => {
  assert.equal(daysUntil(missed, missed.due - 1), 1);
  assert.equal(daysUntil(missed, missed.due), 0);
});

test("chapters take turns, the longest waiting first", () => {
  const item = (chapter: string, due: number) => ({ chapter, state: { ...missed, due } });
  const items = [item("xen", 1), item("xen", 2), item("xen", 3), item("xs", 5), item("volatile", 4)];
  const order = interleaved(items).map(({ chapter, state }) => `${chapter} ${state.due}`);
  assert.deepEqual(order, ["xen 1", "volatile 4", "xs 5", "xen 2", "xen 3"]);
});

test("only the first try of a round says what was known", () => {
  const tries = [false, true, false, true].map((right, when) => ({ given: "a", right, when }));
  assert.equal(firstOf({ tries, first: false, right: true })?.when, 0);
  assert.equal(firstOf({ tries, since: 2, first: false, right: true })?.when, 2);
  assert.equal(firstOf({ tries, since: 4, first: false, right: true }), undefined);
  for (const damaged of [null, 3, {}, { tries: 3 }, { tries: [null] }, { tries: [{ right: 1 }] }]) {
    assert.equal(firstOf(damaged), undefined);
  }
});

test("a question's chapter is in its name", () => {
  assert.equal(chapterOf("volatile-loop-read"), "volatile");
  assert.equal(chapterOf("xs"), "xs");
});

const book: Book = {
  chapters: { xs: { title: "XS", questions: { "xs-one": "xs/", "xs-two": "xs/objects/" } }, xen: { title: "Xen", questions: {} } },
  beliefs: { spiral: "The spiral", "const-pointer": "Const" },
};
const entry = (key: string, value: unknown) => ({ area: "answers" as const, key, value, when: 1 });
const wrong = { given: "a", right: false, belief: "spiral", when: 1 };

test("progress counts by chapter, and practice once something is there", () => {
  const cards = [{ key: "xs-one", chapter: "xs", state: missed }];
  const answers = [entry("xs-one", { tries: [wrong], first: false, right: false })];
  const [xs, xen, ...more] = byChapter(book, answers, cards, missed.due);
  assert.deepEqual(xs, { name: "xs", title: "XS", total: 2, answered: 1, right: 0, waiting: 1, due: 1 });
  assert.equal(xen?.answered, 0);
  assert.deepEqual(more, []);
  const practised = byChapter(book, [entry("practice/size", { tries: [], count: 5, rights: 4 })], [], NOW);
  assert.deepEqual(practised.at(-1), { name: "practice", title: "Practice", total: 5, answered: 5, right: 4, waiting: 0, due: 0 });
});

test("beliefs are counted by wrong answers, and those that the book has no more are left out", () => {
  const answers = [
    entry("xs-one", { tries: [wrong, { ...wrong, right: true }], first: false, right: true }),
    entry("practice/read", { tries: [wrong, { ...wrong, belief: "const-pointer" }, { ...wrong, belief: "gone" }] }),
    entry("xs-two", null),
  ];
  assert.deepEqual(byBelief(book, answers), [
    { identity: "spiral", name: "The spiral", times: 2 },
    { identity: "const-pointer", name: "Const", times: 1 },
  ]);
});

test("a damaged card counts as none", () => {
  const cards = [{ chapter: "xs", state: missed }, { chapter: "xs" }, null, { state: missed }, { chapter: 3, state: missed }];
  assert.equal(named(cards.map((value, place) => ({ area: "cards", key: String(place), value, when: 1 }))).length, 1);
});
