/** What a step did, in a sentence. */
import { shortened } from "../dwarf/spell";
import type { Items } from "../describe/items";
import type { Scene } from "../describe/scene";
import type { Arrow, Item } from "../moment/model";
import { firstAt } from "../record/events";
import { CALL, NONE } from "../record/frames";
import type { Player } from "../replay/player";
import { isOwnSite } from "../moment/places";
import { changedIn } from "./changes";
import { Names } from "./names";
import { returnedText } from "./returned";

/** A text that was printed is quoted so far. */
const QUOTED = 60;
/** More changes are counted, not named. */
const NAMED = 4;

/** The sentence about the step that led to the scene's moment; empty at the start. */
export function sentenceOf(scene: Scene): string {
  const { player } = scene;
  const step = player.at - 1;
  if (step < player.first) return "";
  const row = player.row(step);
  const before = row ? `Line ${row.line.line}: ` : "";
  const teller = new Teller(scene, step);
  const said = [...teller.heap(), ...teller.returns(), ...teller.library(), ...teller.values(), ...teller.prints(), ...teller.calls(), ...teller.leaves()];
  if (said.length === 0) {
    const next = player.row(player.at)?.line.line;
    said.push(next === undefined || next === row?.line.line ? "nothing changes" : `on to line ${next}`);
  }
  return `${before}${said.join("; ")}.`;
}

class Teller {
  readonly #player: Player;
  /** The call that made the step. */
  readonly #call: number;
  readonly #arrows: ReadonlyMap<string, Arrow>;
  readonly #earlier: Items;
  readonly #names: Names;

  constructor(
    readonly scene: Scene,
    readonly step: number,
  ) {
    this.#player = scene.player;
    this.#call = scene.player.call(step);
    this.#arrows = new Map(scene.arrows.map((arrow) => [arrow.from, arrow]));
    this.#earlier = scene.earlier();
    this.#names = new Names(scene, [this.#call, scene.player.call(scene.player.at)], this.#call);
  }

  /** Blocks that were made and freed. */
  *heap(): Generator<string> {
    const { heap } = this.#player.recording;
    const own = [...heap.blocks].filter(({ madeRow, kind }) => madeRow !== NONE && kind !== "exception");
    const made = own.filter(({ madeStep }) => madeStep === this.step);
    const freed = own.filter(({ freedStep }) => freedStep === this.step);
    for (const block of made.slice(0, NAMED)) yield `${this.#names.maker(block)} makes block ${block.number} of ${count(block.size, "byte")}`;
    if (made.length > NAMED) yield `${made.length - NAMED} more blocks are made`;
    for (const block of freed.slice(0, NAMED)) yield `${this.#names.freer(block)} releases ${this.#names.block(block)}`;
    if (freed.length > NAMED) yield `${freed.length - NAMED} more blocks are released`;
  }

  /** Calls that have returned, with their values. */
  *returns(): Generator<string> {
    const { events, frames, prepared } = this.#player.recording;
    const { returns } = events;
    for (let at = firstAt(returns.step, this.step); at < returns.step.length && returns.step.at(at) === this.step; at++) {
      const func = prepared.program.functions[frames.get(returns.call.at(at), CALL.func)];
      if (!func || func.type.kind !== "function") continue;
      const value = returnedText(func.type.returns, returns.kind.at(at), returns.low.at(at), returns.high.at(at), (address, type) => this.scene.lead(address, type).text);
      yield value === "" ? `${shortened(func.name)} returns` : `${shortened(func.name)} returns ${this.#inWords(value)}`;
    }
  }

