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
  readonly bits: number;
  readonly kind: "member" | "padding" | "vtable" | "empty";
  readonly type: string;
  /** With the bases and members around it, such as "B::i" or "in.a". */
  readonly name: string;
}

const HEAD = "*** Dumping AST Record Layout";
const ENTRY = /^\s*(?<byte>\d+)(?::(?<first>\d+)-(?<last>\d+)|:-)?\s\|\s(?<indent>\s*)(?<text>.*)$/;
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
  const groups = ENTRY.exec(line)?.groups;
  if (!groups) return [];
  const { byte, first, last, indent, text } = groups;
  const start = Number(first ?? 0);
  const bits = last === undefined ? undefined : Number(last) - start + 1;
  return [{ depth: (indent?.length ?? 0) / 2, offset: Number(byte) * 8 + start, bits, text: text ?? "" }];
}

/** The types whose sizes a layout does not tell: those of members that are no records. */
export function typesOf(layout: RecordLayout): string[] {
  const leaves = layout.entries.filter((entry, index) => isLeaf(layout.entries, index) && entry.bits === undefined);
  const members = leaves.filter(({ text }) => !VTABLE.test(text) && !EMPTY.test(text));
  const types = members.map(({ text }) => split(text).type).filter((type) => type !== "" && !isReference(type));
  return [...new Set(types)];
}

/**
 * A layout's members and its padding in order, bits of unions beside each other.
 * `sizes` are in bytes by type; `pointer` is a pointer's.
 */
export function piecesOf(layout: RecordLayout, sizes: ReadonlyMap<string, number>, pointer: number): Piece[] {
  const around: string[] = [];
  const pieces: Piece[] = [];
  layout.entries.forEach((entry, index) => {
    around.length = Math.max(entry.depth - 1, 0);
    if (isLeaf(layout.entries, index)) pieces.push(leaf(entry, around, sizes, pointer));
    else around.push(joint(entry.text));
  });
  return layout.isUnion ? pieces : padded(pieces, layout.size * 8);
}

function isLeaf(entries: readonly Entry[], index: number): boolean {
  return (entries[index + 1]?.depth ?? 0) <= (entries[index]?.depth ?? 0);
}

function leaf(entry: Entry, around: readonly string[], sizes: ReadonlyMap<string, number>, pointer: number): Piece {
  const { offset, text } = entry;
  if (VTABLE.test(text)) {
    return { offset, bits: pointer * 8, kind: "vtable", type: "pointer to its virtual functions", name: "(vtable)" };
  }
  const { type, name } = split(text);
  const full = around.join("") + name;
  if (EMPTY.test(text)) return { offset, bits: 0, kind: "empty", type, name: full };
  const bytes = isReference(type) ? pointer : (sizes.get(type) ?? 0);
  const shown = entry.bits === undefined ? type : `${type} : ${entry.bits}`;
  return { offset, bits: entry.bits ?? bytes * 8, kind: "member", type: shown, name: full };
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
  const match = /^(?<type>.*[\s*&)\]]) ?(?<name>[A-Za-z_]\w*)$/.exec(plain);
  const nameless = /\((?:anonymous|unnamed)[^)]*\)$/.test(plain);
  if (!match?.groups || nameless) return { type: plain.trim(), name: "" };
  return { type: (match.groups["type"] ?? "").trim(), name: match.groups["name"] ?? "" };
}

function isReference(type: string): boolean {
  return type.endsWith("&");
}

/** The pieces with what lies between and behind them. */
function padded(pieces: readonly Piece[], total: number): Piece[] {
  const all: Piece[] = [];
  let at = 0;
  for (const piece of [...pieces].sort((one, other) => one.offset - other.offset)) {
    if (piece.offset > at) all.push(padding(at, piece.offset - at));
    all.push(piece);
    at = Math.max(at, piece.offset + piece.bits);
  }
  if (at < total) all.push(padding(at, total - at));
  return all;
}

function padding(offset: number, bits: number): Piece {
  return { offset, bits, kind: "padding", type: "", name: "padding" };
}

/** An offset or a length in bytes, with bits behind it where they do not fill one. */
export function inBytes(bits: number): string {
  const rest = bits % 8;
  return rest === 0 ? String(bits / 8) : `${Math.floor(bits / 8)} and ${rest} bits`;
}
