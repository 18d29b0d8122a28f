import assert from "node:assert/strict";
import { test } from "node:test";
import { fileName, given, resultIn, resultText, type Result } from "../../src/classroom/result";
import { done, keptOf, questionsOf, type Item, type State } from "../../src/classroom/sheet";
import { classes, csv, type Handed } from "../../src/classroom/table";
import { nextOpen, score } from "../../src/classroom/view";
import { some } from "../../src/questions/mixed";
import { opened, type ClassLink } from "../../src/classroom/link";

const question: Item = { id: "first-0", about: "First", page: "first/" };
const none = keptOf(undefined, "#", "");
const tried = (right: boolean, when = 0) => ({ given: "x", right, when });

const result = (name: string, states: State[], more: Partial<Result> = {}): Handed => ({
  name,
  title: "Week 3",
  due: "2027-03-31",
  sheet: "seed=7b",
  saved: "2027-03-30T10:00:00.000Z",
  answers: states.map((state, place) => ({
    id: `q${place}`,
    about: "Read a declaration, level 1",
    state,
    tries: state === "open" ? [] : [{ given: "x", right: state === "first", when: `2027-03-30T09:0${place}:00.000Z` }],
  })),
  ...more,
  file: `${name}.json`,
});

test("so many of a list are the same for each seed, in the list's order", () => {
  const list = Array.from({ length: 40 }, (_, place) => `q-${place}`);
  const found = some(list, 5, "7b");
  assert.deepEqual(some(list, 5, "7b"), found);
  assert.deepEqual([...found].sort((one, other) => list.indexOf(one) - list.indexOf(other)), found);
  assert.notDeepEqual(some(list, 5, "8b"), found);
  assert.equal(some(list, 99, "7b").length, 40);
});

test("a question more in the book changes one of a sheet at most", () => {
  const list = Array.from({ length: 40 }, (_, place) => `q-${place}`);
  for (let seed = 0; seed < 50; seed++) {
    const before = some(list, 5, String(seed));
    const after = some([...list.slice(0, 20), "new", ...list.slice(20)], 5, String(seed));
    assert.ok(before.filter((one) => !after.includes(one)).length <= 1, String(seed));
  }
});

test("a link's questions are those of its chapters, as many as it says", () => {
  const chapter = (name: string) => ({ title: name, questions: Object.fromEntries([0, 1, 2].map((n) => [`${name}-${n}`, `${name}/`])) });
  const book = { chapters: { a: chapter("a"), b: chapter("b"), c: chapter("c") }, beliefs: {} };
  const of = (hash: string): Item[] => questionsOf(opened(hash, ["a", "b", "c"]) as ClassLink, book);
  assert.deepEqual(of("#v=1&seed=1&chapters=c.a").map(({ id }) => id), ["a-0", "a-1", "a-2", "c-0", "c-1", "c-2"]);
  assert.equal(of("#v=1&seed=1&chapters=c.a&questions=2").length, 2);
  assert.equal(of("#v=1&seed=1&drills=2").length, 0);
});

test("a first try that was right is told from a later one, and a shown answer from none", () => {
  const state = (tries: { right: boolean }[], shown = false): State =>
    done(question, none, { tries: tries.map(({ right }) => tried(right)), first: false, right: false, shown }).state;
  assert.equal(done(question, none, undefined).state, "open");
  assert.equal(state([{ right: true }, { right: false }]), "first");
  assert.equal(state([{ right: false }, { right: true }]), "later");
  assert.equal(state([{ right: false }]), "wrong");
  assert.equal(state([], true), "wrong");
});

test("what the device has of a sheet counts as far as it is whole", () => {
  const kept = keptOf({ name: 3, drills: { a: tried(true), b: { given: 1 } }, unchecked: { a: "x", b: 4 } }, "#l", "T");
  assert.deepEqual(kept, { link: "#l", title: "T", name: "", drills: { a: tried(true) }, unchecked: { a: "x" } });
});

