import assert from "node:assert/strict";
import { test } from "node:test";
import { Latest } from "../../src/explainer/latest";

/** Something that answers when it is told to. */
function held() {
  const asked: { question: string; settle: (failed?: boolean) => void }[] = [];
  const send = (question: string): Promise<string> =>
    new Promise((resolve, reject) => {
      asked.push({
        question,
        settle: (failed) => (failed ? reject(new Error("no")) : resolve(question.toUpperCase())),
      });
    });
  const taken: string[] = [];
  const latest = new Latest(send, (answer: string) => taken.push(answer));
  const settle = async (failed?: boolean): Promise<void> => {
    asked.at(-1)?.settle(failed);
    await new Promise(setImmediate);
  };
  return { latest, taken, settle, questions: () => asked.map(({ question }) => question) };
}

test("one question is on its way at a time, and the newest of those that wait is next", async () => {
  const { latest, settle, questions } = held();
  for (const question of ["a", "b", "c"]) latest.ask(question);
  assert.deepEqual(questions(), ["a"]);
  await settle();
  assert.deepEqual(questions(), ["a", "c"]);
});

test("an answer is passed over while a newer question waits", async () => {
  const { latest, settle, taken } = held();
  latest.ask("a");
  latest.ask("b");
  await settle();
  assert.deepEqual(taken, []);
  await settle();
  assert.deepEqual(taken, ["B"]);
});

test("after a failure the next question is asked", async () => {
  const { latest, settle, taken } = held();
  latest.ask("a");
  await settle(true);
  latest.ask("b");
  await settle();
  assert.deepEqual(taken, ["B"]);
});
