/** The blocks of the heap: who made each, when, and what became of it. */
import { KINDS, type Kind } from "../hooks/table";
import { NONE } from "./frames";

export interface Block {
  /** Counted from 1 in the order of their making. */
  readonly number: number;
  readonly address: number;
  readonly size: number;
  readonly kind: Kind;
  /** The step that made it and its row; NONE before the first step. */
  readonly madeStep: number;
  readonly madeRow: number;
  /** The site of the library call that made it, such as that of strdup; 0 if there is none. */
  readonly madeSite: number;
  /** The same of what freed it; NONE while it lives. */
  freedStep: number;
  freedRow: number;
  freedSite: number;
}

/** Where a program is: the step, its row, and the site of the library call. */
export interface Place {
  readonly step: number;
  readonly row: number;
  readonly site: number;
}

/** How much is left untouched behind a block: enough to see an index that is a few too large. */
const ROOM = 32;
const MOST_ROOM = 1024;
/** Freed blocks stay out of use until they are so many bytes in all. */
const QUARANTINE = 1 << 20;
/** What no block can have. */
const TOO_LARGE = 0x7fffffff;
/** What a block takes here, nearly. */
const BLOCK_BYTES = 160;
/** For each way to make a block the way to free it. */
const PARTNERS: Readonly<Partial<Record<Kind, Kind>>> = { malloc: "malloc", new: "delete", "new[]": "delete[]" };

/** What is wrong with freeing an address. */
export type Misuse = "double" | "inside" | "foreign" | "mismatch";

export class Heap {
  /** All blocks that may still be asked about, those in use and freed ones. */
  readonly blocks = new Set<Block>();
  readonly #byAddress = new Map<number, Block>();
  readonly #quarantine: Block[] = [];
  #oldest = 0;
  #quarantined = 0;
  #made = 0;
  #wanted = 0;
  #kind: Kind | undefined;
  /** The block whose misuse was told already, by realloc. */
  #told = 0;
  /** Whether blocks are kept after their memory is used again. */
  isKeeping = false;

  /** How many bytes the blocks take here, nearly. */
  get bytes(): number {
    return this.blocks.size * BLOCK_BYTES;
  }

  /** A function of this place in KINDS begins; the outermost one decides. */
  named(kind: number): void {
    this.#kind ??= KINDS[kind];
  }

  /** How many bytes to take for a block of `size`. */
  takes(size: number): number {
    this.#wanted = size;
    if (size > TOO_LARGE - 2 * MOST_ROOM) return size;
    return size + ROOM + Math.min(size >> 3, MOST_ROOM);
  }

  /** The block that is at `address` from now on; undefined if there was no memory. */
  took(address: number, { step, row, site }: Place): Block | undefined {
    const kind = this.#kind ?? "malloc";
    this.#kind = undefined;
    if (address === 0) return undefined;
    const block: Block = {
      number: ++this.#made,
      address,
      size: this.#wanted,
      kind,
      madeStep: step,
      madeRow: row,
      madeSite: site,
      freedStep: NONE,
      freedRow: NONE,
      freedSite: 0,
    };
    this.#byAddress.set(address, block);
    this.blocks.add(block);
    return block;
  }

  /** Frees the block at `address`: the block, or what is wrong with that. A mismatch is told, and the block freed. */
  frees(address: number, { step, row, site }: Place): { readonly block?: Block; readonly misuse?: Misuse } {
    const freeing = this.#kind ?? "malloc";
    this.#kind = undefined;
    const isTold = address !== 0 && address === this.#told;
    this.#told = 0;
    if (address === 0 || isTold) return {};
    const block = this.#byAddress.get(address);
    if (!block) {
      const around = this.around(address);
      return around ? { block: around, misuse: "inside" } : { misuse: "foreign" };
    }
    if (block.freedStep !== NONE) return { block, misuse: "double" };
    block.freedStep = step;
    block.freedRow = row;
    block.freedSite = site;
    this.#quarantine.push(block);
    this.#quarantined += block.size;
    return block.kind === "exception" || PARTNERS[block.kind] === freeing ? { block } : { block, misuse: "mismatch" };
  }

  /** The address that the allocator gets back in the place of one that was freed; 0 for none yet. */
  released(): number {
    if (this.#quarantined <= QUARANTINE) return 0;
    const block = this.#quarantine[this.#oldest++];
    if (!block) return 0;
    this.#quarantined -= block.size;
    if (this.#oldest > 4096) {
      this.#quarantine.splice(0, this.#oldest);
      this.#oldest = 0;
    }
    if (this.#byAddress.get(block.address) === block) this.#byAddress.delete(block.address);
    if (!this.isKeeping) this.blocks.delete(block);
    return block.address;
  }

  /** How many bytes realloc keeps of the block at `address`, or what is wrong with it. */
  keeps(address: number, size: number): { readonly kept: number; readonly block?: Block; readonly misuse?: Misuse } {
    const block = this.#byAddress.get(address);
    if (block && block.freedStep === NONE) return { kept: Math.min(size, block.size) };
    this.#told = address;
    if (block) return { kept: 0, block, misuse: "double" };
    const around = this.around(address);
    return around ? { kept: 0, block: around, misuse: "inside" } : { kept: 0, misuse: "foreign" };
  }

  /** The block that has this byte, one in use before a freed one; undefined if none has it. */
  around(address: number): Block | undefined {
    let found: Block | undefined;
    for (const block of this.blocks) {
      if (address < block.address || address >= block.address + Math.max(block.size, 1)) continue;
      if (block.freedStep === NONE) return block;
      found = !found || block.freedStep > found.freedStep ? block : found;
    }
    return found;
  }

  /** The block in use that is nearest to an address outside of all, and not further than the room that was left. */
  nearest(address: number): Block | undefined {
    let found: Block | undefined;
    let least = ROOM + MOST_ROOM;
    for (const block of this.blocks) {
      if (block.freedStep !== NONE) continue;
      const distance = address < block.address ? block.address - address : address - (block.address + block.size);
      if (distance >= 0 && distance < least) {
        least = distance;
        found = block;
      }
    }
    return found;
  }
}
