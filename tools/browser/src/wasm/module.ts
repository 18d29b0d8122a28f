/** A WebAssembly module's sections, as far as the stepper looks at them (WebAssembly Core Specification, 5.5). */
import { Reader } from "./bytes";
import { OP } from "./code";

export const SECTION = { custom: 0, type: 1, import: 2, function: 3, memory: 5, global: 6, export: 7, element: 9, code: 10, data: 11 } as const;
/** Value types, as one byte. */
export const I32 = 0x7f;
export const I64 = 0x7e;
export const F32 = 0x7d;
export const F64 = 0x7c;

export interface Section {
  readonly id: number;
  /** Of a custom section; empty for the others. */
  readonly name: string;
  /** Where the section begins, with its id and size. */
  readonly start: number;
  /** Where its content begins: offsets in DWARF count from here for the code section. */
  readonly content: number;
  readonly end: number;
}

export interface Signature {
  readonly parameters: readonly number[];
  readonly results: readonly number[];
}

export interface Import {
  readonly module: string;
  readonly name: string;
  /** 0 for a function. */
  readonly kind: number;
}

/** One function's code: where its size is written, where its locals and its instructions begin, and where it ends. */
export interface Body {
  readonly start: number;
  readonly locals: number;
  readonly code: number;
  readonly end: number;
}

/** A part of the memory that the module fills; its name is that of the linker's section, such as .rodata. */
export interface Segment {
  readonly name: string;
  readonly address: number;
  readonly size: number;
}

export class Module {
  readonly sections: readonly Section[];
  readonly types: readonly Signature[];
  readonly imports: readonly Import[];
  /** The signatures of all functions, imported ones first. */
  readonly signatures: readonly Signature[];
  readonly bodies: readonly Body[];
  /** The functions' names by their number, imported ones first. */
  readonly names: ReadonlyMap<number, string>;
  readonly segments: readonly Segment[];
  /** The numbers of the functions that pointers to functions mean, by the pointers' values. */
  readonly table: ReadonlyMap<number, number>;
  /** How many functions are imported: the first body has this number. */
  readonly imported: number;

  constructor(readonly bytes: Uint8Array) {
    this.sections = sectionsOf(bytes);
    this.types = this.#read(SECTION.type, signature);
    const functions: Signature[] = [];
    this.imports = this.#read(SECTION.import, (reader) => importOf(reader, (type) => functions.push(this.#type(type))));
    this.imported = functions.length;
    for (const type of this.#read(SECTION.function, (reader) => reader.uleb())) functions.push(this.#type(type));
    this.signatures = functions;
    this.bodies = this.#read(SECTION.code, body);
    const names = namesOf(this.custom("name"));
    this.names = names.functions;
    this.table = new Map(this.#read(SECTION.element, element).flat());
    const segments = this.#read(SECTION.data, segment);
    this.segments = segments.map((one, index) => ({ ...one, name: names.segments.get(index) ?? "" }));
  }

  /** Where the code section's content begins: DWARF counts addresses of code from there. */
  get codeStart(): number {
    return this.section(SECTION.code)?.content ?? 0;
  }

  /** A section by its number, if the module has it. */
  section(id: number): Section | undefined {
    return this.sections.find((one) => one.id === id);
  }

  /** The content of a custom section; empty if there is none. */
  custom(name: string): Uint8Array {
    const found = this.sections.find((one) => one.id === SECTION.custom && one.name === name);
    return found ? this.bytes.subarray(found.content, found.end) : new Uint8Array();
  }

  /** The number of a function by its name, or undefined. */
  numberOf(name: string): number | undefined {
    for (const [number, one] of this.names) if (one === name) return number;
    return undefined;
  }

  /** The number of a type; it must be there. */
  typeNumber(wanted: Signature): number {
    const same = (one: readonly number[], other: readonly number[]): boolean => one.join() === other.join();
    return this.types.findIndex((one) => same(one.parameters, wanted.parameters) && same(one.results, wanted.results));
  }

  #type(number: number): Signature {
    return this.types[number] ?? { parameters: [], results: [] };
  }

  /** All entries of a section that is a vector. */
  #read<Entry>(id: number, read: (reader: Reader) => Entry): Entry[] {
    const found = this.section(id);
    if (!found) return [];
    const reader = new Reader(this.bytes, found.content, found.end);
    return Array.from({ length: reader.uleb() }, () => read(reader));
  }
}

function sectionsOf(bytes: Uint8Array): Section[] {
  const found: Section[] = [];
  const reader = new Reader(bytes, 8);
  while (!reader.isAtEnd) {
    const start = reader.at;
    const id = reader.u8();
    const size = reader.uleb();
    const end = reader.at + size;
    const name = id === SECTION.custom ? reader.name() : "";
    found.push({ id, name, start, content: reader.at, end });
    reader.at = end;
  }
  return found;
}

function signature(reader: Reader): Signature {
  reader.u8(); // 0x60, a function
  const parameters = [...reader.take(reader.uleb())];
  return { parameters, results: [...reader.take(reader.uleb())] };
}

function importOf(reader: Reader, isFunction: (type: number) => void): Import {
  const module = reader.name();
  const name = reader.name();
  const kind = reader.u8();
  if (kind === 0) isFunction(reader.uleb());
  else if (kind === 1) {
    reader.u8();
    limits(reader);
  } else if (kind === 2) limits(reader);
  else if (kind === 3) reader.at += 2;
  else {
    reader.u8();
    reader.uleb();
  }
  return { module, name, kind };
}

function limits(reader: Reader): void {
  const hasMost = reader.u8() & 1;
  reader.uleb();
  if (hasMost) reader.uleb();
}

function body(reader: Reader): Body {
  const start = reader.at;
  const size = reader.uleb();
  const locals = reader.at;
  const end = locals + size;
  for (let groups = reader.uleb(); groups > 0; groups--) {
    reader.uleb();
    reader.u8();
  }
  const code = reader.at;
  reader.at = end;
  return { start, locals, code, end };
}

function segment(reader: Reader): Omit<Segment, "name"> {
  const flags = reader.uleb();
  let address = -1; // for one that is not put in its place at the start
  if (flags === 2) reader.uleb();
  if (flags !== 1) {
    if (reader.u8() === OP.i64Const) address = reader.sleb();
    while (reader.u8() !== 0x0b) continue;
  }
  const size = reader.uleb();
  reader.at += size;
  return { address, size };
}

/** The entries of a part of the table: where each is, and which function it is. Others than the linker's are passed over. */
function element(reader: Reader): [number, number][] {
  const flags = reader.uleb();
  if (flags !== 0) throw new Error("the linker has made a table of functions that the stepper does not know");
  reader.u8(); // i64.const
  const first = reader.sleb();
  reader.u8(); // end
  return Array.from({ length: reader.uleb() }, (_none, at) => [first + at, reader.uleb()]);
}

interface Names {
  readonly functions: ReadonlyMap<number, string>;
  readonly segments: ReadonlyMap<number, string>;
}

/** What the name section says; the linker's spelling of C++ names is kept. */
function namesOf(content: Uint8Array): Names {
  const functions = new Map<number, string>();
  const segments = new Map<number, string>();
  const reader = new Reader(content);
  while (!reader.isAtEnd) {
    const kind = reader.u8();
    const end = reader.uleb() + reader.at;
    const into = kind === 1 ? functions : kind === 9 ? segments : undefined;
    for (let count = into ? reader.uleb() : 0; count > 0; count--) {
      const number = reader.uleb();
      into?.set(number, reader.name());
    }
    reader.at = end;
  }
  return { functions, segments };
}
