/** The entries of .debug_info as a tree, with their attributes. */
import { Reader } from "../../wasm/bytes";
import { AT, FORM } from "./words";

/** The sections that are read. */
export interface Sections {
  readonly info: Uint8Array;
  readonly abbrev: Uint8Array;
  readonly str: Uint8Array;
  readonly line: Uint8Array;
  readonly loc: Uint8Array;
  readonly ranges: Uint8Array;
}

/** How many bytes an address has in a program of the pages. */
export const ADDRESS_SIZE = 8;

export type Attribute = number | bigint | string | boolean | Uint8Array;

interface Abbreviation {
  readonly tag: number;
  readonly hasChildren: boolean;
  /** Attributes and forms by turns. */
  readonly pairs: readonly number[];
}

export class Entry {
  readonly children: Entry[] = [];

  constructor(
    /** In .debug_info, as references give it. */
    readonly offset: number,
    readonly unit: Unit,
    readonly parent: Entry | undefined,
    readonly abbreviation: Abbreviation,
    readonly values: readonly Attribute[],
  ) {}

  get tag(): number {
    return this.abbreviation.tag;
  }

  get(attribute: number): Attribute | undefined {
    const { pairs } = this.abbreviation;
    for (let at = 0; at < pairs.length; at += 2) if (pairs[at] === attribute) return this.values[at / 2];
    return undefined;
  }

  number(attribute: number): number | undefined {
    const value = this.get(attribute);
    return typeof value === "number" ? value : typeof value === "bigint" ? Number(value) : undefined;
  }

  text(attribute: number): string | undefined {
    const value = this.get(attribute);
    return typeof value === "string" ? value : undefined;
  }

  flag(attribute: number): boolean {
    return this.get(attribute) === true;
  }

  /** An expression, or undefined if the attribute is missing or an offset into a list. */
  expression(attribute: number): Uint8Array | undefined {
    const value = this.get(attribute);
    return value instanceof Uint8Array ? value : undefined;
  }

  get name(): string | undefined {
    return this.text(AT.name);
  }
}

/** What was compiled together: one file with all that it includes. */
export interface Unit {
  readonly offset: number;
  readonly root: Entry;
  /** Where it begins in the code; lists of addresses count from here. */
  readonly base: number;
}

export class Entries {
  readonly units: Unit[] = [];
  readonly #byOffset = new Map<number, Entry>();

  constructor(readonly sections: Sections) {
    const reader = new Reader(sections.info);
    while (!reader.isAtEnd) this.#unit(reader);
  }

  /** The entry that a reference leads to. */
  at(offset: number): Entry | undefined {
    return this.#byOffset.get(offset);
  }

  /** The entry that an attribute refers to. */
  follow(entry: Entry, attribute: number): Entry | undefined {
    const offset = entry.get(attribute);
    return typeof offset === "number" ? this.at(offset) : undefined;
  }

  /** The same entry's attribute, or that of the entry that it completes. */
  inherited(entry: Entry, attribute: number): Attribute | undefined {
    for (let one: Entry | undefined = entry, left = 4; one && left > 0; left--) {
      const value = one.get(attribute);
      if (value !== undefined) return value;
      one = this.follow(one, AT.specification) ?? this.follow(one, AT.abstractOrigin);
    }
    return undefined;
  }

  #unit(reader: Reader): void {
    const offset = reader.at;
    const end = reader.u32() + reader.at;
    const version = reader.u16();
    if (version !== 4) throw new Error(`the debug information has version ${version}, and the stepper reads version 4`);
    const table = abbreviations(new Reader(this.sections.abbrev, reader.u32()));
    const size = reader.u8();
    if (size !== ADDRESS_SIZE) throw new Error(`the debug information has addresses of ${size} bytes, and the stepper reads those of ${ADDRESS_SIZE}`);
    const unit: { offset: number; root?: Entry; base: number } = { offset, base: 0 };
    let parent: Entry | undefined;
    while (reader.at < end) {
      const at = reader.at;
      const code = reader.uleb();
      if (code === 0) {
        parent = parent?.parent;
        continue;
      }
      const abbreviation = table.get(code);
      if (!abbreviation) throw new Error("the debug information names an abbreviation that it does not have");
      const values: Attribute[] = [];
      const { pairs } = abbreviation;
      for (let index = 1; index < pairs.length; index += 2) values.push(this.#value(reader, pairs[index] ?? 0, offset));
      const entry: Entry = new Entry(at, unit as Unit, parent, abbreviation, values);
      this.#byOffset.set(at, entry);
      if (parent) parent.children.push(entry);
      else unit.root ??= entry;
      if (abbreviation.hasChildren) parent = entry;
    }
    reader.at = end;
    if (!unit.root) return;
    unit.base = unit.root.number(AT.lowPc) ?? 0;
    this.units.push(unit as Unit);
  }

  #value(reader: Reader, form: number, unit: number): Attribute {
    switch (form) {
      case FORM.addr:
        return reader.i64();
      case FORM.data4:
      case FORM.secOffset:
      case FORM.refAddr:
        return reader.u32();
      case FORM.data1:
        return reader.u8();
      case FORM.data2:
        return reader.u16();
      case FORM.data8: {
        const low = reader.u32();
        const high = reader.u32();
        return high < 0x200000 ? low + high * 2 ** 32 : BigInt(low) + (BigInt(high) << 32n);
      }
      case FORM.sdata:
        return wide(reader, true);
      case FORM.udata:
        return wide(reader, false);
      case FORM.string:
        return reader.text();
      case FORM.strp:
        return new Reader(this.sections.str, reader.u32()).text();
      case FORM.flag:
        return reader.u8() !== 0;
      case FORM.flagPresent:
        return true;
      case FORM.ref1:
        return unit + reader.u8();
      case FORM.ref2:
        return unit + reader.u16();
      case FORM.ref4:
        return unit + reader.u32();
      case FORM.ref8:
        return unit + reader.i64();
      case FORM.refUdata:
        return unit + reader.uleb();
      case FORM.exprloc:
      case FORM.block:
        return reader.take(reader.uleb());
      case FORM.block1:
        return reader.take(reader.u8());
      case FORM.block2:
        return reader.take(reader.u16());
      case FORM.block4:
        return reader.take(reader.u32());
      default:
        throw new Error(`the debug information has a form that the stepper does not know: 0x${form.toString(16)}`);
    }
  }
}

/** A LEB128 number with all of its bits: as a bigint where a number could not hold it. */
function wide(reader: Reader, isSigned: boolean): number | bigint {
  const start = reader.at;
  const found = isSigned ? reader.sleb() : reader.uleb();
  if (Number.isSafeInteger(found)) return found;
  let exact = 0n;
  let shift = 0n;
  reader.at = start;
  for (;;) {
    const byte = reader.u8();
    exact |= BigInt(byte & 0x7f) << shift;
    shift += 7n;
    if (byte < 0x80) return isSigned ? BigInt.asIntN(64, exact) : exact;
  }
}

function abbreviations(reader: Reader): Map<number, Abbreviation> {
  const found = new Map<number, Abbreviation>();
  for (;;) {
    const code = reader.uleb();
    if (code === 0) return found;
    const tag = reader.uleb();
    const hasChildren = reader.u8() === 1;
    const pairs: number[] = [];
    for (;;) {
      const attribute = reader.uleb();
      const form = reader.uleb();
      if (attribute === 0) break;
      pairs.push(attribute, form);
    }
    found.set(code, { tag, hasChildren, pairs });
  }
}
