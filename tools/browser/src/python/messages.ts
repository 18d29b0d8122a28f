/** What the page and Python's Worker say to each other; answer.py says what is in an answer. */

/** A place in a text: [start, end], counted in code points. */
export type Span = readonly [number, number];

export type Request =
  | {
      readonly ask: "read" | "write";
      readonly text: string;
      readonly std: string | null;
      readonly limit: number;
    }
  | { readonly ask: "confirm"; readonly text: string; readonly std: string | null }
  | { readonly ask: "picture"; readonly text: string; readonly std: string | null; readonly index: number };

export interface Finding {
  readonly severity: "error" | "warning" | "note";
  readonly rule: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly advice: string;
  readonly span: Span;
  readonly clause: string | null;
}

export interface Stop {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** A place, the kind of phrase that says it, and the number of its stop. */
export type Mark = readonly [start: number, end: number, kind: string, stop: number];

export interface Reading {
  readonly name: string | null;
  readonly prose: string;
  readonly cdecl: string;
  readonly c: string;
  readonly stops: readonly Stop[];
  readonly marks: readonly Mark[];
  readonly notes: readonly { readonly rule: string; readonly message: string }[];
}

/** The answer to "read"; that to "write" has the C as well, null where there is none. */
export interface Explained {
  readonly ok: boolean;
  readonly c?: string | null;
  readonly html: string | null;
  readonly readings: readonly Reading[];
  /** How many readings there are beyond these. */
  readonly more?: number;
  readonly diagnostics: readonly Finding[];
}

/** The answer to "confirm": C for a compiler, the names that it compares, whether all is well to us. */
export interface Confirmation {
  readonly code: string;
  readonly names: readonly string[];
  readonly std: string;
  readonly ok: boolean;
}

/** The answer to "picture". */
export interface Picture {
  readonly svg: string | null;
}

export interface ToWorker {
  readonly id: number;
  readonly request: Request;
}

export type FromWorker =
  | { readonly kind: "arrived"; readonly done: number; readonly total: number }
  | { readonly kind: "starting" }
  | { readonly kind: "ready" }
  | { readonly kind: "failed"; readonly message: string }
  /** Python raised an exception, which is a mistake of ours; it goes on. */
  | { readonly kind: "raised"; readonly id: number; readonly message: string }
  | { readonly kind: "answer"; readonly id: number; readonly answer: unknown; readonly took: number };

/** What has to come before Python runs, by the build's names. */
export const PARTS = [
  "pyodide.asm.wasm.gz",
  "python_stdlib.zip",
  "pycparser.whl",
  "cexplain.whl",
] as const;
