/** A question about a recorded run, with the answer that the recording gives. */

export interface RunQuestion {
  readonly kind: "value" | "arrow" | "writer";
  /** The moment at which it is asked. */
  readonly at: number;
  /** Code stands in backquotes, here and in `why`. */
  readonly ask: string;
  /** Two to four answers, each a text of its own. */
  readonly choices: readonly string[];
  /** Which of them the recording gives, from 0. */
  readonly right: number;
  /** The moment that shows it. */
  readonly shows: number;
  /** What the recording says of that moment. */
  readonly why: string;
}

/** A question before others of its run are weighed against it. */
export interface Candidate {
  readonly question: RunQuestion;
  /** How much is to be learned from it. */
  readonly worth: number;
  /** Two with the same topic are one and the same to a reader. */
  readonly topic: string;
}

/** As many answers as a question has at most. */
const MOST = 4;

/** The question with its choices in an order that tells nothing; undefined if there is nothing to choose from. */
export function asked(about: Omit<RunQuestion, "choices" | "right">, right: string, others: readonly string[]): RunQuestion | undefined {
  const wrong = [...new Set(others)].filter((one) => one !== right && one !== "").slice(0, MOST - 1);
  if (wrong.length === 0) return undefined;
  const choices = [right, ...wrong].sort(inOrder);
  return { ...about, choices, right: choices.indexOf(right) };
}

/** Numbers by what they are, then words by the alphabet. */
function inOrder(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => Number(/-?\d+(?:\.\d+)?/.exec(text)?.[0] ?? "NaN")) as [number, number];
  if (Number.isNaN(a) !== Number.isNaN(b)) return Number.isNaN(a) ? 1 : -1;
  return a - b || (one < other ? -1 : 1);
}
