/** What a program reads and writes: kept in the log, and held against the shadow of memory. */
import { partAt, wayOf, whatIsRead } from "../dwarf/parts";
import type { Program, Variable } from "../dwarf/program";
import { spell } from "../dwarf/spell";
import { isScalar, sizeOf } from "../dwarf/types";
import { MOST_FINDINGS, type Finding, type FindingKind } from "../findings/finding";
import { FLAG, type Rewritten } from "../instrument/tables";
import type { Block, Heap, Misuse, Place } from "./heap";
import { bytesMask, UNREADABLE, UNWRITABLE, type ProgramMemory } from "./memory";
import { CALL, NONE, type Frames } from "./frames";
import { amongStatics, deadVariable, onStack, type Calls, type Located } from "./variables";

/** Addresses below this one are those of null pointers to objects that are not too large. */
const NULL_END = 4096;
/** So far the variable is looked for next to which an access was: clang leaves no more room. */
const ROOM = 4096;
/** Behind the end of every memory, and with room for an access. */
const NOWHERE = 0xffffff00;
/** So often a site's reads are looked at that turn out to be no mistake. */
const PATIENCE = 1000;

const MISUSES: Readonly<Record<Misuse, FindingKind>> = { double: "double free", inside: "inside free", foreign: "foreign free", mismatch: "mismatch" };

/** The block or the variable that something is said of. */
type Subject = Partial<Pick<Finding, "block" | "variable">>;

/** Where the parts of memory begin. */
export interface Layout {
  /** The stack lies below this address. */
  readonly stackEnd: number;
  readonly heap: number;
  /** Where the stack ends at the moment. */
  stackPointer(): number;
}

/** Where an access is: the address with the constant that is added to it, no more than 32 bits hold. */
function addressOf(base: number, offset: number): number {
  const found = (base >>> 0) + offset;
  return found < NOWHERE ? found : NOWHERE;
}

export class Accesses {
  readonly findings: Finding[] = [];
  /** Said by the recorder. */
  place: () => Place = () => ({ step: -1, row: -1, site: 0 });
  layout: Layout = { stackEnd: 0, heap: 0, stackPointer: () => 0 };

  /** Where the value comes from that the next store writes; NONE if all of it was written before. */
  #copied = -1;
  readonly #told: Uint8Array;
  readonly #looks = new Map<number, number>();
  readonly #known = new Set<string>();
  /** The step in which clang's own check of an index has told of one. */
  #boundsStep = -1;
  readonly #calls: Calls;

  constructor(
    readonly rewritten: Rewritten,
    readonly program: Program,
    readonly memory: ProgramMemory,
    readonly frames: Frames,
    readonly heap: Heap,
  ) {
    this.#told = new Uint8Array(rewritten.sites.size.length);
    this.#calls = { frames, memory, rewritten, functions: program.functions };
  }

