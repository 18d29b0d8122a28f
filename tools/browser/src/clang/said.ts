/** What the compiler writes to a stream, as text: as much as anything that reads it can use. */

/** In bytes; the layouts of all records in C++'s headers are a tenth of it. */
const MOST = 32_000_000;

export class Said {
  readonly #decoder = new TextDecoder();
  #text = "";
  #left: number;

  constructor(most = MOST) {
    this.#left = most;
  }

  /** Hears some bytes, or null at the end. */
  readonly take = (bytes: Uint8Array | null): void => {
    if (bytes === null || this.#left === 0) return;
    // The bytes lie in the compiler's memory, which is its own again afterwards.
    const kept = bytes.slice(0, this.#left);
    this.#left -= kept.length;
    this.#text += this.#decoder.decode(kept, { stream: true });
  };

  text(): string {
    return this.#text + this.#decoder.decode();
  }
}
