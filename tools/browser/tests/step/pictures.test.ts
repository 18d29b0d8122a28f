/** A moment as text and as a picture, and how moments are chosen. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { find, markerIn, parseSelector } from "../../src/step/moment/selector";
import { asSvg } from "../../src/step/moment/svg";
import { asText } from "../../src/step/moment/text";
import type { Moment } from "../../src/step/moment/model";
import type { Session } from "../../src/step/replay/session";
import { c, stepped } from "./support/programs";

function momentAt(session: Session, text: string): Moment {
  const selector = parseSelector(text);
  if (typeof selector === "string") assert.fail(selector);
  const found = find(session, selector);
  if (typeof found === "string") assert.fail(found);
  return session.moment(found);
}

test("the text says where the program is, what it did, and what there is", async () => {
  const moment = momentAt(await stepped("list_insert.c"), "linked, 2nd time");
  assert.equal(
    asText(moment),
    `Step 14 of 55. Next: line 17.
Line 16: *link (head in main) now points to block 2 (made in line 13).

insert, line 17
  struct node **link → head in main
  int value = 10
  struct node *made → block 2

main, line 23
  struct node *head → block 2 *

Heap
  block 1 (16 bytes, malloc in line 13)
    struct node
      int value = 20
      padding: 4 bytes
      struct node *next → null
  block 2 (16 bytes, malloc in line 13)
    struct node
      int value = 10
      padding: 4 bytes
      struct node *next → block 1
`,
  );
});

test("the text says what is uninitialised, freed and lost, what was printed, and how it ended", async () => {
  const run = await c('#include <stdio.h>\n#include <stdlib.h>\nint total;\nint main(void)\n{\n  int n;\n  char *p = malloc(3), *q = p;\n  free(p);\n  p = malloc(4);\n  p = NULL;\n  puts("done");\n  return n = 3;\n}\n');
  assert.equal(
    asText(run.moment(run.last - 1)),
    `Step 5 of 6. Next: line 12.
Line 11: "done\\n" is printed.

main, line 12
  int n = uninitialised
  char *p → null
  char *q → block 1 (freed)

Outside of functions
  int total = 0

Heap
  block 1 (3 bytes, malloc in line 7, freed in line 8)
  block 2 (4 bytes, malloc in line 9, lost: nothing points to it)
    char [4] uninitialised

Output
  done
`,
  );
  assert.match(asText(run.moment(run.last)), /Mistake: Block 2 \(4 bytes, made in line 9\) was never freed.*\nThe program has ended with status 3\.\n/);
});

test("the picture has a box for each value, an arrow for each pointer, and its text", async () => {
  const moment = momentAt(await stepped("list_insert.c"), "done");
  const svg = asSvg(moment, "one");
  assert.match(svg, /^<svg [^>]*role="img" aria-labelledby="one-title one-text"/);
  assert.equal(svg.match(/class="cw-step-arrow cw-step-object"/g)?.length, 4);
  assert.ok(svg.includes("struct node *head → block 2"), "the text stands in its description");
  assert.ok(!/#[0-9a-f]{3,6}\b|rgb\(/.test(svg), "it has no colours of its own");
  const boxes = [...svg.matchAll(/<rect [^>]*x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g)].map((found) => found.slice(1).map(Number));
  const [, , width = 0, height = 0] = /viewBox="([-\d. ]+)"/.exec(svg)?.[1]?.split(" ").map(Number) ?? [];
  for (const [x = 0, y = 0, w = 0, h = 0] of boxes) assert.ok(x + w <= width && y + h <= height);
});

test("what is in a program's strings does not become a part of the picture's markup", async () => {
  const run = await c('int main(void)\n{\n  const char *p = "<b>&\\"";\n  return p[0] == 0;\n}\n');
  const svg = asSvg(run.moment(run.last - 1), "two");
  assert.ok(svg.includes("&lt;b&gt;&amp;"));
  assert.ok(!svg.includes("<b>"));
});

test("a moment is plain data", async () => {
  const moment = momentAt(await stepped("layout.c"), "bytes");
  assert.deepEqual(JSON.parse(JSON.stringify(moment)), moment);
});

test("a moment is chosen by a line and a time, before it or after it, or by a marker", async () => {
  const run = await stepped("swap.c");
  assert.equal(momentAt(run, "start").step, 0);
  assert.equal(momentAt(run, "end").step, run.last);
  assert.equal(momentAt(run, "step 3").step, 3);
  assert.equal(momentAt(run, "line 12").next?.line, 12);
  assert.equal(momentAt(run, "before line 12 of swap.c").next?.line, 12);
  assert.equal(momentAt(run, "after line 12").next?.line, 13);
  assert.equal(momentAt(run, "after line 20").next?.line, 21);
  assert.equal(momentAt(run, "swapped").next?.line, 14);
});

test("what names no moment is told, with what does", async () => {
  const run = await stepped("swap.c");
  const said = (text: string): string => {
    const selector = parseSelector(text);
    return String(typeof selector === "string" ? selector : find(run, selector));
  };
  assert.match(said("12"), /^“12” names no moment: a moment is “line 12”/);
  assert.match(said("line 12, 0th time"), /times are counted from 1/);
  assert.match(said("line 12, 2nd time"), /gets to line 12 once only/);
  assert.match(said("line 1"), /never stops at line 1: it has no code/);
  assert.match(said("step 1000"), /There is no step 1000: the run has 12/);
  assert.match(said("nowhere"), /has no marker “\/\/@ moment: nowhere”/);
});

test("a marker on a line of its own means what follows, and one behind code what comes after", () => {
  const sources = { "a.c": "int x;\n//@ moment: alone\nint y; /*@ moment: behind */\n" };
  assert.deepEqual(markerIn(sources, "alone"), { file: "a.c", line: 2, isAlone: true });
  assert.deepEqual(markerIn(sources, "behind"), { file: "a.c", line: 3, isAlone: false });
  assert.equal(markerIn(sources, "other"), undefined);
});
