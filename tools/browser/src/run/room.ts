/** The room that a program has for its files: they count towards its memory. */
import { Directory, File, OpenDirectory, OpenFile, wasi as abi, type Inode, type WASI } from "@bjorn3/browser_wasi_shim";
import { MEMORY } from "./messages";

/** What each name in a folder counts as, in bytes, besides what the file holds. */
const ENTRY = 1024;

export class Room {
  /** What the files hold, or more: what was taken away is noticed when the room is full. */
  #held = 0;

  constructor(readonly system: WASI) {}

  /** WASI's error number if there is no room for one name more. */
  name(): number | undefined {
    return this.#take(ENTRY);
  }

  /** WASI's error number if there is no room for a file that ends at this byte; `end` is told where the program is in it. */
  grow(descriptor: number, end: (at: bigint) => bigint): number | undefined {
    const open = this.system.fds[descriptor];
    if (!(open instanceof OpenFile)) return undefined;
    return this.#take(Number(end(open.file_pos) - open.file.size));
  }

  #take(more: number): number | undefined {
    if (more <= 0) return undefined;
    const free = (): number => MEMORY - this.system.inst.exports.memory.buffer.byteLength - this.#held;
    if (more > free()) this.#held = this.#reached();
    if (more > free()) return abi.ERRNO_NOSPC;
    this.#held += more;
    return undefined;
  }

  /** What all the files hold that the program can still reach, by a name or because they are open. */
  #reached(): number {
    const found = new Set<Inode>();
    let names = 0;
    for (const open of this.system.fds) {
      if (open instanceof OpenFile) found.add(open.file);
      if (open instanceof OpenDirectory) found.add(open.dir);
    }
    // What is added on the way is visited too.
    for (const one of found) {
      if (!(one instanceof Directory)) continue;
      names += one.contents.size;
      for (const inside of one.contents.values()) found.add(inside);
    }
    const files = Array.from(found, (one) => (one instanceof File ? one.data.byteLength : 0));
    return files.reduce((sum, bytes) => sum + bytes, names * ENTRY);
  }
}
