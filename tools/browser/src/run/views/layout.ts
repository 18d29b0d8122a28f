/** clang's record layouts (-fdump-record-layouts) as data, with the padding that they imply. */

/** A member as clang lists it; `depth` counts the records around it. */
interface Entry {
  readonly depth: number;
  /** In bits from the record's start. */
  readonly offset: number;
  /** In bits; undefined where only the type knows it. */
  readonly bits: number | undefined;
  /** The type as clang spells it, with the name behind it, or words in parentheses. */
  readonly text: string;
}

export interface RecordLayout {
  /** Such as "struct S"; for a record without a name, where it stands. */
  readonly name: string;
  readonly isUnion: boolean;
  /** Of the whole record, in bytes. */
  readonly size: number;
  readonly align: number;
  readonly entries: readonly Entry[];
}

export interface Piece {
  /** In bits from the record's start. */
  readonly offset: number;
  /** In bits; where nobody knows the size, all up to what comes next. */
  readonly bits: number;
  readonly isExact: boolean;
  readonly kind: "member" | "padding" | "vtable" | "empty";
  readonly type: string;
  /** With the bases and members around it, such as "B::i" or "in.a". */
  readonly name: string;
}

const HEAD = "*** Dumping AST Record Layout";
const ENTRY = /^\s*(?<byte>\d+)(?::(?<first>\d+)-(?<last>\d+))?\s\|\s(?<indent>\s*)(?<text>.*)$/;
/** A bit-field without a width is no member: it only ends the unit before it. */
const NO_WIDTH = /^\s*\d+:-\s/;
const VTABLE = /\((?:\S+ )?(?:vtable|vftable|vbtable) pointer\)/;
const EMPTY = /\(empty\)|^(?:struct|class|union) .*\(base\)/;
const SIZE = /\[sizeof=(\d+),(?: dsize=\d+,)? align=(\d+)/;

/** Every layout in a dump, in its order. */
export function parseLayouts(dump: string): RecordLayout[] {
  return dump
    .split(HEAD)
    .slice(1)
    .flatMap((part) => {
      const entries = part.split("\n").flatMap((line) => entryOf(line));
      const size = SIZE.exec(part);
      const [first, ...rest] = entries;
      if (!first || !size) return [];
      const name = first.text.replace(/ \(empty\)$/, "");
      const isUnion = name.startsWith("union ");
      return [{ name, isUnion, size: Number(size[1]), align: Number(size[2]), entries: rest }];
    });
}

function entryOf(line: string): Entry[] {
  const groups = NO_WIDTH.test(line) ? undefined : ENTRY.exec(line)?.groups;
  if (!groups) return [];
  const { byte, first, last, indent, text } = groups;
  const start = Number(first ?? 0);
  const bits = last === undefined ? undefined : Number(last) - start + 1;
  return [{ depth: (indent?.length ?? 0) / 2, offset: Number(byte) * 8 + start, bits, text: text ?? "" }];
}

/**
 * What the compiler has to be asked for a layout's members, as operands of sizeof: each member by
 * its way from the record, then its type, which is all there is for a record that has no name.
 * `record` is how the text names the record, if it can.
 */
export function questions(layout: RecordLayout, record: string | undefined): string[] {
  return leaves(layout)
    .filter(({ entry, text }) => entry.bits === undefined && !VTABLE.test(text) && !EMPTY.test(text))
    .flatMap((one) => asked(one, record));
}

/**
 * A layout's members and its padding in order, bits of unions beside each other.
 * `sizes` answers `questions`, in bytes; `pointer` is a pointer's.
 */
export function piecesOf(
  layout: RecordLayout,
  record: string | undefined,
  sizes: ReadonlyMap<string, number>,
  pointer: number,
): Piece[] {
  const bytesOf = (leaf: Leaf): number | undefined => {
    if (isReference(leaf.type)) return pointer;
    if (leaf.type.endsWith("[]")) return 0;
    return asked(leaf, record).map((question) => sizes.get(question)).find((size) => size !== undefined);
  };
  const pieces = leaves(layout).map((leaf) => piece(leaf, bytesOf, pointer));
  const total = layout.size * 8;
  return layout.isUnion ? tailed(pieces, total) : padded(pieces, total);
}

/** A member that is no record itself, or an empty one. */
interface Leaf {
  readonly entry: Entry;
  readonly text: string;
  readonly type: string;
  /** The way to it from the record, such as "B::i" or "in.a"; empty for one without a name. */
  readonly name: string;
}

function leaves({ entries }: RecordLayout): Leaf[] {
  const around: string[] = [];
  const found: Leaf[] = [];
  entries.forEach((entry, index) => {
    around.length = Math.max(entry.depth - 1, 0);
    if (isLeaf(entries, index)) {
      const { type, name } = split(entry.text);
      found.push({ entry, text: entry.text, type, name: name && around.join("") + name });
    } else around.push(joint(entry.text));
  });
  return found;
}

function asked({ type, name }: Leaf, record: string | undefined): string[] {
  return [...(record && name ? [`((${record} *)0)->${name}`] : []), type === "_Bool" ? "bool" : type];
}

function isLeaf(entries: readonly Entry[], index: number): boolean {
  return (entries[index + 1]?.depth ?? 0) <= (entries[index]?.depth ?? 0);
}

function piece({ entry, text, type, name }: Leaf, bytesOf: (leaf: Leaf) => number | undefined, pointer: number): Piece {
  const { offset } = entry;
  if (VTABLE.test(text)) {
    const said = { type: "pointer to its virtual functions", name: "(vtable)" };
    return { offset, bits: pointer * 8, isExact: true, kind: "vtable", ...said };
  }
  if (EMPTY.test(text)) return { offset, bits: 0, isExact: true, kind: "empty", type, name };
  if (entry.bits !== undefined) {
    const said = { type: `${type} : ${entry.bits}`, name: name || "(unnamed)" };
    return { offset, bits: entry.bits, isExact: true, kind: "member", ...said };
  }
  const bytes = bytesOf({ entry, text, type, name });
  return { offset, bits: (bytes ?? 0) * 8, isExact: bytes !== undefined, kind: "member", type, name };
}

/** How the members of a base or of a record inside are introduced. */
function joint(text: string): string {
  const base = /^(?:struct|class) (.*?) \((?:primary |virtual )*base\)/.exec(text);
  if (base) return `${base[1]}::`;
  const { name } = split(text);
  return name === "" ? "" : `${name}.`;
}

/** A member's type and name: the last word is the name, unless there is none. */
function split(text: string): { type: string; name: string } {
  const plain = text.replace(/ \((?:empty|primary base|base|primary virtual base|virtual base)\)/g, "");
  const match = /^(?<type>.*[\s*&)\]]) ?(?<name>[\p{L}_$][\p{L}\p{M}\p{N}_$]*)$/u.exec(plain);
  const nameless = /\((?:anonymous|unnamed)[^)]*\)$/.test(plain);
  if (!match?.groups || nameless) return { type: plain.trim(), name: "" };
  return { type: (match.groups["type"] ?? "").trim(), name: match.groups["name"] ?? "" };
}

