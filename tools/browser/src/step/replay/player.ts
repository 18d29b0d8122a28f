/** Moves through a recording: memory, calls and output as they were at any of its moments. */
import type { Row } from "../instrument/tables";
import { RETURN, ROW } from "../record/events";
import { CALL, NONE } from "../record/frames";
import type { Before } from "../record/log";
import type { Recording } from "../record/run";

/** A running call at a moment, and where it is. */
export interface Running {
  readonly call: number;
  readonly row: Row | undefined;
  /** The step of its own that it is in: for the innermost call the next one. */
  readonly step: number;
}

/**
 * Moment k is the one before step k: k steps have been made. The last moment of a run that ended by
 * itself is the one behind its last step.
 */
export class Player {
  readonly first: number;
  readonly last: number;
  #at: number;
  #position: number;

  constructor(readonly recording: Recording) {
    const { from, steps, end, memory } = recording;
    const isCut = end.kind === "full" || end.kind === "capped";
    this.first = Math.min(from, steps);
    this.last = isCut ? Math.max(this.first, steps - 1) : steps;
    this.#at = this.last;
    this.#position = memory.log.length;
    this.seek(this.last);
  }

  /** The moment at which memory is. */
  get at(): number {
    return this.#at;
  }

  /** Takes memory to a moment; one outside of the recording is an error. */
  seek(moment: number): void {
    if (moment < this.first || moment > this.last) throw new RangeError(`moment ${moment} is not in the recording, which has ${this.first} to ${this.last}`);
    const { log } = this.recording.memory;
    const wanted = this.position(moment);
    if (wanted < this.#position) log.back(wanted, this.#position);
    else log.forth(this.#position, wanted);
    this.#position = wanted;
    this.#at = moment;
  }

  /** How many entries of the log are done at a moment. */
  position(moment: number): number {
    const { events, memory, from, steps } = this.recording;
    return moment < steps ? events.logged.at(moment - from) : memory.log.length;
  }

  /** Where a step is, or undefined at the end. */
  row(step: number): Row | undefined {
    const { events, prepared, from, steps } = this.recording;
    return step < steps && step >= from ? prepared.rewritten.rows[events.rows.at(step - from) & ROW] : undefined;
  }

  /** Whether a step is the return from a call whose line was reached before. */
  isReturn(step: number): boolean {
    const { events, from, steps } = this.recording;
    return step < steps && step >= from && events.rows.at(step - from) >= RETURN;
  }

  /** The innermost call at a moment; NONE when none is running. */
  call(moment: number): number {
    const { events, frames, from, steps } = this.recording;
    return moment < steps ? events.calls.at(moment - from) : frames.top;
  }

  /** How many calls are running at a moment. */
  depth(moment: number): number {
    let found = 0;
    for (let call = this.call(moment); call !== NONE; call = this.recording.frames.get(call, CALL.parent)) found++;
    return found;
  }

  /** The calls that are running at the moment, the innermost first. */
  running(): Running[] {
    const { frames, prepared, steps } = this.recording;
    const found: Running[] = [];
    const { rows } = prepared.rewritten;
    let call = this.call(this.#at);
    let row = this.#at < steps ? this.row(this.#at) : call === NONE ? undefined : rows[frames.get(call, CALL.lastRow)];
    let step = this.#at < steps ? this.#at : call === NONE ? NONE : frames.get(call, CALL.lastStep);
    while (call !== NONE) {
      found.push({ call, row, step });
      row = rows[frames.get(call, CALL.callerRow)];
      step = frames.get(call, CALL.callerStep);
      call = frames.get(call, CALL.parent);
    }
    return found;
  }

  /** What the last step before the moment has changed, as it was before. */
  changes(): Before {
    if (this.#at === this.first) return { words: new Map(), ranges: [] };
    return this.recording.memory.log.before(this.position(this.#at - 1), this.#position);
  }

  /** How many bytes were printed at a moment. */
  printed(moment: number): number {
    const { events, printed, from, steps } = this.recording;
    return moment < steps ? events.printed.at(moment - from) : printed.bytes.length;
  }
}