  readonly hooks = {
    load: (base: number, site: number): void => {
      const { sites } = this.rewritten;
      const address = addressOf(base, sites.offset.data[site] as number);
      const size = sites.size.data[site] as number;
      const start = address & 3;
      this.#copied = -1;
      const { shadow } = this.memory;
      if (start + size <= 4) {
        if (address >= this.frames.lowest && ((shadow[address >>> 2] ?? 0xff) & bytesMask(start, size)) === 0) return;
      } else if (start === 0 && size === 8) {
        if (address >= this.frames.lowest && (((shadow[address >>> 2] ?? 0xff) | (shadow[(address >>> 2) + 1] ?? 0xff)) & UNREADABLE) === 0) return;
      } else if (address >= this.frames.lowest && address + size <= this.memory.size && !this.memory.isUnreadable(address, size)) return;
      this.#read(address, size, site);
    },

    store: (base: number, site: number): void => {
      const { memory, rewritten } = this;
      const { sites } = rewritten;
      const address = addressOf(base, sites.offset.data[site] as number);
      const size = sites.size.data[site] as number;
      const start = address & 3;
      if (address < this.frames.lowest || address + size > memory.size) this.#write(address, size, site);
      if (start + size <= 4 && this.#copied < 0) {
        const word = address >>> 2;
        const bits = memory.shadow[word] ?? 0;
        const mask = bytesMask(start, size);
        if (bits & (mask << 4)) this.#write(address, size, site);
        if (memory.isLogging) memory.log.word(word, memory.step, site);
        if (bits & mask) memory.shadow[word] = bits & ~mask;
        return;
      }
      if (start === 0 && size === 8 && this.#copied < 0) {
        const word = address >>> 2;
        const bits = (memory.shadow[word] ?? 0) | (memory.shadow[word + 1] ?? 0);
        if ((bits & UNWRITABLE) === 0) {
          if (memory.isLogging) {
            memory.log.word(word, memory.step, site);
            memory.log.word(word + 1, memory.step, site);
          }
          if (bits !== 0) memory.shadow[word] = memory.shadow[word + 1] = 0;
          return;
        }
      }
      if (memory.isUnwritable(address, size)) this.#write(address, size, site);
      if (this.#copied >= 0) memory.copy(address, this.#copied, size, site);
      else memory.write(address, size, site);
      this.#copied = -1;
    },

    peek: (base: number, site: number): void => {
      const { sites } = this.rewritten;
      const address = addressOf(base, sites.offset.data[site] as number);
      const size = sites.size.data[site] as number;
      if (((this.memory.shadow[address >>> 2] ?? 0xff) & UNREADABLE) === 0 && (address & 3) + size <= 4) return;
      // Functions of the library read a word where a string may end within it.
      if (address + size > this.memory.size || address < NULL_END || this.memory.outside(address, size) === size) this.#outside(address, size, false, site, true);
    },

    put: (base: number, site: number): void => {
      const { sites } = this.rewritten;
      const address = addressOf(base, sites.offset.data[site] as number);
      const size = sites.size.data[site] as number;
      this.#libraryWrites(address, size, site);
    },

    raw: (base: number, site: number): void => {
      const { memory, rewritten } = this;
      const address = addressOf(base, rewritten.sites.offset.data[site] as number);
      const size = rewritten.sites.size.data[site] as number;
      if (!memory.isLogging) return;
      memory.log.word(address >>> 2, memory.step, site);
      if ((address & 3) + size > 4) memory.log.word((address >>> 2) + 1, memory.step, site);
    },

    copy: (to: number, from: number, count: number): void => this.copies(to >>> 0, from >>> 0, count >>> 0),
    fill: (to: number, _value: number, count: number): void => this.fills(to >>> 0, count >>> 0),
  };

  /** Some bytes are about to be copied, by whichever function. */
  copies(to: number, from: number, count: number): void {
    if (count === 0) return;
    const { site } = this.place();
    const { memory } = this;
    if (from < NULL_END || from + count > memory.size || memory.firstOutside(from, count) >= 0) this.#outside(from, count, false, site, true);
    if (to < NULL_END || to + count > memory.size || memory.isUnwritable(to, count)) this.#outside(to, count, true, site, true);
    memory.copy(to, from, count, site);
  }

  fills(to: number, count: number): void {
    if (count === 0) return;
    const { site } = this.place();
    const { memory } = this;
    if (to < NULL_END || to + count > memory.size || memory.isUnwritable(to, count)) this.#outside(to, count, true, site, true);
    memory.write(to, count, site, true);
  }

  /** The system is about to write. */
  systemWrites(to: number, count: number): void {
    const { memory } = this;
    if (to + count > memory.size) return;
    if (memory.isUnwritable(to, count)) this.#outside(to, count, true, this.place().site, true);
    memory.keep(to, to + count, this.place().site);
  }

  /** The system is about to read. */
  systemReads(from: number, count: number): void {
    const { memory } = this;
    if (count > 0 && (from + count > memory.size || memory.firstOutside(from, count) >= 0)) this.#outside(from, count, false, this.place().site, true);
  }

  /** A block is freed in a way that is wrong. */
  misuse(misuse: Misuse, address: number, block: Block | undefined): void {
    this.#tell({ kind: MISUSES[misuse], address, size: 0, isWrite: false, site: this.place().site, isLibrary: true, block });
  }

  /** clang's own check has found an index that does not fit. */
  bounds(type: string, index: number, line: number, column: number): void {
    this.#boundsStep = this.memory.step;
    this.#tell({ kind: "bounds", address: 0, size: 0, isWrite: false, site: 0, isLibrary: false, block: undefined, bounds: { type, index, line, column } });
  }

  #libraryWrites(address: number, size: number, site: number): void {
    const { memory } = this;
    const start = address & 3;
    if (start + size > 4) {
      if (address + size > memory.size || memory.isUnwritable(address, size)) this.#outside(address, size, true, site, true);
      memory.write(address, size, site);
      return;
    }
    const word = address >>> 2;
    const bits = memory.shadow[word] ?? 0xff;
    const mask = bytesMask(start, size);
    if (bits & (mask << 4) || address < NULL_END) this.#outside(address, size, true, site, true);
    if (memory.isLogging) memory.log.word(word, memory.step, site);
    if (bits & mask) memory.shadow[word] = bits & ~mask;
  }

  /** A read of the program's that may be a mistake. */
  #read(address: number, size: number, site: number): void {
    const { memory } = this;
    if (this.#outside(address, size, false, site, false)) return;
    if (!memory.isUnreadable(address, size)) return;
    const flags = this.rewritten.sites.flags.at(site);
    const meant = this.#meant(address, size, site, flags);
    if (meant) this.#tell({ kind: "uninitialised", address, size, isWrite: false, site, isLibrary: false, ...meant }); else if (flags & FLAG.copies) this.#copied = address;
  }