test("the next one is the next that is open, from the beginning again at the end", () => {
  const of = (...states: State[]) => states.map((state) => ({ state, tries: [] }));
  assert.equal(nextOpen(of("open", "first", "open"), 0), 2);
  assert.equal(nextOpen(of("open", "first", "wrong"), 2), 0);
  assert.equal(nextOpen(of("first", "later"), 0), -1);
  assert.equal(score(of("first", "later", "wrong", "open"), 6), "3 of 6 answered, 2 right.");
});

test("a result file gives back what was saved", () => {
  const { file: _, ...saved } = result("Ada Ö.", ["first", "open", "later"]);
  assert.deepEqual(resultIn(resultText(saved)), saved);
  assert.equal(fileName(saved), "result-week-3-ada-ö.json");
  assert.equal(fileName({ name: "", title: "../..\\" }), "result.json");
});

test("an answer is in the file in words, and empty where the learner asked for it", () => {
  const drill = { id: "d", form: "choose", choices: [{ text: "an int" }, { text: "a pointer" }] };
  const item = { id: "d", about: "Read", drill } as unknown as Item;
  const one = given(item, { state: "wrong", tries: [{ given: "1", right: false, when: 0 }] });
  assert.deepEqual(one.tries, [{ given: "a pointer", right: false, when: "1970-01-01T00:00:00.000Z" }]);
  assert.equal(given(item, { state: "wrong", tries: [{ given: "", right: false, when: 0 }] }).tries[0]?.given, "");
});

test("what is no result is refused with the reason", () => {
  const text = resultText(result("Ada", ["first"]));
  const slips: [string, RegExp][] = [
    ["", /JSON/],
    ["[]", /not a result/],
    ["null", /not a result/],
    ['{"kind": "c-concepts-workbook", "version": 1, "entries": []}', /not a result/],
    [text.replace('"version": 1', '"version": 2'), /version 2, and this book reads version 1/],
    [text.replace('"first"', '"perfect"'), /damaged/],
    [text.replace('"right":true', '"right":"yes"'), /damaged/],
    [text.replace(/"when":"[^"]*"/, '"when":"soon"'), /damaged/],
    [text.replace('"name": "Ada"', '"name": 3'), /damaged/],
    [" ".repeat(2_000_001), /too large/],
  ];
  for (const [slip, said] of slips) assert.throws(() => resultIn(slip), { message: said });
});

test("results are rows by name, one table for each sheet, and the same file counts once", () => {
  const ada = result("Ada", ["first", "wrong", "open"]);
  const found = classes([result("Bob", ["first", "later", "first"]), ada, { ...ada, file: "copy.json" }, result("Cleo", ["open"], { sheet: "seed=8" })]);
  assert.deepEqual(found.map(({ rows }) => rows.map(({ name }) => name)), [["Ada", "Bob"], ["Cleo"]]);
  const [one] = found;
  assert.deepEqual(one?.rows.map(({ answered, right, first }) => [answered, right, first]), [[2, 1, 1], [3, 3, 2]]);
  assert.deepEqual(one?.firsts, [2, 0, 1]);
  assert.equal(one?.rows[0]?.last, "2027-03-30T09:01:00.000Z");
});

test("who answered after the due day is late, and a file without a name has its own", () => {
  const late = result("", ["first"], { due: "2027-03-28" });
  assert.deepEqual(classes([late])[0]?.rows.map(({ name, late }) => [name, late]), [[".json", true]]);
  assert.equal(classes([result("Ada", ["open"], { due: "2027-03-28" })])[0]?.rows[0]?.late, false);
  assert.equal(classes([result("Ada", ["first"], { due: "" })])[0]?.rows[0]?.late, false);
});

test("a spreadsheet gets text as text: no formula, no broken line", () => {
  const [one] = classes([result('=HYPERLINK("x"), "Ada"', ["first", "open"])]);
  assert.ok(one);
  const lines = csv(one).split("\r\n");
  assert.equal(lines[0], 'name,sheet,answered,right,right at first try,last answer,late,"1: Read a declaration, level 1 (q0)","2: Read a declaration, level 1 (q1)"');
  assert.equal(lines[1], `"'=HYPERLINK(""x""), ""Ada""",Week 3,1,1,1,2027-03-30T09:00:00.000Z,,first,open`);
  assert.equal(lines[2], "");
});
