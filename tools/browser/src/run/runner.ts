/** Compiles a program and runs it, and has all of that shown. */
import { compiler, type Diagnostic, type Made, type Progress, type Said } from "../clang/client";
import { buildOptions, checkOptions, hasMain } from "./command";
import { compare } from "./compare";
import { element, megabytes } from "./dom";
import { execute, type Running } from "./execute";
import { isWebAssembly, textOf } from "./fitness";
import type { Stepper } from "../step/open";
import type { Around as Watched, StepView } from "../step/view/view";
import { fileUrl } from "../files";
import { lacks } from "./lacks";
import type { GoTo } from "./listing";
import type { Ended } from "./messages";
import type { Output } from "./output";
import { isOriginal, words, type Edit, type Program } from "./program";
import { roomFor } from "./statics";
import { asDiagnostic } from "./undefined";
import { unclosed } from "./words";

/** How long something may take before it is said that it does, in milliseconds. */
const LONG = 5000;
const NOTE = "It stays on your machine, and nothing is sent anywhere.";

/** What the runner asks of the figure. */
export interface Around {
  readonly goTo: GoTo;
  /** Marks lines in the editor. */
  readonly mark: (diagnostics: readonly Diagnostic[]) => void;
  /** The field for standard input. */
  readonly input: () => HTMLElement;
  /** Runs the same once more, with UBSan. */
  readonly check: () => void;
  /** Steps through it: the recording tells of mistakes with memory. */
  readonly memory: () => void;
}

export class Runner {
  readonly progress = element("progress", { className: "cw-run__progress", hidden: true });
  readonly note = element("p", { className: "cw-run__note", hidden: true, textContent: NOTE });
  #running: Running | undefined;
  #stepper: Stepper | undefined;
  #marked: readonly Diagnostic[] = [];
  #isBusy = false;

  constructor(
    readonly program: Program,
    readonly output: Output,
    readonly around: Around,
  ) {}

  get isBusy(): boolean {
    return this.#isBusy;
  }

  /** Compiles `edit`, and runs it if there is a main function. */
  run(edit: Edit): Promise<void> {
    return this.#work(() => this.#make(edit));
  }

  /** Records a run of `edit` and shows it in `place`, to be stepped through; undefined if there is nothing to show. */
  async step(edit: Edit, place: HTMLElement, watched: Watched): Promise<StepView | undefined> {
    let view: StepView | undefined;
    await this.#work(async () => (view = await this.#record(edit, place, watched)));
    return view;
  }

  /** Gives the recording up, if there is one. */
  forget(): void {
    this.#stepper?.close();
    this.#stepper = undefined;
  }

