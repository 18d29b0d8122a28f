/** Which part of an object lies at an offset: members and elements, down to a scalar. */
import { spell } from "./spell";
import { isScalar, plain, sizeOf, type Member, type RecordType, type Type } from "./types";

/** A step from an object to one of its parts. */
export type Part = { readonly member: Member; readonly of: RecordType } | { readonly base: Type } | { readonly index: number };

/** A part with its type and where it begins, counted from the object that was asked about. */
export interface Found {
  readonly parts: readonly Part[];
  readonly type: Type;
  readonly offset: number;
}

/**
 * The chain of parts at an offset that is as deep as `isEnd` lets it be; `undefined` for padding. Of a
 * union's members `choose` names one, or the first that lies there is taken.
 */
export function partAt(type: Type, offset: number, isEnd: (type: Type, start: number) => boolean, choose?: (union: RecordType, start: number) => Member | undefined): Found | undefined {
  const parts: Part[] = [];
  let current = type;
  let start = 0;
  for (;;) {
    if (isEnd(current, start)) return { parts, type: current, offset: start };
    const found = plain(current);
    const inside = offset - start;
    if (found.kind === "array") {
      const size = sizeOf(found.element);
      if (size === 0) return { parts, type: current, offset: start };
      const index = Math.floor(inside / size);
      parts.push({ index });
      start += index * size;
      current = found.element;
    } else if (found.kind === "record") {
      const base = found.bases.find((one) => typeof one.offset === "number" && contains(one.type, one.offset, inside));
      if (base && typeof base.offset === "number") {
        parts.push({ base: base.type });
        start += base.offset;
        current = base.type;
        continue;
      }
      const chosen = found.word === "union" ? choose?.(found, start) : undefined;
      const member = chosen && contains(chosen.type, chosen.offset, inside) ? chosen : found.members.find((one) => contains(one.type, one.offset, inside));
      if (!member) return undefined;
      parts.push({ member, of: found });
      start += member.offset;
      current = member.type;
    } else return { parts, type: current, offset: start };
  }
}

/** Whether an object of the type that begins at `start` has the byte at `offset`; a flexible array has all behind it. */
function contains(type: Type, start: number, offset: number): boolean {
  const found = plain(type);
  const isFlexible = found.kind === "array" && found.count === undefined;
  return start <= offset && (isFlexible || offset < start + Math.max(sizeOf(type), found.kind === "record" && found.size === 0 ? 0 : 1));
}

/** The way to a part, as paths have it: .next[2] */
export function wayOf(parts: readonly Part[]): string {
  return parts.map((part) => ("index" in part ? `[${part.index}]` : "base" in part ? `.${spell(part.base, "c++")}` : `.${part.member.name}`)).join("");
}

/** What lies at an offset, if a program reads so many bytes there. */
export type Reads =
  /** A scalar, or one member of a union. */
  | "scalar"
  /** Likewise, as the only part of a struct: reading the struct as a whole looks the same. */
  | "whole struct"
  /** Padding, bits, several members at once. */
  | "other";

export function whatIsRead(type: Type, offset: number, size: number): Reads {
  const found = plain(type);
  if (isScalar(found)) return offset === 0 && sizeOf(found) === size ? "scalar" : "other";
  if (found.kind === "array") {
    const element = sizeOf(found.element);
    return element === 0 ? "other" : whatIsRead(found.element, offset % element, size);
  }
  if (found.kind !== "record") return "other";
  const results: Reads[] = [];
  for (const base of found.bases) {
    if (typeof base.offset === "number" && contains(base.type, base.offset, offset)) results.push(whatIsRead(base.type, offset - base.offset, size));
  }
  for (const member of found.members) {
    if (member.bits === undefined && contains(member.type, member.offset, offset)) results.push(whatIsRead(member.type, offset - member.offset, size));
  }
  if (!results.some((one) => one !== "other")) return "other";
  return offset === 0 && found.size === size ? "whole struct" : "scalar";
}
