/** Numbers, texts and lists as WebAssembly and DWARF write them: little endian, and LEB128. */

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** Reads one thing after the other; `at` is the offset of the next one. */
export class Reader {
  readonly #view: DataView;

  constructor(
    readonly bytes: Uint8Array,
    public at = 0,
    readonly end = bytes.length,
  ) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  get isAtEnd(): boolean {
    return this.at >= this.end;
  }

  u8(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw new RangeError("the module ends too early");
    return byte;
  }

  u16(): number {
    this.at += 2;
    return this.#view.getUint16(this.at - 2, true);
  }

  u32(): number {
    this.at += 4;
    return this.#view.getUint32(this.at - 4, true);
  }

  /** Eight bytes as a signed number, exact between -2^53 and 2^53: an address that is none is -1. */
  i64(): number {
    this.at += 8;
    return this.#view.getUint32(this.at - 8, true) + this.#view.getInt32(this.at - 4, true) * 2 ** 32;
  }

  /** An unsigned LEB128 number; exact up to 2^53. */
  uleb(): number {
    let found = 0;
    for (let scale = 1; ; scale *= 0x80) {
      const byte = this.u8();
      found += (byte & 0x7f) * scale;
      if (byte < 0x80) return found;
    }
  }

  /** A signed LEB128 number; exact up to 2^53. */
  sleb(): number {
    let found = 0;
    for (let scale = 1; ; scale *= 0x80) {
      const byte = this.u8();
      found += (byte & 0x7f) * scale;
      if (byte < 0x80) return byte & 0x40 ? found - scale * 0x80 : found;
    }
  }

  /** A text that ends with a zero. */
  text(): string {
    const end = this.bytes.indexOf(0, this.at);
    const found = decoder.decode(this.bytes.subarray(this.at, end));
    this.at = end + 1;
    return found;
  }

  /** A text with its length before it. */
  name(): string {
    return decoder.decode(this.take(this.uleb()));
  }

  take(count: number): Uint8Array {
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }

  /** A list, with its length before it. */
  vector<Entry>(read: () => Entry): Entry[] {
    return Array.from({ length: this.uleb() }, read);
  }
}

/** Bytes that grow at their end. */
export class Writer {
  #bytes: Uint8Array<ArrayBuffer>;
  length = 0;

  /** `room` is a guess at how many bytes there will be. */
  constructor(room = 256) {
    this.#bytes = new Uint8Array(Math.ceil(room));
  }

  u8(byte: number): this {
    if (this.length === this.#bytes.length) this.#grow(1);
    this.#bytes[this.length++] = byte;
    return this;
  }

  bytes(some: Uint8Array | readonly number[]): this {
    if (this.length + some.length > this.#bytes.length) this.#grow(some.length);
    this.#bytes.set(some, this.length);
    this.length += some.length;
    return this;
  }

  uleb(number: number): this {
    let rest = number;
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) this.u8((rest % 0x80) | 0x80);
    return this.u8(rest);
  }

  /** A signed number of 32 bits. */
  sleb(number: number): this {
    let rest = number | 0;
    for (;;) {
      const byte = rest & 0x7f;
      rest >>= 7;
      if ((rest === 0 && !(byte & 0x40)) || (rest === -1 && byte & 0x40)) return this.u8(byte);
      this.u8(byte | 0x80);
    }
  }

  name(text: string): this {
    return this.sized(encoder.encode(text));
  }

  /** Bytes with their length before them. */
  sized(some: Uint8Array | readonly number[]): this {
    return this.uleb(some.length).bytes(some);
  }

  done(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.length);
  }

  #grow(count: number): void {
    const more = new Uint8Array(this.#bytes.length * 2 + count);
    more.set(this.#bytes);
    this.#bytes = more;
  }
}
