/**
 * The border between a program and the page's scripts. Whatever a program hands over is measured here,
 * before it is copied or decoded: a wrong length is a common mistake in C, and a text of 200 MB ends
 * the browser's tab.
 */
import { wasi as abi, type Fd, type WASI } from "@bjorn3/browser_wasi_shim";
import { FLOOD, MOST_REPORTS, type Reports, type Undefined } from "./messages";
import { Room } from "./room";

/** A function that programs import; integers of 64 bits come as bigint. */
type Call = (...given: never[]) => unknown;
/** The functions of a module that programs import, by name. */
export type Calls = Readonly<Record<string, Call>>;

/** What Linux allows: pieces of one read or write, bytes of a path, files that are open. */
export const MOST_PIECES = 1024;
const LONGEST_PATH = 4096;
const MOST_OPEN = 1024;
/** More than a message of ours has, in bytes. */
const LONGEST_REPORT = 4000;
const NEWLINE = 10;

/** An object of these functions and no other: with a prototype, `toString` would be one more. */
export function alone<T>(given: Readonly<Record<string, T>>): Record<string, T> {
  return Object.assign(Object.create(null) as Record<string, T>, given);
}

/** The system's functions; each refuses, with WASI's error number, what Linux refuses or there is no room for. */
export function guarded(system: WASI): Calls {
  const made: Record<string, Call> = { ...system.wasiImport };
  const room = new Room(system);
  const refuse = (name: string, check: (...given: never[]) => number | undefined): void => {
    const call = made[name] as Call;
    made[name] = (...given: never[]) => check(...given) ?? call(...given);
  };
  const short = (...lengths: number[]): number | undefined =>
    lengths.some((length) => length >>> 0 > LONGEST_PATH) ? abi.ERRNO_NAMETOOLONG : undefined;
  const few = (count: number): number | undefined => (count >>> 0 > MOST_PIECES ? abi.ERRNO_INVAL : undefined);
  const unsigned = (given: bigint): bigint => BigInt.asUintN(64, given);

  for (const name of ["fd_read", "fd_pread"]) refuse(name, (_file: number, _pieces: number, count: number) => few(count));
  refuse(
    "fd_write",
    (file: number, pieces: number, count: number) =>
      few(count) ?? room.grow(file, (at) => at + BigInt(bytesOf(system, pieces, count))),
  );
  refuse(
    "fd_pwrite",
    (file: number, pieces: number, count: number, offset: bigint) =>
      few(count) ?? room.grow(file, () => unsigned(offset) + BigInt(bytesOf(system, pieces, count))),
  );
  refuse("fd_allocate", (file: number, offset: bigint, bytes: bigint) =>
    room.grow(file, () => unsigned(offset) + unsigned(bytes)),
  );
  refuse("fd_filestat_set_size", (file: number, size: bigint) => room.grow(file, () => unsigned(size)));

  for (const name of ["path_readlink", "path_remove_directory", "path_unlink_file"]) {
    refuse(name, (_folder: number, _path: number, length: number) => short(length));
  }
  for (const name of ["path_filestat_get", "path_filestat_set_times"]) {
    refuse(name, (_folder: number, _flags: number, _path: number, length: number) => short(length));
  }
  refuse("path_create_directory", (_folder: number, _path: number, length: number) => short(length) ?? room.name());
  refuse("path_symlink", (_old: number, old: number, _folder: number, _path: number, length: number) => short(old, length));
  refuse("path_rename", (_from: number, _old: number, old: number, _folder: number, _path: number, length: number) =>
    short(old, length),
  );
  refuse(
    "path_link",
    (_from: number, _flags: number, _old: number, old: number, _folder: number, _path: number, length: number) =>
      short(old, length) ?? room.name(),
  );
  refuse("path_open", (_folder: number, _flags: number, _path: number, length: number, how: number) => {
    return short(length) ?? ((how & abi.OFLAGS_CREAT) === 0 ? undefined : room.name());
  });
  made["path_open"] = opening(system, made["path_open"] as Call);
  return alone(made);
}

/** The function that opens files: it gives the lowest free number, as POSIX has it, and no more than there may be. */
function opening(system: WASI, open: Call): Call {
  return (...given: never[]) => {
    const files: (Fd | undefined)[] = system.fds;
    const free = files.indexOf(undefined);
    if (free < 0 && files.length >= MOST_OPEN) return abi.ERRNO_MFILE;
    const errno = open(...given);
    if (errno !== abi.ERRNO_SUCCESS || free < 0) return errno;
    files[free] = files.pop();
    const place: number = given[8] ?? 0; // where the program reads the number
    new DataView(system.inst.exports.memory.buffer).setUint32(place >>> 0, free, true);
    return errno;
  };
}

/** The length of all the pieces that a write puts together, each an address and a length in memory. */
function bytesOf(system: WASI, pieces: number, count: number): number {
  const view = new DataView(system.inst.exports.memory.buffer, pieces >>> 0, count * 8);
  return Array.from({ length: count }, (_one, at) => view.getUint32(at * 8 + 4, true)).reduce((sum, bytes) => sum + bytes, 0);
}

/** A text in a program's memory, cut where it is longer than any that our libraries write. */
export function textIn(system: WASI, address: number, length: number): string {
  const bytes = Math.min(length >>> 0, LONGEST_REPORT);
  const read = new TextDecoder().decode(new Uint8Array(system.inst.exports.memory.buffer, address >>> 0, bytes));
  return bytes < length >>> 0 ? `${read}…` : read;
}

/** What a program may still print, on both of its streams. */
export class Flood {
  #characters: number = FLOOD.characters;
  #lines: number = FLOOD.lines;

  /** As much of some bytes as may be printed; `most` says what may be at most if that is not all of them. */
  take(data: Uint8Array): { readonly kept: Uint8Array; readonly most?: string } {
    const kept = data.subarray(0, this.#characters);
    for (let at = kept.indexOf(NEWLINE); at >= 0; at = kept.indexOf(NEWLINE, at + 1)) {
      if (--this.#lines < 0) return { kept: kept.subarray(0, at), most: `${FLOOD.lines.toLocaleString("en")} lines` };
    }
    this.#characters -= kept.length;
    if (kept.length === data.length) return { kept };
    return { kept, most: `${FLOOD.characters.toLocaleString("en")} characters` };
  }
}

/** Places that a program reports: the first ones, and how many more there were. */
export class Gathered {
  readonly #first: Undefined[] = [];
  #more = 0;

  /** Keeps what `make` gives, if there is room for it. */
  add(make: () => Undefined): void {
    if (this.#first.length < MOST_REPORTS) this.#first.push(make());
    else this.#more++;
  }

  get all(): Reports {
    return { first: this.#first, more: this.#more };
  }
}
