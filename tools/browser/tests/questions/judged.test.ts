import assert from "node:assert/strict";
import { test } from "node:test";
import { current, tried, type Try } from "../../src/questions/answers";
import { byOutput } from "../../src/questions/checks";
import { KINDS } from "../../src/questions/kinds";
import { judged as chosen } from "../../src/questions/kinds/choice";
import { judged as clicked } from "../../src/questions/kinds/click";
import { judged as filled } from "../../src/questions/kinds/fill";
import { judged as ordered } from "../../src/questions/kinds/order";
import { judged as printed } from "../../src/questions/kinds/output";
import { mixed } from "../../src/questions/mixed";

const part = (name: string, right: boolean): { name: string; right: boolean; given: string } => ({ name, right, given: name });
const one = { id: "a-b", kind: "choice", parts: [part("80", false), part("1200", true)] };
const several = { id: "a-b", kind: "choice", parts: [part("a", true), part("e", true), part("x", false)] };

test("the right one of several choices is right, and each wrong one answers for itself", () => {
  assert.deepEqual(chosen("1200", one), { right: true, part: 1 });
  assert.deepEqual(chosen("80", one), { right: false, part: 0 });
});

test("where several are right, all of them and nothing else is right", () => {
  assert.equal(chosen("a\ne", several).right, true);
  assert.deepEqual(chosen("a\nx", several), { right: false, part: 2 });
  assert.equal(chosen("a", several).right, false);
  assert.match(chosen("a", several).says ?? "", /not all/);
});

test("an output is compared line by line, whatever spaces stand between its words", () => {
  const asked = { id: "a-b", kind: "output", prints: true, parts: [part("a 1200\nb 80", true), part("a 8\nb 8", false)] };
  assert.deepEqual(printed(" a   1200 \nb 80\n", asked), { right: true, part: 0 });
  assert.deepEqual(printed("a 8\nb 8", asked), { right: false, part: 1 });
  assert.equal(printed("a 1200\nb 81", asked).says, "Line 2 is different.");
  assert.equal(printed("a 1200", asked).says, "It prints 2 lines.");
  assert.equal(printed("A 1200\nb 80", asked).right, false);
});

test("a short answer that no program prints is not said to be printed", () => {
  const asked = { id: "a-b", kind: "output", prints: false, parts: [part("16", true)] };
  assert.deepEqual(printed("16", asked), { right: true, part: 0 });
  assert.equal(printed("24", asked).says, "That is not it.");
});

test("a hole is filled by the same tokens", () => {
  const asked = { id: "a-b", kind: "fill", parts: [part("*const", true), part("const *", false)] };
  assert.deepEqual(filled(" * const", asked), { right: true, part: 0 });
  assert.deepEqual(filled("const*", asked), { right: false, part: 1 });
  assert.deepEqual(filled("*constant", asked), { right: false });
});

test("a program is judged by its output, and must have ended by itself", () => {
  const asked = { id: "a-b", kind: "program", parts: [part("7", true), part("8", false)] };
  assert.deepEqual(byOutput({ stdout: "7\n", status: 0 }, asked), { right: true, part: 0 });
  assert.deepEqual(byOutput({ stdout: "8\n", status: 0 }, asked), { right: false, part: 1 });
  const ended = { right: false, says: "It ended with status 3.\nIt printed:", shows: "7" };
  assert.deepEqual(byOutput({ stdout: "7\n", status: 3 }, asked), ended);
  assert.equal(byOutput({ stdout: "", status: null }, asked).says, "It was still running after ten seconds.\nIt printed nothing.");
});

test("a place that no part names is wrong", () => {
  assert.deepEqual(clicked("1200", one), { right: true, part: 1 });
  assert.deepEqual(clicked("7", one), { right: false });
});

const TEXTS = ["", "{", "a;", "}", "}", "b;"];
const same = (piece: number): string => TEXTS[piece] ?? "";
const order = {
  id: "a-b",
  kind: "order",
  parts: [
    { ...part("right", true), order: [1, 2, 3] },
    { ...part("2 1 3", false), order: [2, 1, 3] },
    { ...part("b;", false), piece: 5 },
  ],
  also: [],
  lines: false,
  indents: [0, 1, 0, 0, 0],
};

test("pieces that read the same stand for each other", () => {
  assert.deepEqual(ordered("1:0 2:0 3:0", order, same), { right: true, part: 0 });
  assert.deepEqual(ordered("1:0 2:0 4:0", order, same), { right: true, part: 0 });
});

test("a known arrangement and a piece too many answer for themselves", () => {
  assert.deepEqual(ordered("2:0 1:0 3:0", order, same), { right: false, part: 1 });
  assert.deepEqual(ordered("1:0 5:0 3:0", order, same), { right: false, part: 2 });
  assert.match(ordered("1:0", order, same).says ?? "", /3 pieces belong here/);
});

test("another arrangement is right where the page says so", () => {
  assert.equal(ordered("3:0 1:0 2:0", { ...order, also: [[3, 1, 2]] }, same).right, true);
});

test("indentation counts where the pieces are lines", () => {
  const lines = { ...order, lines: true };
  assert.equal(ordered("1:0 2:0 3:0", lines, same).says, "The order is right. The indentation is not.");
  assert.equal(ordered("1:0 2:1 3:0", lines, same).right, true);
});

test("an order that looks like chance comes back for the same reader and question", () => {
  const list = ["a", "b", "c", "d", "e"];
  assert.deepEqual(mixed(list, 7, "q"), mixed(list, 7, "q"));
  assert.deepEqual([...mixed(list, 7, "q")].sort(), list);
  assert.ok(new Set(Array.from({ length: 50 }, (_, seed) => mixed(list, seed, "q").join(""))).size > 30);
  assert.ok(new Set(Array.from({ length: 50 }, (_, name) => mixed(list, 7, `q${name}`).join(""))).size > 30);
});

test("each place is as likely as another", () => {
  const first = Array.from({ length: 3000 }, (_, seed) => mixed(["a", "b", "c"], seed * 7919, "q")[0]);
  for (const letter of ["a", "b", "c"]) {
    const share = first.filter((one) => one === letter).length / first.length;
    assert.ok(Math.abs(share - 1 / 3) < 0.05, `${letter}: ${share}`);
  }
});

test("the first try stays the first, whatever comes after it", () => {
  const wrong: Try = { given: "80", right: false, when: 1 };
  const right: Try = { given: "1200", right: true, when: 2 };
  const answer = tried(tried(undefined, wrong), right);
  assert.deepEqual([answer.first, answer.right, answer.tries], [false, true, [wrong, right]]);
  assert.equal(tried(tried(undefined, right), wrong).right, true);
  assert.deepEqual(current({ ...answer, since: 1 }), [right]);
});

test("every kind says what to do first", () => {
  for (const kind of Object.values(KINDS)) assert.match(kind.nothing, /first\.$/);
});
