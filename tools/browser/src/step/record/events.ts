/** The steps of a recording, and what else happened in each. */
import { Column, i32, u32, u8 } from "../columns";

/** In a step's row: the step is a return, whose line was reached before. */
export const RETURN = 0x80000000;
export const ROW = 0x7fffffff;

/** How a returned value is kept. */
export const RETURNED = { nothing: 0, i32: 1, i64: 2, f32: 3, f64: 4 } as const;

export class Events {
  /** By step, from the window's first: its row, its call, how long the log and the output are when it begins. */
  readonly rows = u32(1024);
  readonly calls = i32(1024);
  readonly logged = u32(1024);
  readonly printed = u32(1024);
  /** Calls that returned: in which step, which call, and the value as two words. */
  readonly returns = { step: i32(), call: i32(), kind: u8(), low: u32(), high: u32() };
  /** Calls of library functions: in which step, from which site, how long the log was, and in which call. */
  readonly libraries = { step: i32(), site: u32(), logged: u32(), call: i32() };

  get bytes(): number {
    const all: readonly Column<Uint8Array | Uint32Array | Int32Array>[] = [this.rows, this.calls, this.logged, this.printed, ...Object.values(this.returns), ...Object.values(this.libraries)];
    return all.reduce((sum, one) => sum + one.bytes, 0);
  }
}

/** The first place in a sorted column whose value is not less than `value`. */
export function firstAt(column: Column<Int32Array>, value: number): number {
  let first = 0;
  let last = column.length;
  while (first < last) {
    const middle = (first + last) >> 1;
    if (column.at(middle) < value) first = middle + 1;
    else last = middle;
  }
  return first;
}