  /** The object whose uninitialised bytes a program reads for their value; undefined if it only copies what surrounds them. */
  #meant(address: number, size: number, site: number, flags: number): Subject | undefined {
    if (flags & FLAG.isPart || this.#told[site]) return undefined;
    const looks = (this.#looks.get(site) ?? 0) + 1;
    this.#looks.set(site, looks);
    if (looks > PATIENCE) return undefined;
    if (address >= this.layout.heap) return flags & FLAG.copies ? undefined : { block: this.heap.around(address) };
    const found = onStack(address, 0, this.memory.step, this.#calls) ?? amongStatics(address, 0, this.#statics());
    if (!found) return undefined;
    const read = whatIsRead(found.variable.type, address - found.address, size);
    return read === "scalar" || (read === "whole struct" && !(flags & FLAG.copies)) ? this.#about(found, address) : undefined;
  }

  /** What is said of a variable. */
  #about({ variable, address, call }: Located, at: number): Subject {
    const { language, functions } = this.program;
    const func = call === NONE ? "" : (functions[this.frames.get(call, CALL.func)]?.name ?? "");
    const part = partAt(variable.type, at - address, isScalar);
    return { variable: { name: variable.name + (part && variable.name !== "" && at < address + sizeOf(variable.type) ? wayOf(part.parts) : ""), type: spell(variable.type, language), size: sizeOf(variable.type), func, offset: at - address } };
  }

  #write(address: number, size: number, site: number): void {
    this.#outside(address, size, true, site, false);
  }

  /** Tells of an access outside of every object, or of a write to a constant; whether it was one. */
  #outside(address: number, size: number, isWrite: boolean, site: number, isLibrary: boolean): boolean {
    if (!isLibrary && this.#told[site]) return true;
    const found = this.#kindOf(address, size, isWrite, isLibrary);
    if (!found) return false;
    this.#tell({ address, size, isWrite, site, isLibrary, ...found });
    return true;
  }

  #kindOf(address: number, size: number, isWrite: boolean, isLibrary: boolean): (Subject & { readonly kind: FindingKind; readonly address?: number }) | undefined {
    const { memory, heap, layout } = this;
    if (address < NULL_END) return { kind: "null" };
    if (address + size > memory.size) return { kind: "wild" };
    const first = memory.firstOutside(address, size);
    if (first >= layout.heap) {
      const around = heap.around(first);
      if (around) return { kind: around.freedStep < 0 ? "container" : "freed", block: around, address: first };
      const block = heap.nearest(first);
      return block ? { kind: "block end", block, address: first } : { kind: "wild" };
    }
    if (first >= 0) {
      const found = first < layout.stackEnd ? onStack(first, ROOM, memory.step, this.#calls) : amongStatics(first, ROOM, [...this.#statics(), ...this.program.literals]);
      const about = found && this.#about(found, first);
      const { offset = -1, size: whole = 0 } = about?.variable ?? {};
      return { kind: offset >= 0 && offset < whole ? "ended" : "variable end", address: first, ...about };
    }
    if (!isLibrary && address < layout.stackEnd && address < Math.min(this.frames.lowest, layout.stackPointer())) {
      const dead = deadVariable(address, Infinity, this.#calls);
      return { kind: "dead", ...(dead?.variable && this.#about({ variable: dead.variable, address: dead.address, call: dead.call }, address)) };
    }
    if (isWrite && address >= layout.stackEnd && memory.isUnwritable(address, size)) {
      const constants = [...this.#statics(), ...this.program.literals];
      const found = amongStatics(address, 0, constants);
      return { kind: "constant", ...(found && this.#about(found, address)) };
    }
    return undefined;
  }

  #statics(): Variable[] {
    return [...this.program.globals, ...this.program.functions.flatMap(({ statics }) => statics)];
  }

  #tell(found: Subject & Pick<Finding, "kind" | "address" | "size" | "isWrite" | "site" | "isLibrary"> & { readonly bounds?: Finding["bounds"] }): void {
    const { step, row, site: call } = this.place();
    if (!found.isLibrary && found.site > 0) this.#told[found.site] = 1;
    if (found.kind === "variable end" && this.#boundsStep === step) return;
    const { line, file } = this.rewritten.rows[row]?.line ?? {};
    const key = [found.kind, file?.name, line, found.isWrite, found.isLibrary].join();
    if (this.#known.has(key) || this.findings.length >= MOST_FINDINGS) return;
    this.#known.add(key);
    this.findings.push({ bounds: undefined, block: undefined, variable: undefined, count: 1, ...found, step, row, call });
  }
}
