/** Steps through a program of a page: compiles it for that, records it, and shows the recording. */
import type { Made } from "../clang/client";
import { fileUrl } from "../files";
import type { Edit } from "../run/program";
import { Recorder } from "./client";
import type { Story } from "./findings/story";
import { wanted, type Wanted } from "./hooks/options";
import { StepView, type Around } from "./view/view";

/** A program linked for the stepper, or a sentence on why there is none; how it is made, the page knows. */
type Build = (wanted: Wanted) => Promise<Made>;

async function linked(edit: Edit, units: readonly string[], build: Build): Promise<Uint8Array<ArrayBuffer> | string> {
  const made = await build(wanted(edit, units));
  if (!made.ok) return "It does not compile.";
  return made.made ?? "With these options clang makes no program, so nothing can be stepped through.";
}

/** What the stepper finds wrong with a run of all of an edit's files; or a sentence on why it cannot look. */
export async function mistakes(edit: Edit, build: Build): Promise<readonly Story[] | string> {
  const wasm = await linked(edit, Object.keys(edit.files), build);
  if (typeof wasm === "string") return wasm;
  const recorder = new Recorder();
  const steps = await recorder.record({ wasm, given: { args: [], stdin: edit.stdin, files: edit.files }, sources: edit.files });
  recorder.stop();
  if (steps === undefined || typeof steps === "string") return steps ?? "The run was stopped.";
  const { stories, isCapped } = steps.about;
  return stories.length === 0 && isCapped ? "It takes more steps than can be looked at here." : stories;
}

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
  constructor(readonly build: Build) {}

  /** Shows the recording in the container; a sentence if there is none, undefined if it was stopped. */
  async open({ edit, units, args, ...around }: Stepped, container: HTMLElement): Promise<StepView | string | undefined> {
    const wasm = await linked(edit, units, this.build);
    if (typeof wasm === "string") return wasm;
    this.#recorder = new Recorder();
    const [steps] = await Promise.all([this.#recorder.record({ wasm, given: { args, stdin: edit.stdin, files: edit.files }, sources: edit.files }), styled()]);
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
