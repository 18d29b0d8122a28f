/** Where pointers lead: to what a moment shows, or to what is no longer there. */
import { plain, type Type } from "../dwarf/types";
import type { Target } from "../moment/model";
import { CALL, NONE } from "../record/frames";
import { deadVariable, onStack, type Calls } from "../record/variables";
import type { Player } from "../replay/player";
import type { Blocks } from "./blocks";
import type { Led, Places } from "./targets";
import type { View } from "./view";

/** Addresses below this one are of no object. */
export const NULL_END = 4096;
/** So far behind a block an address is said to be past its end. */
const NEAR = 4096;

export class Leads {
  constructor(
    readonly player: Player,
    readonly calls: Calls,
    readonly blocks: Blocks,
    readonly view: View,
    readonly places: Places,
  ) {}

  /** Where a pointer of this value leads. */
  lead(value: number, referenced: Type, bits = BigInt(value)): Led {
    const { linked } = this.player.recording.prepared;
    if (value === 0) return { target: "null", to: "", text: "null" };
    if (plain(referenced).kind === "function") {
      const name = functionName(linked.table.get(value), this.player);
      return name === undefined ? { target: "wild", to: "", text: hex(bits) } : { target: "function", to: "", text: name };
    }
    const place = this.places.around(value);
    if (place) return this.places.inside(place, value, referenced);
    const ended = this.places.before(value);
    if (ended) return { target: "end", to: ended.path, text: `the end of ${ended.title}${ended.owner === "" ? "" : ` in ${ended.owner}`}` };
    return this.#elsewhere(value, bits);
  }

  /** A pointer to nothing that the moment shows. */
  #elsewhere(value: number, bits: bigint): Led {
    const { stackEnd, heapStart } = this.player.recording;
    const led = (target: Target, text: string): Led => ({ target, to: "", text });
    if (value < stackEnd && value >= NULL_END) {
      const hidden = onStack(value, 0, this.player.at, this.calls);
      if (hidden && hidden.call !== NONE && value >= this.#lowest()) return led(this.view.state(value, 1) === "gone" ? "dead" : "object", hidden.variable.name);
      const frame = this.#frameAt(value);
      if (frame !== undefined) return led("object", `a place in the frame of ${frame}`);
      const dead = deadVariable(value, this.player.at, this.calls);
      if (dead) return led("dead", dead.variable && dead.variable.name !== "" ? `${dead.variable.name} of ${dead.func.name}, which has returned` : `the frame of ${dead.func.name}, which has returned`);
    }
    if (value >= heapStart) {
      const block = this.blocks.around(value);
      if (block) return led(this.blocks.isFreed(block) ? "freed" : "object", `block ${block.number}`);
      const before = this.blocks.before(value);
      if (before && value < before.address + before.size + NEAR) {
        const beyond = value - before.address - before.size;
        return beyond === 0 ? { target: "end", to: this.places.paths.has(`block#${before.number}`) ? `block#${before.number}` : "", text: `the end of block ${before.number}` } : led("wild", `${beyond} bytes past the end of block ${before.number}`);
      }
    }
    return led("wild", hex(bits));
  }

  /** The function of the running call whose frame has this byte. */
  #frameAt(address: number): string | undefined {
    const { frames, functions } = this.calls;
    for (let call = this.player.call(this.player.at); call !== NONE; call = frames.get(call, CALL.parent)) {
      if (frames.get(call, CALL.low) <= address && address < frames.get(call, CALL.start)) return functions[frames.get(call, CALL.func)]?.name;
    }
    return undefined;
  }

  /** Where the innermost frame ends downwards. */
  #lowest(): number {
    const call = this.player.call(this.player.at);
    return call === NONE ? this.player.recording.stackEnd : this.calls.frames.get(call, CALL.low);
  }
}

function hex(bits: bigint): string {
  return `0x${BigInt.asUintN(64, bits).toString(16).padStart(8, "0")}`;
}

/** How the program calls a function of WebAssembly. */
export function functionName(number: number | undefined, player: Player): string | undefined {
  if (number === undefined) return undefined;
  const { linked, program } = player.recording.prepared;
  const body = linked.bodies[number - linked.imported];
  const base = linked.codeStart;
  const func = body && program.functions.find(({ scope }) => body.start <= base + scope.low && base + scope.low < body.end);
  return func?.name ?? linked.names.get(number);
}
