/** Blocks of the heap at a moment: which there are, and of which type they are by the pointers that lead to them. */
import { plain, sizeOf, type RecordType, type Type } from "../dwarf/types";
import type { Types } from "../dwarf/read_types";
import { NONE } from "../record/frames";
import type { Block } from "../record/heap";
import { POINTER, type View } from "./view";

/** The blocks as they were at a moment. */
export class Blocks {
  /** By address; of several at one place the last. */
  readonly #sorted: readonly Block[];
  readonly live: readonly Block[];

  constructor(
    blocks: Iterable<Block>,
    readonly moment: number,
  ) {
    const there = [...blocks].filter(({ madeStep }) => madeStep < moment);
    this.#sorted = there.sort((one, other) => one.address - other.address || one.number - other.number);
    this.live = there.filter((one) => !this.isFreed(one));
  }

  isFreed({ freedStep }: Block): boolean {
    return freedStep !== NONE && freedStep < this.moment;
  }

  /** The block that has a byte: one in use, or else the one that was freed last. */
  around(address: number): Block | undefined {
    let found: Block | undefined;
    for (let at = this.#after(address) - 1; at >= 0; at--) {
      const block = this.#sorted[at];
      if (!block || (found && block.address < found.address)) break;
      if (address < block.address + Math.max(block.size, 1)) {
        if (!this.isFreed(block)) return block;
        if (!found || block.freedStep > found.freedStep) found = block;
      } else if (!found && !this.isFreed(block)) break; // one in use lies before it: nothing reaches over that
    }
    return found;
  }

  /** The block in use that ends before an address or there. */
  before(address: number): Block | undefined {
    for (let at = this.#after(address) - 1; at >= 0; at--) {
      const block = this.#sorted[at];
      if (block && !this.isFreed(block)) return block;
    }
    return undefined;
  }

  /** How many blocks begin at an address or before it. */
  #after(address: number): number {
    let first = 0;
    let last = this.#sorted.length;
    while (first < last) {
      const middle = (first + last) >> 1;
      if ((this.#sorted[middle]?.address ?? 0) <= address) first = middle + 1;
      else last = middle;
    }
    return first;
  }
}

/** The better of two ideas of what a block holds: a pointer to a base class, or to void, says less than others. */
export function betterType(known: Type | undefined, other: Type, block: Block): Type | undefined {
  const size = sizeOf(other);
  if (size === 0 || size > Math.max(block.size, 1)) return known;
  if (!known) return other;
  return size > sizeOf(known) ? other : known;
}

/** A block's whole type, when it holds objects of one type: an array, unless there is room for one only. */
export function wholeType(type: Type, block: Block): Type {
  const size = sizeOf(type);
  const count = Math.floor(block.size / size);
  if (count <= 1 || hasFlexibleEnd(type)) return type;
  return { kind: "array", element: type, count, countAt: undefined };
}

function hasFlexibleEnd(type: Type): boolean {
  const found = plain(type);
  const last = found.kind === "record" ? found.members.at(-1) : undefined;
  const array = last && plain(last.type);
  return array?.kind === "array" && array.count === undefined;
}

/** The complete class of an object with virtual functions, which the table of them names; or the type as it is. */
export function dynamicType(type: Type, address: number, view: View, types: Types): Type {
  const record = plain(type);
  if (record.kind !== "record" || !isPolymorphic(record) || view.state(address, POINTER) !== "set") return type;
  const name = dynamicClass(address, view);
  return (name === undefined ? undefined : types.complete(name)) ?? type;
}

function isPolymorphic(type: RecordType): boolean {
  if (type.members.some(({ name }) => name.startsWith("_vptr"))) return true;
  return type.bases.some(({ type: base }) => {
    const record = plain(base);
    return record.kind === "record" && isPolymorphic(record);
  });
}

/** The name of the class that an object's table of virtual functions belongs to (Itanium C++ ABI, 2.5.2 and 5.1.5). */
export function dynamicClass(address: number, view: View): string | undefined {
  const table = view.pointer(address);
  if (table < 2 * POINTER || table >= view.size) return undefined;
  const information = view.pointer(table - POINTER);
  if (information < 2 * POINTER || information >= view.size - 2 * POINTER) return undefined;
  const start = view.pointer(information + POINTER);
  const bytes = start > 0 && start < view.size ? view.bytes(start, 200) : new Uint8Array();
  const end = bytes.indexOf(0);
  return end > 0 ? demangled(new TextDecoder().decode(bytes.subarray(0, end))) : undefined;
}

/** A class's name out of its mangled form, as far as it is made of plain names. */
function demangled(name: string): string | undefined {
  const parts: string[] = [];
  let rest = /^N(.*)E$/.exec(name)?.[1] ?? name;
  if (rest.startsWith("St")) {
    parts.push("std");
    rest = rest.slice(2);
  }
  while (rest !== "") {
    const length = /^\d+/.exec(rest)?.[0];
    if (!length) return undefined;
    const end = length.length + Number(length);
    const part = rest.slice(length.length, end);
    // The library's inner namespaces are no part of a name that a reader knows.
    if (part.startsWith("_GLOBAL__N")) parts.push("(anonymous namespace)");
    else if (!/^__\w+$/.test(part)) parts.push(part);
    rest = rest.slice(end);
  }
  return parts.join("::");
}
