/** The system as a recorded program sees it: WASI, whose writes into the program's memory are kept in the log. */
import { Fd, File, OpenFile, PreopenDirectory, WASI, wasi as abi } from "@bjorn3/browser_wasi_shim";
import { Flood, guarded, MOST_PIECES } from "../../run/guard";
import type { Stream } from "../../run/messages";
import { u8 } from "../columns";
import type { Accesses } from "./accesses";
import { MOST_INPUTS, type Replay } from "./inputs";
import type { ProgramMemory } from "./memory";

/** What a program is given. */
export interface Given {
  readonly args: readonly string[];
  readonly stdin: string;
  /** Files that it may open, by name. */
  readonly files: Readonly<Record<string, string>>;
}

/** A part of memory: its address and how many bytes it has. */
type Range = readonly [address: number, count: number];
type Numbers = readonly (number | bigint)[];

/** What was printed, both streams in one, in the order in which it came. */
export class Printed {
  readonly bytes = u8(1024);
  /** Where another stream begins. */
  readonly turns: { readonly at: number; readonly stream: Stream }[] = [];

  add(stream: Stream, data: Uint8Array): void {
    if (this.turns.at(-1)?.stream !== stream) this.turns.push({ at: this.bytes.length, stream });
    this.bytes.reserve(data.length);
    this.bytes.data.set(data, this.bytes.length);
    this.bytes.length += data.length;
  }

  /** What a stream had got when so many bytes were printed in all. */
  text(stream: Stream, length = this.bytes.length): string {
    const decoder = new TextDecoder();
    let found = "";
    for (const [index, turn] of this.turns.entries()) {
      const end = Math.min(length, this.turns[index + 1]?.at ?? length);
      if (turn.stream === stream && turn.at < end) found += decoder.decode(this.bytes.data.subarray(turn.at, end), { stream: true });
    }
    return found + decoder.decode();
  }
}

/** A stream that looks like a terminal to the program, so that it writes line by line. */
class Output extends Fd {
  constructor(
    readonly stream: Stream,
    readonly printed: Printed,
    readonly flood: Flood,
    readonly flooded: (most: string) => void,
  ) {
    super();
  }

  override fd_fdstat_get(): { ret: number; fdstat: abi.Fdstat } {
    const fdstat = new abi.Fdstat(abi.FILETYPE_CHARACTER_DEVICE, 0);
    fdstat.fs_rights_base = BigInt(abi.RIGHTS_FD_WRITE);
    return { ret: abi.ERRNO_SUCCESS, fdstat };
  }

  override fd_write(data: Uint8Array): { ret: number; nwritten: number } {
    const { kept, most } = this.flood.take(data);
    this.printed.add(this.stream, kept);
    if (most !== undefined) this.flooded(most);
    return { ret: abi.ERRNO_SUCCESS, nwritten: data.length };
  }
}

/** Calls whose answer is another in every run. */
const VARYING: ReadonlySet<string> = new Set(["clock_time_get", "random_get", "poll_oneoff"]);

export class System {
  readonly printed = new Printed();
  readonly wasi: WASI;
  readonly #argumentBytes: number;

  constructor(
    readonly given: Given,
    readonly memory: ProgramMemory,
    readonly accesses: Accesses,
    readonly replay: Replay,
    flooded: (most: string) => void,
    readonly exited: (status: number) => never,
    /** Ends a run that wants more than there is room for. */
    readonly exhausted: () => never,
  ) {
    const bytes = (text: string): File => new File(new TextEncoder().encode(text));
    const files = new Map(Object.entries(given.files).map(([name, text]) => [name, bytes(text)]));
    const flood = new Flood();
    const streams = [new Output("stdout", this.printed, flood, flooded), new Output("stderr", this.printed, flood, flooded)];
    this.wasi = new WASI([...given.args], [], [new OpenFile(bytes(given.stdin)), ...streams, new PreopenDirectory("/", files)], { debug: false });
    this.#argumentBytes = given.args.reduce((sum, one) => sum + new TextEncoder().encode(one).length + 1, 0);
  }

  /** The system's functions. */
  imports(): WebAssembly.ModuleImports {
    const found: WebAssembly.ModuleImports = {};
    for (const [name, call] of Object.entries(guarded(this.wasi))) {
      found[name] = (...numbers: (number | bigint)[]): number => this.#call(name, call as unknown as (...all: Numbers) => number, numbers);
    }
    found["proc_exit"] = this.exited;
    // The package counts UTF-16 units.
    const sizes = (count: number, bytes: number): number => {
      this.memory.words[count >> 2] = this.given.args.length;
      this.memory.words[bytes >> 2] = this.#argumentBytes;
      return abi.ERRNO_SUCCESS;
    };
    found["args_sizes_get"] = (...numbers: number[]): number => this.#call("args_sizes_get", sizes as (...all: Numbers) => number, numbers);
    return found;
  }

