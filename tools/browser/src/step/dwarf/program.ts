/** A program as DWARF describes it: its files, lines, functions, blocks and variables. */
import { Reader } from "../../wasm/bytes";
import type { Module } from "../../wasm/module";
import { Entries, type Entry, type Unit } from "./entries";
import { lineProgram, type Row } from "./lines";
import { localsIn, type Location, locationOf } from "./locations";
import { qualifiedName, Types } from "./read_types";
import type { Language } from "./spell";
import type { Type } from "./types";
import { AT, TAG } from "./words";

export interface SourceFile {
  /** As the compiler was given it, or an absolute path. */
  readonly name: string;
  /** Whether it is the reader's, and no header of a library. */
  readonly isOwn: boolean;
}

export interface Variable {
  /** Empty for a string literal. */
  readonly name: string;
  readonly type: Type;
  readonly location: Location;
  readonly line: number;
  readonly isParameter: boolean;
  /** Made by the compiler: `this` is one that is shown. */
  readonly isArtificial: boolean;
}

/** A block with the variables that are declared in it. */
export interface Scope {
  readonly low: number;
  readonly high: number;
  readonly variables: readonly Variable[];
  readonly blocks: readonly Scope[];
}

export interface Func {
  /** Its place in the list of functions. */
  readonly id: number;
  /** With its namespaces and classes. */
  readonly name: string;
  /** As the linker knows it. */
  readonly symbol: string;
  readonly type: Type;
  readonly scope: Scope;
  readonly file: SourceFile | undefined;
  readonly line: number;
  /** The local of WebAssembly that holds the frame's address; -1 for a function without a frame. */
  readonly frameLocal: number;
  /** The locals that hold addresses of variables. */
  readonly addressLocals: readonly number[];
  /** Whether its lines are stepped through. */
  readonly isOwn: boolean;
  /** Variables with static storage duration that are declared inside of it. */
  readonly statics: readonly Variable[];
}

/** A row of the line table with the file that it is about. */
export interface Line extends Omit<Row, "file"> {
  readonly file: SourceFile;
}

/** Where the headers of libraries lie. */
const LIBRARIES = /^\/(?:usr|lib)\/|^<|(?:^|\/)\.step/;
const LANG_CPP: ReadonlySet<number> = new Set([0x04, 0x1a, 0x21, 0x2b, 0x3a]);
const LANGUAGE = 0x13;
const NO_FRAME = -1;
/** In a list of ranges: what follows is a base. */
const BASE = -1;

export class Program {
  readonly entries: Entries;
  readonly types: Types;
  readonly files: SourceFile[] = [];
  readonly functions: Func[] = [];
  readonly globals: Variable[] = [];
  /** String literals: variables without a name. */
  readonly literals: Variable[] = [];
  /** All rows of code that is there, by address. */
  readonly lines: readonly Line[];
  readonly language: Language;
  /** Variables by their entries' offsets, for arrays of variable length. */
  readonly byEntry = new Map<number, Variable>();
  readonly #filesByName = new Map<string, SourceFile>();

  constructor(module: Module) {
    const section = (name: string): Uint8Array => module.custom(`.debug_${name}`);
    this.entries = new Entries({
      info: section("info"),
      abbrev: section("abbrev"),
      str: section("str"),
      line: section("line"),
      loc: section("loc"),
      ranges: section("ranges"),
    });
    this.types = new Types(this.entries);
    this.language = this.entries.units.some(({ root }) => LANG_CPP.has(root.number(LANGUAGE) ?? 0)) ? "c++" : "c";
    const lines: Line[] = [];
    for (const unit of this.entries.units) lines.push(...this.#unit(unit));
    this.lines = lines.sort((one, other) => one.address - other.address);
  }

  #unit(unit: Unit): Line[] {
    const offset = unit.root.number(AT.statementList);
    if (offset === undefined) return [];
    const { files, rows } = lineProgram(this.entries.sections.line, offset);
    const folder = unit.root.text(AT.compilationFolder) ?? "";
    const table = files.map((name) => this.#file(name, folder));
    for (const child of unit.root.children) this.#outer(child, table);
    const found: Line[] = [];
    // Of a function that is left out, all rows up to the end of its sequence count from nowhere.
    let isGone = true;
    let isFirst = true;
    for (const row of rows) {
      if (isFirst) isGone = row.address <= 0;
      isFirst = row.endsSequence;
      const file = table[row.file - 1];
      if (!isGone && file) found.push({ ...row, file });
    }
    return found;
  }

  #file(path: string, folder: string): SourceFile {
    const name = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path.replace(/^\/(?=[^/]+$)/, "").replace(/^\.\//, "");
    const known = this.#filesByName.get(name);
    if (known) return known;
    const file = { name, isOwn: !LIBRARIES.test(name) };
    this.#filesByName.set(name, file);
    this.files.push(file);
    return file;
  }

  /** What stands outside of functions: functions and variables, in namespaces and classes too. */
  #outer(entry: Entry, files: readonly SourceFile[]): void {
    switch (entry.tag) {
      case TAG.namespace:
      case TAG.structure:
      case TAG.class:
      case TAG.union:
        for (const child of entry.children) this.#outer(child, files);
        break;
      case TAG.variable:
        this.#global(entry, files);
        break;
      case TAG.subprogram:
        this.#function(entry, files);
        break;
      default:
    }
  }

