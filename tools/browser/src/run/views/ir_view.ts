/** LLVM IR of the edited text without the optimiser and at the reader's level, function by function, side by side. */
import { compiler, isCpp } from "../../clang/client";
import { readable } from "../../clang/diagnostics";
import { element } from "../dom";
import type { Edit } from "../program";
import { functionsOf, volatiles, type IrFunction } from "./ir";
import { isTheirs, readableNames } from "./names";
import { codeOptions, forTarget, MOST_LINES, unitOf, type Source, type View } from "./view";

/** Without the optimiser, and what is shown beside it where the reader has chosen that as well. */
const FIRST = "-O0";
const SECOND = "-O2";
const TARGET = "x86_64-linux-gnu";
const OUTPUT = "a.ll";
const INTRO =
  "What clang makes of the text for x86-64 before it chooses machine instructions. " +
  "Lines that load or store a volatile object are marked. The optimiser leaves out no such access; " +
  "it may write one in several lines, as it does at the start and at the end of a loop. The numbers count lines.";
interface Module {
  readonly level: string;
  readonly functions: readonly IrFunction[];
  readonly said: string;
}

export class IrView implements View {
  readonly name = "LLVM IR";
  readonly root = element("div", { className: "cw-ir" });
  readonly #source: Source;
  readonly #working = element("p", { textContent: "clang is at work …" });
  /** Counts the questions, so that the answer to an older one is dropped. */
  #asked = 0;

  constructor(source: Source) {
    this.#source = source;
    this.#working.setAttribute("role", "status");
  }

  async show(): Promise<void> {
    const asked = ++this.#asked;
    this.root.prepend(this.#working);
    const edit = this.#source.edit();
    const modules: Module[] = [];
    for (const level of [FIRST, edit.level === FIRST ? SECOND : edit.level]) modules.push(await this.#compile(edit, level));
    if (asked !== this.#asked) return;
    const broken = modules.find(({ functions, said }) => functions.length === 0 && said !== "");
    if (broken) {
      this.fail(broken.said);
      return;
    }
    const names = [...new Set(modules.flatMap(({ functions }) => functions.map(({ name }) => name)))];
    const readable = await readableNames(names, isCpp(edit.std));
    if (asked !== this.#asked) return;
    const own = names.filter((name) => !isTheirs(readable.get(name) ?? name));
    const parts = own.map((name) => row(readable.get(name) ?? name, name, modules));
    const none = element("p", { textContent: "The text defines no function." });
    this.root.replaceChildren(element("p", { textContent: INTRO }), ...(parts.length > 0 ? parts : [none]));
  }

  fail(message: string): void {
    this.root.replaceChildren(
      element("p", { className: "is-bad", textContent: "clang makes no IR of this text:" }),
      element("pre", { tabIndex: 0, textContent: message }),
    );
  }

  async #compile(edit: Edit, level: string): Promise<Module> {
    const exceptions = isCpp(edit.std) ? ["-fexceptions", "-fcxx-exceptions"] : [];
    const args = [...forTarget(TARGET, edit.std), ...codeOptions(edit), ...exceptions, level, "-w"];
    const make = ["-S", "-emit-llvm", "-fno-discard-value-names", unitOf(this.#source), "-o", OUTPUT];
    const ran = await compiler().clang([...args, ...make], edit.files, isCpp(edit.std) ? "clang++" : "clang");
    const made = ran.files[OUTPUT];
    const text = made instanceof Uint8Array ? new TextDecoder().decode(made) : "";
    return { level, functions: functionsOf(text), said: readable(ran.stderr).trim() };
  }
}

function row(shown: string, name: string, modules: readonly Module[]): HTMLElement {
  const found = modules.map(({ functions }) => functions.find((one) => one.name === name));
  const counts = found.map((one, index) => `${volatiles(one)} at ${modules[index]?.level}`).join(", ");
  const kept = found.some((one) => volatiles(one) > 0) ? ` · lines with volatile accesses: ${counts}` : "";
  const columns = found.map((one, index) => column(one, shown, modules[index]?.level ?? ""));
  return element(
    "section",
    { className: "cw-ir__function" },
    element("p", { className: "cw-ir__name" }, element("code", { textContent: shown }), element("span", { textContent: kept })),
    element("div", { className: "cw-ir__columns" }, ...columns),
  );
}

function column(one: IrFunction | undefined, shown: string, level: string): HTMLElement {
  const lines: (Node | string)[] | undefined = one?.lines.slice(0, MOST_LINES).map(({ text, isVolatile }) => {
    return element("span", { className: isVolatile ? "cw-ir__volatile" : "", textContent: `${text}\n` });
  });
  const more = (one?.lines.length ?? 0) - MOST_LINES;
  if (more > 0) lines?.push(`; … and ${more.toLocaleString("en")} more lines`);
  const code = element("pre", { tabIndex: 0 }, ...(lines ?? ["; nothing is left of it here"]));
  code.setAttribute("aria-label", `${shown} at ${level}`);
  return element("div", {}, element("p", { className: "cw-ir__level", textContent: level }), code);
}
