/** A run that is recorded in a Worker of its own, as the page sees it. */
import { fileUrl } from "../files";
import type { Answer, Question, Start } from "./messages";
import type { Moment } from "./moment/model";
import type { RunQuestion } from "./questions/question";
import type { About, Move, Steps } from "./steps";
import type { Writers } from "./writers/writers";

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

export class Recorder {
  readonly #worker = new Worker(fileUrl("step-worker.js"), { type: "module", name: "stepper" });
  readonly #waiting = new Map<number, Waiting>();
  #next = 0;
  #stop: () => void = () => undefined;

  /** Records a run; a sentence if the program cannot be run, undefined if it was stopped before it ended. */
  record(start: Start): Promise<Steps | string | undefined> {
    return new Promise((resolve) => {
      this.#stop = () => resolve(undefined);
      this.#worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
        if (data.kind === "recorded") resolve(this.#steps(data.about));
        else if (data.kind === "unfit") resolve(data.why);
        else this.#answered(data);
      });
      this.#worker.addEventListener("error", ({ message }) => resolve(message || "The recording has failed."));
      this.#worker.postMessage(start);
    });
  }

  /** Ends it at once; what was asked is never answered. */
  stop(): void {
    this.#worker.terminate();
    this.#stop();
  }

  #steps(about: About): Steps {
    return {
      about,
      moment: (at: number) => this.#ask<Moment>({ kind: "moment", at }),
      moved: (move: Move, from: number) => this.#ask<number | undefined>({ kind: "moved", move, from }),
      writers: (path: string, at: number) => this.#ask<Writers | undefined>({ kind: "writers", path, at }),
      questions: (round: number) => this.#ask<readonly RunQuestion[]>({ kind: "questions", round }),
    };
  }

  #ask<Said>(question: Question): Promise<Said> {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, question });
    });
  }

  #answered(answer: Extract<Answer, { id: number }>): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (answer.kind === "failed") waiting?.reject(new Error(answer.why));
    else waiting?.resolve(answer.answer as never);
  }
}
