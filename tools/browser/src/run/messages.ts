/** What the page and a program's Worker say to each other. */

export interface Start {
  readonly wasm: Uint8Array<ArrayBuffer>;
  readonly args: readonly string[];
  readonly stdin: string;
  /** Files that the program may open, by name. */
  readonly files: Readonly<Record<string, string>>;
}

export type Stream = "stdout" | "stderr";

export type News =
  | { readonly kind: "wrote"; readonly stream: Stream; readonly text: string }
  | ({ readonly kind: "ended" } & Ended);

/** What is known of a program when it has ended. */
export interface Ended {
  readonly end: End;
  /** Where it used a null pointer and went on. */
  readonly nulls: Reports;
  /** Whether it read at the end of its standard input. */
  readonly isStarved: boolean;
}

/** How a program ended; `status` is what a shell would report, 128 and a signal's number included. */
export type End =
  | { readonly kind: "exited"; readonly status: number; readonly value: number } // what main returned, of which a shell sees eight bits
  | { readonly kind: "trapped"; readonly status: number; readonly trap: Trap }
  | { readonly kind: "undefined"; readonly status: number; readonly at: Undefined }
  | { readonly kind: "flooded"; readonly most: string }
  | { readonly kind: "unfit"; readonly why: string } // it was never started
  | { readonly kind: "stopped" };

/** What UBSan found, and where: line and column from 1, the column in bytes. */
export interface Undefined {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Places that a program reported: the first, as many as a page lists, and how many there were beyond them. */
export interface Reports {
  readonly first: readonly Undefined[];
  readonly more: number;
}

export type Trap =
  | "signal" // raise(), where nothing handles it
  | "abort" // abort(), a failed assert, or what the compiler holds to be impossible
  | "memory" // an access beyond the memory's end
  | "stack" // too many calls inside each other
  | "call" // a call through a pointer of another type, or of none
  | "division"
  | "conversion" // a floating value that no integer of the type can hold
  | "exception" // thrown and never caught
  | "exhausted" // the page has no memory to give
  | "unknown";

/** What a program may print before it is ended: more would freeze the page, and nobody reads it. */
export const FLOOD = { characters: 200_000, lines: 20_000 } as const;
/** As many places of undefined behaviour as a program tells one by one; the rest is counted. */
export const MOST_REPORTS = 100;
/** What a program and its files may use at most, in bytes; malloc answers with a null pointer beyond it. */
export const MEMORY = 256 * 1024 * 1024;
