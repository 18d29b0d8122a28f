/**
 * A running program's memory, and its shadow: for each byte whether it may be read and whether it may
 * be written. The shadow lies outside of the program's memory, four bits of each kind for a word.
 */
import type { Segment } from "../../wasm/module";
import { Log, type Memory } from "./log";

/** A word's shadow: bit n says that byte n must not be read, bit n + 4 that it must not be written. */
export const STATE = {
  usable: 0x00,
  /** Nothing was written to it yet. */
  uninitialised: 0x0f,
  /** A string literal, or another constant. */
  constant: 0xf0,
  /** Of no object: between objects, freed, or of a block that has ended. */
  outside: 0xff,
} as const;
export const UNREADABLE = 0x0f;
export const UNWRITABLE = 0xf0;

/** A page of WebAssembly's memory. */
const PAGE = 65536;
/** Memory that grows is given more shadow than it needs, since it grows again. */
const RESERVE = 1.5;

/** Which of a word's four bytes an access means, as bits, by where it begins and how many bytes it has. */
export const bytesMask = (start: number, count: number): number => (((1 << count) - 1) << start) & 0x0f;

export class ProgramMemory implements Memory {
  words = new Uint32Array();
  shadow = new Uint8Array();
  readonly log: Log = new Log(this);
  /** How many bytes there are. */
  size = 0;
  /** Whether changes are kept in the log, and the step that they belong to. */
  isLogging = false;
  step = -1;
  #memory: WebAssembly.Memory | undefined;

  /** Takes over a program's memory before it starts: what lies from `heap` on belongs to nobody. */
  attach(memory: WebAssembly.Memory, heap: number, segments: readonly Segment[]): void {
    this.#memory = memory;
    this.size = memory.buffer.byteLength;
    this.words = new Uint32Array(memory.buffer);
    this.shadow = new Uint8Array(this.size / 4);
    this.shadow.fill(STATE.outside, (heap + 3) >> 2);
    for (const { name, address, size } of segments) if (name.startsWith(".rodata")) this.paint(address, size, STATE.constant);
  }

  /** To be called when memory may have grown. */
  grown(): void {
    const buffer = this.#memory?.buffer;
    if (!buffer || buffer.byteLength === this.size) return;
    const before = this.size / 4;
    this.size = buffer.byteLength;
    this.words = new Uint32Array(buffer);
    const wanted = this.size / 4;
    if (wanted > this.shadow.buffer.byteLength) {
      const more = new Uint8Array(Math.ceil((wanted * RESERVE) / PAGE) * PAGE);
      more.set(this.shadow);
      this.shadow = more.subarray(0, wanted);
    } else this.shadow = new Uint8Array(this.shadow.buffer, 0, wanted);
    this.shadow.fill(STATE.outside, before);
  }

  /** Some bytes' state from now on. */
  paint(address: number, count: number, state: number): void {
    this.#change(address, count, state, 0);
  }

  /** Some bytes belong to an object from now on; what was never written in them stays uninitialised. */
  open(address: number, count: number): void {
    this.#change(address, count, 0, UNREADABLE);
  }

  /** They are no longer initialised, whether they belong to an object or not. */
  forget(address: number, count: number): void {
    this.#change(address, count, STATE.uninitialised, UNWRITABLE);
  }

