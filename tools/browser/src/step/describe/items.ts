/** Objects in memory as items: their values by their types, with their parts. */
import { type Language, declare, shortened, spell } from "../dwarf/spell";
import { plain, sizeOf, type ArrayType, type Member, type RecordType, type Type } from "../dwarf/types";
import { isVirtual, type Item, type ItemKind } from "../moment/model";
import { baseText, bitsIn, character, enumText, integer, isSigned } from "./numbers";
import { membersOf } from "./records";
import { POINTER, type View } from "./view";

/** An item while it is made. */
export type Draft = { -readonly [Key in keyof Item]: Item[Key] } & { items: readonly Item[] };

/** A pointer or a reference, whose target is looked up when all items are there. */
export interface Pointing {
  readonly item: Draft;
  readonly value: number;
  /** The same with all its bits. */
  readonly bits: bigint;
  /** What it points to by its type. */
  readonly referenced: Type;
  /** Whether it is a library's own, which no picture shows as an arrow. */
  readonly isRaw: boolean;
}

/** An object that pointers may lead to: a variable, a block, what a container holds. */
export interface Root {
  readonly address: number;
  readonly size: number;
  readonly type: Type;
  readonly path: string;
  /** How the program names it; empty if it cannot. */
  readonly expression: string;
}

/** An object to describe. */
export interface Thing {
  readonly type: Type;
  readonly address: number;
  readonly name: string;
  readonly path: string;
  readonly expression: string;
  /** Where the outermost object ends: as far as a flexible array goes. */
  readonly end: number;
  readonly note?: string;
  readonly line?: number;
}

/** What the items of a moment are made of. */
export interface Source {
  readonly view: View;
  readonly language: Language;
  /** The name of the function that a pointer of this value means. */
  functionName(value: number): string | undefined;
  /** The member of a union that was written last. */
  lastMember(union: RecordType, address: number): Member | undefined;
  /** The class of an object that has virtual functions, by the pointer to them. */
  dynamicClass(address: number): string | undefined;
  /** Knows objects of the C++ library for what they stand for; undefined in C. */
  readonly libraryObject: LibraryObject | undefined;
}

/** The item for an object of one of the library's classes that are known; undefined for all others. */
export type LibraryObject = (type: RecordType, thing: Thing, items: Items, depth: number) => Draft | undefined;

/** More elements of an array are not shown. */
export const ELEMENTS = 32;
/** And so many of the others if they have changed. */
const CHANGED = 8;
/** A line for a value is not longer. */
const LINE = 48;
/** Strings are shown so far. */
const STRING = 80;
/** So deep are structs and arrays looked into. */
const DEPTH = 8;

export class Items {
  readonly pointers: Pointing[] = [];
  /** What containers hold elsewhere. */
  readonly held: Root[] = [];
  /** How an item is made again, as memory was at another time. */
  readonly again = new WeakMap<Item, (other: Items) => Draft>();
  /** More than 0 while the members of a library's object are made. */
  rawDepth = 0;

  constructor(readonly source: Source) {}

  /** The item for an object. */
  item(thing: Thing, depth = 0): Draft {
    const made = this.#make(thing, depth);
    this.again.set(made, (other) => other.item(thing, depth));
    return made;
  }

