/** The records of the edited text, drawn byte by byte, for the processor that the reader chooses. */
import { compiler, isCpp } from "../../clang/client";
import { element, freshId } from "../dom";
import type { Edit } from "../program";
import { draw } from "./layout_picture";
import { parseLayouts, piecesOf, typesOf, type RecordLayout } from "./layout";
import { forTarget, unitOf, type Source, type View } from "./view";

/** Processors, with the size of their pointers in bytes. */
const MACHINES = [
  { name: "x86-64", target: "x86_64-linux-gnu", pointer: 8 },
  { name: "i386", target: "i386-linux-gnu", pointer: 4 },
  { name: "ARM", target: "arm-linux-gnueabihf", pointer: 4 },
  { name: "AVR", target: "avr", pointer: 2 },
] as const;
type Machine = (typeof MACHINES)[number];

export class LayoutView implements View {
  readonly name = "Layout";
  readonly root = element("div", { className: "cw-layout" });
  readonly #source: Source;
  readonly #body = element("div");
  #machine: Machine = MACHINES[0];

  constructor(source: Source) {
    this.#source = source;
    const name = freshId("cw-machine");
    const choices = MACHINES.map((machine) => {
      const radio = element("input", { type: "radio", name, checked: machine === this.#machine });
      radio.addEventListener("change", () => {
        this.#machine = machine;
        void this.show().catch((error: unknown) => this.fail(String(error)));
      });
      return element("label", {}, radio, ` ${machine.name}`);
    });
    const legend = element("legend", { textContent: "Processor" });
    this.root.append(element("fieldset", { className: "cw-layout__machines" }, legend, ...choices), this.#body);
  }

  async show(): Promise<void> {
    const edit = this.#source.edit();
    const machine = this.#machine;
    const layouts = await this.#layouts(edit, machine);
    const sizes = await this.#sizes(edit, machine, [...new Set(layouts.flatMap(typesOf))]);
    if (machine !== this.#machine) return;
    if (layouts.length === 0) {
      const text = "The text defines no struct, class or union, or clang cannot read it; see Output.";
      this.#body.replaceChildren(element("p", { textContent: text }));
      return;
    }
    const drawn = layouts.map((layout) => draw(layout, piecesOf(layout, sizes, machine.pointer), machine.name));
    this.#body.replaceChildren(...drawn);
  }

  fail(message: string): void {
    this.#body.replaceChildren(element("p", { className: "is-bad", textContent: message }));
  }

  /** The layouts of the records whose names the text holds. */
  async #layouts(edit: Edit, { target }: Machine): Promise<RecordLayout[]> {
    const dump = ["-Xclang", "-fdump-record-layouts-complete", "-fsyntax-only", "-w", "-ferror-limit=0"];
    const args = [...forTarget(target, edit.std), ...dump, unitOf(this.#source)];
    const ran = await compiler().clang(args, edit.files, isCpp(edit.std) ? "clang++" : "clang");
    const text = Object.values(edit.files).join("\n");
    const seen = new Set<string>();
    return parseLayouts(ran.stdout)
      .filter(({ name }) => isDefinedIn(text, name, Object.keys(edit.files)) && !seen.has(name) && seen.add(name))
      .map((layout) => ({ ...layout, name: nameOf(layout.name, edit.files) }));
  }

  /** How many bytes each type has: the compiler is made to say it, in the words of a mistake. */
  async #sizes(edit: Edit, { target }: Machine, types: readonly string[]): Promise<Map<string, number>> {
    const unit = unitOf(this.#source);
    const text = edit.files[unit] ?? "";
    const first = text.split("\n").length + 1;
    const asked = types.map((type, index) => `char cw_ask_${index}[sizeof(${type})]; int *cw_say_${index} = &cw_ask_${index};`);
    const files = { ...edit.files, [unit]: `${text}\n${asked.join("\n")}\n` };
    const args = [...forTarget(target, edit.std), "-fsyntax-only", "-fno-access-control", "-ferror-limit=0", unit];
    const ran = await compiler().clang(args, files, isCpp(edit.std) ? "clang++" : "clang");
    const sizes = new Map<string, number>();
    for (const [, line, size] of ran.stderr.matchAll(/^[^:\n]+:(\d+):.*'char \(\*\)\[(\d+)\]'/gm)) {
      const type = types[Number(line) - first];
      if (type !== undefined) sizes.set(type, Number(size));
    }
    return sizes;
  }
}

/** Whether a record is the text's own, and not one of a header's. */
function isDefinedIn(text: string, name: string, files: readonly string[]): boolean {
  const place = /\((?:unnamed|anonymous)[^)]* at ([^:]+):\d+:\d+\)/.exec(name);
  if (place) return files.includes(place[1] ?? "");
  const word = /([A-Za-z_]\w*)(?:<.*>)?$/.exec(name)?.[1];
  return word !== undefined && !name.includes("std::") && new RegExp(`\\b(?:struct|class|union)\\s+[^;{}()]*\\b${word}\\b`).test(text);
}

/** A record's name; for one without, the name that a typedef gives it, or its line. */
function nameOf(name: string, files: Readonly<Record<string, string>>): string {
  const place = /^(\w+) .*\((?:unnamed|anonymous)[^)]* at ([^:]+):(\d+):(\d+)\)$/.exec(name);
  if (!place) return name;
  const [, kind, file, line, column] = place;
  const lines = (files[file ?? ""] ?? "").split("\n").slice(Number(line) - 1);
  const rest = [(lines[0] ?? "").slice(Number(column) - 1), ...lines.slice(1)].join("\n");
  const given = /^\w+\s*\{(?:[^{}]|\{[^{}]*\})*\}\s*([A-Za-z_]\w*)/.exec(rest)?.[1];
  return given ? `${kind} ${given}` : `${kind} without a name, line ${line}`;
}