  #call(name: string, call: (...all: Numbers) => number, numbers: Numbers): number {
    const { memory, accesses } = this;
    const all = numbers.map(Number);
    const ranges = this.#writes(name, all);
    for (const [address, count] of ranges) accesses.systemWrites(address >>> 0, count);
    for (const [address, count] of name === "fd_write" ? this.#vectors(all) : []) accesses.systemReads(address, count);
    if (VARYING.has(name)) return this.#varying(call, numbers, ranges);
    const result = call(...numbers);
    const [first] = ranges;
    const last = ranges.at(-1);
    // What was not filled to its end is initialised only so far.
    if (name === "fd_read" || name === "fd_readdir" || name === "fd_pread") {
      let left = memory.words[(last?.[0] ?? 0) >> 2] ?? 0;
      for (const [address, count] of ranges.slice(0, -1)) {
        memory.initialise(address, Math.min(left, count));
        left -= Math.min(left, count);
      }
      if (last) memory.initialise(...last);
    } else if (first) for (const [address, count] of ranges) memory.initialise(address, count);
    return result;
  }

  #varying(call: (...all: Numbers) => number, numbers: Numbers, ranges: readonly Range[]): number {
    const bytes = (): Uint8Array => new Uint8Array(this.memory.words.buffer);
    let result = 0;
    const total = ranges.reduce((sum, [, count]) => sum + count, 0);
    if (this.replay.inputs.length + total > MOST_INPUTS) this.exhausted();
    const answer = this.replay.bytes(total + 1, () => {
      result = call(...numbers) ?? 0;
      const all = new Uint8Array(total + 1);
      all[0] = result;
      let end = 1;
      for (const [address, count] of ranges) {
        all.set(bytes().subarray(address, address + count), end);
        end += count;
      }
      return all;
    });
    let at = 1;
    for (const [address, count] of ranges) {
      bytes().set(answer.subarray(at, at + count), address);
      this.memory.initialise(address, count);
      at += count;
    }
    return answer[0] ?? result;
  }

  /** The buffers that a call gives, as pairs of an address and a size. */
  #vectors([, list = 0, count = 0]: readonly number[]): Range[] {
    const word = (address: number): number => this.memory.words[address >>> 2] ?? 0;
    // Of more the system reads and writes none.
    if (count >>> 0 > MOST_PIECES) return [];
    return Array.from({ length: count }, (_none, at) => [word(list + at * 8), word(list + at * 8 + 4)] as const);
  }

  /** Where a call may write; for calls that fill buffers the last range says how much. */
  #writes(name: string, all: readonly number[]): Range[] {
    const at = (index: number): number => (all[index] ?? 0) >>> 0;
    switch (name) {
      case "args_sizes_get":
      case "environ_sizes_get":
        return [[at(0), 4], [at(1), 4]];
      case "args_get":
        return [[at(0), this.given.args.length * 4], [at(1), this.#argumentBytes]];
      case "clock_res_get":
      case "fd_tell":
      case "fd_prestat_get":
        return [[at(1), 8]];
      case "clock_time_get":
        return [[at(2), 8]];
      case "fd_fdstat_get":
        return [[at(1), 24]];
      case "fd_filestat_get":
        return [[at(1), 64]];
      case "fd_prestat_dir_name":
        return [[at(1), at(2)]];
      case "fd_read":
        return [...this.#vectors(all), [at(3), 4]];
      case "fd_pread":
        return [...this.#vectors(all), [at(4), 4]];
      case "fd_write":
        return [[at(3), 4]];
      case "fd_pwrite":
        return [[at(4), 4]];
      case "fd_seek":
        return [[at(3), 8]];
      case "fd_readdir":
        return [[at(1), at(2)], [at(4), 4]];
      case "path_open":
        return [[at(8), 4]];
      case "path_filestat_get":
        return [[at(4), 64]];
      case "path_readlink":
        return [[at(3), at(4)], [at(5), 4]];
      case "poll_oneoff":
        return [[at(1), at(2) * 32], [at(3), 4]];
      case "random_get":
        return [[at(0), at(1)]];
      default:
        return [];
    }
  }
}
