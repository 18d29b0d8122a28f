/** Steps through a program of a page: compiles it for that, records it, and shows the recording. */
import type { Made } from "../clang/client";
import { fileUrl } from "../files";
import type { Edit } from "../run/program";
import { Recorder } from "./client";
import { wanted, type Wanted } from "./hooks/options";
import { StepView, type Around } from "./view/view";

/** What is stepped through, and what it is given. */
export interface Stepped extends Around {
  readonly edit: Edit;
  readonly units: readonly string[];
  /** Its name, then its arguments. */
  readonly args: readonly string[];
}

export class Stepper {
  #recorder: Recorder | undefined;
  #view: StepView | undefined;

  /** `build` has the page's compiler make the program: this script is bundled apart from the page's others. */
  constructor(readonly build: (wanted: Wanted) => Promise<Made>) {}

  /** Shows the recording in the container; a sentence if there is none, undefined if it was stopped. */
  async open({ edit, units, args, ...around }: Stepped, container: HTMLElement): Promise<StepView | string | undefined> {
    const made = await this.build(wanted(edit, units));
    if (!made.ok) return "It does not compile.";
    if (!made.made) return "With these options clang makes no program, so nothing can be stepped through.";
    this.#recorder = new Recorder();
    const [steps] = await Promise.all([this.#recorder.record({ wasm: made.made, given: { args, stdin: edit.stdin, files: edit.files }, sources: edit.files }), styled()]);
    if (steps === undefined || typeof steps === "string") {
      this.close();
      return steps;
    }
    this.#view = new StepView(steps, container, { name: args[0] ?? "", sources: edit.files, ...around });
    return this.#view;
  }

  /** Ends the recording, if one is being made. */
  stop(): void {
    this.#recorder?.stop();
  }

  /** Gives the recording up. */
  close(): void {
    this.#view?.root.remove();
    this.#recorder?.stop();
    this.#recorder = undefined;
  }
}

let sheet: Promise<void> | undefined;

/** Settles when the view's style sheet is there, or cannot be had: then it is plain. */
function styled(): Promise<void> {
  return (sheet ??= new Promise((resolve) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: fileUrl("step.css"), onload: () => resolve(), onerror: () => resolve() });
    document.head.append(link);
  }));
}
