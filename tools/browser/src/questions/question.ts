/** What a question is to the page's scripts: the data beside it, and what every kind can do. */

/** What answers to a choice, a text or an order; `data-part` of its words has its place in the list. */
export interface Part {
  /** What it is called where answers are kept. */
  readonly name: string;
  readonly right: boolean;
  /** The misconception behind it, by its name. */
  readonly belief?: string;
}

/** What every question says of itself (tools/cworkbook/questions/layout.py); each kind adds to it. */
export interface Data {
  readonly id: string;
  readonly kind: string;
  /** The name that it had before. */
  readonly former?: string;
  readonly parts: readonly Part[];
}

export interface Judged {
  readonly right: boolean;
  /** The place of the part that answers to it, if one does. */
  readonly part?: number;
  /** What else is to be said of it: in words, as text. */
  readonly says?: string;
  /** What stands below these words: C, or what a program or a compiler printed. */
  readonly shows?: string;
  /** How each check of a program went. */
  readonly outcomes?: readonly Outcome[];
}

/** How a check went: what was found, in words, and what stands below these. */
export interface Outcome {
  readonly passed: boolean;
  readonly says: string;
  readonly shows?: string;
}

/** What a reader handles. */
export interface Handle {
  /** What was chosen or typed, as it is kept; empty while there is nothing to judge. */
  given(): string;
  /** Puts that back, or takes all away. */
  put(given: string): void;
  judge(given: string): Judged | Promise<Judged>;
  /** What is right, as it is kept. */
  right(): string;
  /** Lets the reader change nothing any more, or again. */
  lock(locked: boolean): void;
  /** Marks what was given as right or wrong; undefined takes the marks away. */
  mark(given: string, right: boolean | undefined): void;
  /** Shows again how the checks of the last try went. */
  recall?(outcomes: readonly Outcome[]): void;
  /** Adds to what is told in the end, whether the last answer was right or was looked up. */
  settled?(right: boolean, told: HTMLElement): void;
  focus(): void;
}

export interface Kind {
  /** Makes what a reader handles, in the room below what is asked. */
  open(root: HTMLElement, room: HTMLElement, data: Data, changed: () => void, seed: number): Handle;
  /** What is said while there is nothing to judge. */
  readonly nothing: string;
  /** After how many wrong answers the right one is told unasked. */
  readonly tries: number;
}

/** What a section says of itself. */
export function dataOf(root: HTMLElement): Data {
  return JSON.parse(root.dataset["question"] ?? "{}") as Data;
}
