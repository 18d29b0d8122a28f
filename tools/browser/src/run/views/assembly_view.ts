/** The edited text as instructions of a processor that the reader chooses, at the reader's level, each tied to its line. */
import { assembler } from "../../assembler/client";
import { isCpp } from "../../clang/client";
import { readable } from "../../clang/diagnostics";
import { button, element, freshId, megabytes } from "../dom";
import type { Edit } from "../program";
import { assemblyOf, type AssemblyFunction, type AssemblyLine } from "./assembly";
import { readableNames, isTheirs } from "./names";
import { codeOptions, forTarget, MOST_LINES, unitOf, type Source, type View } from "./view";

/** Processors, with what clang is to know of each beside its name. */
const MACHINES = [
  { name: "x86-64", target: "x86_64-linux-gnu", options: [] },
  { name: "i386", target: "i386-linux-gnu", options: [] },
  { name: "ARM, 64 bits", target: "aarch64-linux-gnu", options: ["-mno-outline-atomics"] },
] as const;
type Machine = (typeof MACHINES)[number];

/** Lines for ties, and nothing that stands between instructions. */
const PLAIN = ["-w", "-gline-tables-only", "-fno-verbose-asm", "-fno-asynchronous-unwind-tables", "-fno-pic", "-fcf-protection=none"];
const OUTPUT = "a.s";
/** How many bands of colour the style sheet has. */
const BANDS = 6;

export class AssemblyView implements View {
  readonly name = "Assembly";
  readonly root = element("div", { className: "cw-assembly" });
  readonly #source: Source;
  readonly #body = element("div");
  readonly #said = element("p");
  #machine: Machine = MACHINES[0];
  /** Whether the reader has asked for the large compiler. */
  #isWanted = false;
  /** The line that is marked. */
  #tied: string | undefined;
  /** Counts the questions, so that the answer to an older one is dropped. */
  #asked = 0;

