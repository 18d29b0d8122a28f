/** Types as DWARF describes them, in ISO C's and C++'s words. */

export type Type = Void | Base | Pointer | Reference | MemberPointer | ArrayType | RecordType | Enumeration | FunctionType | Typedef | Qualified | Unknown;

export interface Void {
  readonly kind: "void";
}

export type Encoding = "signed" | "unsigned" | "char" | "bool" | "float" | "complex" | "utf";

export interface Base {
  readonly kind: "base";
  readonly name: string;
  readonly size: number;
  readonly encoding: Encoding;
}

export interface Pointer {
  readonly kind: "pointer";
  readonly size: number;
  readonly referenced: Type;
}

export interface Reference {
  readonly kind: "reference";
  readonly size: number;
  readonly referenced: Type;
  readonly isRvalue: boolean;
}

export interface MemberPointer {
  readonly kind: "member pointer";
  readonly size: number;
  readonly referenced: Type;
  readonly owner: Type;
}

export interface ArrayType {
  readonly kind: "array";
  readonly element: Type;
  /** undefined for one that is told when the program runs, or nowhere: a flexible array member. */
  readonly count: number | undefined;
  /** Where the entry of the variable that holds the count of a variable length array is. */
  readonly countAt: number | undefined;
}

export interface Member {
  /** Empty for an anonymous struct or union. */
  readonly name: string;
  readonly type: Type;
  /** In bytes; of the storage unit for a bit-field. */
  readonly offset: number;
  /** Only for a bit-field: where its bits begin, counted from the record's, and how many there are. */
  readonly bits: { readonly at: number; readonly count: number } | undefined;
  /** Made by the compiler, such as the pointer to the virtual functions. */
  readonly isArtificial: boolean;
}

export interface BaseClass {
  readonly type: Type;
  /** In bytes; for a virtual base, the expression that finds it in an object. */
  readonly offset: number | Uint8Array;
}

export interface RecordType {
  readonly kind: "record";
  readonly word: "struct" | "union" | "class";
  /** With its namespaces and classes; empty without a tag. */
  readonly name: string;
  readonly size: number;
  readonly bases: readonly BaseClass[];
  readonly members: readonly Member[];
  /** Whether its members are known; a class of a library may only be declared. */
  readonly isComplete: boolean;
  /** Whether it is the class of a lambda expression. */
  readonly isLambda: boolean;
  /** Arguments of the template that are types. */
  readonly typeArguments: readonly Type[];
}

export interface Enumeration {
  readonly kind: "enum";
  readonly name: string;
  readonly size: number;
  readonly isSigned: boolean;
  readonly isScoped: boolean;
  readonly enumerators: readonly { readonly name: string; readonly value: number | bigint }[];
}

export interface FunctionType {
  readonly kind: "function";
  readonly returns: Type;
  readonly parameters: readonly Type[];
  readonly isVariadic: boolean;
  /** Whether nothing is said of the parameters, as in int f() before C23. */
  readonly hasPrototype: boolean;
}

export interface Typedef {
  readonly kind: "typedef";
  readonly name: string;
  readonly type: Type;
}

export interface Qualified {
  readonly kind: "qualified";
  readonly qualifier: "const" | "volatile" | "restrict" | "_Atomic";
  readonly type: Type;
}

export interface Unknown {
  readonly kind: "unknown";
  readonly name: string;
}

export const VOID: Void = { kind: "void" };

/** The type without typedefs and qualifiers. */
export function plain(type: Type): Exclude<Type, Typedef | Qualified> {
  let found = type;
  while (found.kind === "typedef" || found.kind === "qualified") found = found.type;
  return found;
}

/** How many bytes an object of the type has; 0 for one that has no size of its own. */
export function sizeOf(type: Type): number {
  const found = plain(type);
  switch (found.kind) {
    case "array":
      return (found.count ?? 0) * sizeOf(found.element);
    case "void":
    case "function":
    case "unknown":
      return 0;
    default:
      return found.size;
  }
}

/** Whether the type has no parts: a number, a pointer, a truth value or an enumerator. */
export function isScalar(type: Type): boolean {
  return ["base", "pointer", "enum", "reference", "member pointer"].includes(plain(type).kind);
}

/** Whether an array's elements are characters, so that it may hold a string. */
export function isCharacter(type: Type): boolean {
  const found = plain(type);
  return found.kind === "base" && (found.encoding === "char" || found.encoding === "utf");
}

export function isConst(type: Type): boolean {
  let found = type;
  while (found.kind === "typedef" || found.kind === "qualified") {
    if (found.kind === "qualified" && found.qualifier === "const") return true;
    found = found.type;
  }
  return found.kind === "array" && isConst(found.element);
}

/** The type with the lengths that `count` knows, for arrays and pointers to arrays whose length the program computes. */
export function counted(type: Type, count: (entry: number) => number | undefined): Type {
  switch (type.kind) {
    case "array": {
      const element = counted(type.element, count);
      const length = type.countAt === undefined ? type.count : count(type.countAt);
      return element === type.element && length === type.count ? type : { ...type, element, count: length, countAt: length === undefined ? type.countAt : undefined };
    }
    case "pointer": {
      const found = plain(type.referenced);
      const referenced = found.kind === "array" ? counted(found, count) : type.referenced;
      return referenced === type.referenced || referenced === found ? type : { kind: "pointer", size: type.size, referenced };
    }
    case "typedef":
    case "qualified": {
      const inner = counted(type.type, count);
      return inner === type.type ? type : { ...type, type: inner };
    }
    default:
      return type;
  }
}
