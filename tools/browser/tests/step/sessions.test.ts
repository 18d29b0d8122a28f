/** Runs that are longer than what is kept of them: any part can be entered, and looks as it would in one recording. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { asText } from "../../src/step/moment/text";
import { backOut, backOver, lastAt, nextAt, out, over } from "../../src/step/replay/moves";
import { LIMITS, type Session } from "../../src/step/replay/session";
import { writersOf } from "../../src/step/writers/writers";
import { c, session, stepped } from "./support/programs";

const SORT = `#include <stdio.h>
#include <stdlib.h>
#include <time.h>
struct item { int key; struct item *next; };
static int numbers[60];
static void swap(int *a, int *b)
{
  int t = *a;
  *a = *b;
  *b = t;
}
int main(void)
{
  srand((unsigned)time(NULL) ^ (unsigned)clock());
  struct item *seen = NULL;
  for (int i = 0; i < 60; i++)
    numbers[i] = rand() % 1000;
  for (int i = 0; i < 60; i++)
    for (int j = 0; j + 1 < 60 - i; j++)
      if (numbers[j] > numbers[j + 1]) {
        swap(&numbers[j], &numbers[j + 1]);
        struct item *made = malloc(sizeof *made);
        made->key = numbers[j];
        made->next = i % 2 ? seen : NULL;
        free(seen);
        seen = made;
      }
  free(seen);
  printf("%d %d\\n", numbers[0], numbers[59]);
  return 0;
}
`;
const SMALL = { budget: 200_000, steps: LIMITS.steps };

/** Some moments of all parts of a run. */
function some(run: Session): number[] {
  return Array.from({ length: 12 }, (_none, at) => Math.floor((run.last * at) / 11));
}

test("a run is the same when it is repeated, times of day and random numbers included", async () => {
  const run = await session({ files: { "a.c": SORT } }, SMALL);
  assert.ok(!run.isWhole);
  const again = some(run).map((moment) => asText(run.moment(moment)));
  assert.deepEqual([...some(run)].reverse().map((moment) => asText(run.moment(moment))), again.reverse());
});

test("each part of a long run looks as it does in a recording of the whole", async () => {
  const steady = SORT.replace(/srand\(.*\);/, "srand(1);");
  const parts = await session({ files: { "a.c": steady } }, SMALL);
  const whole = await session({ files: { "a.c": steady } });
  assert.ok(whole.isWhole && !parts.isWhole);
  assert.equal(parts.last, whole.last);
  assert.deepEqual(parts.findings.map(({ kind, step }) => [kind, step]), whole.findings.map(({ kind, step }) => [kind, step]));
  for (const moment of some(whole)) assert.equal(asText(parts.moment(moment)), asText(whole.moment(moment)));
  // Not from the same start either.
  for (const moment of some(whole).reverse()) assert.equal(asText(parts.moment(moment)), asText(whole.moment(moment)));
});

test("the tables stay within what they may take", async () => {
  const run = await session({ files: { "a.c": SORT } }, SMALL);
  for (const moment of some(run)) {
    run.at(moment);
    assert.ok(run.bytes < SMALL.budget * 1.2, `${run.bytes}`);
  }
});

test("a run without an end is ended after so many steps, and that is told", async () => {
  const run = await session({ files: { "a.c": "int main(void)\n{\n  for (volatile int i = 0;; i++) ;\n}\n" } }, { budget: 100_000, steps: 50_000 });
  assert.deepEqual(run.end, { kind: "capped", most: 50_000 });
  const moment = run.moment(run.last);
  assert.equal(moment.end, "The program was ended after 50,000 steps.");
  assert.equal(moment.step, run.last);
});

test("one step may change more than is kept of a run", async () => {
  const text = "#include <string.h>\nstatic char big[3000000], other[3000000];\nint main(void)\n{\n  int i = 1;\n  memset(big, 7, sizeof big);\n  memcpy(other, big, sizeof big);\n  memmove(big + 1, other, 2999999);\n  i++;\n  return i - 2;\n}\n";
  const run = await session({ files: { "a.c": text } }, { budget: 100_000, steps: LIMITS.steps });
  assert.equal(run.moment(run.last).end, "The program has ended with status 0.");
  assert.equal(run.moment(run.last - 1).frames[0]?.items[0]?.text, "2");
  assert.equal(run.moment(1).next?.line, 6);
});

test("over a call, out of it, and back", async () => {
  const run = await stepped("swap.c");
  const call = nextAt(run, 0, 20) ?? -1;
  assert.equal(run.moment(over(run, call)).next?.line, 21);
  assert.equal(backOver(run, over(run, call)), call);
  assert.equal(out(run, call + 2), over(run, call));
  assert.equal(backOut(run, call + 2), call);
  assert.equal(lastAt(run, run.last, 20), call);
  assert.equal(nextAt(run, call, 20), undefined);
  assert.equal(over(run, run.last), run.last);
  assert.equal(backOver(run, 0), 0);
});

test("who wrote a variable, with the line, the value before and after, and the library that did it", async () => {
  const run = await c('#include <string.h>\nint main(void)\n{\n  int n = 1;\n  char name[8] = "";\n  n += 2;\n  strcpy(name, "Ada");\n  int *p = &n;\n  *p = 9;\n  return n - 9;\n}\n');
  const wrote = (path: string): unknown[] => (writersOf(run.at(run.last - 1), path)?.writers ?? []).map(({ place, by, old, now }) => [place?.line, by, old, now]);
  assert.deepEqual(wrote("main#0/n"), [[4, "", "uninitialised", "1"], [6, "", "1", "3"], [9, "", "3", "9"]]);
  assert.deepEqual(wrote("main#0/name"), [[5, "", "uninitialised", '""'], [7, "strcpy", '""', '"Ada"']]);
  assert.deepEqual(wrote("main#0/p"), [[8, "", "uninitialised", "n"]]);
  assert.equal(writersOf(run.at(1), "main#0/nothing"), undefined);
});
