/** Blocks of the heap that a program has lost: nobody points at them when it ends, and nobody has freed them. */
import { CALL, NONE } from "../record/frames";
import type { Block } from "../record/heap";
import type { Recording } from "../record/run";
import type { Finding } from "./finding";

/** Memory as it is at the end of a run, and where in it pointers are looked for. */
type Ended = Pick<Recording, "prepared" | "memory" | "frames" | "heap" | "end" | "steps" | "stackEnd" | "heapStart">;

/** The leaks of a run that has come to its end, those of one line in one finding; none for a run that was stopped. */
export function leaks(run: Ended): Finding[] {
  if (run.end.kind !== "exited") return [];
  const { memory, frames, heap, stackEnd, heapStart } = run;
  const roots: (readonly [number, number])[] = [[stackEnd, heapStart]];
  if (frames.top !== NONE) roots.push([frames.get(frames.top, CALL.low), stackEnd]);
  const live = [...heap.blocks].filter(({ freedStep }) => freedStep === NONE);
  const lost = lostBlocks({ words: memory.words, live, roots });
  const groups = new Map<string, Block[]>();
  for (const block of lost) {
    const { line, file } = run.prepared.rewritten.rows[block.madeRow]?.line ?? {};
    const key = `${file?.name}:${line}`;
    groups.set(key, [...(groups.get(key) ?? []), block]);
  }
  return [...groups.values()].map((blocks) => ({
    kind: "leak",
    step: run.steps - 1,
    row: blocks[0]?.madeRow ?? NONE,
    address: blocks[0]?.address ?? 0,
    size: blocks.reduce((sum, { size }) => sum + size, 0),
    count: blocks.length,
    isWrite: false,
    site: 0,
    isLibrary: false,
    call: 0,
    block: blocks[0],
    variable: undefined,
    bounds: undefined,
  }));
}

/** Memory in which pointers are looked for, and the blocks in use. */
export interface Reach {
  readonly words: Uint32Array;
  readonly live: readonly Block[];
  /** Addresses from where to where: variables, and the frames of running calls. */
  readonly roots: readonly (readonly [from: number, to: number])[];
}

/** The program's own blocks to which no pointer leads, from its variables or from blocks that can be reached. */
export function lostBlocks({ words, live, roots }: Reach): Block[] {
  const sorted = [...live].sort((one, other) => one.address - other.address);
  const lowest = sorted[0]?.address ?? Infinity;
  const highest = Math.max(0, ...sorted.slice(-1).map(({ address, size }) => address + size));
  const reached = new Set<Block>();
  const waiting: Block[] = [];
  const scan = (from: number, to: number): void => {
    // A pointer has two words and begins at an even one; the second one is 0, since memory is small.
    for (let word = ((from + 7) >> 3) * 2; word < to >> 2; word += 2) {
      const value = words[word] ?? 0;
      if (value < lowest || value > highest || words[word + 1] !== 0) continue;
      const block = blockAt(sorted, value);
      if (!block || reached.has(block)) continue;
      reached.add(block);
      waiting.push(block);
    }
  };
  for (const [from, to] of roots) scan(from, to);
  // What libraries keep for themselves may be in use in ways that nobody sees.
  for (const block of sorted) if (!isOwn(block) && !reached.has(block)) waiting.push(block);
  for (let block = waiting.pop(); block; block = waiting.pop()) scan(block.address, block.address + block.size);
  return sorted.filter((block) => isOwn(block) && !reached.has(block));
}

/** Whether the program has asked for it, and not a library before the program began. */
function isOwn({ madeRow, kind }: Block): boolean {
  return madeRow !== NONE && kind !== "exception";
}

/** The block that has this byte, or ends there: a pointer past the last element counts. */
function blockAt(sorted: readonly Block[], address: number): Block | undefined {
  let first = 0;
  let last = sorted.length;
  while (first < last) {
    const middle = (first + last) >> 1;
    if ((sorted[middle]?.address ?? 0) <= address) first = middle + 1;
    else last = middle;
  }
  const found = sorted[first - 1];
  return found && address <= found.address + found.size ? found : undefined;
}
