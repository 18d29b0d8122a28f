/** A moment in sentences, and the ways of a picture's arrows. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Box } from "../../src/step/moment/layout";
import { pictureOf } from "../../src/step/moment/svg";
import { inSentences } from "../../src/step/moment/told";
import { wayOf } from "../../src/step/moment/way";
import { c, cpp } from "./support/programs";

const PROGRAM = `#include <stdio.h>
#include <stdlib.h>
struct pair { int *one; char *other; };
static int total = 4; static int same(int n) { return n; }
static int twice(int n)
{
  return n + same(n);
}
int main(void)
{
  int cells[2] = {1, 2}, unset;
  int *to[2] = {&cells[1], NULL};
  struct pair pair = {malloc(sizeof(int)), malloc(3)};
  *pair.one = twice(total);
  free(pair.other);
  pair.one = NULL;
  puts("done");
  return unset = 0;
}
`;

test("the sentences say what each variable is, where pointers lead, and what became of blocks", async () => {
  const run = await c(PROGRAM);
  assert.deepEqual(inSentences(run.moment(run.last - 1)), [
    "Line 18 is next.",
    "In main: cells is {1, 2}; unset is uninitialised; to holds ([0] points to cells[1]; [1] is null); pair holds (one is null; other points to block 2 (freed)).",
    "Outside of functions: total is 4.",
    "Block 1 on the heap (4 bytes, malloc in line 13) is 8. Nothing points to it any more.",
    "Block 2 on the heap (3 bytes, malloc in line 13) was freed in line 15.",
    "So far the program has printed: done",
  ]);
});

test("a call that waits is told apart from the one that runs, and a value that is about to come back is told", async () => {
  const run = await c(PROGRAM);
  const found = Array.from({ length: run.last }, (_none, step) => run.moment(step)).find(({ frames: [top] }) => top?.name === "twice" && top.returns !== null);
  assert.ok(found);
  const told = inSentences(found);
  assert.ok(told.includes("In twice: n is 4."), told.join("\n"));
  assert.ok(told.includes("twice is about to return 8."), told.join("\n"));
  assert.ok(told.some((sentence) => sentence.startsWith("In main, which waits in line 14: ")), told.join("\n"));
});

test("the end of a run says what was lost, and how it ended", async () => {
  const run = await c(PROGRAM);
  const told = inSentences(run.moment(run.last));
  assert.match(told.join("\n"), /^Mistake: Block 1 .* was never freed/);
  assert.ok(told.includes("The program has ended with status 0."));
});

test("a picture is as wide as its arrows reach", async () => {
  const run = await c("int main(void)\n{\n  int n = 1;\n  int *p = &n;\n  return *p;\n}\n");
  const { shapes, width } = pictureOf(run.moment(run.last - 1));
  const arrow = shapes.find((shape) => shape.includes("cw-step-arrow")) ?? assert.fail("there is no arrow");
  const [, x = ""] = /C([\d.]+) /.exec(arrow) ?? [];
  assert.ok(Number(x) < width, `${x} is outside of ${width}`);
});

function box(x: number, y: number, classes: string[] = []): Box {
  return { path: "p", x, y, width: 40, height: 20, reach: x + 40, classes };
}

test("an arrow to the right comes in level at the near edge", () => {
  const { line, head } = wayOf(box(0, 0), box(200, 50), false, 0);
  assert.match(line, /^M40 10C.* 191 60$/);
  assert.match(head, /^M200 60L191 /);
});

test("an arrow back to its own side goes around what is between, and begins behind the words there", () => {
  const { line, head, right } = wayOf({ ...box(0, 100), reach: 90 }, box(0, 0), false, 0);
  assert.match(line, /^M90 110C124 110 124 10 49 10$/);
  assert.match(head, /^M40 10L49 /);
  assert.equal(right, 124);
});

test("an arrow to a cell comes in upright, so that it crosses none of its neighbours", () => {
  assert.match(wayOf(box(0, 0), box(0, 100, ["cell"]), false, 0).head, /^M20 100L15\.5 91H/);
  assert.match(wayOf(box(0, 100, ["cell"]), box(0, 0, ["cell"]), false, 0).head, /^M20 20L15\.5 29H/);
});

test("an arrow past the end comes to the far edge, whatever it leads behind", () => {
  assert.match(wayOf(box(0, 0), box(200, 50, ["cell"]), true, 0).head, /^M240 60L249 /);
});

const SHAPES = `struct Shape { virtual ~Shape() {} };
struct Empty : Shape {};
struct Circle : Shape { int radius = 3; };
static int by_value(Shape shape) { return sizeof shape != 8; }
int main()
{
  Circle circle;
  Empty empty;
  Shape *shape = &empty;
  return by_value(circle) + (shape == nullptr);
}
`;

test("an object without members is said to be of its class", async () => {
  const run = await cpp(SHAPES);
  const said = Array.from({ length: run.last + 1 }, (_none, at) => run.moment(at).sentence);
  assert.ok(said.some((one) => one.endsWith("by_value(shape = a Shape) is called.")), said.join("\n"));
  const last = run.moment(run.last - 1);
  assert.deepEqual(last.frames[0]?.items.map(({ name, text }) => [name, text]), [["circle", "{radius = 3}"], ["empty", "an Empty"], ["shape", "empty"]]);
  assert.match(inSentences(last).join("\n"), /In main: circle holds \(Shape holds \(virtual functions of Circle\) \(base class\); radius is 3\)/);
});

test("what a telephone has no room for side by side is drawn below each other, and the rest is not", async () => {
  assert.ok(pictureOf((await cpp(SHAPES)).moment(3)).width <= 344);
  const text = "#include <stdlib.h>\nint main(void)\n{\n  int *made = malloc(sizeof(int));\n  int *kept = made;\n  free(made);\n  return kept == NULL;\n}\n";
  const run = await c(text);
  const block = (moment: number): string => pictureOf(run.moment(moment)).shapes.find((one) => one.includes("cw-step-block")) ?? "";
  assert.match(block(2), /x="[1-9]\d\d/); // beside the stack
  assert.match(block(3), / x="0"/); // below it: the notes that it is freed take the room
});
