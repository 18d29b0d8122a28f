import assert from "node:assert/strict";
import { test } from "node:test";
import { isHistory, levelOf, longer, type DrillTry, type History } from "../../src/practice/history";
import { openings } from "../../src/practice/openings";
import { drawnSeed, fragment, inWords, isSeed, KINDS, known, opened, type State } from "../../src/practice/state";
import { isRow, isUnfinished, latest, nameOf, type Unfinished } from "../../src/practice/unfinished";

const ALL = Object.keys(KINDS);
const usual: State = { seed: "7b", kinds: ALL, level: null, sheet: null, key: false };
const one = (when: number, right = true, level = 2): DrillTry => ({ given: "0", right, when, level });

test("a link holds what is chosen, and gives it back", () => {
  const states: State[] = [
    usual,
    { ...usual, seed: "Klasse 7b & c", kinds: ["read", "print"], level: 3 },
    { ...usual, sheet: 20, key: true },
  ];
  for (const state of states) assert.deepEqual(opened(fragment(state)), state);
  assert.equal(fragment(usual), "#v=1&seed=7b");
});

test("a fragment without a seed is no link to questions", () => {
  for (const hash of ["", "#one-seed-one-sheet", "#seed=", "#seed=a%0Ab", `#seed=${"x".repeat(61)}`]) {
    assert.equal(opened(hash), null, hash);
  }
});

test("what a link says wrongly counts as left out", () => {
  const found = opened("#seed=x&kinds=spiral.read&level=9&sheet=1000&key=yes");
  assert.deepEqual(found, { seed: "x", kinds: ["read"], level: null, sheet: 200, key: false });
  assert.deepEqual(opened("#seed=x&kinds=nothing&sheet=-3")?.kinds, ALL);
  assert.equal(opened("#seed=x&sheet=2.5")?.sheet, null);
});

test("kinds have one order, whoever names them", () => {
  assert.deepEqual(known(["print", "read"]), ["read", "print"]);
  assert.deepEqual(known([]), ALL);
});

test("what is chosen is said in a few words", () => {
  assert.equal(inWords(ALL, null), "Nine kinds of questions");
  assert.equal(inWords(["read", "print"], 3), "Two kinds of questions, from level 3");
  assert.equal(inWords(["precedence"], null), "Precedence");
});

test("the first question is one of the reader's level, and another after each visit's answers", () => {
  const known = JSON.stringify({ 1: [{ seed: "a" }, { seed: "b" }], 2: [{ seed: "c" }] });
  const root = (text?: string): ParentNode => ({ querySelector: () => ({ dataset: { known: text } }) }) as never;
  const found = openings(root(known));
  assert.deepEqual([0, 1, 2].map((answered) => found.at(1, answered)?.seed), ["a", "b", "a"]);
  assert.equal(found.at(2, 7)?.seed, "c");
  assert.equal(found.at(3, 0), undefined);
  assert.equal(openings(root()).at(1, 0), undefined);
});

test("a seed can be read and typed", () => {
  assert.ok(isSeed("sommer 2026") && isSeed("März") && isSeed(drawnSeed()));
  assert.ok(!isSeed(" ") && !isSeed("\u202e7b") && !isSeed("a\u2028b"));
});

test("a history holds the last tries and counts all", () => {
  let history: History | undefined;
  for (let when = 1; when <= 60; when++) history = longer(history, one(when, when % 2 === 0));
  assert.equal(history?.tries.length, 50);
  assert.equal(history?.tries.at(-1)?.when, 60);
  assert.deepEqual([history?.count, history?.rights, history?.first, history?.right], [60, 30, false, true]);
  assert.ok(isHistory(history));
});

test("what is no history counts as none", () => {
  for (const value of [null, 3, {}, { tries: [{ given: "x" }], count: 1, rights: 0 }]) {
    assert.ok(!isHistory(value));
  }
});

test("a reader goes on at the level of the latest question", () => {
  assert.equal(levelOf([]), 1);
  const histories = [longer(undefined, one(5, true, 4)), longer(undefined, one(9, true, 2))];
  assert.equal(levelOf(histories), 2);
});

const drill = { id: "1-7b-read-1-1", kind: "read", level: 1, form: "c", ask: "Write", code: "", choices: [], right: 0, why: "" } as const;
const left: Unfinished = { drill, given: "int *", first: 1, answers: [true], seen: ["a", drill.id] };

test("a row that was left is found by its link, the latest one first", () => {
  const name = nameOf(usual);
  assert.ok(isRow(name) && !isRow("declarations-bytes") && !isRow("practice/read"));
  const entry = (key: string, when: number, value: unknown = left) => ({ area: "unchecked" as const, key, value, when });
  const other = nameOf({ ...usual, seed: "9" });
  assert.equal(latest([entry(name, 2), entry(other, 3), entry("declarations-bytes", 9, "x")]), other);
  assert.equal(latest([entry(name, 2), entry(other, 3, "damaged")]), name);
  assert.equal(latest([]), undefined);
});

test("what is damaged is no row", () => {
  assert.ok(isUnfinished(JSON.parse(JSON.stringify(left))));
  const damaged = [null, "int *", { ...left, drill: null }, { ...left, given: 3 }, { ...left, answers: ["yes"] }];
  for (const one of [...damaged, { ...left, drill: { ...drill, choices: [null] } }, { ...left, seen: 1 }]) {
    assert.ok(!isUnfinished(one), JSON.stringify(one));
  }
});
