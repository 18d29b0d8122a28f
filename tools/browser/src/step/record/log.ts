/**
 * The undo log: what each step changed, word by word, with what was there before. Going back exchanges
 * what is in it for what is in memory, from the last entry to the first; going forth exchanges it again.
 */
import { Column, u32, u8 } from "../columns";

/** Memory as the log sees it: its words, and a byte of shadow for each of them. */
export interface Memory {
  words: Uint32Array;
  shadow: Uint8Array;
}

/** What was written by an entry: the words from `from` to `to`, and the site that wrote them. */
export interface Written {
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly site: number;
}

export interface OldWord {
  readonly word: number;
  readonly shadow: number;
}

/** What a step has changed: the words as they were, and from where to where they are; of very many only that. */
export interface Before {
  readonly words: ReadonlyMap<number, OldWord>;
  readonly ranges: readonly (readonly [from: number, to: number])[];
}

/** What an entry is about, in the two highest bits of its first number; the others are the number of a word. */
const WORD = 0;
/** Many words: their shadows alone, or their content as well. The entry's value is the number of a range. */
const SHADOWS = 0x80000000;
const CONTENT = 0xc0000000;
const INDEX = 0x3fffffff;
/** The place of a range whose words were and will be all the same, so that one of them is kept. */
const SAME = 0xffffffff;

/** How many words are remembered as logged in this step. */
const RECENT = 4096;
/** More words than this are not looked at one by one. */
const MANY = 4096;
/** Shorter ranges are not worth the look at whether they are even. */
const WORTH_A_LOOK = 16;

export class Log {
  readonly #words = u32(4096);
  readonly #values = u32(4096);
  readonly #shadows = u8(4096);
  readonly #sites = u32(4096);
  /** Of ranges: how many words, and where their content lies in `extra`. */
  readonly #counts = u32();
  readonly #places = u32();
  readonly #extra = u8(4096);
  readonly #recentWords = new Uint32Array(RECENT).fill(INDEX);
  readonly #recentSteps = new Uint32Array(RECENT);

  /** So many bytes the log may take, and what is done when it has more. */
  limit = Infinity;
  full: () => void = () => undefined;

  constructor(readonly memory: Memory) {}

  get length(): number {
    return this.#words.length;
  }

