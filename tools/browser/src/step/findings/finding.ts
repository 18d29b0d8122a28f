/** Mistakes with memory, as they are seen while a program runs. */
import type { Block } from "../record/heap";

export type FindingKind =
  /** An access at an address that is null, or nearly. */
  | "null"
  /** An access beyond the end of memory. */
  | "wild"
  /** An access to a block that was freed. */
  | "freed"
  /** An access before or behind a block. */
  | "block end"
  /** An access to what a container of C++ has in reserve, past its last element. */
  | "container"
  /** An access to the frame of a call that has ended. */
  | "dead"
  /** An access to a variable whose block has ended, or has not got there yet. */
  | "ended"
  /** An access next to a variable on the stack, or to one with static storage duration. */
  | "variable end"
  /** An index that is too large for its array, or negative. */
  | "bounds"
  /** A write to a constant, such as a string literal. */
  | "constant"
  /** A read of what was never written. */
  | "uninitialised"
  | "double free"
  /** free of an address inside of a block, or of no block at all. */
  | "inside free"
  | "foreign free"
  /** A block that is freed by another function than the one that belongs to its maker. */
  | "mismatch"
  /** A block that was not freed when the program ended. */
  | "leak";

export interface Finding {
  readonly kind: FindingKind;
  /** The step in which it happened, and that step's row. */
  readonly step: number;
  readonly row: number;
  readonly address: number;
  readonly size: number;
  /** How many blocks a leak is about; 1 for all else. */
  readonly count: number;
  readonly isWrite: boolean;
  /** The site that did it; of a library if `isLibrary`. 0 if there is none. */
  readonly site: number;
  readonly isLibrary: boolean;
  /** The site of the call of a library that the program was in; 0 if there is none. */
  readonly call: number;
  /** The block that it is about, or the variable: which one, of which function, and how far from its start. */
  readonly block: Block | undefined;
  readonly variable: { readonly name: string; readonly type: string; readonly size: number; readonly func: string; readonly offset: number } | undefined;
  /** For "bounds": the array's type and the index, as the compiler tells them. */
  readonly bounds: { readonly type: string; readonly index: number; readonly line: number; readonly column: number } | undefined;
}

/** So many are kept; a program with more has one mistake many times. */
export const MOST_FINDINGS = 100;