  #declared(entry: Entry, files: readonly SourceFile[]): SourceFile | undefined {
    const number = this.entries.inherited(entry, AT.declFile);
    return typeof number === "number" ? files[number - 1] : undefined;
  }

  #global(entry: Entry, files: readonly SourceFile[]): void {
    const variable = this.#variable(entry);
    if (variable?.location.kind !== "static") return;
    if (variable.name === "") this.literals.push(variable);
    else if (this.#declared(entry, files)?.isOwn) this.globals.push(variable);
  }

  #variable(entry: Entry): Variable | undefined {
    const location = locationOf(entry, this.entries.sections.loc);
    if (!location) return undefined;
    const name = this.entries.inherited(entry, AT.name);
    const line = this.entries.inherited(entry, AT.declLine);
    const specified = this.entries.follow(entry, AT.specification);
    const variable = {
      name: specified ? qualifiedName(specified) : typeof name === "string" ? (entry.parent?.tag === TAG.namespace ? qualifiedName(entry) : name) : "",
      type: this.types.of(entry),
      location,
      line: typeof line === "number" ? line : 0,
      isParameter: entry.tag === TAG.parameter,
      isArtificial: this.entries.inherited(entry, AT.artificial) === true,
    };
    this.byEntry.set(entry.offset, variable);
    return variable;
  }

  #function(entry: Entry, files: readonly SourceFile[]): void {
    const low = entry.number(AT.lowPc);
    // What the linker has left out is at 0, or at an address that is none.
    if (low === undefined || low <= 0) return;
    const high = low + (entry.number(AT.highPc) ?? 0);
    const declared = this.entries.follow(entry, AT.specification) ?? this.entries.follow(entry, AT.abstractOrigin) ?? entry;
    const naming = this.entries.follow(declared, AT.specification) ?? declared;
    const symbol = this.entries.inherited(entry, AT.linkageName);
    const file = this.#declared(entry, files);
    const statics: Variable[] = [];
    const scope = this.#scope(entry, low, high, statics, files);
    const locals = new Set<number>();
    const gather = (one: Scope): void => {
      for (const { location } of one.variables) for (const local of localsIn(location)) locals.add(local);
      one.blocks.forEach(gather);
    };
    gather(scope);
    const frame = locationOf(entry, this.entries.sections.loc, AT.frameBase);
    // The function of a lambda expression is a member of a class without a name.
    const isLambda = naming.parent?.tag === TAG.class && naming.parent.name === undefined;
    const name = isLambda ? "(lambda)" : qualifiedName(naming) || "(unnamed)";
    this.functions.push({
      id: this.functions.length,
      name,
      symbol: typeof symbol === "string" ? symbol : name,
      type: this.types.functionType(naming),
      scope,
      file,
      line: (this.entries.inherited(entry, AT.declLine) as number | undefined) ?? 0,
      frameLocal: frame?.kind === "local" ? frame.local : NO_FRAME,
      addressLocals: [...locals],
      // What the compiler writes for a class, such as a copy constructor, has no line of its own.
      isOwn: (file?.isOwn ?? false) && this.entries.inherited(entry, AT.artificial) !== true,
      statics,
    });
  }

  #scope(entry: Entry, low: number, high: number, statics: Variable[], files: readonly SourceFile[]): Scope {
    const variables: Variable[] = [];
    const blocks: Scope[] = [];
    for (const child of entry.children) {
      if (child.tag === TAG.variable || child.tag === TAG.parameter) {
        const variable = this.#variable(child);
        if (variable?.location.kind === "static") (variable.name === "" ? this.literals : statics).push(variable);
        else if (variable) variables.push(variable);
      } else if (child.tag === TAG.lexicalBlock || child.tag === TAG.inlinedSubroutine) {
        const [start, end] = this.#range(child, low, high);
        blocks.push(this.#scope(child, start, end, statics, files));
      } else if (child.tag === TAG.structure || child.tag === TAG.class || child.tag === TAG.union) {
        this.#outer(child, files);
      }
    }
    return { low, high, variables, blocks };
  }

  /** Where a block begins and ends; of one in several pieces, the first and the last. */
  #range(entry: Entry, low: number, high: number): [number, number] {
    const start = entry.number(AT.lowPc);
    if (start !== undefined) return [start, start + (entry.number(AT.highPc) ?? 0)];
    const offset = entry.number(AT.ranges);
    if (offset === undefined) return [low, high];
    const reader = new Reader(this.entries.sections.ranges, offset);
    let base = entry.unit.base;
    let [first, last] = [high, low];
    for (;;) {
      const from = reader.i64();
      const to = reader.i64();
      if (from === 0 && to === 0) return [first, last];
      if (from === BASE) base = to;
      else if (from > BASE) {
        first = Math.min(first, base + from);
        last = Math.max(last, base + to);
      }
    }
  }
}
