/** A recorded run as the view asks for it. It may be in a Worker, so each answer is waited for. */
import type { Story } from "./findings/story";
import type { Moment } from "./moment/model";
import type { RunQuestion } from "./questions/question";
import type { Session } from "./replay/session";
import type { Writers } from "./writers/writers";

/** A way to another moment. */
export type Move = { readonly kind: "over" | "back over" | "out" | "back out" } | { readonly kind: "next at" | "last at"; readonly line: number; readonly file: string };

/** What is known of a run as a whole. */
export interface About {
  /** The last moment; the first one is 0. */
  readonly last: number;
  readonly stories: readonly Story[];
  /** By file: the lines at which the run can stop. */
  readonly lines: Readonly<Record<string, readonly number[]>>;
  /** Whether the run was ended because it had too many steps. */
  readonly isCapped: boolean;
}

export interface Steps {
  readonly about: About;
  moment(at: number): Promise<Moment>;
  /** Where a move leads from a moment; undefined if it leads nowhere. */
  moved(move: Move, from: number): Promise<number | undefined>;
  /** Who wrote the object that has this path at a moment. */
  writers(path: string, at: number): Promise<Writers | undefined>;
  /** Two or three questions about the run; each round, from 0, has others. */
  questions(round: number): Promise<readonly RunQuestion[]>;
}

/** A run in this thread. What the first picture does without is fetched when it is asked for. */
export async function stepsOf(session: Session): Promise<Steps> {
  return {
    about: await aboutOf(session),
    moment: async (at) => {
      if (at > 0) session.teller ??= (await later()).TELLER;
      const made = session.moment(at);
      // The next step wants it.
      if (at === 0) void later().catch(() => undefined);
      return made;
    },
    moved: async (move, from) => moved(session, move, from),
    writers: async (path, at) => (await later()).writersOf(session.at(at), path),
    questions: async (round) => (await later()).questionsOfSession(session, round),
  };
}

function later(): Promise<typeof import("./later")> {
  return import("./later");
}

async function aboutOf(session: Session): Promise<About> {
  const { last, findings, prepared, end } = session;
  if (findings.length > 0) session.teller ??= (await later()).TELLER;
  const lines: Record<string, number[]> = {};
  for (const { line } of prepared.rewritten.rows) (lines[line.file.name] ??= []).push(line.line);
  for (const [name, all] of Object.entries(lines)) lines[name] = [...new Set(all)].sort((one, other) => one - other);
  return { last, stories: findings.flatMap((one) => session.teller?.storyOf(one, prepared, last) ?? []), lines, isCapped: end.kind === "capped" };
}

async function moved(session: Session, move: Move, from: number): Promise<number | undefined> {
  const { backOut, backOver, lastAt, nextAt, out, over } = (await later()).moves;
  switch (move.kind) {
    case "over":
      return over(session, from);
    case "back over":
      return backOver(session, from);
    case "out":
      return out(session, from);
    case "back out":
      return backOut(session, from);
    case "next at":
      return nextAt(session, from, move.line, move.file);
    case "last at":
      return lastAt(session, from, move.line, move.file);
  }
}
