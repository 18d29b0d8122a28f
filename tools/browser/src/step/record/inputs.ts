/** What came from outside in a run: times of day and random bytes. A run that is repeated gets the same. */
import { u8 } from "../columns";

/** More is not kept: a program that asks so often waits for something. */
export const MOST_INPUTS = 32 << 20;

export class Inputs {
  readonly #bytes = u8(1024);

  /** Another run from the start. */
  again(): Replay {
    return new Replay(this);
  }

  get length(): number {
    return this.#bytes.length;
  }

  read(at: number, count: number): Uint8Array {
    return this.#bytes.data.slice(at, at + count);
  }

  add(bytes: Uint8Array): void {
    this.#bytes.reserve(bytes.length);
    this.#bytes.data.set(bytes, this.#bytes.length);
    this.#bytes.length += bytes.length;
  }
}

/** One run's way through what came. */
export class Replay {
  #at = 0;

  constructor(readonly inputs: Inputs) {}

  /** So many bytes: as they came in the first run, or from `fresh` if it did not get so far. */
  bytes(count: number, fresh: () => Uint8Array): Uint8Array {
    if (this.#at + count > this.inputs.length) this.inputs.add(fresh().slice(0, count));
    this.#at += count;
    return this.inputs.read(this.#at - count, count);
  }
}
