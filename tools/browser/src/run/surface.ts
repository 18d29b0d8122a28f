/** Where a program's text is: the figure's own code, and the editor in its place once the text is to be changed. */
import { isCpp, type Diagnostic } from "../clang/client";
import { cuts, type Cut } from "./cuts";
import { button, element } from "./dom";
import type { Covered, Editor, Part, Shown } from "./editor";
import type { Edit, Program } from "./program";

/** What the editor asks of the figure. */
export interface Asked {
  readonly changed: (file: string, text: string) => void;
  readonly run: () => void;
  readonly left: () => void;
  readonly covered: () => Covered;
  readonly pointed: (part: Part) => Promise<string | undefined>;
  /** Another file is shown. */
  readonly turned: () => void;
}

/** How the editor is to be opened. */
export interface Opening {
  /** Whether it takes the focus. */
  readonly focus: boolean;
  /** Where the code was clicked. */
  readonly at?: { readonly clientX: number; readonly clientY: number };
}

export class Surface {
  readonly #figure: HTMLElement;
  readonly #code: HTMLElement;
  readonly #place = element("div", { className: "cw-editor highlight", hidden: true });
  readonly #files = element("div", { className: "cw-files", hidden: true, role: "group" });
  readonly #cut: Cut;
  #editor: Editor | undefined;
  #loading: Promise<Editor> | undefined;
  #file: string;
  #marked: readonly Diagnostic[] = [];
  /** The version that is shown: its name, which tells apart histories, and its text. */
  #version: readonly [string, Edit];

  constructor(
    figure: HTMLElement,
    readonly program: Program,
    edit: Edit,
    readonly asked: Asked,
  ) {
    this.#figure = figure;
    this.#file = program.shown;
    this.#version = ["book", edit];
    this.#code = figure.querySelector<HTMLElement>(":scope > .cw-desk > .cw-program") ?? element("div");
    this.#cut = cutOf(this.#code, program);
    this.#files.setAttribute("aria-label", "Files");
    const names = Object.keys(program.files);
    if (names.length > 1) this.#files.append(...names.map((name) => button(name, "cw-run__file", () => this.turn(name))));
    // Below the text, which stays where it is.
    this.#code.after(this.#place, this.#files);
  }

  /** The file that is shown. */
  get file(): string {
    return this.#file;
  }

  get isOpen(): boolean {
    return !this.#place.hidden;
  }

  /** What is selected in the editor, or the expressions at its caret. */
  get expressions(): readonly Part[] {
    return this.isOpen ? (this.#editor?.expressions ?? []) : [];
  }

  /** Puts the editor in the code's place. */
  async open({ focus, at }: Opening): Promise<void> {
    const editor = await (this.#loading ??= this.#load());
    if (!this.isOpen) {
      editor.show(this.#shown());
      editor.mark(this.#marksHere());
      this.#swap(true);
    }
    if (at) editor.focusAt(at.clientX, at.clientY);
    else if (focus) editor.focus();
  }

  /** Has the caret seen, if somebody types. */
  reveal(): void {
    if (this.isOpen) this.#editor?.reveal();
  }

  /** Puts the figure's own code back, which is that of one file. */
  close(): void {
    this.#file = this.program.shown;
    this.#swap(false);
  }

  /** Shows a version; `name` tells its history from those of the others. */
  show(name: string, edit: Edit): void {
    this.#version = [name, edit];
    if (this.isOpen) this.#editor?.show(this.#shown());
  }

  /** Takes over what the reader typed, or puts it back: the same version has another text. */
  renew(edit: Edit): void {
    this.#version = [this.#version[0], edit];
    if (this.isOpen) this.#editor?.renew(this.#text());
  }

  /** Shows another of the program's files. */
  turn(file: string): void {
    if (file === this.#file || !Object.hasOwn(this.program.files, file)) return;
    this.#file = file;
    if (this.isOpen) this.#editor?.show(this.#shown());
    this.#press();
    this.mark(this.#marked);
    this.asked.turned();
  }

  /** Shows a line, in the editor. */
  async goTo(file: string, line: number): Promise<void> {
    this.turn(file);
    await this.open({ focus: true });
    this.#editor?.goTo(line);
  }

  /** Marks the lines of the file that is shown; those of the others are marked when they are. */
  mark(diagnostics: readonly Diagnostic[]): void {
    this.#marked = diagnostics;
    if (this.isOpen) this.#editor?.mark(this.#marksHere());
  }

  end(): void {
    this.#editor?.close();
  }

  async #load(): Promise<Editor> {
    const { Editor } = await import("./editor").catch((error: unknown) => {
      this.#loading = undefined;
      throw error;
    });
    const { covered, left, pointed, run } = this.asked;
    const changed = (text: string): void => this.#changed(text);
    this.#editor = new Editor(this.#place, this.#shown(), isCpp(this.program.std), { changed, covered, left, pointed, run });
    return this.#editor;
  }

  #changed(text: string): void {
    if (text === this.#text()) return;
    const [name, edit] = this.#version;
    this.#version = [name, { ...edit, files: { ...edit.files, [this.#file]: text } }];
    this.asked.changed(this.#file, text);
  }

  #swap(isOpen: boolean): void {
    this.#place.hidden = !isOpen;
    this.#code.hidden = isOpen;
    this.#files.hidden = !isOpen || this.#files.childElementCount === 0;
    this.#figure.classList.toggle("is-edited", isOpen);
    this.#press();
  }

  #press(): void {
    for (const choice of this.#files.querySelectorAll("button")) {
      choice.setAttribute("aria-pressed", String(choice.textContent === this.#file));
    }
  }

  #text(): string {
    return this.#version[1].files[this.#file] ?? "";
  }

  #shown(): Shown {
    const [version] = this.#version;
    const text = this.#text();
    const language = isCpp(this.program.std) ? "C++" : "C";
    const cut = this.#file === this.program.shown ? cuts(this.#cut, this.program.files[this.#file] ?? "", text) : { above: 0, below: 0 };
    return { key: `${version}/${this.#file}`, text, label: `${this.#file}, ${language}, editable`, cut };
  }

  #marksHere(): Diagnostic[] {
    return this.#marked.filter(({ file }) => file === this.#file);
  }
}

/** How many of the file's lines the figure leaves out, above and below. */
function cutOf(code: HTMLElement, program: Program): Cut {
  const rows = [...code.querySelectorAll<HTMLElement>(".cw-row")].map((row) => Number(row.dataset["line"]));
  const all = (program.files[program.shown] ?? "").replace(/\n$/, "").split("\n").length;
  return { above: Math.max((rows[0] ?? 1) - 1, 0), below: Math.max(all - (rows.at(-1) ?? all), 0) };
}
