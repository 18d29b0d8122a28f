/**
 * A moment of a recorded run: all that a picture of it is drawn from. It is plain data that can be
 * written as JSON, has no reference to the recording, and names its parts by paths.
 *
 * A path is a root and the way to a part of it: `main#0/list.head` is member `head` of variable `list`
 * of the call with number 0, `block#3[2]` element 2 of the third block of the heap, `static/count` a
 * variable with static storage duration, `literal#8388608` a string literal at its address.
 */

/** The way to the pointer to virtual functions, at the end of its path. */
export const VIRTUAL = ".(virtual)";

/** Whether an item is the pointer to virtual functions. */
export function isVirtual({ path }: Pick<Item, "path">): boolean {
  return path.endsWith(VIRTUAL);
}

/** A line of the program. */
export interface Place {
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

export interface Moment {
  /** How many steps have been made: the moment is the one before the step of this number. */
  readonly step: number;
  /** How many steps the run has, as far as that is known. */
  readonly steps: number;
  /** The line that runs next; null at the end. */
  readonly next: Place | null;
  /** The line that ran last; null at the start. */
  readonly did: Place | null;
  /** What the last step did, as sentences. */
  readonly sentence: string;
  /** What the program has printed so far. */
  readonly output: { readonly stdout: string; readonly stderr: string };
  /** The running calls, the newest first. Of very many, those in the middle are left out. */
  readonly frames: readonly Frame[];
  /** How many calls are left out, behind which of the frames; 0 and 0 if all are there. */
  readonly moreFrames: { readonly count: number; readonly after: number };
  /** Variables with static storage duration that are declared outside of functions. */
  readonly statics: readonly Item[];
  /** Blocks of the heap, in the order in which they were made. */
  readonly blocks: readonly Block[];
  /** How many blocks there are beside these. */
  readonly moreBlocks: number;
  /** String literals that something points at. */
  readonly literals: readonly Item[];
  /** From each pointer and reference that leads somewhere. */
  readonly arrows: readonly Arrow[];
  /** Mistakes with memory that the last step made. */
  readonly findings: readonly Told[];
  /** How the run ended, if this is its end; otherwise null. */
  readonly end: string | null;
}

/** One call of a function. */
export interface Frame {
  readonly path: string;
  readonly name: string;
  /** Where it is: the line that runs next, or the one that made the call. */
  readonly at: Place;
  /** Whether it is the innermost call. */
  readonly isTop: boolean;
  /** The value that it is about to return, if it returns now. */
  readonly returns: string | null;
  readonly items: readonly Item[];
  /** Its variables with static storage duration. */
  readonly statics: readonly Item[];
}

/** Whether bytes may be read. */
export type State =
  | "set"
  /** Nothing was written there yet. */
  | "unset"
  /** Something was written to some of them. */
  | "partly set"
  /** They belong to no object: freed, or of a block that has ended. */
  | "gone";

export type ItemKind =
  | "number"
  | "character"
  | "boolean"
  | "enumerator"
  | "complex"
  | "pointer"
  | "reference"
  | "array"
  /** An array of characters with a string in it. */
  | "string"
  | "struct"
  | "union"
  | "class"
  /** An object of the standard library, shown as what it stands for; `raw` has its members. */
  | "library"
  /** Bytes between members that belong to none. */
  | "padding"
  /** Memory whose type nobody knows. */
  | "bytes"
  | "function"
  | "unknown";

/** A variable, a member, an element, or a base class: an object with its value. */
export interface Item {
  readonly path: string;
  /** How it is called where it stands: `p`, `next`, `[2]`. */
  readonly name: string;
  /** How the program can name it: `p->next`; empty if it cannot. */
  readonly expression: string;
  readonly kind: ItemKind;
  /** The type as C writes it. */
  readonly type: string;
  /** For variables and members, the whole declaration: `int (*compare)(const void *, const void *)`. */
  readonly declaration: string;
  readonly address: number;
  /** In bytes. */
  readonly size: number;
  /** The value in one line; of an array or a struct a short form of it. */
  readonly text: string;
  readonly state: State;
  /** Whether the last step wrote another value to it or to a part of it. */
  readonly isChanged: boolean;
  /** Its bytes as two hexadecimal digits each, `..` for one that was never written; for scalars and strings. */
  readonly bytes: string;
  /** What else is to be said of it: a bit-field's width, the member of a union written last. */
  readonly note: string;
  /** Its parts. */
  readonly items: readonly Item[];
  /** How many elements there are beside these. */
  readonly moreItems: number;
  /** The parts of an object of the standard library as they lie in memory. */
  readonly raw: readonly Item[];
  /** The line of its declaration, for variables; otherwise 0. */
  readonly line: number;
}

/** A block of the heap. */
export interface Block {
  readonly path: string;
  /** Counted from 1 in the order of their making. */
  readonly number: number;
  readonly address: number;
  readonly size: number;
  /** malloc, calloc, strdup, new, new[], throw and so on. */
  readonly maker: string;
  /** The line that made it; null for what was there before the program's first line, such as its arguments. */
  readonly made: Place | null;
  readonly isFreed: boolean;
  readonly freed: Place | null;
  /** Whether nothing leads to it from the program's variables, though it was not freed. */
  readonly isLost: boolean;
  readonly item: Item;
}

/** Where a pointer leads. */
export type Target =
  /** An object, or a part of one. */
  | "object"
  /** The place behind the last byte of an object. */
  | "end"
  | "freed"
  /** A variable of a call or a block that has ended. */
  | "dead"
  | "function"
  | "null"
  /** Anywhere else. */
  | "wild";

export interface Arrow {
  /** The path of a pointer or reference. */
  readonly from: string;
  /** The path of what it leads to; empty if that is not in the picture. */
  readonly to: string;
  readonly target: Target;
  /** In words: "x", "the block made in line 9", "null". */
  readonly text: string;
}

/** A mistake, in words. */
export interface Told {
  readonly kind: string;
  readonly text: string;
  readonly place: Place | null;
}
