/** What a text is in the other language; whoever turns it and turns it back has the very text again. */
import type { Python } from "../python/client";
import type { Turned } from "../python/messages";
import { readable, same, type State, type Way } from "./state";

export const otherOf = (way: Way): Way => (way === "read" ? "write" : "read");

export class Turning {
  /** The last two texts of which one is the other in the other language. */
  private pair: readonly [State, State] | null = null;

  constructor(private readonly python: Python) {}

  /** What this turn brings back, null where it is a new one; `to` has the text that is to be turned. */
  back(to: State): string | null {
    const [before, after] = this.pair ?? [];
    if (!before || !after || !same(after, { ...to, way: otherOf(to.way) })) return null;
    this.pair = [after, before];
    return before.text;
  }

  /** Asks for the text; where there is none in the other language, it stays. Of several, English has one. */
  async turn(to: State, index: number): Promise<string> {
    const from: State = { ...to, way: otherOf(to.way) };
    const asked = { ask: "turn", text: readable(to.text), std: to.std, way: from.way, index } as const;
    const { text } = (await this.python.ask(asked)) as Turned;
    this.pair = text === null ? null : [from, { ...to, text }];
    return text ?? to.text;
  }
}
