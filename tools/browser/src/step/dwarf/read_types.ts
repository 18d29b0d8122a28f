/** DWARF's entries for types, read into types, each one once. */
import { ADDRESS_SIZE, type Entries, type Entry } from "./entries";
import { VOID, type ArrayType, type BaseClass, type Encoding, type Member, type RecordType, type Type } from "./types";
import { AT, ATE, TAG } from "./words";

const POINTER_SIZE = ADDRESS_SIZE;
const INT_SIZE = 4;
/** What a qualifying entry stands for. */
const QUALIFIERS: ReadonlyMap<number, "const" | "volatile" | "restrict" | "_Atomic"> = new Map([
  [TAG.const, "const"],
  [TAG.volatile, "volatile"],
  [TAG.restrict, "restrict"],
  [TAG.atomic, "_Atomic"],
]);
const ENCODINGS: ReadonlyMap<number, Encoding> = new Map([
  [ATE.boolean, "bool"],
  [ATE.complex, "complex"],
  [ATE.float, "float"],
  [ATE.signed, "signed"],
  [ATE.signedChar, "char"],
  [ATE.unsigned, "unsigned"],
  [ATE.unsignedChar, "char"],
  [ATE.utf, "utf"],
]);
const WORDS: ReadonlyMap<number, "struct" | "union" | "class"> = new Map([
  [TAG.structure, "struct"],
  [TAG.union, "union"],
  [TAG.class, "class"],
]);
/** Entries that are part of the names of what is in them. */
const NAMING: ReadonlySet<number> = new Set([TAG.namespace, TAG.structure, TAG.class, TAG.union]);
/** Implementation namespaces, which no reader writes. */
const HIDDEN_NAMESPACE = /^__\w+$/;
const TEMPLATE_TYPE_PARAMETER = 0x2f;

export class Types {
  readonly #known = new Map<number, Type>();
  /** The entries of complete classes by name, when somebody has asked for one. */
  #classes: ReadonlyMap<string, Entry> | undefined;

  constructor(readonly entries: Entries) {}

  /** The type that an entry has; void if it has none. */
  of(entry: Entry): Type {
    const offset = this.entries.inherited(entry, AT.type);
    const found = typeof offset === "number" ? this.entries.at(offset) : undefined;
    return found ? this.read(found) : VOID;
  }

  /** The type that an entry describes. */
  read(entry: Entry): Type {
    const known = this.#known.get(entry.offset);
    if (known) return known;
    const record = WORDS.get(entry.tag);
    if (record) return this.#record(entry, record);
    const type = this.#other(entry);
    this.#known.set(entry.offset, type);
    return type;
  }

  /** A complete class of this name, if any unit has it. */
  complete(name: string): RecordType | undefined {
    this.#classes ??= new Map(this.entries.units.flatMap(({ root }) => [...classesIn(root)]));
    const entry = this.#classes.get(name);
    const found = entry && this.read(entry);
    return found?.kind === "record" ? found : undefined;
  }

