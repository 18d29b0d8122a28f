/** The Worker that steps through one program and is thrown away. All that the program reaches is in record/. */
import { closeExits } from "../exits";
import type { Answer, Asked, Question, Start } from "./messages";
import { prepare } from "./record/run";
import { Session } from "./replay/session";
import { stepsOf, type Steps } from "./steps";

closeExits();

let steps: Steps | undefined;

self.addEventListener("message", ({ data }: MessageEvent<Start | Asked>) => {
  if ("question" in data) void answer(data);
  else void begin(data);
});

async function begin({ wasm, given, sources }: Start): Promise<void> {
  try {
    const prepared = await prepare(wasm);
    if (typeof prepared === "string") {
      tell({ kind: "unfit", why: prepared });
      return;
    }
    steps = await stepsOf(new Session(prepared, given, sources));
    tell({ kind: "recorded", about: steps.about });
  } catch (error) {
    tell({ kind: "unfit", why: wordsOf(error) });
  }
}

async function answer({ id, question }: Asked): Promise<void> {
  try {
    if (steps) tell({ kind: "answered", id, answer: await ask(steps, question) });
  } catch (error) {
    tell({ kind: "failed", id, why: wordsOf(error) });
  }
}

function ask(of: Steps, question: Question): ReturnType<Steps["moment"] | Steps["moved"] | Steps["writers"] | Steps["questions"]> {
  switch (question.kind) {
    case "moment":
      return of.moment(question.at);
    case "moved":
      return of.moved(question.move, question.from);
    case "writers":
      return of.writers(question.path, question.at);
    case "questions":
      return of.questions(question.round);
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function tell(said: Answer): void {
  self.postMessage(said);
}