  /** Sets the bits of `state` in all bytes of a range, and keeps those of `kept`. */
  #change(address: number, count: number, state: number, kept: number): void {
    const end = Math.min(address + count, this.size);
    if (address < 0 || end <= address) return;
    const first = (address + 3) >> 2;
    const last = end >> 2;
    if (first > last) {
      this.#some(address >> 2, bytesMask(address & 3, end - address), state, kept);
      return;
    }
    if (address & 3) this.#some(first - 1, bytesMask(address & 3, 4), state, kept);
    if (last > first) {
      if (this.isLogging) this.log.paint(first, last);
      if (kept === 0) this.shadow.fill(state, first, last);
      else for (let at = first; at < last; at++) this.shadow[at] = ((this.shadow[at] ?? 0) & kept) | (state & ~kept);
    }
    if (end & 3) this.#some(last, bytesMask(0, end & 3), state, kept);
  }

  #some(word: number, mask: number, state: number, kept: number): void {
    if (this.isLogging) this.log.word(word, this.step, 0);
    const bits = (mask | (mask << 4)) & ~kept;
    this.shadow[word] = ((this.shadow[word] ?? 0) & ~bits) | (state & bits);
  }

  /** Some bytes are about to be written by `site`; they are initialised then. */
  write(address: number, count: number, site: number, isFill = false): void {
    const end = Math.min(address + count, this.size);
    if (end <= address) return;
    this.keep(address, end, site, isFill);
    this.initialise(address, end - address);
  }

  /** Some bytes have been written; whether they belong to an object stays as it is. */
  initialise(address: number, count: number): void {
    this.#change(address, count, 0, UNWRITABLE);
  }

  /** Some bytes may be written by `site`: what is in them now goes into the log. */
  keep(address: number, end: number, site: number, isFill = false): void {
    if (!this.isLogging || end <= address) return;
    const first = address >> 2;
    const last = (end + 3) >> 2;
    if (last - first < 4) {
      for (let word = first; word < last; word++) this.log.word(word, this.step, site);
      return;
    }
    // The words at both ends may not be written as a whole.
    this.log.word(first, this.step, site);
    this.log.content(first + 1, last - 1, site, isFill);
    this.log.word(last - 1, this.step, site);
  }

  /** Some bytes are about to be copied: what is uninitialised stays so where it gets to. */
  copy(to: number, from: number, count: number, site: number): void {
    if (count === 0 || to + count > this.size || from + count > this.size) return;
    this.keep(to, to + count, site);
    if (((to | from | count) & 3) === 0) {
      const source = this.shadow.slice(from >> 2, (from + count) >> 2);
      for (let at = 0; at < source.length; at++) {
        const word = (to >> 2) + at;
        this.shadow[word] = ((this.shadow[word] ?? 0) & UNWRITABLE) | ((source[at] ?? 0) & UNREADABLE);
      }
      return;
    }
    const bits = Uint8Array.from({ length: count }, (_none, at) => this.#isUnreadable(from + at));
    for (let at = 0; at < count; at++) {
      const word = (to + at) >> 2;
      const bit = 1 << ((to + at) & 3);
      const old = this.shadow[word] ?? 0;
      this.shadow[word] = bits[at] ? old | bit : old & ~bit;
    }
  }

  #isUnreadable(address: number): number {
    return ((this.shadow[address >> 2] ?? 0) >> (address & 3)) & 1;
  }

  /** Whether any of the bytes must not be read. */
  isUnreadable(address: number, count: number): boolean {
    return this.#isAny(address, count, UNREADABLE);
  }

  /** Whether any of them must not be written. */
  isUnwritable(address: number, count: number): boolean {
    return this.#isAny(address, count, UNWRITABLE);
  }

  /** The first of the bytes that belongs to no object; -1 if all do. */
  firstOutside(address: number, count: number): number {
    for (let at = address; at < address + count; at++) {
      const both = 0x11 << (at & 3);
      if (((this.shadow[at >> 2] ?? 0) & both) === both) return at;
    }
    return -1;
  }

  /** How many of the bytes belong to no object. */
  outside(address: number, count: number): number {
    let found = 0;
    for (let at = address; at < address + count; at++) if (((this.shadow[at >> 2] ?? 0) >> (at & 3) & 0x11) === 0x11) found++;
    return found;
  }

  #isAny(address: number, count: number, kind: number): boolean {
    const end = address + count;
    for (let at = address; at < end; ) {
      const start = at & 3;
      const mask = bytesMask(start, Math.min(4 - start, end - at));
      if ((this.shadow[at >> 2] ?? 0) & kind & (mask | (mask << 4))) return true;
      at += 4 - start;
    }
    return false;
  }
}
