/** The records of the edited text, drawn byte by byte, for the processor that the reader chooses. */
import { compiler, isCpp, type Ran } from "../../clang/client";
import { parseDiagnostics } from "../../clang/diagnostics";
import { element, freshId } from "../dom";
import type { Edit } from "../program";
import { draw } from "./layout_picture";
import { parseLayouts, piecesOf, questions, type RecordLayout } from "./layout";
import { hasLateAttributes, keyOf, recordIn, type Named } from "./records";
import { forTarget, unitOf, type Source, type View } from "./view";

/** Processors, with the size of their pointers in bytes. */
const MACHINES = [
  { name: "x86-64", target: "x86_64-linux-gnu", pointer: 8 },
  { name: "i386", target: "i386-linux-gnu", pointer: 4 },
  { name: "ARM", target: "arm-linux-gnueabihf", pointer: 4 },
  { name: "AVR", target: "avr", pointer: 2 },
] as const;
type Machine = (typeof MACHINES)[number];

const NOTHING = "The text defines no struct, class or union, or clang cannot read it; see Output.";
const UNUSED = "clang lays it out where it is used first, and nothing here does.";
/** How many of the errors for a processor are told. */
const MOST = 5;

interface Found {
  readonly named: Named;
  readonly layout: RecordLayout;
}

interface Sized {
  readonly layouts: ReadonlyMap<string, RecordLayout>;
  readonly sizes: ReadonlyMap<string, number>;
}

export class LayoutView implements View {
  readonly name = "Layout";
  readonly root = element("div", { className: "cw-layout" });
  readonly #source: Source;
  readonly #body = element("div");
  #machine: Machine = MACHINES[0];
  #version = 0;

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
    const version = ++this.#version;
    const { records, refused } = await this.#first(edit, machine);
    const { layouts, sizes } = await this.#second(edit, machine, records);
    const late = ({ named }: Found): RecordLayout | undefined =>
      layouts.get(named.key) ?? layouts.get(named.spelled ?? "");
    const mayChange = hasLateAttributes(edit.files) && !records.every(late);
    const used = mayChange ? await this.#used(edit, machine) : new Map<string, RecordLayout>();
    // A newer text, or another processor, is being asked about by now.
    if (version !== this.#version) return;
    const drawn = records.map((found) => {
      const { named, layout } = found;
      const now = late(found) ?? used.get(named.key);
      if (!now && mayChange) return element("p", { textContent: `${named.title}: ${UNUSED}` });
      const last = { ...(now ?? layout), name: named.title, isUnion: layout.isUnion };
      return draw(last, piecesOf(last, named.spelled, sizes, machine.pointer), machine.name);
    });
    const said = refused.slice(0, MOST).map((words) => element("p", { className: "is-bad", textContent: words }));
    const nothing = element("p", { textContent: NOTHING });
    this.#body.replaceChildren(...said, ...(drawn.length > 0 || said.length > 0 ? drawn : [nothing]));
  }

  fail(message: string): void {
    this.#body.replaceChildren(element("p", { className: "is-bad", textContent: message }));
  }

  /** The text's own records, as they are when their last member is read; and what clang refuses for this processor. */
  async #first(edit: Edit, { name, target }: Machine): Promise<{ records: Found[]; refused: string[] }> {
    const ran = await this.#ask(edit.files, edit.std, target, "-fdump-record-layouts-complete", "-fsyntax-only", "-w");
    const found = new Map<string, Found>();
    for (const layout of parseLayouts(ran.stdout)) {
      const named = recordIn(edit.files, layout.name, isCpp(edit.std));
      if (named) found.set(named.key, { named, layout });
    }
    const wrong = parseDiagnostics(ran.stderr, edit.files).filter(
      ({ file, severity }) => severity === "error" && Object.hasOwn(edit.files, file),
    );
    const refused = wrong.map(({ line, message }) => `On ${name}, clang refuses line ${line}: ${message}.`);
    return { records: [...found.values()], refused };
  }

  /**
   * The same records as they are when the whole text is read: attributes behind the brace count by
   * then. The compiler is made to say sizes in the words of a mistake; asking for a record's own makes
   * it lay the record out.
   */
  async #second(edit: Edit, { target }: Machine, records: readonly Found[]): Promise<Sized> {
    const unit = unitOf(this.#source);
    const text = edit.files[unit] ?? "";
    const first = text.split("\n").length + 1;
    const own = records.flatMap(({ named }) => named.spelled ?? []);
    const members = records.flatMap(({ named, layout }) => questions(layout, named.spelled));
    const operands = [...new Set([...own, ...members])];
    const lines = operands.map((operand, n) => `char cw_ask_${n}[sizeof(${operand})]; int *cw_say_${n} = &cw_ask_${n};`);
    const files = { ...edit.files, [unit]: `${text}\n${lines.join("\n")}\n` };
    const ran = await this.#ask(files, edit.std, target, "-fdump-record-layouts", "-fsyntax-only", "-fno-access-control");
    const sizes = new Map<string, number>();
    for (const [, line, size] of ran.stderr.matchAll(/^[^:\n]+:(\d+):.*'char \(\*\)\[(\d+)\]'/gm)) {
      const operand = operands[Number(line) - first];
      if (operand !== undefined) sizes.set(operand, Number(size));
    }
    return { layouts: byKey(ran), sizes };
  }

  /** The records of functions, which no line behind the text can name, as the text's machine code needs them. */
  async #used(edit: Edit, { target }: Machine): Promise<ReadonlyMap<string, RecordLayout>> {
    const code = ["-S", "-emit-llvm", "-o", "out.ll", "-w"];
    return byKey(await this.#ask(edit.files, edit.std, target, "-fdump-record-layouts", ...code));
  }

  #ask(files: Edit["files"], std: string, target: string, dump: string, ...more: string[]): Promise<Ran> {
    const how = ["-Xclang", dump, "-ferror-limit=0", ...more];
    const program = isCpp(std) ? "clang++" : "clang";
    return compiler().clang([...forTarget(target, std), ...how, unitOf(this.#source)], files, program);
  }
}

function byKey(ran: Ran): ReadonlyMap<string, RecordLayout> {
  return new Map(parseLayouts(ran.stdout).map((layout) => [keyOf(layout.name), layout]));
}
