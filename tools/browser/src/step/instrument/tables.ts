/** What the numbers mean that a rewritten program hands to its hooks. */
import { i32, u32, u8, type Column } from "../columns";
import type { Func, Line, Scope } from "../dwarf/program";
import type { Stored } from "../../wasm/code";

/** A place in the code at which a line is reached. */
export interface Row {
  readonly line: Line;
  readonly func: Func;
  /** Where in the code it is, and where the code of its line ends; counted from the code section's content. */
  readonly address: number;
  readonly end: number;
}

/** A block with variables of its own. */
export interface Block {
  readonly scope: Scope;
  readonly func: Func;
}

/** A local of WebAssembly that holds an address which DWARF needs. */
export interface Register {
  readonly func: Func;
  readonly local: number;
}

/** What is said of an access. */
export const FLAG = {
  /** A load whose value is stored at once, or the store of it. */
  copies: 1,
  /** Likewise, as one of several that copy a struct. */
  isPart: 2,
} as const;

/** The type of what a store writes, as a number. */
const TYPES = "-iIfF";

/** The places that read, write or call a library, each with a number. */
export class Sites {
  /** The constant that is added to the address. */
  readonly offset: Column<Uint32Array> = u32(1024);
  /** How many bytes are moved; 0 for a call. */
  readonly size: Column<Uint8Array> = u8(1024);
  readonly flags: Column<Uint8Array> = u8(1024);
  readonly type: Column<Uint8Array> = u8(1024);
  /** The function of WebAssembly that does it, or that is called. */
  readonly number: Column<Int32Array> = i32(1024);
  /** Counted from the code section's content. */
  readonly address: Column<Uint32Array> = u32(1024);

  constructor() {
    this.add(0, 0, 0, 0); // so that 0 means no site
  }

  add(offset: number, size: number, number: number, address: number, flags = 0, type?: Stored): number {
    this.size.push(size);
    this.flags.push(flags);
    this.type.push(type ? TYPES.indexOf(type) : 0);
    this.number.push(number);
    this.address.push(address);
    return this.offset.push(offset);
  }

  /** The type of what a store writes: floating or not, and of how many bits. */
  stored(site: number): Stored | undefined {
    const letter = TYPES[this.type.at(site)];
    return letter === "-" ? undefined : (letter as Stored);
  }
}

/** A rewritten program and its tables; the numbers are places in the lists. */
export interface Rewritten {
  readonly wasm: Uint8Array<ArrayBuffer>;
  readonly rows: readonly Row[];
  readonly blocks: readonly Block[];
  readonly registers: readonly Register[];
  readonly sites: Sites;
}