  async #work(work: () => Promise<unknown>): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.output.clear();
    this.output.start();
    try {
      await this.load();
      await work();
    } catch (error) {
      this.output.status(error instanceof Error ? error.message : String(error), "bad");
    } finally {
      this.#isBusy = false;
      this.#running = undefined;
      this.output.stop();
    }
  }

  /** Ends the program, or the compiler if it is at work. */
  stop(): void {
    if (this.#running) this.#running.stop();
    else if (this.#isBusy) {
      this.#stepper?.stop();
      compiler().stop(this);
    }
  }

  /** Fetches and starts the compiler, and shows how far that is. */
  async load(): Promise<void> {
    const loader = compiler();
    if (loader.isWarm) return;
    const isKept = await loader.isKept();
    const what = isKept ? "Starting the compiler" : `Fetching the compiler, ${megabytes(loader.size)}, once`;
    const before = this.output.said;
    this.output.status(`${what} …`);
    this.progress.hidden = false;
    this.progress.removeAttribute("value");
    this.progress.setAttribute("aria-label", what);
    this.note.hidden = isKept;
    const progress = ({ done, total }: Progress): void => {
      this.progress.max = total;
      this.progress.value = done;
    };
    try {
      await loader.load(progress, this);
    } finally {
      this.output.status(...before);
      this.progress.hidden = true;
      this.note.hidden = true;
    }
  }

  /** What clang says of a text, without running it. */
  look(edit: Edit): Promise<Made> {
    return compiler().look(edit.files, this.program.units, { std: edit.std, options: checkOptions(edit), owner: this });
  }

  async #make(edit: Edit): Promise<void> {
    const { output, program } = this;
    const fault = unclosed(edit);
    if (fault) {
      output.status(fault, "bad");
      return;
    }
    const text = Object.values(edit.files).join("\n");
    const runs = program.runs || hasMain(text);
    output.status("Compiling …");
    const started = performance.now();
    const slow = window.setTimeout(() => output.status("Compiling … It takes long; Stop ends it."), LONG);
    const made = await (runs ? this.#build(edit) : this.look(edit)).finally(() => clearTimeout(slow));
    this.#told(made);
    if (!made.ok) {
      output.status("It does not compile.", "bad");
      if (program.runs && program.differs && isOriginal(edit, program)) output.declared(program.differs);
      else output.lacks(lacks(text));
      return;
    }
    const took = Math.round(performance.now() - started);
    output.made(made.stdout);
    if (!runs) output.status(`It compiles (${took} ms). There is no main function, so nothing is run.`, "good");
    else if (made.made && isWebAssembly(made.made)) await this.#execute(made.made, edit);
    else {
      output.status("With these options clang makes no program, so nothing is run.", "good");
      output.made(textOf(made.made ?? new Uint8Array()));
    }
  }

  async #record(edit: Edit, place: HTMLElement, watched: Watched): Promise<StepView | undefined> {
    const { output, program } = this;
    const fault = unclosed(edit);
    if (fault) {
      output.status(fault, "bad");
      return undefined;
    }
    const { Stepper } = (await import(fileUrl("step.js"))) as typeof import("../step/open");
    this.forget();
    place.replaceChildren();
    this.#stepper = new Stepper(async ({ units, options, more }) => {
      const room = await roomFor(edit, program.units, this);
      const made = await compiler().build(edit.files, units, { std: edit.std, options: [...room, ...options], owner: this }, more);
      this.#told(made);
      return made;
    });
    output.status("Recording each step …");
    const view = await this.#stepper.open({ edit, units: program.units, args: [this.#name, ...words(edit.args)], ...watched }, place);
    if (typeof view === "object") return view;
    if (view === undefined) output.status("Stopped.");
    else output.status(view, "bad");
    return undefined;
  }

  /** What the program is called. */
  get #name(): string {
    return this.program.name.replace(/^.*\//, "").replace(/\.\w+$/, "");
  }

  async #execute(wasm: Uint8Array<ArrayBuffer>, edit: Edit): Promise<void> {
    const { output } = this;
    output.status("Running …");
    const started = performance.now();
    const text = Object.values(edit.files).join("\n");
    const slow = window.setTimeout(() => {
      output.status("Still running. Stop ends it.");
      output.lacks(lacks(text));
    }, LONG);
    const { stdin, files } = edit;
    this.#running = execute({ wasm, args: [this.#name, ...words(edit.args)], stdin, files }, (stream, said) => output.wrote(stream, said));
    const ended = await this.#running.ended.finally(() => clearTimeout(slow));
    const comparison = compare(this.program, edit, output.stdout, ended.end);
    output.ended(ended.end, comparison, performance.now() - started, edit.ubsan);
    this.#found(ended, edit);
    if (comparison.kind === "same") return;
    output.lacks(lacks(text));
    if (stdin !== "" || ended.isStarved) output.input(this.around.input(), stdin === "");
    const isOther = comparison.kind === "other" || (!isOriginal(edit, this.program) && ended.end.kind === "exited");
    // Whether it may be relied on is the next question; UBSan and the stepper see different mistakes.
    if (isOther && !edit.ubsan) output.offer("Check it for undefined behaviour", this.around.check);
    if (isOther && this.program.runs) output.offer("Check its memory", this.around.memory);
  }

  /** Shows and marks what was found while the program ran. */
  #found({ end, nulls }: Ended, { files }: Edit): void {
    const used = nulls.first.map((one): Diagnostic => ({ ...asDiagnostic(one, files), severity: "warning" }));
    this.output.nulls(used, nulls.more, this.around.goTo);
    if (used.length > 0) this.#mark([...this.#marked, ...used]);
    if (end.kind !== "undefined") return;
    const found = asDiagnostic(end.at, files);
    this.output.undefined(found, Object.hasOwn(this.program.files, found.file) ? this.around.goTo : undefined);
    this.#mark([...this.#marked, found]);
  }

  async #build(edit: Edit): Promise<Made> {
    const { units } = this.program;
    const options = [...(await roomFor(edit, units, this)), ...buildOptions(edit)];
    return compiler().build(edit.files, units, { std: edit.std, options, owner: this });
  }

  #told(said: Said): void {
    this.output.compiler(said.text, said.diagnostics, this.around.goTo);
    this.#mark(said.diagnostics);
  }

  #mark(diagnostics: readonly Diagnostic[]): void {
    this.#marked = diagnostics;
    this.around.mark(diagnostics);
  }
}
