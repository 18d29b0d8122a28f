/** Members, base classes and padding of a struct, a union or a class. */
import { evaluate } from "../dwarf/locations";
import { shortened, spell } from "../dwarf/spell";
import { plain, sizeOf, type Member, type RecordType } from "../dwarf/types";
import { VIRTUAL } from "../moment/model";
import type { Draft, Items, Thing } from "./items";
import { POINTER } from "./view";

const VIRTUAL_FUNCTIONS = /^_vptr[$.]/;

/** The items for all parts of a record, in the order in which they lie in memory. */
export function membersOf(type: RecordType, thing: Thing, items: Items, depth: number): Draft[] {
  const { source } = items;
  const last = type.word === "union" && source.view.state(thing.address, type.size) !== "unset" ? source.lastMember(type, thing.address) : undefined;
  const parts: { readonly start: number; readonly end: number; readonly item: Draft }[] = [];
  for (const base of type.bases) {
    const start = typeof base.offset === "number" ? base.offset : virtualBase(base.offset, thing.address, items);
    const record = plain(base.type);
    // An empty base takes no room, and has nothing to show.
    if (start === undefined || (record.kind === "record" && record.members.length === 0 && record.bases.length === 0)) continue;
    const name = spell(base.type, source.language);
    const item = items.item({ ...thing, type: base.type, address: thing.address + start, name, path: `${thing.path}.${name}`, note: "base class" }, depth + 1);
    parts.push({ start, end: start + sizeOf(base.type), item });
  }
  for (const member of type.members) {
    const item = memberItem(member, thing, items, depth);
    if (member === last) item.note = [item.note, "written last"].filter(Boolean).join(", ");
    const bits = member.bits;
    const start = bits ? Math.floor(bits.at / 8) : member.offset;
    const end = bits ? Math.ceil((bits.at + bits.count) / 8) : start + Math.max(item.size, sizeOf(member.type));
    if (isEmpty(member)) continue;
    parts.push({ start, end, item });
  }
  parts.sort((one, other) => one.start - other.start);
  if (type.word === "union") return parts.map(({ item }) => item);
  return withPadding(parts, type, thing, items);
}

/** Members of the library's that take no room, such as an allocator. */
function isEmpty({ type, isArtificial }: Member): boolean {
  const found = plain(type);
  return !isArtificial && found.kind === "record" && found.isComplete && found.members.length === 0 && found.bases.length === 0 && found.name.startsWith("std::");
}

function memberItem(member: Member, thing: Thing, items: Items, depth: number): Draft {
  const path = `${thing.path}.${member.name}`;
  const expression = thing.expression && member.name ? joined(thing.expression, member.name) : thing.expression;
  const part: Thing = { type: member.type, address: thing.address + member.offset, name: member.name, path, expression, end: thing.end };
  if (member.bits) return items.bitField(member, { ...part, address: thing.address });
  if (VIRTUAL_FUNCTIONS.test(member.name)) {
    const made = items.draft("pointer", { ...part, name: "virtual functions", path: thing.path + VIRTUAL, expression: "" }, POINTER);
    const dynamic = items.source.dynamicClass(thing.address);
    made.type = "";
    made.text = made.state === "set" ? (dynamic ? `of ${shortened(dynamic)}` : "") : "uninitialised";
    return made;
  }
  return items.item(part, depth + 1);
}

/** A member's name in the program: p->next for (*p).next. */
function joined(expression: string, name: string): string {
  const pointer = /^\(?\*([\w.>\-[\]]+)\)?$/.exec(expression)?.[1];
  return pointer ? `${pointer}->${name}` : `${expression}.${name}`;
}

function virtualBase(expression: Uint8Array, address: number, { source }: Items): number | undefined {
  const now = { frameBase: 0, local: () => undefined, pointer: (at: number) => source.view.pointer(at), pc: 0 };
  const found = evaluate(expression, now, address);
  return found === undefined ? undefined : ((found - address) | 0);
}

/** The parts with an item for each gap between them. */
function withPadding(parts: readonly { readonly start: number; readonly end: number; readonly item: Draft }[], type: RecordType, thing: Thing, items: Items): Draft[] {
  const found: Draft[] = [];
  let at = 0;
  const pad = (end: number): void => {
    if (end <= at || parts.length === 0) return;
    const count = end - at;
    const path = `${thing.path}.(padding ${at})`;
    const item = items.draft("padding", { type: { kind: "void" }, address: thing.address + at, name: "padding", path, expression: "", end: thing.end }, count);
    item.type = item.declaration = "";
    item.text = `${count} ${count === 1 ? "byte" : "bytes"}`;
    item.bytes = items.source.view.digits(thing.address + at, count);
    item.isChanged = false;
    found.push(item);
  };
  for (const { start, end, item } of parts) {
    pad(start);
    found.push(item);
    at = Math.max(at, end);
  }
  pad(type.size);
  return found;
}