  #make(thing: Thing, depth: number): Draft {
    const type = plain(thing.type);
    const library = type.kind === "record" && depth < DEPTH ? this.source.libraryObject?.(type, thing, this, depth) : undefined;
    if (library) return library;
    switch (type.kind) {
      case "array":
        return this.#array(type, thing, depth);
      case "record":
        return this.#record(type, thing, depth);
      case "pointer":
      case "reference":
        return this.#pointer(type.referenced, type.kind, thing);
      default:
        return this.#scalar(type, thing);
    }
  }

  /** An item without a value, to be completed. */
  draft(kind: ItemKind, thing: Thing, size: number): Draft {
    const { view, language } = this.source;
    return {
      path: thing.path,
      name: thing.name,
      expression: thing.expression,
      kind,
      type: spell(thing.type, language),
      declaration: /^[A-Za-z_]\w*$/.test(thing.name) ? declare(thing.type, thing.name, language) : "",
      address: thing.address,
      size,
      text: "",
      state: view.state(thing.address, size),
      isChanged: view.isChanged(thing.address, size),
      bytes: "",
      note: thing.note ?? "",
      items: [],
      moreItems: 0,
      raw: [],
      line: thing.line ?? 0,
    };
  }

  #scalar(type: Exclude<Type, { kind: "array" | "record" | "pointer" | "reference" | "typedef" | "qualified" }>, thing: Thing): Draft {
    const { view } = this.source;
    const size = sizeOf(type);
    const made = this.draft(scalarKind(type), thing, size);
    made.bytes = view.digits(thing.address, size);
    if (made.state !== "set") {
      made.text = made.state === "gone" ? "gone" : "uninitialised";
      return made;
    }
    const data = view.data(thing.address, size);
    if (type.kind === "base") made.text = baseText(type, nameOf(thing.type), data);
    else if (type.kind === "enum") made.text = enumText(type, integer(data, type.isSigned));
    else if (type.kind === "member pointer") made.text = memberPointer(data, type.owner, this.source);
    else if (type.kind === "unknown" && type.name.includes("nullptr")) made.text = "nullptr";
    return made;
  }

  #pointer(referenced: Type, kind: "pointer" | "reference", thing: Thing): Draft {
    const { view } = this.source;
    const made = this.draft(kind, thing, POINTER);
    made.bytes = view.digits(thing.address, POINTER);
    if (made.state === "set") this.pointers.push({ item: made, value: view.pointer(thing.address), bits: view.bits(thing.address), referenced, isRaw: this.rawDepth > 0 });
    else made.text = made.state === "gone" ? "gone" : "uninitialised";
    return made;
  }

  #array(type: ArrayType, thing: Thing, depth: number): Draft {
    const { view } = this.source;
    const each = sizeOf(type.element);
    const count = type.count ?? (each > 0 ? Math.max(0, Math.floor((thing.end - thing.address) / each)) : 0);
    const isString = isText(type.element);
    const made = this.draft(isString ? "string" : "array", thing, count * each);
    if (isString && made.state !== "gone") {
      const { text, note } = stringAt(view, thing.address, count, each);
      made.text = text;
      if (note !== "") made.note = note;
      made.bytes = view.digits(thing.address, Math.min(count * each, STRING));
    }
    const indices = depth < DEPTH ? [...Array(Math.min(count, ELEMENTS)).keys(), ...changedBehind(view, thing.address, count, each)] : [];
    made.items = indices.map((at) => {
      const name = `[${at}]`;
      const part = { type: type.element, address: thing.address + at * each, name, path: thing.path + name, expression: thing.expression && thing.expression + name, end: thing.end };
      return this.item(part, depth + 1);
    });
    made.moreItems = count - indices.length;
    return made;
  }

  #record(type: RecordType, thing: Thing, depth: number): Draft {
    const made = this.draft(type.word === "union" ? "union" : type.word === "class" || type.bases.length > 0 ? "class" : "struct", thing, type.size);
    if (!type.isComplete) {
      made.kind = "unknown";
      made.text = "its members are not known";
      return made;
    }
    if (depth < DEPTH) made.items = membersOf(type, thing, this, depth);
    return made;
  }

  /** A bit-field as an item. */
  bitField(member: Member, thing: Thing): Draft {
    const { view } = this.source;
    const bits = member.bits ?? { at: 0, count: 0 };
    const first = Math.floor(bits.at / 8);
    const bytes = Math.ceil((bits.at + bits.count) / 8) - first;
    const place = { ...thing, address: thing.address + first };
    const made = this.draft(scalarKind(plain(member.type)), place, bytes);
    this.again.set(made, (other) => other.bitField(member, thing));
    made.note = `${bits.count} ${bits.count === 1 ? "bit" : "bits"}`;
    if (made.declaration !== "") made.declaration += ` : ${bits.count}`;
    if (made.state !== "set") {
      made.text = made.state === "gone" ? "gone" : "uninitialised";
      return made;
    }
    const read = (from: View): bigint => bitsIn(from.data(place.address, bytes), bits.at - first * 8, bits.count, isSigned(member.type));
    const value = read(view);
    // Its neighbours may lie in the same byte.
    if (view.earlier().state(place.address, bytes) === "set") made.isChanged = value !== read(view.earlier());
    const type = plain(member.type);
    made.text = type.kind === "enum" ? enumText(type, value) : type.kind === "base" && type.encoding === "bool" ? String(value !== 0n) : String(value);
    return made;
  }
}

