/** What a reader answered, kept on the device under the question's lasting name. */
import { kept } from "../kept/store";
import type { Data, Judged } from "./question";

export interface Try {
  readonly given: string;
  readonly right: boolean;
  /** The name of the part that answered, and the misconception that it names. */
  readonly part?: string;
  readonly belief?: string;
  /** In milliseconds since 1970. */
  readonly when: number;
  /** What was told of it beside the part's words; of the last try alone. */
  readonly told?: Told;
}

export type Told = Pick<Judged, "says" | "shows" | "outcomes">;

export interface Answer {
  /** All of them, the first one first. */
  readonly tries: readonly Try[];
  /** Whether the first one was right. */
  readonly first: boolean;
  /** Whether one of them was. */
  readonly right: boolean;
  /** Whether the reader was told, and when the question was asked anew: tries before do not show. */
  readonly shown?: boolean;
  readonly since?: number;
  /** The same place in `tries` as `since`, where it was asked anew between the dates of review. */
  readonly extra?: number;
}

const SEED = "questions' order";
const WHOLE = 2 ** 32;

/** What is kept of a question, or undefined; what cannot be an answer counts as none. */
export async function answerOf(data: Data): Promise<Answer | undefined> {
  for (const name of [data.id, data.former]) {
    const found = name ? (await kept().get<unknown>("answers", name))?.value : undefined;
    if (isAnswer(found)) return found;
  }
  return undefined;
}

export function keep(id: string, answer: Answer): Promise<boolean> {
  return kept().put("answers", id, answer);
}

const MOST = 4000; // characters of a compiler's messages that are kept

/** What is kept of a verdict so that it can be told again; undefined where the page has all of it. */
export function toldOf({ says, shows, outcomes }: Judged): Told | undefined {
  if (says === undefined && shows === undefined && outcomes === undefined) return undefined;
  return { ...(says === undefined ? {} : { says }), ...(shows === undefined ? {} : { shows: shows.slice(0, MOST) }), ...(outcomes ? { outcomes } : {}) };
}

/** An answer with one more try. */
export function tried(answer: Answer | undefined, one: Try): Answer {
  const before = (answer?.tries ?? []).map(({ told: _, ...rest }) => rest);
  const tries = [...before, one];
  return { ...answer, tries, first: tries[0]?.right ?? false, right: (answer?.right ?? false) || one.right };
}

/** The tries that count as long as the question was not asked anew. */
export function current(answer: Answer | undefined): readonly Try[] {
  return (answer?.tries ?? []).slice(answer?.since ?? 0);
}

let seed: Promise<number> | undefined;

/** The reader's own number, by which choices are mixed; made once, whichever question asks first. */
export function seedOf(): Promise<number> {
  return (seed ??= found());
}

async function found(): Promise<number> {
  const found = (await kept().get<unknown>("choices", SEED))?.value;
  if (typeof found === "number" && Number.isInteger(found)) return found;
  const made = Math.floor(Math.random() * WHOLE);
  await kept().put("choices", SEED, made);
  return made;
}

function isAnswer(value: unknown): value is Answer {
  const tries = (value as Partial<Answer> | null | undefined)?.tries;
  return Array.isArray(tries) && tries.every((one: unknown) => typeof (one as Partial<Try> | null)?.given === "string");
}
