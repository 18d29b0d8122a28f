/** What the page and Python's Worker say to each other; answer.py says what is in an answer. */

/** A place in a text: [start, end], counted in code points. */
export type Span = readonly [number, number];

export type Request =
  | {
      readonly ask: "read" | "write";
      readonly text: string;
      readonly std: string | null;
      readonly limit: number;
      /** Of many readings the one that is shown. */
      readonly picked?: number;
    }
  | { readonly ask: "pick"; readonly text: string; readonly std: string | null; readonly limit: number; readonly index: number }
  | { readonly ask: "turn"; readonly text: string; readonly std: string | null; readonly way: "read" | "write"; readonly index: number }
  | { readonly ask: "confirm"; readonly text: string; readonly std: string | null }
  | Asked
  | Within
  | DrillAsked
  | { readonly ask: "picture"; readonly text: string; readonly std: string | null; readonly index: number };

/** Whether a text declares what `wanted` does, which is C; `others` are known mistakes, in its language. */
export interface Asked {
  readonly ask: "grade";
  readonly text: string;
  readonly std: string;
  readonly english: boolean;
  readonly wanted: string;
  readonly others: readonly string[];
}

/** Whether the program `text` declares at file scope what `says` says, which is English. */
export interface Within {
  readonly ask: "within";
  readonly text: string;
  readonly std: string;
  readonly says: string;
}

/** A question of the row that a seed and a history of answers give; a sheet of them; a verdict. */
export type DrillAsked =
  | {
      readonly ask: "drill";
      readonly seed: string;
      readonly kinds: readonly string[];
      readonly start: number;
      readonly answers: readonly boolean[];
      readonly seen: readonly string[];
    }
  | {
      readonly ask: "paper";
      readonly seed: string;
      readonly kinds: readonly string[];
      readonly count: number;
      /** null: from the lowest level to the highest. */
      readonly level: number | null;
    }
  | { readonly ask: "judge"; readonly drill: Drill; readonly text: string };

export interface DrillChoice {
  /** Code in it, and in all of a drill's texts, stands in backquotes. */
  readonly text: string;
  readonly why: string;
  /** The misconception that leads to it, by its name. */
  readonly belief: string | null;
}

/** The answer to "drill": a question with its key. */
export interface Drill {
  readonly id: string;
  readonly kind: string;
  readonly level: number;
  readonly form: "choose" | "c" | "text";
  readonly ask: string;
  readonly code: string;
  readonly choices: readonly DrillChoice[];
  readonly right: number;
  readonly why: string;
}

/** The answer to "paper". */
export interface Sheet {
  readonly edition: number;
  readonly seed: string;
  readonly drills: readonly Drill[];
}

/** The answer to "drill" and "paper" where the seed is none. */
export interface Refused {
  readonly wrong: string;
}

/** The answer to "judge"; `unreadable` is no answer yet. */
export interface Verdict {
  readonly verdict: "right" | "wrong" | "unreadable";
  readonly why: string;
  readonly belief: string | null;
}

/** The answer to "grade": grade.py says what each means. */
export interface Graded {
  readonly right: boolean;
  readonly other: number;
  readonly means: string | null;
  readonly says: string;
}

/** The answer to "within": `says` is what the program declares instead. */
export interface Declares {
  readonly right: boolean;
  readonly says: string;
}

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
  /** The members of a struct or union, which the phrases from `first` to before `end` say. */
  readonly members: { readonly first: number; readonly end: number; readonly all: readonly Member[] } | null;
  /** What the body of a function declares, in its order; `more` is how many there are besides. */
  readonly inner: { readonly all: readonly Inner[]; readonly more: number } | null;
}

/** A declaration in a body: the blocks around it, its line, the line that its name is known until. */
export interface Inner {
  readonly prose: string;
  readonly cdecl: string;
  readonly depth: number;
  readonly span: readonly [start: number, end: number];
  readonly line: number;
  readonly until: number;
}

export interface Member {
  readonly prose: string;
  /** Its own reading with its path, where there is a way to go. */
  readonly html: string | null;
  /** What is nested in it. */
  readonly all: readonly Member[];
}

/** The answer to "read"; that to "write" has the C as well, null where there is none. */
export interface Explained {
  readonly ok: boolean;
  readonly c?: string | null;
  readonly html: string | null;
  readonly readings: readonly Reading[];
  /** How many readings there are beyond these. */
  readonly more?: number;
  /** Of many readings the one that `html` has; null where it has all. */
  readonly picked?: number | null;
  /** The way in which the text was meant, where it is another. */
  readonly other?: "read" | "write" | null;
  /** The text without what was passed over around the C. */
  readonly clean?: string | null;
  /** What the text is where it is no declaration; the names that it uses and does not declare. */
  readonly leads?: { readonly kind: "directive" | "statement"; readonly names: readonly string[] } | null;
  /** How many findings are not among `diagnostics`. */
  readonly unshown?: number;
  readonly diagnostics: readonly Finding[];
}

/** The answer to "confirm": C for a compiler, the names that it compares, whether all is well to us. */
export interface Confirmation {
  readonly code: string;
  readonly names: readonly string[];
  readonly std: string;
  readonly ok: boolean;
}

/** The answer to "pick". */
export interface Picked {
  readonly html: string | null;
}

/** The answer to "turn": the same in the other language, null where there is nothing. */
export interface Turned {
  readonly text: string | null;
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
