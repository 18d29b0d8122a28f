/** Objects of the C++ standard library as what they stand for; their members stay one look away. */
import { plain, sizeOf, type Member, type RecordType, type Type } from "../dwarf/types";
import { ELEMENTS, stringAt, type Draft, type Items, type Thing } from "./items";
import { membersOf } from "./records";
import { POINTER } from "./view";

type Maker = (type: RecordType, thing: Thing, items: Items, depth: number) => Partial<Draft> | undefined;

const INSIDE = /^std::(?:__\w+::)?/;

/** By the class's name without its arguments. */
const MAKERS: Readonly<Record<string, Maker>> = {
  vector,
  basic_string: text,
  basic_string_view: viewed,
  unique_ptr: owner,
  shared_ptr: owner,
  map: tree,
  set: tree,
  multimap: tree,
  multiset: tree,
  list,
  optional,
  array: (_type, thing, items, depth) => {
    const elements = member(_type, "__elems_");
    return elements && { items: items.item({ ...thing, type: elements.type, address: thing.address + elements.offset }, depth + 1).items };
  },
};

/** The item for an object of one of the library's classes that are known; undefined for all others. */
export function libraryObject(type: RecordType, thing: Thing, items: Items, depth: number): Draft | undefined {
  if (!INSIDE.test(type.name) || !type.isComplete) return undefined;
  const maker = MAKERS[/^\w+/.exec(type.name.replace(INSIDE, ""))?.[0] ?? ""];
  if (!maker || items.source.view.state(thing.address, type.size) === "unset") return undefined;
  const made = items.draft("library", thing, type.size);
  const parts = maker(type, thing, items, depth);
  if (!parts) return undefined;
  const path = `${thing.path}.(members)`;
  items.rawDepth++;
  const raw = membersOf(type, { ...thing, path, expression: "" }, items, depth + 1);
  items.rawDepth--;
  // Some of its bytes may be unused: a short string has room for a longer one.
  return { ...made, state: "set", ...parts, raw };
}

