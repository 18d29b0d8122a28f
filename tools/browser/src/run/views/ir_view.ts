/** LLVM IR of the edited text at -O0 and -O2, function by function, side by side. */
import { compiler, isCpp } from "../../clang/client";
import { readable } from "../../clang/diagnostics";
import { element } from "../dom";
import { words, type Edit } from "../program";
import { functionsOf, volatiles, type IrFunction } from "./ir";
import { forTarget, unitOf, type Source, type View } from "./view";

const LEVELS = ["-O0", "-O2"] as const;
const TARGET = "x86_64-linux-gnu";
const OUTPUT = "a.ll";
/** What the C++ library and the compiler define by themselves. */
const THEIRS = /^(?:std::|void std::|__gnu|operator (?:new|delete)|__cxx_global|__clang|_GLOBAL__|non-virtual thunk|decltype|auto std::)/;
const INTRO =
  "What clang makes of the text for x86-64 before it chooses machine instructions. " +
  "Lines that load or store a volatile object are marked. The optimiser leaves out no such access; " +
  "it may write one in several lines, as it does at the start and at the end of a loop. The numbers count lines.";
/** Options that ask for something else than code, or for code of another processor. */
const OTHERWISE = /^-(?:[WO].*|f(?:sanitize|wasm|syntax-only|no-sanitize).*|m(?:exec-model|cpu|llvm).*|E|S|c|d[DIMNU]|M\w*|o.*|emit-.*|###|v|-?help|-?version|print-.*|s)$/;

interface Module {
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
    for (const level of LEVELS) modules.push(await this.#compile(edit, level));
    if (asked !== this.#asked) return;
    const broken = modules.find(({ functions, said }) => functions.length === 0 && said !== "");
    if (broken) {
      this.fail(broken.said);
      return;
    }
    const names = [...new Set(modules.flatMap(({ functions }) => functions.map(({ name }) => name)))];
    const readable = await readableNames(names, isCpp(edit.std));
    if (asked !== this.#asked) return;
    const own = names.filter((name) => !THEIRS.test(readable.get(name) ?? name));
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
    const options = words(edit.options).filter((word) => !OTHERWISE.test(word));
    const exceptions = isCpp(edit.std) ? ["-fexceptions", "-fcxx-exceptions"] : [];
    const args = [...forTarget(TARGET, edit.std), ...options, ...exceptions, level, "-w"];
    const make = ["-S", "-emit-llvm", "-fno-discard-value-names", unitOf(this.#source), "-o", OUTPUT];
    const ran = await compiler().clang([...args, ...make], edit.files, isCpp(edit.std) ? "clang++" : "clang");
    const made = ran.files[OUTPUT];
    const text = made instanceof Uint8Array ? new TextDecoder().decode(made) : "";
    return { functions: functionsOf(text), said: readable(ran.stderr).trim() };
  }
}

/** The names as C++ spells them. */
async function readableNames(names: readonly string[], cpp: boolean): Promise<Map<string, string>> {
  if (!cpp || names.length === 0) return new Map();
  const ran = await compiler().clang(names, {}, "c++filt");
  const lines = ran.stdout.split("\n");
  return new Map(names.map((name, index) => [name, lines[index] || name]));
}

function row(shown: string, name: string, modules: readonly Module[]): HTMLElement {
  const found = modules.map(({ functions }) => functions.find((one) => one.name === name));
  const counts = found.map((one, index) => `${volatiles(one)} at ${LEVELS[index]}`).join(", ");
  const kept = found.some((one) => volatiles(one) > 0) ? ` · lines with volatile accesses: ${counts}` : "";
  const columns = found.map((one, index) => column(one, `${shown} at ${LEVELS[index]}`, LEVELS[index] ?? ""));
  return element(
    "section",
    { className: "cw-ir__function" },
    element("p", { className: "cw-ir__name" }, element("code", { textContent: shown }), element("span", { textContent: kept })),
    element("div", { className: "cw-ir__columns" }, ...columns),
  );
}

function column(one: IrFunction | undefined, label: string, level: string): HTMLElement {
  const lines = one?.lines.map(({ text, isVolatile }) => {
    const line = element("span", { className: isVolatile ? "cw-ir__volatile" : "", textContent: `${text}\n` });
    return line;
  });
  const code = element("pre", { tabIndex: 0 }, ...(lines ?? ["; nothing is left of it here"]));
  code.setAttribute("aria-label", label);
  return element("div", {}, element("p", { className: "cw-ir__level", textContent: level }), code);
}
