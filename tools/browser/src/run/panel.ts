/** The panel under a program: editor, settings, what comes out, and views of the edited text. */
import { compiler, isCpp, type Diagnostic, type Made, type Progress, type Said } from "../clang/client";
import { buildOptions, checkOptions, hasMain } from "./command";
import { compare } from "./compare";
import { Controls } from "./controls";
import { button, element, megabytes } from "./dom";
import { Editor } from "./editor";
import { execute, type Running } from "./execute";
import { isWebAssembly, textOf } from "./fitness";
import { Output, type GoTo } from "./output";
import { asInFiles, isOriginal, lineNumbers, original, words, type Edit, type Program } from "./program";
import { fragmentOf } from "./share";
import { roomFor } from "./statics";
import { Tabs } from "./tabs";
import { asDiagnostic } from "./undefined";
import { views, type View } from "./views/all";
import { unclosed } from "./words";

/** How long the reader has to rest before the text is looked at, in milliseconds. */
const REST = 400;
/** How long a compilation may take before it is said that it does, in milliseconds. */
const LONG = 5000;
const HINT = "Ctrl+Enter runs it. Tab leaves the editor; Ctrl+] and Ctrl+[ indent.";
const HINT_COMPILE = "Ctrl+Enter compiles it. Tab leaves the editor; Ctrl+] and Ctrl+[ indent.";

export class Panel {
  readonly root: HTMLElement;
  readonly #program: Program;
  readonly #editor: Editor;
  readonly #controls: Controls;
  readonly #output: Output;
  readonly #go: HTMLButtonElement;
  readonly #stop: HTMLButtonElement;
  readonly #progress = element("progress", { className: "cw-run__progress", hidden: true });
  readonly #note = element("p", { className: "cw-run__note" });
  readonly #views: readonly View[];
  readonly #tabs: Tabs;
  readonly #closed: () => void;
  #files: Record<string, string>;
  #file: string;
  #running: Running | undefined;
  #busy = false;
  #marked: readonly Diagnostic[] = [];
  #resting: number | undefined;
  /** Counts changes, so that answers about an older text are recognised. */
  #version = 0;

  constructor(program: Program, edit: Edit, closed: () => void) {
    this.#program = program;
    this.#closed = closed;
    this.#files = { ...edit.files };
    this.#file = program.shown;
    this.#output = new Output(Object.keys(edit.files));
    const verb = program.runs ? "Run" : "Compile";
    this.root = element("section", { className: "cw-run" });
    this.root.setAttribute("aria-label", `Edit and ${verb.toLowerCase()} ${program.name}`);

    const place = element("div", { className: "cw-run__editor" });
    this.#editor = new Editor(place, this.#file, this.#files[this.#file] ?? "", this.#label(), {
      changed: (text) => this.#changed(text),
      run: () => void this.run(),
      numbers: (text) => lineNumbers(program, this.#file, text),
    });
    this.#controls = new Controls(edit, program.runs, () => this.#changed(this.#editor.text));
    this.#go = button(verb, "cw-button cw-button--main", () => void this.run());
    this.#stop = button("Stop", "cw-button", () => this.stop());
    this.#stop.hidden = true;
    const source = { edit: () => asInFiles(program, this.edit), file: () => this.#file, editor: this.#editor, units: program.units };
    this.#views = views(source);
    const output = element("div", {}, this.#output.root);
    this.#tabs = new Tabs("What the compiler makes of it", [
      { name: "Output", panel: output },
      ...this.#views.map((view) => ({ name: view.name, panel: view.root, shown: () => void this.#show(view) })),
    ]);
    this.root.append(
      ...this.#fileChoice(),
      place,
      element("p", { className: "cw-run__hint", textContent: program.runs ? HINT : HINT_COMPILE }),
      this.#controls.root,
      element(
        "div",
        { className: "cw-run__buttons" },
        this.#go,
        this.#stop,
        button("Reset", "cw-button", () => this.reset()),
        button("Copy link", "cw-button", () => void this.#share()),
        button("Close", "cw-button", () => this.close()),
      ),
      this.#note,
      this.#progress,
      this.#tabs.list,
      output,
      ...this.#views.map((view) => view.root),
    );
    void this.#sayWhatComes();
  }

