/** Questions about a run: made from its recording, answered by it, and the same whenever they are asked. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { LIMITS, type Session } from "../../src/step/replay/session";
import type { RunQuestion } from "../../src/step/questions/question";
import { questionsOfSession } from "../../src/step/questions/of_session";
import { c, programs, session, stepped } from "./support/programs";

const SWAP = `static void swap(int *a, int *b)
{
  int kept = *a;
  *a = *b;
  *b = kept;
}
int main(void)
{
  int left = 1;
  int right = 2;
  int *which = &left;
  swap(&left, &right);
  which = &right;
  return *which - left + 1;
}
`;

/** All questions of the first rounds, each once. */
function all(run: Session, rounds = 6): RunQuestion[] {
  const found = Array.from({ length: rounds }, (_none, round) => questionsOfSession(run, round)).flat();
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}

const answerOf = ({ choices, right }: RunQuestion): string => choices[right] ?? "";

test("a value, an arrow and a writer are asked for, with the answers that the recording has", async () => {
  const run = await c(SWAP);
  const asked = questionsOfSession(run, 0).map((one) => [one.kind, one.ask, answerOf(one), run.moment(one.at).next?.line]);
  assert.deepEqual(asked, [
    ["value", "At step 5, line 4 runs next. What will `*a` be after it?", "2", 4],
    ["arrow", "At step 8, line 13 runs next. Where will `which` point after it?", "right", 13],
    ["writer", "At step 8, `left` is `2`. Which line made it so?", "line 4", 13],
  ]);
});

test("the moment that is shown with a question does not give the answer away, and the one after it does", async () => {
  const run = await c(SWAP);
  for (const { kind, at, shows, why } of all(run)) {
    if (kind === "writer") continue;
    assert.equal(shows, at + 1);
    assert.equal(run.moment(shows).sentence, why);
  }
});

test("a wrong answer leads to the step that wrote the value", async () => {
  const run = await c(SWAP);
  const [writer] = questionsOfSession(run, 0).filter(({ kind }) => kind === "writer");
  assert.ok(writer);
  assert.equal(writer.why, "Line 4: `1` becomes `2`.");
  assert.equal(run.moment(writer.shows).did?.line, 4);
  assert.match(run.moment(writer.shows).sentence, /\*a \(left in main\) changes from 1 to 2/);
});

test("each round has other questions, and the first ones come again in the end", async () => {
  const run = await c(SWAP);
  const [first, second] = [questionsOfSession(run, 0), questionsOfSession(run, 1)];
  assert.notDeepEqual(first, second);
  assert.deepEqual(questionsOfSession(run, 0), first);
});

test("every program can be asked about: answers are different, and the right one is among them", async () => {
  for (const name of programs()) {
    const run = await stepped(name, name === "input.c" ? { stdin: "4 5\n" } : {});
    for (const { choices, right, ask, at, shows } of all(run, 3)) {
      assert.ok(choices.length >= 2 && choices.length <= 4, `${name}: ${ask}`);
      assert.equal(new Set(choices).size, choices.length, `${name}: ${ask}`);
      assert.ok(right >= 0 && right < choices.length, `${name}: ${ask}`);
      assert.ok(at >= 0 && shows >= 0 && at <= run.last && shows <= run.last, `${name}: ${ask}`);
    }
  }
});

test("the right answer is not always at the same place", async () => {
  const places = new Set<number>();
  for (const name of programs()) for (const { right } of all(await stepped(name), 2)) places.add(right);
  assert.ok(places.size >= 3);
});

test("a program in which nothing changes has no questions", async () => {
  assert.deepEqual(questionsOfSession(await c("int main(void)\n{\n  return 0;\n}\n"), 0), []);
});

test("of a long run the recorded part is asked about, and nothing is recorded for it", async () => {
  const text = "int main(void)\n{\n  long sum = 0;\n  for (int i = 0; i < 20000; i++)\n    sum += i;\n  return sum == 0;\n}\n";
  const run = await session({ files: { "a.c": text } }, { budget: 200_000, steps: LIMITS.steps });
  assert.ok(!run.isWhole);
  run.moment(Math.floor(run.last / 2));
  const before = run.recorded;
  const asked = questionsOfSession(run, 0);
  assert.ok(asked.length > 0);
  for (const { at, shows } of asked) assert.ok(at >= before.first && shows <= before.last);
  assert.deepEqual(run.recorded, before);
});
