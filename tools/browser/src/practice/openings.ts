/** The questions that the page brings along (tools/cworkbook/practice_page.py): one is there before Python is. */
import type { Drill } from "../python/messages";

export interface Opening {
  readonly seed: string;
  readonly drill: Drill;
}

/** Some questions of each level. */
export class Openings {
  constructor(private readonly byLevel: Readonly<Record<string, readonly Opening[]>>) {}

  /** The question for a level; who has answered some gets the one that comes after those. */
  at(level: number, answered: number): Opening | undefined {
    const some = this.byLevel[String(level)] ?? [];
    return some[answered % some.length];
  }
}

/** What a page holds; none where it holds no more than a form. */
export function openings(root: ParentNode): Openings {
  const known = root.querySelector<HTMLElement>(".cwp-first")?.dataset["known"];
  return new Openings(JSON.parse(known ?? "{}") as Record<string, readonly Opening[]>);
}