  /** The program as it stands in the panel. */
  get edit(): Edit {
    return { files: { ...this.#files }, ...this.#controls.get() };
  }

  focus(): void {
    this.#editor.focus();
  }

  /** Says something above the output, such as that a link could not be read. */
  say(text: string): void {
    this.#output.status(text, "bad");
  }

  /** Compiles the text, and runs it if there is a main function. */
  async run(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    // A look at the same text that is on its way would take the run's marks away.
    clearTimeout(this.#resting);
    this.#version++;
    this.#tabs.choose(0, false);
    this.#output.clear();
    this.#stop.hidden = false;
    try {
      await this.#load();
      await this.#make();
    } catch (error) {
      this.#output.status(error instanceof Error ? error.message : String(error), "bad");
    } finally {
      this.#busy = false;
      this.#running = undefined;
      if (document.activeElement === this.#stop) this.#go.focus();
      this.#stop.hidden = true;
      this.#progress.hidden = true;
    }
  }

  /** Ends the program, or the compiler if it is at work. */
  stop(): void {
    if (this.#running) this.#running.stop();
    else if (this.#busy) compiler().stop(this);
  }

  /** Goes back to the book's own text and settings. */
  reset(): void {
    this.stop();
    const start = original(this.#program);
    this.#files = { ...start.files };
    this.#controls.set(start);
    this.#editor.renew(this.#files[this.#file] ?? "");
    this.#output.clear();
    this.#output.status("This is the book's own text again.");
    this.#changed(this.#editor.text);
  }

  close(): void {
    this.stop();
    clearTimeout(this.#resting);
    this.#editor.close();
    this.root.remove();
    this.#closed();
  }

  async #load(): Promise<void> {
    const loader = compiler();
    if (loader.isWarm) return;
    const kept = await loader.isKept();
    const what = kept ? "Starting the compiler" : `Fetching the compiler, ${megabytes(loader.size)}, once`;
    const before = this.#output.said;
    this.#output.status(`${what} …`);
    this.#progress.hidden = false;
    this.#progress.setAttribute("aria-label", what);
    const progress = ({ done, total }: Progress): void => {
      this.#progress.max = total;
      this.#progress.value = done;
    };
    try {
      await loader.load(progress, this);
      this.#note.hidden = true;
    } finally {
      this.#output.status(...before);
      this.#progress.hidden = true;
    }
  }

  async #make(): Promise<void> {
    const edit = this.edit;
    const fault = unclosed(edit);
    if (fault) {
      this.#output.status(fault, "bad");
      return;
    }
    const runs = this.#program.runs || hasMain(Object.values(edit.files).join("\n"));
    this.#output.status("Compiling …");
    const started = performance.now();
    const slow = window.setTimeout(() => this.#output.status("Compiling … It takes long; Stop ends it."), LONG);
    const made = await (runs ? this.#build(edit) : this.#look(edit)).finally(() => clearTimeout(slow));
    this.#told(made);
    if (!made.ok) {
      this.#output.status("It does not compile.", "bad");
      const { runs: ran, differs } = this.#program;
      if (ran && differs && isOriginal(edit, this.#program)) this.#output.declared(differs);
      return;
    }
    const took = Math.round(performance.now() - started);
    this.#output.made(made.stdout);
    if (!runs) this.#output.status(`It compiles (${took} ms). There is no main function, so nothing is run.`, "good");
    else if (made.made && isWebAssembly(made.made)) await this.#execute(made.made, edit);
    else this.#unlinked(made.made);
  }

  /** Shows what clang made where the options ask it for something else than a program. */
  #unlinked(made: Uint8Array | undefined): void {
    this.#output.status("With these options clang makes no program, so nothing is run.", "good");
    this.#output.made(textOf(made ?? new Uint8Array()));
  }

  async #execute(wasm: Uint8Array<ArrayBuffer>, edit: Edit): Promise<void> {
    this.#output.status("Running …");
    const started = performance.now();
    const name = this.#program.name.replace(/^.*\//, "").replace(/\.\w+$/, "");
    const args = [name, ...words(edit.args)];
    this.#running = execute({ wasm, args, stdin: edit.stdin, files: edit.files }, (stream, text) =>
      this.#output.wrote(stream, text),
    );
    const end = await this.#running.ended;
    const comparison = compare(this.#program, edit, this.#output.stdout, end);
    this.#output.ended(end, comparison, performance.now() - started, edit.ubsan);
    const { files } = asInFiles(this.#program, edit);
    const nulls = this.#running.nulls.map((one): Diagnostic => ({ ...asDiagnostic(one, files), severity: "warning" }));
    this.#output.nulls(nulls, this.#goTo);
    if (nulls.length > 0) this.#mark([...this.#marked, ...nulls]);
    if (end.kind !== "undefined") return;
    const found = asDiagnostic(end.at, files);
    this.#output.undefined(found, found.file in edit.files ? this.#goTo : undefined);
    this.#mark([...this.#marked, found]);
  }

  async #build(edit: Edit): Promise<Made> {
    const { units } = this.#program;
    const sources = asInFiles(this.#program, edit);
    const options = [...(await roomFor(sources, units, this)), ...buildOptions(edit)];
    return compiler().build(sources.files, units, { std: edit.std, options, owner: this });
  }

  #look(edit: Edit): Promise<Made> {
    const { files } = asInFiles(this.#program, edit);
    return compiler().look(files, this.#program.units, { std: edit.std, options: checkOptions(edit), owner: this });
  }

  #told(said: Said): void {
    this.#output.compiler(said.text, said.diagnostics, this.#goTo);
    this.#mark(said.diagnostics);
  }

  readonly #goTo: GoTo = (file, line) => {
    this.#open(file);
    this.#editor.goTo(line);
  };

  /** Marks the lines of the file that is shown; those of the others are marked when they are. */
  #mark(diagnostics: readonly Diagnostic[]): void {
    this.#marked = diagnostics;
    this.#editor.mark(diagnostics.filter(({ file }) => file === this.#file));
  }

  #changed(text: string): void {
    this.#files[this.#file] = text;
    this.#version++;
    clearTimeout(this.#resting);
    // Looking at the text costs nothing only once the compiler is there: it is not fetched for this.
    if (compiler().isWarm) this.#resting = window.setTimeout(() => void this.#rested(), REST);
  }

  async #rested(): Promise<void> {
    if (this.#busy) return;
    const version = this.#version;
    const said = await this.#look(this.edit).catch(() => undefined);
    if (!said || version !== this.#version) return;
    this.#mark(said.diagnostics);
    const view = this.#views[this.#tabs.now - 1];
    if (view) await this.#show(view);
  }

  async #show(view: View): Promise<void> {
    try {
      await this.#load();
      await view.show();
    } catch (error) {
      view.fail(error instanceof Error ? error.message : String(error));
    }
  }

  #open(file: string): void {
    if (file === this.#file || !(file in this.#files)) return;
    this.#file = file;
    this.#editor.show(file, this.#files[file] ?? "", this.#label());
    this.#mark(this.#marked);
    const view = this.#views[this.#tabs.now - 1];
    if (view) void this.#show(view);
    for (const choice of this.root.querySelectorAll<HTMLButtonElement>(".cw-run__file")) {
      choice.setAttribute("aria-pressed", String(choice.textContent === file));
    }
  }

  #fileChoice(): HTMLElement[] {
    const names = Object.keys(this.#files);
    if (names.length < 2) return [];
    const choices = names.map((name) => {
      const choice = button(name, "cw-run__file", () => this.#open(name));
      choice.setAttribute("aria-pressed", String(name === this.#file));
      return choice;
    });
    const group = element("div", { className: "cw-run__files" }, ...choices);
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", "Files");
    return [group];
  }

  #label(): string {
    return `${this.#file}, ${isCpp(this.#program.std) ? "C++" : "C"}, editable`;
  }

  async #share(): Promise<void> {
    const address = new URL(location.href);
    try {
      address.hash = await fragmentOf(this.#program, this.edit);
    } catch (error) {
      this.#output.status(error instanceof Error ? error.message : String(error), "bad");
      return;
    }
    history.replaceState(history.state, "", address);
    try {
      await navigator.clipboard.writeText(address.href);
      this.#output.status("The link to this text is in the clipboard.", "good");
    } catch {
      this.#output.status("The link to this text stands in the address bar.", "good");
    }
  }

  async #sayWhatComes(): Promise<void> {
    if (await compiler().isKept()) return;
    const size = megabytes(compiler().size);
    this.#note.textContent = `The first use fetches a compiler, ${size}, and keeps it on your machine. Nothing is sent anywhere.`;
  }
}