/** A member by its name, wherever among the bases it is, with its place in the whole object. */
function member(type: RecordType, name: string, start = 0): Pick<Member, "offset" | "type"> | undefined {
  for (const one of type.members) if (one.name === name) return { offset: start + one.offset, type: one.type };
  for (const base of type.bases) {
    const record = plain(base.type);
    const found = record.kind === "record" && typeof base.offset === "number" ? member(record, name, start + base.offset) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** What a pointer type points to. */
function referenced(type: Type): Type | undefined {
  const found = plain(type);
  return found.kind === "pointer" ? found.referenced : undefined;
}

/** The elements from an address on. */
function row(element: Type, address: number, count: number, thing: Thing, items: Items, depth: number): Pick<Draft, "items" | "moreItems"> {
  const size = sizeOf(element);
  const shown = Math.min(count, ELEMENTS);
  const type: Type = { kind: "array", element, count, countAt: undefined };
  items.held.push({ address, size: count * size, type, path: thing.path, expression: thing.expression });
  const parts = Array.from({ length: shown }, (_none, at) => {
    const name = `[${at}]`;
    return items.item({ type: element, address: address + at * size, name, path: thing.path + name, expression: thing.expression && thing.expression + name, end: address + count * size }, depth + 1);
  });
  return { items: parts, moreItems: count - shown };
}

/** One element of those that lie apart from each other. */
function element(type: Type, address: number, name: string, thing: Thing, items: Items, depth: number): Draft {
  const [path, size] = [thing.path + name, sizeOf(type)];
  items.held.push({ address, size, type, path, expression: "" });
  return items.item({ type, address, name, path, expression: "", end: address + size }, depth + 1);
}

function vector(type: RecordType, thing: Thing, items: Items, depth: number): Partial<Draft> | undefined {
  const { view } = items.source;
  const [begin, end, cap] = ["__begin_", "__end_", "__cap_"].map((name) => member(type, name));
  const element = begin && referenced(begin.type);
  if (!element || !begin || !end || !cap || plain(end.type).kind !== "pointer") return undefined; // vector<bool>
  const [from, to, room] = [begin, end, cap].map(({ offset }) => view.pointer(thing.address + offset)) as [number, number, number];
  const size = sizeOf(element);
  const count = (to - from) / size;
  if (!Number.isInteger(count) || count < 0 || to > view.size) return undefined;
  const note = `${plural(count, "element")}, room for ${(room - from) / size}`;
  return { note, isChanged: view.isChanged(thing.address, type.size) || view.isChanged(from, to - from), ...row(element, from, count, thing, items, depth), ...(count === 0 ? { text: "{}" } : {}) };
}

function text(type: RecordType, thing: Thing, items: Items): Partial<Draft> | undefined {
  const { view } = items.source;
  const kept = member(type, "__rep_");
  const union = kept && plain(kept.type);
  if (!kept || union?.kind !== "record") return undefined;
  const long = union.members.find(({ name }) => name === "__l");
  const short = union.members.find(({ name }) => name === "__s");
  const [longType, shortType] = [long && plain(long.type), short && plain(short.type)];
  if (longType?.kind !== "record" || shortType?.kind !== "record") return undefined;
  const start = thing.address + kept.offset;
  const data = member(longType, "__data_");
  const count = member(longType, "__size_");
  const mark = shortType.members.find(({ name }) => name === "__is_long_")?.bits;
  const characters = data && referenced(data.type);
  if (!data || !count || !mark || !characters) return undefined;
  const isLong = ((view.bytes(start + (mark.at >> 3), 1)[0] ?? 0) >> (mark.at & 7)) & 1;
  const shortCount = shortType.members.find(({ name }) => name === "__size_")?.bits?.at ?? 0;
  const address = isLong ? view.pointer(start + data.offset) : start;
  const length = isLong ? view.pointer(start + count.offset) : (view.bytes(start + (shortCount >> 3), 1)[0] ?? 0) & 0x7f;
  const found = stringAt(view, address, length + 1, sizeOf(characters));
  if (isLong) items.held.push({ address, size: length + 1, type: { kind: "array", element: characters, count: length + 1, countAt: undefined }, path: thing.path, expression: thing.expression });
  return { text: found.text, note: plural(length, "character"), isChanged: view.isChanged(start, type.size) || (isLong === 1 && view.isChanged(address, length)) };
}

function viewed(type: RecordType, thing: Thing, items: Items): Partial<Draft> | undefined {
  const { view } = items.source;
  const [data, size] = [member(type, "__data_"), member(type, "__size_")];
  if (!data || !size) return undefined;
  const length = view.pointer(thing.address + size.offset);
  const characters = referenced(data.type);
  const address = view.pointer(thing.address + data.offset);
  return { text: stringAt(view, address, length, characters ? sizeOf(characters) : 1).text, note: plural(length, "character") };
}

/** A smart pointer: the pointer that it holds. */
function owner(type: RecordType, thing: Thing, items: Items, depth: number): Partial<Draft> | undefined {
  const pointer = member(type, "__ptr_");
  if (!pointer) return undefined;
  const name = "get()";
  const held = items.item({ ...thing, type: pointer.type, address: thing.address + pointer.offset, name, path: `${thing.path}.${name}` }, depth + 1);
  return { items: [held] };
}

/** A tree of nodes: left, right and parent, a colour, then the value. */
function tree(type: RecordType, thing: Thing, items: Items, depth: number): Partial<Draft> | undefined {
  const { view } = items.source;
  const kept = member(type, "__tree_");
  const inner = kept && plain(kept.type);
  if (inner?.kind !== "record") return undefined;
  const [first, end, size] = ["__begin_node_", "__end_node_", "__size_"].map((name) => member(inner, name));
  const value = valueType(type);
  if (!kept || !first || !end || !size || !value) return undefined;
  const start = thing.address + kept.offset;
  const count = view.pointer(start + size.offset);
  const align = alignOf(value);
  const offset = Math.ceil((3 * POINTER + 1) / align) * align;
  const parts: Draft[] = [];
  let node = view.pointer(start + first.offset);
  for (let at = 0; at < Math.min(count, ELEMENTS) && node > 0 && node < view.size; at++) {
    const name = `[${at}]`;
    parts.push(element(value, node + offset, name, thing, items, depth));
    node = nextNode(node, view);
  }
  return { items: parts, moreItems: count - parts.length, note: plural(count, "element"), ...(count === 0 ? { text: "{}" } : {}) };
}

/** The node that comes next in order. */
function nextNode(node: number, view: Items["source"]["view"]): number {
  const [left, right, parent] = [0, POINTER, 2 * POINTER];
  let next = view.pointer(node + right);
  if (next !== 0) {
    for (let left_ = view.pointer(next + left); left_ !== 0; left_ = view.pointer(next + left)) next = left_;
    return next;
  }
  let from = node;
  for (let steps = 0; steps < 64; steps++) {
    next = view.pointer(from + parent);
    if (view.pointer(next + left) === from) return next;
    from = next;
  }
  return 0;
}

/** What a map or a set holds: its allocator says so. */
function valueType(type: RecordType): Type | undefined {
  const allocator = type.typeArguments.map(plain).find((one) => one.kind === "record" && /^std::(?:__\w+::)?allocator</.test(one.name));
  return allocator?.kind === "record" ? allocator.typeArguments[0] : undefined;
}

function list(type: RecordType, thing: Thing, items: Items, depth: number): Partial<Draft> | undefined {
  const { view } = items.source;
  const [end, size] = [member(type, "__end_"), member(type, "__size_")];
  const value = type.typeArguments[0];
  if (!end || !size || !value) return undefined;
  const count = view.pointer(thing.address + size.offset);
  const align = alignOf(value);
  const offset = Math.ceil((2 * POINTER) / align) * align;
  let node = view.pointer(thing.address + end.offset + POINTER);
  const parts: Draft[] = [];
  for (let at = 0; at < Math.min(count, ELEMENTS) && node > 0 && node < view.size; at++) {
    const name = `[${at}]`;
    parts.push(element(value, node + offset, name, thing, items, depth));
    node = view.pointer(node + POINTER);
  }
  return { items: parts, moreItems: count - parts.length, note: plural(count, "element"), ...(count === 0 ? { text: "{}" } : {}) };
}

function optional(type: RecordType, thing: Thing, items: Items, depth: number): Partial<Draft> | undefined {
  const engaged = member(type, "__engaged_");
  const value = type.typeArguments[0];
  if (!engaged || !value) return undefined;
  if ((items.source.view.bytes(thing.address + engaged.offset, 1)[0] ?? 0) === 0) return { text: "no value" };
  return { items: [items.item({ ...thing, type: value, name: "value()", path: `${thing.path}.value()` }, depth + 1)] };
}

/** The alignment of a type, as clang lays it out for WebAssembly. */
export function alignOf(type: Type): number {
  const found = plain(type);
  if (found.kind === "array") return alignOf(found.element);
  if (found.kind === "base" && found.encoding === "complex") return found.size / 2;
  if (found.kind !== "record") return Math.min(Math.max(sizeOf(found), 1), 16);
  const parts = [...found.members.map((one) => alignOf(one.type)), ...found.bases.map((one) => alignOf(one.type))];
  return Math.max(1, ...parts);
}

function plural(count: number, word: string): string {
  return `${count} ${count === 1 ? word : `${word}s`}`;
}