/** The short form of a value that has parts, from theirs; to be asked for when pointers have got their texts. */
export function summarise(item: Draft): void {
  for (const part of [...item.items, ...item.raw]) summarise(part as Draft);
  if (item.text !== "" || item.items.length === 0) {
    if (item.text === "" && (item.kind === "array" || item.kind === "struct" || item.kind === "class" || item.kind === "union")) item.text = "{}";
    return;
  }
  if (item.state === "unset") {
    item.text = "uninitialised";
    return;
  }
  if (item.state === "gone") {
    item.text = "gone";
    return;
  }
  const isNamed = item.kind === "struct" || item.kind === "union" || item.kind === "class";
  const shown: string[] = [];
  let length = 2;
  for (const part of item.items) {
    if (part.kind === "padding" || part.text === "" || (item.kind === "union" && part.note === "")) continue;
    if (isVirtual(part)) continue;
    // A base class's members are members of the class.
    const isBase = part.note === "base class";
    if (isBase && (part.text === "{}" || !part.text.startsWith("{"))) continue;
    const text = isBase ? part.text.slice(1, -1) : isNamed && part.name !== "" ? `${part.name} = ${part.text}` : part.text;
    if (length + text.length > LINE && shown.length > 0) {
      shown.push("…");
      break;
    }
    shown.push(text);
    length += text.length + 2;
  }
  if (item.moreItems > 0 && shown.at(-1) !== "…") shown.push("…");
  item.text = shown.length === 0 ? (className(item) ?? "{}") : `{${shown.join(", ")}}`;
}

/** What is to be said of an object that has no members and virtual functions: of which class it is. */
function className({ items }: Draft): string | undefined {
  const said = items.find(isVirtual)?.text.replace(/^of /, "") ?? "";
  if (said !== "" && said !== "uninitialised") return `${/^[AEIOU]/.test(said) ? "an" : "a"} ${said}`;
  return items.find(({ note, text }) => note === "base class" && /^an? /.test(text))?.text;
}

function scalarKind(type: Type): ItemKind {
  switch (type.kind) {
    case "enum":
      return "enumerator";
    case "member pointer":
      return "pointer";
    case "function":
      return "function";
    case "base":
      return type.encoding === "bool" ? "boolean" : type.encoding === "complex" ? "complex" : type.encoding === "char" || type.encoding === "utf" ? "character" : "number";
    default:
      return "unknown";
  }
}

/** How the program calls a type: by its typedef, if it has one. */
function nameOf(type: Type): string {
  let found = type;
  while (found.kind === "qualified") found = found.type;
  return found.kind === "typedef" || found.kind === "base" ? found.name : "";
}

/** The elements behind those that are always shown which the last step has changed, the first few of them. */
function changedBehind(view: View, address: number, count: number, each: number): number[] {
  const found: number[] = [];
  if (count <= ELEMENTS || each === 0) return found;
  const first = address + ELEMENTS * each;
  for (const [from, to] of view.before.ranges) {
    const start = Math.max(first, from * 4);
    const end = Math.min(address + count * each, to * 4);
    for (let at = start; at < end && found.length < CHANGED; at += each) {
      const index = Math.floor((at - address) / each);
      if (!found.includes(index) && view.isChanged(address + index * each, each)) found.push(index);
    }
  }
  return found.sort((one, other) => one - other);
}

/** Whether an array of such elements is shown as a string. */
export function isText(element: Type): boolean {
  const type = plain(element);
  const name = nameOf(element);
  return type.kind === "base" && (type.name === "char" || type.encoding === "utf" || name === "wchar_t") && !/int8|byte/.test(name);
}

/** The string in an array of characters, up to its terminating zero, and what is to be said of it. */
export function stringAt(view: View, address: number, count: number, each = 1): { readonly text: string; readonly note: string } {
  let text = "";
  for (let at = 0; at < Math.min(count, STRING); at++) {
    const place = address + at * each;
    if (view.state(place, each) !== "set") return text === "" ? { text: "uninitialised", note: "" } : { text: `"${text}"…`, note: `the rest is uninitialised` };
    const value = Number(integer(view.data(place, each), false));
    if (value === 0) return { text: `"${text}"`, note: "" };
    text += value > 0x10ffff ? "?" : character(value, '"').slice(1, -1);
  }
  return count > STRING ? { text: `"${text}…"`, note: "" } : { text: `"${text}"`, note: "no terminating zero" };
}

/** A pointer to a member: its name, from where it lies. */
function memberPointer(data: DataView, owner: Type, { functionName }: Source): string {
  const record = plain(owner);
  const value = Number(data.getBigInt64(0, true));
  const name = record.kind === "record" ? shortened(record.name) : "";
  if (data.byteLength > POINTER) {
    // The last bit of the second half tells a place in the table of virtual functions from a function.
    if (data.getUint8(POINTER) & 1) return `virtual function ${value / POINTER}`;
    return value === 0 ? "null" : (functionName(value) ?? "");
  }
  if (value === -1) return "null";
  const member = record.kind === "record" ? record.members.find(({ offset }) => offset === value) : undefined;
  return member ? `&${name}::${member.name}` : String(value);
}