  #other(entry: Entry): Type {
    const qualifier = QUALIFIERS.get(entry.tag);
    if (qualifier) return { kind: "qualified", qualifier, type: this.of(entry) };
    switch (entry.tag) {
      case TAG.base:
        return base(entry);
      case TAG.pointer:
        return this.#later({ kind: "pointer", size: entry.number(AT.byteSize) ?? POINTER_SIZE }, entry);
      case TAG.reference:
      case TAG.rvalueReference:
        return this.#later({ kind: "reference", size: POINTER_SIZE, isRvalue: entry.tag === TAG.rvalueReference }, entry);
      case TAG.pointerToMember: {
        const ownerEntry = this.entries.follow(entry, AT.containingType);
        const owner: Type = ownerEntry ? this.read(ownerEntry) : VOID;
        const referenced = this.of(entry);
        const size = referenced.kind === "function" ? 2 * POINTER_SIZE : POINTER_SIZE;
        return { kind: "member pointer", size, referenced, owner };
      }
      case TAG.array:
        return this.#array(entry);
      case TAG.enumeration:
        return this.#enumeration(entry);
      case TAG.subroutineType:
        return this.functionType(entry);
      case TAG.typedef:
        return { kind: "typedef", name: qualifiedName(entry), type: this.of(entry) };
      default:
        return { kind: "unknown", name: entry.name ?? "" };
    }
  }

  /** A type that may be met again inside of what it refers to, which is read when somebody asks. */
  #later<Made extends { readonly kind: string }>(made: Made, entry: Entry): Type {
    let found: Type | undefined;
    const read = (): Type => (found ??= this.of(entry));
    return Object.defineProperty(made, "referenced", { get: read, enumerable: true }) as unknown as Type;
  }

  /** The type of a function, from its entry or that of a pointer's referenced type. */
  functionType(entry: Entry): Type {
    const isParameter = (one: Entry): boolean => one.tag === TAG.parameter && !one.flag(AT.artificial);
    return {
      kind: "function",
      returns: this.of(entry),
      parameters: entry.children.filter(isParameter).map((one) => this.of(one)),
      isVariadic: entry.children.some((one) => one.tag === TAG.unspecifiedParameters),
      hasPrototype: entry.get(0x27) === true,
    };
  }

  #array(entry: Entry): Type {
    let type = this.of(entry);
    const ranges = entry.children.filter((one) => one.tag === TAG.subrange);
    for (const range of ranges.reverse()) {
      const count = range.get(AT.count);
      const last = range.number(AT.upperBound);
      const isReference = typeof count === "number" && this.entries.at(count)?.tag === TAG.variable && isReferenceForm(range);
      const made: ArrayType = {
        kind: "array",
        element: type,
        count: isReference ? undefined : typeof count === "number" ? count : last === undefined ? undefined : last + 1,
        countAt: isReference ? count : undefined,
      };
      type = made;
    }
    return type;
  }

  #enumeration(entry: Entry): Type {
    const underlying = this.of(entry);
    const values = entry.children.filter((one) => one.tag === TAG.enumerator);
    const enumerators = values.map((one) => {
      const value = one.get(AT.constValue);
      return { name: one.name ?? "", value: typeof value === "number" || typeof value === "bigint" ? value : 0 };
    });
    return {
      kind: "enum",
      name: qualifiedName(entry),
      size: entry.number(AT.byteSize) ?? INT_SIZE,
      isSigned: underlying.kind === "base" && underlying.encoding !== "unsigned" && underlying.encoding !== "bool",
      isScoped: entry.flag(AT.enumClass),
      enumerators,
    };
  }

  #record(entry: Entry, word: "struct" | "union" | "class"): Type {
    const name = qualifiedName(entry);
    const isComplete = !entry.flag(AT.declaration);
    const bases: BaseClass[] = [];
    const members: Member[] = [];
    const made: RecordType = {
      kind: "record",
      word,
      name,
      size: entry.number(AT.byteSize) ?? 0,
      bases,
      members,
      isComplete,
      isLambda: word === "class" && entry.name === undefined,
      typeArguments: [],
    };
    // Before its members, which may lead back to it.
    this.#known.set(entry.offset, made);
    for (const child of entry.children) {
      if (child.tag === TAG.inheritance) {
        bases.push({ type: this.of(child), offset: child.expression(AT.memberLocation) ?? child.number(AT.memberLocation) ?? 0 });
      } else if (child.tag === TAG.member && !child.flag(AT.external) && !child.flag(AT.declaration)) {
        members.push(this.#member(child));
      } else if (child.tag === TEMPLATE_TYPE_PARAMETER) {
        (made.typeArguments as Type[]).push(this.of(child));
      }
    }
    return made;
  }

  #member(entry: Entry): Member {
    const count = entry.number(AT.bitSize);
    const at = entry.number(AT.dataBitOffset) ?? (entry.number(AT.memberLocation) ?? 0) * 8;
    return {
      name: entry.name ?? "",
      type: this.of(entry),
      offset: count === undefined ? (entry.number(AT.memberLocation) ?? 0) : Math.floor(at / 8),
      bits: count === undefined ? undefined : { at, count },
      isArtificial: entry.flag(AT.artificial) || (entry.name?.startsWith("_vptr$") ?? false),
    };
  }
}

/** The complete classes in an entry, and in its namespaces and classes. */
function* classesIn(entry: Entry): Generator<[string, Entry]> {
  for (const child of entry.children) {
    if (WORDS.has(child.tag) && !child.flag(AT.declaration) && child.name !== undefined) yield [qualifiedName(child), child];
    if (NAMING.has(child.tag)) yield* classesIn(child);
  }
}

/** The name of an entry with those of its namespaces and classes. */
export function qualifiedName(entry: Entry): string {
  const own = entry.name ?? "";
  if (own === "") return "";
  const before: string[] = [];
  for (let parent = entry.parent; parent; parent = parent.parent) {
    if (!NAMING.has(parent.tag)) continue;
    const name = parent.name ?? (parent.tag === TAG.namespace ? "(anonymous namespace)" : "");
    if (name !== "" && !HIDDEN_NAMESPACE.test(name)) before.unshift(name);
  }
  return [...before, own].join("::");
}

function base(entry: Entry): Type {
  const name = entry.name ?? "";
  const size = entry.number(AT.byteSize) ?? 0;
  const encoding = ENCODINGS.get(entry.number(AT.encoding) ?? 0) ?? "unsigned";
  return { kind: "base", name, size, encoding };
}

/** Whether a count is given by a variable's entry and not by a number. */
function isReferenceForm(range: Entry): boolean {
  const { pairs } = range.abbreviation;
  for (let at = 0; at < pairs.length; at += 2) {
    const form = pairs[at + 1] ?? 0;
    if (pairs[at] === AT.count) return form >= 0x10 && form <= 0x15;
  }
  return false;
}
