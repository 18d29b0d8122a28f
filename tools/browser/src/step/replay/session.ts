/**
 * A run that can be looked at from its start to its end. What fits is recorded at once. Of a longer run
 * the rest is counted, and any part of it is recorded when somebody goes there: the program runs again,
 * with the same times of day and random numbers, and so in the same way.
 */
import type { Type } from "../dwarf/types";
import { Scene } from "../describe/scene";
import type { Finding } from "../findings/finding";
import { momentOf, type About } from "../moment/build";
import type { Moment } from "../moment/model";
import { ROW } from "../record/events";
import { NONE } from "../record/frames";
import { Inputs } from "../record/inputs";
import { record, type Prepared, type Recording, type StepEnd } from "../record/run";
import type { Given } from "../record/system";
import type { Sources } from "../sentences/unions";
import type { Teller } from "../sentences/teller";
import { Player } from "./player";

export interface Limits {
  /** What the tables of a recording may take, in bytes. */
  readonly budget: number;
  /** How many steps a run may have. */
  readonly steps: number;
}

export const LIMITS: Limits = { budget: 64 << 20, steps: 20_000_000 };

/** So long after a block was made its type is looked for: the pointer to it may be returned first. */
const PATIENCE = 4;

/** A step as it goes by: its row in the tables, and how many calls are running. */
export type Visit = (step: number, row: number, depth: number) => boolean;

export class Session {
  /** The last moment that can be shown. */
  readonly last: number;
  readonly end: StepEnd;
  readonly findings: readonly Finding[];
  readonly #inputs = new Inputs();
  readonly #knownTypes = new Map<number, Type>();
  #player: Player;
  /** A moment whose step before it changes more than is kept. */
  #alone = -1;
  /** How many steps a recording holds, nearly. */
  readonly #capacity: number;

  constructor(
    readonly prepared: Prepared,
    readonly given: Given,
    readonly sources: Sources,
    readonly limits: Limits = LIMITS,
    /** Puts steps into words; without it moments have no sentences and tell no mistakes. */
    public teller: Teller | undefined = undefined,
  ) {
    const first = this.#record(0);
    this.#player = new Player(first);
    this.#capacity = Math.max(1, this.#player.last);
    const whole = first.end.kind === "full" ? this.#record(Infinity) : first;
    this.end = whole.end;
    this.findings = whole.findings;
    this.last = whole.end.kind === "capped" ? whole.steps - 1 : whole.steps;
  }

  /** Whether all of the run is in one recording. */
  get isWhole(): boolean {
    return this.#player.first === 0 && this.#player.last === this.last;
  }

  /** The first and the last moment that can be had without recording anything anew. */
  get recorded(): { readonly first: number; readonly last: number } {
    const { first, last } = this.#player;
    return { first: first === 0 ? 0 : Math.min(first + 1, last), last };
  }

  /** How many bytes the tables take at the moment. */
  get bytes(): number {
    const { memory, events, frames, heap } = this.#player.recording;
    return memory.log.bytes + events.bytes + frames.bytes + heap.bytes;
  }

  /** A player that stands at a moment. */
  at(moment: number): Player {
    if (!Number.isInteger(moment) || moment < 0 || moment > this.last) throw new RangeError(`there is no moment ${moment}: the last one is ${this.last}`);
    // The step before it tells what has just happened.
    const isStart = moment === this.#player.first && moment > 0 && moment !== this.#alone;
    if (moment < this.#player.first || moment > this.#player.last || isStart) this.#player = this.#around(moment);
    this.#player.seek(moment);
    return this.#player;
  }

  /** All that there is to see at a moment. */
  moment(moment: number): Moment {
    const about: About = { sources: this.sources, steps: this.last, findings: this.findings, end: this.end, knownTypes: this.#knownTypes, teller: this.teller };
    const made = momentOf(this.at(moment), about);
    const unknown = made.blocks.filter(({ item, number }) => item.kind === "bytes" && !this.#knownTypes.has(number)).map(({ number }) => number);
    if (unknown.length === 0 || !this.#learn(unknown)) return made;
    return momentOf(this.at(moment), about);
  }

  /** Goes through the run from its start until `visit` says that it is enough. */
  visit(visit: Visit): void {
    const { events } = this.#player.recording;
    if (this.isWhole) {
      for (let step = 0; step < events.rows.length; step++) if (visit(step, events.rows.at(step), this.#player.depth(step))) return;
      return;
    }
    record(this.prepared, this.given, { from: Infinity, budget: this.limits.budget, most: this.limits.steps, isEnough: visit }, this.#inputs);
  }

  /** The line of a row, and its file. */
  lineOf(row: number): { readonly file: string; readonly line: number } {
    const found = this.prepared.rewritten.rows[row & ROW]?.line;
    return { file: found?.file.name ?? "", line: found?.line ?? 0 };
  }

  /** Finds out what blocks hold to which nothing leads any more: when they were made, something did. */
  #learn(blocks: readonly number[]): boolean {
    const player = this.#player;
    let isLearned = false;
    for (const block of player.recording.heap.blocks) {
      if (!blocks.includes(block.number) || block.madeRow === NONE) continue;
      for (let moment = block.madeStep + 1; moment <= Math.min(player.last, block.madeStep + PATIENCE); moment++) {
        if (moment < player.first) continue;
        player.seek(moment);
        const type = new Scene(player, () => undefined).typeOf(block);
        if (!type) continue;
        this.#knownTypes.set(block.number, type);
        isLearned = true;
        break;
      }
      // Not to be asked for again.
      if (!this.#knownTypes.has(block.number)) this.#knownTypes.set(block.number, { kind: "void" });
    }
    return isLearned;
  }

  /** A recording that has the moment somewhere in its middle. */
  #around(moment: number): Player {
    // It may take more to record here than elsewhere, and the step before it more than there is room for.
    for (const before of [Math.floor(this.#capacity / 2), 1]) {
      const player = new Player(this.#record(Math.max(0, moment - before)));
      if (player.last >= moment) return player;
    }
    this.#alone = moment;
    return new Player(this.#record(moment));
  }

  #record(from: number): Recording {
    return record(this.prepared, this.given, { from, budget: this.limits.budget, most: this.limits.steps }, this.#inputs);
  }
}
