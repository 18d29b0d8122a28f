/** Two or three questions about a run, made from its recording and graded by it. */
import type { Moment } from "../moment/model";
import type { Writers } from "../writers/writers";
import { predictions } from "./predictions";
import type { Candidate, RunQuestion } from "./question";
import { tracings } from "./writing";

/** A run, or the recorded part of one. */
export interface Run {
  /** The first and the last moment that can be had. */
  readonly first: number;
  readonly last: number;
  readonly sources: Readonly<Record<string, string>>;
  moment(at: number): Moment;
  /** Who wrote the object with this path, as it is at a moment. */
  writers(path: string, at: number): Writers | undefined;
}

/** As many steps are looked at, evenly spread over a longer run. */
const STEPS = 80;
/** As many questions are asked at once, each of another kind if there are such. */
const MOST = 3;
/** As many moments are looked back from. */
const BACK = 2;

/** The questions of a round, from 0: each round has others, until all were asked; then they come again. */
export function questionsOf(run: Run, round: number): RunQuestion[] {
  const lines = Object.fromEntries(Object.entries(run.sources).map(([name, text]) => [name, text.split("\n")]));
  const ahead: Candidate[] = [];
  for (const at of spread(run.first, run.last - 1)) {
    const before = run.moment(at);
    if (before.next) ahead.push(...predictions(before, run.moment(at + 1), lines[before.next.file]?.[before.next.line - 1] ?? ""));
  }
  const kinds = [best(ahead, "value"), best(ahead, "arrow"), best(back(run, lines), "writer")];
  const chosen: RunQuestion[] = [];
  // One of each kind; where a kind has none, more of the others.
  for (let turn = round * MOST, tries = 0; chosen.length < MOST && tries < MOST * MOST; turn++, tries++) {
    const of = kinds[turn % kinds.length] ?? [];
    const next = of[Math.floor(turn / kinds.length) % Math.max(of.length, 1)];
    if (next && !chosen.includes(next)) chosen.push(next);
  }
  return chosen;
}

/** What can be traced back from the last moments at which something is running. */
function back(run: Run, lines: Readonly<Record<string, readonly string[]>>): Candidate[] {
  const found: Candidate[] = [];
  let looked = 0;
  for (const at of spread(run.first, run.last).reverse()) {
    const moment = run.moment(at);
    if (!moment.frames.some(({ items }) => items.length > 0)) continue;
    found.push(...tracings(moment, lines, (path) => run.writers(path, at)));
    if (++looked === BACK) break;
  }
  return found;
}

/** The questions of a kind, those worth most first; of one topic the first. */
function best(all: readonly Candidate[], kind: RunQuestion["kind"]): RunQuestion[] {
  const topics = new Set<string>();
  const sorted = all.filter(({ question }) => question.kind === kind).sort((one, other) => other.worth - one.worth || one.question.at - other.question.at);
  return sorted.filter(({ topic }) => !topics.has(topic) && topics.add(topic)).map(({ question }) => question);
}

/** Whole numbers from one to another, both included: all of them, or as many as are looked at. */
function spread(from: number, to: number): number[] {
  const count = Math.min(to - from + 1, STEPS);
  return Array.from({ length: Math.max(count, 0) }, (_none, at) => (count < 2 ? from : from + Math.floor((at * (to - from)) / (count - 1))));
}
