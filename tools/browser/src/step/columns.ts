/** Arrays of numbers that grow, for tables that may have millions of rows. */

type Numbers = Uint8Array | Uint32Array | Int32Array | Float64Array;
type Maker<Some extends Numbers> = { new (length: number): Some; readonly BYTES_PER_ELEMENT: number };

/** One column; `data` may be longer than `length` and is another array after each growth. */
export class Column<Some extends Numbers> {
  data: Some;
  length = 0;

  constructor(
    private readonly maker: Maker<Some>,
    capacity = 256,
  ) {
    this.data = new maker(capacity);
  }

  push(value: number): number {
    if (this.length === this.data.length) this.reserve(1);
    this.data[this.length] = value;
    return this.length++;
  }

  at(index: number): number {
    return this.data[index] ?? 0;
  }

  /** Makes room for more values behind the last. */
  reserve(count: number): void {
    if (this.length + count <= this.data.length) return;
    const more = new this.maker(Math.max(this.data.length * 2, this.length + count));
    more.set(this.data.subarray(0, this.length));
    this.data = more;
  }

  /** How many bytes its values take. */
  get bytes(): number {
    return this.length * this.maker.BYTES_PER_ELEMENT;
  }
}

export const u8 = (capacity?: number): Column<Uint8Array> => new Column(Uint8Array, capacity);
export const u32 = (capacity?: number): Column<Uint32Array> => new Column(Uint32Array, capacity);
export const i32 = (capacity?: number): Column<Int32Array> => new Column(Int32Array, capacity);