  get bytes(): number {
    const columns: readonly Column<Uint8Array | Uint32Array>[] = [this.#words, this.#values, this.#shadows, this.#sites, this.#counts, this.#places, this.#extra];
    return columns.reduce((sum, one) => sum + one.bytes, 0);
  }

  /** A word is about to be written, or its shadow: kept once a step. */
  word(word: number, step: number, site: number): void {
    const slot = word & (RECENT - 1);
    if (this.#recentWords[slot] === word && this.#recentSteps[slot] === step) return;
    this.#recentWords[slot] = word;
    this.#recentSteps[slot] = step;
    this.#add(word, this.memory.words[word] ?? 0, this.memory.shadow[word] ?? 0, site);
  }

  /** The words from `from` to `to` are about to be written; `isFill` if with one and the same word, and shadow. */
  content(from: number, to: number, site: number, isFill = false): void {
    const { words, shadow } = this.memory;
    const count = to - from;
    if (isFill && isEven(words, from, to) && isEven(shadow, from, to)) {
      this.#range(CONTENT, from, count, SAME, site, words[from], shadow[from]);
      return;
    }
    const place = this.#room(count * 5);
    this.#extra.data.set(shadow.subarray(from, to), place);
    this.#extra.data.set(bytesOf(words, from, count), place + count);
    this.#range(CONTENT, from, count, place, site);
  }

  /** Their shadows are about to become one and the same. */
  paint(from: number, to: number): void {
    const { shadow } = this.memory;
    const count = to - from;
    if (count >= WORTH_A_LOOK && isEven(shadow, from, to)) {
      this.#range(SHADOWS, from, count, SAME, 0, 0, shadow[from]);
      return;
    }
    const place = this.#room(count);
    this.#extra.data.set(shadow.subarray(from, to), place);
    this.#range(SHADOWS, from, count, place, 0);
  }

  /** Takes back what the entries from `start` to `end` stand for. */
  back(start: number, end: number): void {
    for (let index = end - 1; index >= start; index--) this.#exchange(index);
  }

  /** Does it again. */
  forth(start: number, end: number): void {
    for (let index = start; index < end; index++) this.#exchange(index);
  }

  /** What was written by the entries from `start` to `end`. */
  *written(start: number, end: number): Generator<Written> {
    for (let index = start; index < end; index++) {
      const found = this.#writtenBy(index);
      if (found) yield found;
    }
  }

  /** The last entry before `before` that wrote one of these words. */
  lastWriter(from: number, to: number, before: number): Written | undefined {
    for (let index = before - 1; index >= 0; index--) {
      const found = this.#writtenBy(index);
      if (found && found.from < to && from < found.to) return found;
    }
    return undefined;
  }

  /**
   * What the words were before that the entries from `start` to `end` have changed; right only while all
   * of them are done and none after them is.
   */
  before(start: number, end: number): Before {
    const { words } = this.memory;
    const before = new Map<number, OldWord>();
    const ranges: [number, number][] = [];
    // The last one first, so that what was there first of all stays.
    for (let index = end - 1; index >= start; index--) {
      const head = this.#words.at(index);
      const from = head & INDEX;
      const kind = (head & ~INDEX) >>> 0;
      if (kind === WORD) {
        before.set(from, { word: this.#values.at(index), shadow: this.#shadows.at(index) });
        ranges.push([from, from + 1]);
        continue;
      }
      const range = this.#values.at(index);
      const count = this.#counts.at(range);
      if (count > MANY) {
        // Of so many it is enough to know that they were written; that they became usable, or ceased to be, is told of their block.
        if (kind === CONTENT) ranges.push([from, from + count]);
        continue;
      }
      ranges.push([from, from + count]);
      const place = this.#places.at(range);
      const content = place === SAME || kind === SHADOWS ? undefined : new DataView(this.#extra.data.buffer, place + count, count * 4);
      for (let at = 0; at < count; at++) {
        const same = kind === SHADOWS ? (before.get(from + at)?.word ?? words[from + at] ?? 0) : (this.#evenWords.get(range) ?? 0);
        const bits = place === SAME ? this.#shadows.at(index) : this.#extra.at(place + at);
        before.set(from + at, { word: content ? content.getUint32(at * 4, true) : same, shadow: bits });
      }
    }
    return { words: before, ranges };
  }

  #writtenBy(index: number): Written | undefined {
    const head = this.#words.at(index);
    const kind = (head & ~INDEX) >>> 0;
    if (kind === SHADOWS) return undefined;
    const from = head & INDEX;
    const count = kind === WORD ? 1 : this.#counts.at(this.#values.at(index));
    return { index, from, to: from + count, site: this.#sites.at(index) };
  }

  #exchange(index: number): void {
    const { words, shadow } = this.memory;
    const head = this.#words.at(index);
    const from = head & INDEX;
    const kind = (head & ~INDEX) >>> 0;
    if (kind !== WORD) {
      this.#exchangeRange(index, from, kind === CONTENT);
      return;
    }
    const value = this.#values.at(index);
    const bits = this.#shadows.at(index);
    this.#values.data[index] = words[from] ?? 0;
    this.#shadows.data[index] = shadow[from] ?? 0;
    words[from] = value;
    shadow[from] = bits;
  }

  #exchangeRange(index: number, from: number, hasContent: boolean): void {
    const { words, shadow } = this.memory;
    const range = this.#values.at(index);
    const count = this.#counts.at(range);
    const place = this.#places.at(range);
    if (place !== SAME) {
      swap(this.#extra.data.subarray(place, place + count), shadow.subarray(from, from + count));
      if (hasContent) swap(this.#extra.data.subarray(place + count, place + count * 5), bytesOf(words, from, count));
      return;
    }
    const bits = this.#shadows.at(index);
    this.#shadows.data[index] = shadow[from] ?? 0;
    shadow.fill(bits, from, from + count);
    if (!hasContent) return;
    const word = this.#evenWords.get(range) ?? 0;
    this.#evenWords.set(range, words[from] ?? 0);
    words.fill(word, from, from + count);
  }

  /** The one word of ranges that are even. */
  readonly #evenWords = new Map<number, number>();

  #range(kind: number, from: number, count: number, place: number, site: number, word = 0, bits = 0): void {
    this.#places.push(place);
    const range = this.#counts.push(count);
    if (word !== 0) this.#evenWords.set(range, word);
    this.#add((kind | from) >>> 0, range, bits, site);
  }

  #add(word: number, value: number, shadow: number, site: number): void {
    if ((this.#words.length & 0xffff) === 0xffff && this.bytes > this.limit) this.full();
    this.#words.push(word);
    this.#values.push(value);
    this.#shadows.push(shadow);
    this.#sites.push(site);
  }

  /** Where there is room for so many bytes of content. */
  #room(count: number): number {
    if (this.bytes + count > this.limit) this.full();
    const place = this.#extra.length;
    this.#extra.reserve(count);
    this.#extra.length += count;
    return place;
  }
}

function bytesOf(words: Uint32Array, from: number, count: number): Uint8Array {
  return new Uint8Array(words.buffer, words.byteOffset + from * 4, count * 4);
}

function isEven(numbers: Uint8Array | Uint32Array, from: number, to: number): boolean {
  const first = numbers[from];
  for (let at = from + 1; at < to; at++) if (numbers[at] !== first) return false;
  return true;
}

function swap(one: Uint8Array, other: Uint8Array): void {
  const kept = one.slice();
  one.set(other);
  other.set(kept);
}
