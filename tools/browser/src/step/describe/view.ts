/** Memory as it is looked at: at a moment, or as it was one step before. */
import type { State } from "../moment/model";
import type { Before } from "../record/log";
import { bytesMask } from "../record/memory";

/** How many bytes a pointer has. */
export const POINTER = 8;

/** Of very large objects the first part speaks for all. */
const ENOUGH = 1 << 16;
/** How many bits are set in a number of four. */
const ONES = [0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4];
const NOTHING: Before = { words: new Map(), ranges: [] };

export class View {
  constructor(
    readonly words: Uint32Array,
    readonly shadow: Uint8Array,
    readonly before: Before = NOTHING,
  ) {}

  get size(): number {
    return this.words.length * 4;
  }

  /** What a pointer or an integer of 64 bits at an address holds; a negative one where the first bit is set. */
  pointer(address: number): number {
    return Number(this.bits(address));
  }

  /** The same with all its bits. */
  bits(address: number): bigint {
    return this.data(address, POINTER).getBigInt64(0, true);
  }

  /** A copy of some bytes; those beyond the end of memory are 0. */
  bytes(address: number, count: number): Uint8Array {
    const found = new Uint8Array(Math.max(0, count));
    for (let at = 0; at < count; at++) found[at] = this.content((address + at) >>> 2) >>> (8 * ((address + at) & 3));
    return found;
  }

  data(address: number, count: number): DataView {
    return new DataView(this.bytes(address, count).buffer);
  }

  state(address: number, count: number): State {
    let unset = 0;
    let gone = 0;
    const seen = Math.min(count, ENOUGH);
    const end = address + seen;
    for (let word = address >>> 2; word * 4 < end; word++) {
      const bits = this.shadowOf(word);
      if (bits === 0) continue;
      const outside = bits & (bits >> 4) & 0x0f;
      const bytes = bytesMask(Math.max(address - word * 4, 0), Math.min(end - word * 4, 4) - Math.max(address - word * 4, 0));
      gone += ONES[outside & bytes] ?? 0;
      unset += ONES[bits & ~outside & bytes] ?? 0;
    }
    if (gone + unset === 0) return "set";
    return gone === seen ? "gone" : unset === seen ? "unset" : "partly set";
  }

  /** The bytes as text: two hexadecimal digits each, two points for one that was never written. */
  digits(address: number, count: number): string {
    const bytes = this.bytes(address, count);
    return Array.from(bytes, (byte, at) => (this.state(address + at, 1) === "set" ? byte.toString(16).padStart(2, "0") : "..")).join(" ");
  }

  /** Whether any of the bytes differs from what it was one step before. */
  isChanged(address: number, count: number): boolean {
    if (count <= 0) return false;
    const first = address >>> 2;
    const end = ((address + count - 1) >>> 2) + 1;
    for (const [from, to] of this.before.ranges) {
      for (let word = Math.max(first, from); word < Math.min(end, to); word++) if (this.#differs(word, address, count)) return true;
    }
    return false;
  }

  /** Memory as it was one step before. */
  earlier(): View {
    return new Earlier(this.words, this.shadow, this.before);
  }

  #differs(word: number, address: number, count: number): boolean {
    const old = this.before.words.get(word);
    if (!old) return true; // one of very many
    for (let byte = 0; byte < 4; byte++) {
      const at = word * 4 + byte;
      if (at < address || at >= address + count) continue;
      if ((((this.words[word] ?? 0) ^ old.word) >>> (byte * 8)) & 0xff) return true;
      const isRead = (shadow: number): number => (shadow >> byte) & 0x11;
      if (isRead(this.shadow[word] ?? 0) !== isRead(old.shadow)) return true;
    }
    return false;
  }

  protected content(word: number): number {
    return this.words[word] ?? 0;
  }

  protected shadowOf(word: number): number {
    return this.shadow[word] ?? 0xff;
  }
}

class Earlier extends View {
  protected override content(word: number): number {
    return this.before.words.get(word)?.word ?? super.content(word);
  }

  protected override shadowOf(word: number): number {
    return this.before.words.get(word)?.shadow ?? super.shadowOf(word);
  }
}