function isReference(type: string): boolean {
  return type.endsWith("&");
}

/** The pieces with what lies between and behind them; no padding is made of a size that nobody knows. */
function padded(pieces: readonly Piece[], total: number): Piece[] {
  const all: Piece[] = [];
  let at = 0;
  const fill = (next: number): void => {
    const last = all.at(-1);
    if (last && !last.isExact) all[all.length - 1] = { ...last, bits: next - last.offset };
    else if (at < next) all.push(padding(at, next - at));
  };
  for (const piece of [...pieces].sort((one, other) => one.offset - other.offset)) {
    fill(piece.offset);
    all.push(piece);
    at = Math.max(at, piece.offset + piece.bits);
  }
  fill(total);
  return all;
}

/** A union's pieces, which all begin at its start, and what the longest leaves of it. */
function tailed(pieces: readonly Piece[], total: number): Piece[] {
  const known = pieces.map((one) => (one.isExact ? one : { ...one, bits: total - one.offset }));
  const longest = end(known);
  return longest < total ? [...known, padding(longest, total - longest)] : known;
}

/** The bit behind the last one of some pieces. */
export function end(pieces: readonly Piece[]): number {
  return pieces.reduce((last, { offset, bits }) => Math.max(last, offset + bits), 0);
}

function padding(offset: number, bits: number): Piece {
  return { offset, bits, isExact: true, kind: "padding", type: "", name: "padding" };
}

/** An offset or a length in bytes, with bits behind it where they do not fill one. */
export function inBytes(bits: number): string {
  const rest = bits % 8;
  return rest === 0 ? String(bits / 8) : `${Math.floor(bits / 8)} and ${rest} bits`;
}