  /** Values that are others now. */
  *values(): Generator<string> {
    const { frames, statics, shown } = this.scene;
    const said: string[] = [];
    for (const { running, items, statics: own } of frames) {
      // The arguments of a call that has just begun are told with the call.
      if (this.#isNew(running.call)) continue;
      for (const item of [...changedIn(items), ...changedIn(own)]) said.push(this.#change(item));
    }
    for (const item of changedIn(statics)) said.push(this.#change(item));
    for (const { block, item } of shown) {
      if (this.scene.blocks.isFreed(block)) continue;
      for (const part of changedIn([item])) if (block.madeStep !== this.step || part.state !== "unset") said.push(this.#change(part));
    }
    yield* said.slice(0, NAMED);
    if (said.length > NAMED) yield `${said.length - NAMED} more objects change`;
  }

  /** What a library's function has written to. */
  *library(): Generator<string> {
    const { memory, prepared } = this.#player.recording;
    const names = new Set(this.#names.libraryCalls(this.step));
    const { heap } = this.#player.recording;
    // What makes a block fills it, and that is said already.
    if (names.size !== 1 || [...heap.blocks].some(({ madeStep }) => madeStep === this.step)) return;
    const roots = new Set<string>();
    for (const { from, site } of memory.log.written(this.#player.position(this.step), this.#player.position(this.step + 1))) {
      if (site === 0 || isOwnSite(site, prepared)) continue;
      const path = this.scene.pathAt(from * 4);
      const item = path === undefined ? undefined : this.scene.itemAt(path);
      if (item) roots.add(this.#names.item(item));
    }
    if (roots.size === 1) yield `${[...names][0]} writes to ${[...roots][0]}`;
  }

  *prints(): Generator<string> {
    const text = this.#names.printed(this.step);
    if (text === "") return;
    const shown = JSON.stringify(text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text);
    yield `${shown} is printed`;
  }

  /** The call that begins with the next step. */
  *calls(): Generator<string> {
    for (const { running, items } of [...this.scene.frames].reverse()) {
      if (!this.#isNew(running.call)) continue;
      const given = items.filter(({ declaration, line }) => declaration !== "" && line > 0).slice(0, this.#parameters(running.call));
      const shown = given.map(({ name, text }) => `${name} = ${this.#inWords(text)}`).join(", ");
      const name = this.#names.func(running.call);
      yield running.call === 0 || this.#player.recording.frames.get(running.call, CALL.parent) === NONE ? `${name} begins` : `${name}(${shown}) is called`;
    }
  }

  /** Calls that an exception or longjmp has ended. */
  *leaves(): Generator<string> {
    const { frames, events, prepared } = this.#player.recording;
    const { returns } = events;
    const returned = new Set<number>();
    for (let at = firstAt(returns.step, this.step); at < returns.step.length && returns.step.at(at) === this.step; at++) returned.add(returns.call.at(at));
    const left = new Map<string, number>();
    for (let call = this.#call; call !== NONE; call = frames.get(call, CALL.parent)) {
      if (frames.get(call, CALL.left) !== this.step || returned.has(call)) continue;
      const name = this.#names.func(call);
      left.set(name, (left.get(name) ?? 0) + 1);
    }
    const how = prepared.program.language === "c++" ? "an exception" : "longjmp";
    for (const [name, times] of left) yield times === 1 ? `${name} is left by ${how}` : `${times} calls of ${name} are left by ${how}`;
  }

  #isNew(call: number): boolean {
    const { frames } = this.#player.recording;
    for (let one = this.#call; one !== NONE; one = frames.get(one, CALL.parent)) if (one === call) return false;
    return true;
  }

  #parameters(call: number): number {
    const { frames, prepared } = this.#player.recording;
    const func = prepared.program.functions[frames.get(call, CALL.func)];
    return func?.scope.variables.filter(({ isParameter }) => isParameter).length ?? 0;
  }

  #change(item: Item): string {
    const name = this.#names.item(item);
    const arrow = this.#arrows.get(item.path);
    if (item.kind === "pointer" && arrow) {
      if (arrow.target === "null") return `${name} becomes null`;
      return `${name} now points to ${this.#inWords(arrow.text)}${arrow.target === "freed" ? ", which is freed" : ""}`;
    }
    if (item.kind === "reference" && arrow) return `${name} now refers to ${this.#inWords(arrow.text)}`;
    const old = this.scene.again(item)?.(this.#earlier);
    const isScalar = item.items.length === 0 && item.kind !== "library";
    if (isScalar && old && old.state === "set" && old.text !== item.text && item.kind !== "string") return `${name} changes from ${old.text} to ${item.text}`;
    return `${name} becomes ${item.text}`;
  }

  /** A target as a sentence says it: with the line in which a block was made. */
  #inWords(text: string): string {
    return text.replace(/\bblock (\d+)/g, (all, number: string) => this.#names.block(Number(number)) || all);
  }
}

function count(number: number, word: string): string {
  return `${number} ${number === 1 ? word : `${word}s`}`;
}
