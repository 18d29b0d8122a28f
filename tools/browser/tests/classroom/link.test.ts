import assert from "node:assert/strict";
import { test } from "node:test";
import { dayOf, fragment, opened, sheetKey, type ClassLink, type Wrong } from "../../src/classroom/link";
import { fault } from "../../src/classroom/maker";
import { KINDS } from "../../src/practice/state";

const ALL = Object.keys(KINDS);
const BOOK = ["declarations", "volatile", "xs"];
const usual: ClassLink = {
  seed: "7b",
  drills: 10,
  kinds: ALL,
  level: null,
  chapters: [],
  questions: null,
  title: "",
  due: "",
};

test("a class link holds what is chosen, and gives it back", () => {
  const links: ClassLink[] = [
    usual,
    { ...usual, kinds: ["read", "print"], level: 3, title: "Week 3: Klasse 7b & c", due: "2027-03-31" },
    { ...usual, drills: 0, chapters: ["declarations", "xs"], questions: 5 },
    { ...usual, drills: 0, chapters: ["volatile"] },
  ];
  for (const link of links) assert.deepEqual(opened(fragment(link), BOOK), link);
  assert.equal(fragment(usual), "#v=1&seed=7b&drills=10");
});

test("who wrote the words in another order gets the same sheet", () => {
  const one = opened("#v=1&seed=x&drills=3&kinds=print.read&chapters=xs.declarations", BOOK) as ClassLink;
  const other = opened("#v=1&chapters=declarations.xs&kinds=read.print&drills=3&seed=x&due=2027-01-01&title=T", BOOK) as ClassLink;
  assert.equal(sheetKey(one), "seed=x&drills=3&kinds=read.print&chapters=declarations.xs");
  assert.equal(sheetKey(other), sheetKey(one));
});

test("a fragment that is no class link opens none", () => {
  for (const hash of ["", "#", "#how-it-works"]) assert.equal(opened(hash, BOOK), null, hash);
});

test("a link with a slip makes no sheet, and says which", () => {
  const slips: [string, RegExp][] = [
    ["#seed=7b&drills=3", /version/],
    ["#v=2&seed=7b&drills=3", /version/],
    ["#v=1&drills=3", /its seed is missing/],
    [`#v=1&drills=3&seed=${"x".repeat(61)}`, /its seed/],
    ["#v=1&seed=7b", /asks for no drills/],
    ["#v=1&seed=7b&drills=many", /“many” is not a number of drills from 1 to 60/],
    ["#v=1&seed=7b&drills=0", /“0” is not a number/],
    ["#v=1&seed=7b&drills=61", /“61”/],
    ["#v=1&seed=7b&drills=2.5", /“2.5”/],
    ["#v=1&seed=7b&drills=3&kinds=spiral.read", /“spiral” is not a kind/],
    ["#v=1&seed=7b&drills=3&kinds=toString", /“toString” is not a kind/],
    ["#v=1&seed=7b&drills=3&level=9", /“9” is not a level from 1 to 5/],
    ["#v=1&seed=7b&chapters=volatile.rust", /no chapter “rust”/],
    ["#v=1&seed=7b&chapters=volatile&questions=-1", /“-1” is not a number of questions/],
    ["#v=1&seed=7b&drills=3&due=2027-02-30", /“2027-02-30” is not a date/],
    ["#v=1&seed=7b&drills=3&due=tomorrow", /“tomorrow” is not a date/],
    [`#v=1&seed=7b&drills=3&title=${"x".repeat(81)}`, /title/],
    ["#v=1&seed=7b&drills=3&title=a%E2%80%AEb", /title/],
    ["#v=1&seed=7b&drils=3", /no “drils”/],
    [`#v=1&seed=7b&drills=${"9".repeat(99)}`, /“9{30}…”/],
  ];
  for (const [hash, said] of slips) assert.match((opened(hash, BOOK) as Wrong).wrong, said, hash);
});

test("a day ends where the reader is", () => {
  const end = new Date(dayOf("2027-03-31") ?? 0);
  assert.deepEqual([end.getFullYear(), end.getMonth(), end.getDate(), end.getHours()], [2027, 2, 31, 23]);
  for (const text of ["2027-13-01", "2027-00-10", "27-1-1", "2027-03-31T10:00"]) assert.equal(dayOf(text), null, text);
});

test("the form says what it cannot make a link of, and what it makes can be opened", () => {
  assert.equal(fault(usual), "");
  const wrong: Partial<ClassLink>[] = [
    { seed: "a\u202eb" },
    { drills: 61 },
    { drills: 0 },
    { drills: -1 },
    { chapters: ["xs"], questions: 0 },
    { title: "x".repeat(81) },
    { due: "2027-02-30" },
  ];
  for (const change of wrong) {
    assert.notEqual(fault({ ...usual, ...change }), "", JSON.stringify(change));
    assert.ok("wrong" in (opened(fragment({ ...usual, ...change }), BOOK) ?? {}), JSON.stringify(change));
  }
});