  constructor(source: Source) {
    this.#source = source;
    this.#said.setAttribute("role", "status");
    const name = freshId("cw-processor");
    const choices = MACHINES.map((machine) => {
      const radio = element("input", { type: "radio", name, checked: machine === this.#machine });
      radio.addEventListener("change", () => {
        this.#machine = machine;
        void this.show().catch((error: unknown) => this.fail(String(error)));
      });
      return element("label", {}, radio, ` ${machine.name}`);
    });
    const legend = element("legend", { textContent: "Processor" });
    this.root.append(element("fieldset", { className: "cw-layout__machines" }, legend, ...choices), this.#said, this.#body);
    this.#body.addEventListener("pointerover", ({ target }) => {
      if (target instanceof Element) this.#tie(target.closest<HTMLElement>("[data-line]")?.dataset["line"]);
    });
    this.#body.addEventListener("pointerleave", () => this.#tie(undefined));
  }

  async show(): Promise<void> {
    if (!this.#isWanted && !assembler().isWarm && !(await assembler().isKept())) {
      this.#offer();
      return;
    }
    const asked = ++this.#asked;
    await this.#load();
    const edit = this.#source.edit();
    const machine = this.#machine;
    const made = await this.#assemble(edit, machine);
    if (asked !== this.#asked) return;
    if (typeof made === "string") {
      this.fail(made);
      return;
    }
    const names = await readableNames(made.map(({ name }) => name), isCpp(edit.std));
    if (asked !== this.#asked) return;
    const own = made.filter(({ name }) => !isTheirs(names.get(name) ?? name));
    this.#said.textContent =
      `This is what clang 23 makes of your text at ${edit.level} for ${machine.name}. Another compiler, such as gcc, ` +
      `may pick other instructions. The numbers are the lines in the editor that they come from.`;
    this.#draw(edit, own, names);
  }

  fail(message: string): void {
    this.#said.textContent = "There is no assembly of this text:";
    this.#body.replaceChildren(element("pre", { className: "is-bad", tabIndex: 0, textContent: message }));
  }

  #offer(): void {
    const size = megabytes(assembler().size);
    this.#said.textContent =
      `Assembly needs a larger compiler, a clang for x86 and ARM: ${size}, fetched once and kept on your machine. ` +
      `LLVM IR, in the next tab, needs no download.`;
    const fetch = button("Fetch it", "cw-button", () => {
      this.#isWanted = true;
      void this.show().catch((error: unknown) => this.fail(error instanceof Error ? error.message : String(error)));
    });
    this.#body.replaceChildren(fetch);
  }

  async #load(): Promise<void> {
    if (assembler().isWarm) return;
    const bar = element("progress", { className: "cw-run__progress" });
    bar.setAttribute("aria-label", "Fetching the compiler");
    this.#said.textContent = "Starting clang for x86 and ARM …";
    this.#body.replaceChildren(bar);
    try {
      await assembler().load(({ done, total }) => {
        bar.max = total;
        bar.value = done;
      });
    } finally {
      bar.remove();
    }
  }

  /** The functions, or what clang says if it makes none. */
  async #assemble(edit: Edit, { target, options }: Machine): Promise<AssemblyFunction[] | string> {
    const unit = unitOf(this.#source);
    const exceptions = isCpp(edit.std) ? ["-fexceptions", "-fcxx-exceptions"] : [];
    const what = ["-resource-dir", "/usr", ...forTarget(target, edit.std), ...options, ...codeOptions(edit), ...exceptions, edit.level];
    const args = [...what, ...PLAIN, "-S", unit, "-o", OUTPUT];
    const ran = await assembler().clang(args, edit.files, isCpp(edit.std) ? "clang++" : "clang");
    const made = ran.files[OUTPUT];
    if (!(made instanceof Uint8Array)) return readable(ran.stderr).trim() || "clang said nothing.";
    return assemblyOf(new TextDecoder().decode(made), unit);
  }

  #draw(edit: Edit, functions: readonly AssemblyFunction[], names: ReadonlyMap<string, string>): void {
    const used = new Set(functions.flatMap(({ lines }) => lines.flatMap(({ source }) => source ?? [])));
    const numbers = [...used].sort((one, other) => one - other);
    const band = (line: number | undefined): string =>
      line === undefined ? "" : `cw-tie-${(numbers.indexOf(line) % BANDS) + 1}`;
    const text = (edit.files[unitOf(this.#source)] ?? "").split("\n");
    const source = numbers.map((line) => row(text[line - 1] ?? "", line, `cw-ins ${band(line)}`));
    const nothing = element("p", { textContent: "The text defines no function, or nothing is left of any." });
    const columns = functions.map(({ name, lines }) => {
      const rows = lines.map((one) => row(one.text, one.source, kind(one, band(one.source))));
      const count = lines.filter(({ isInstruction }) => isInstruction).length;
      return column(names.get(name) ?? name, `${count} instruction${count === 1 ? "" : "s"}`, rows);
    });
    const code = element("div", { className: "cw-assembly__functions" }, ...(columns.length > 0 ? columns : [nothing]));
    const lines = source.length > 0 ? [column("The text", "lines that became instructions", source)] : [];
    for (const one of lines) one.addEventListener("keydown", (event) => this.#walk(event, numbers.map(String)));
    this.#body.replaceChildren(element("div", { className: "cw-assembly__columns" }, ...lines, code));
    this.#tie(this.#tied);
  }

  /** Marks a line and everything that comes from it. */
  #tie(line: string | undefined): void {
    this.#tied = line;
    for (const part of this.#body.querySelectorAll<HTMLElement>("[data-line]")) {
      part.classList.toggle("is-tied", part.dataset["line"] === line);
    }
  }

  /** Goes from line to line by the arrow keys, as in the book's own figures. */
  #walk(event: KeyboardEvent, lines: readonly string[]): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = this.#tied === undefined ? (step > 0 ? -1 : 0) : lines.indexOf(this.#tied);
    this.#tie(lines[(at + step + lines.length) % lines.length]);
  }
}

function kind({ isInstruction }: AssemblyLine, band: string): string {
  return `cw-ins ${isInstruction ? band : "cw-ins--label"}`;
}

function row(text: string, line: number | undefined, className: string): HTMLElement {
  const made = element("span", { className, textContent: text });
  if (line !== undefined) made.dataset["line"] = String(line);
  return made;
}

function column(name: string, count: string, rows: readonly HTMLElement[]): HTMLElement {
  const title = element("p", { className: "cw-asm__name" }, element("code", { textContent: name }), " ");
  title.append(element("span", { className: "cw-asm__count", textContent: count }));
  const shown: (Node | string)[] = rows.slice(0, MOST_LINES).flatMap((one) => [one, "\n"]);
  const more = rows.length - MOST_LINES;
  if (more > 0) shown.push(`… and ${more.toLocaleString("en")} more lines`);
  const code = element("code", {}, ...shown);
  const scroll = element("div", { className: "cw-asm__scroll", tabIndex: 0 }, element("pre", {}, code));
  scroll.setAttribute("role", "group");
  scroll.setAttribute("aria-label", name);
  return element("section", { className: "cw-asm__run" }, title, scroll);
}
