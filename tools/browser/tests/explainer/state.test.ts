import assert from "node:assert/strict";
import { test } from "node:test";
import { fitsALink, fragment, IN_A_LINK, limits, opened, readable, ROOM, saidBy, stateIn, type State } from "../../src/explainer/state";

const fp: State = { text: "char *(*fp)(int, float *);", way: "read", std: "c17", style: "cdecl" };

test("a link holds the whole state and gives it back", () => {
  const states: State[] = [
    fp,
    { text: "p is a pointer to int", way: "write", std: null, style: "prose" },
    { text: "int a = 1 + 2 & 3; // 100 %\n#é😀\t\"'<img>", way: "read", std: "gnu89", style: "prose" },
    { text: "const Shape &s;", way: "read", std: "gnu++17", style: "prose" },
    { text: "", way: "read", std: null, style: "prose" },
  ];
  for (const state of states) {
    assert.deepEqual(opened(fragment(state)), { state, complaints: [] });
  }
});

test("a link is made of characters that no chat program cuts off", () => {
  assert.equal(
    fragment(fp),
    "#v=1&c=char+%2A%28%2Afp%29%28int%2C+float+%2A%29%3B&std=c17&style=cdecl",
  );
});

test("an anchor of the page and an empty fragment are no states", () => {
  for (const hash of ["", "#", "#on-your-own-page", "#v=1", "#std=c17"]) {
    assert.equal(opened(hash), null);
  }
});

test("a link of another version is read, and said to be one", () => {
  for (const hash of ["#c=int+x", "#v=2&c=int+x", "#v=&c=int+x"]) {
    const found = opened(hash);
    assert.equal(found?.state.text, "int x");
    assert.match(found?.complaints.join() ?? "", /another version/);
  }
});

test("an unknown standard or style falls back, and is told without quoting the link", () => {
  const found = opened("#v=1&c=int+x&std=<b>c42&style=<i>loud");
  assert.deepEqual(found?.state, { text: "int x", way: "read", std: null, style: "prose" });
  assert.equal(found?.complaints.length, 2);
  assert.doesNotMatch(found?.complaints.join() ?? "", /</);
});

test("malformed percent escapes are text", () => {
  assert.equal(opened("#v=1&c=%zz%")?.state.text, "%zz%");
  assert.equal(opened("#v=1&c=%ff")?.state.text, "\ufffd");
});

test("a text that no input takes is cut, and said to be", () => {
  const found = opened(`#v=1&c=${"*".repeat(ROOM + 1)}`);
  assert.equal(found?.state.text.length, ROOM);
  assert.match(found?.complaints[0] ?? "", /400001 characters/);
});

test("a text is never cut within a character", () => {
  assert.equal(opened(`#v=1&c=x${"😀".repeat(ROOM / 2)}`)?.state.text.length, ROOM - 1);
  assert.equal(readable(`x${"😀".repeat(30_000)}`).length, 39_999);
});

test("of a long text whole lines are read, and what is not read is said", () => {
  const line = "static int (*handler)(const char *name);\n";
  const text = line.repeat(2000);
  const read = readable(text);
  assert.equal(read.length % line.length, 0);
  assert.ok(read.length > 39_900 && read.length <= 40_000);
  assert.match(limits(text, false).join(), new RegExp(`^The first ${read.length / line.length} lines are read`));
  assert.equal(limits(text, true).length, 2);
  assert.equal(readable(line), line);
  assert.deepEqual(limits(line, false), []);
  assert.ok(readable("int x; ".repeat(9000)).endsWith("int x;"));
});

test("a link takes no text that chat programs would cut off", () => {
  assert.ok(fitsALink({ text: "x".repeat(IN_A_LINK) }));
  assert.ok(!fitsALink({ text: "x".repeat(IN_A_LINK + 1) }));
});

test("a link may say what its text means, for a page that shows it at once", () => {
  const hash = fragment(fp, "fp is a pointer & more");
  assert.equal(saidBy(hash), "fp is a pointer & more");
  assert.deepEqual(opened(hash), { state: fp, complaints: [] });
  assert.equal(saidBy(fragment(fp)), "");
});

test("what the device has may be damaged, and is no state then", () => {
  assert.deepEqual(stateIn({ ...fp }), fp);
  assert.deepEqual(stateIn({ text: "int x;", way: "read", std: "c42", style: 7 }), { text: "int x;", way: "read", std: null, style: "prose" });
  for (const value of [null, 3, "int x;", {}, { text: 3, way: "read" }, { text: "int x;", way: "up" }]) assert.equal(stateIn(value), null);
});

test("half a surrogate pair does not keep a link from being made", () => {
  assert.match(fragment({ ...fp, text: "\ud83d" }), /c=%EF%BF%BD/);
});
