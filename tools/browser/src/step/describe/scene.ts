/** Everything that a moment shows: variables, blocks and literals as items, and where their pointers lead. */
import type { Variable } from "../dwarf/program";
import { shortened } from "../dwarf/spell";
import { counted, plain, sizeOf, type Member, type RecordType, type Type } from "../dwarf/types";
import type { Arrow, Item, Target } from "../moment/model";
import { CALL, NONE } from "../record/frames";
import type { Block } from "../record/heap";
import type { Calls } from "../record/variables";
import type { Player, Running } from "../replay/player";
import { betterType, Blocks, dynamicClass, dynamicType, wholeType } from "./blocks";
import { functionName, Leads, NULL_END } from "./leads";
import { isText, Items, stringAt, summarise, type Draft, type Pointing, type Root } from "./items";
import { Places, type Led, type Place } from "./targets";
import { countIn, visibleVariables } from "./variables";
import { View } from "./view";

/** More blocks are not shown. */
export const MOST_BLOCKS = 60;
/** Of very many calls, so many of the newest and of the oldest are shown. */
export const NEWEST = 30;
const OLDEST = 5;
/** Strings are looked at so far. */
const LONGEST = 200;
/** So often the types of blocks are looked for anew, when a pointer says more than one before it. */
const PASSES = 4;

/** One call's part of a scene. */
export interface FrameScene {
  readonly running: Running;
  readonly items: Draft[];
  readonly statics: readonly Draft[];
}

export interface BlockScene {
  readonly block: Block;
  readonly item: Draft;
  /** The path of the pointer that led to it first; empty if none did. */
  readonly via: string;
}

/** What is said of the member of a union that was written last: by whoever knows the program's text. */
export type LastMember = (union: RecordType, address: number, player: Player) => Member | undefined;

export class Scene {
  readonly view: View;
  readonly blocks: Blocks;
  readonly calls: Calls;
  frames: FrameScene[] = [];
  /** How many calls are left out behind the newest. */
  moreFrames = 0;
  statics: Draft[] = [];
  shown: BlockScene[] = [];
  literals: Draft[] = [];
  arrows: Arrow[] = [];
  #leads: Leads | undefined;
  #items: Items;
  #roots: Place[] = [];
  #types = new Map<Block, Type>();
  /** The call whose arrays' lengths are asked for. */
  #running: Running | undefined;

  constructor(
    readonly player: Player,
    readonly lastMember: LastMember,
    /** Types that are known of blocks although nothing leads to them now. */
    readonly knownTypes: ReadonlyMap<number, Type> = new Map(),
  ) {
    const { memory, heap, frames, prepared } = player.recording;
    this.view = new View(memory.words, memory.shadow, player.changes());
    this.blocks = new Blocks(heap.blocks, player.at);
    this.calls = { frames, memory, rewritten: prepared.rewritten, functions: prepared.program.functions };
    this.#items = this.#fresh();
    for (let pass = 0; pass < PASSES; pass++) if (this.#build()) break;
    this.#finish();
  }

  /** Where a pointer of this value leads. */
  lead(value: number, referenced: Type, bits?: bigint): Led {
    return this.#leads?.lead(value, referenced, bits) ?? { target: "wild", to: "", text: "" };
  }

  /** The path of the object that has a byte. */
  pathAt(address: number): string | undefined {
    const place = this.#leads?.places.around(address);
    return place && !place.isFreed ? place.path : undefined;
  }

  /** The type of what a block holds, as far as the pointers to it tell. */
  typeOf(block: Block): Type | undefined {
    return this.#types.get(block);
  }

  /** What makes items of memory as it was one step before. */
  earlier(): Items {
    return this.#fresh(this.view.earlier());
  }

  /** How an item of this scene is made again, at another time. */
  again(item: Item): ((others: Items) => Draft) | undefined {
    return this.#items.again.get(item);
  }

  /** An item of another scene as it is in this one. */
  remade(again: (others: Items) => Draft): Draft {
    const items = this.#fresh();
    const made = again(items);
    this.#say(items);
    summarise(made);
    return made;
  }

  /** The item with a path. */
  itemAt(path: string): Item | undefined {
    const search = (items: readonly Item[]): Item | undefined => {
      for (const item of items) {
        if (item.path === path) return item;
        const inside = path.startsWith(item.path) ? search([...item.items, ...item.raw]) : undefined;
        if (inside) return inside;
      }
      return undefined;
    };
    return search(this.#tops());
  }

  /** Items that know this scene. */
  #fresh(view = this.view): Items {
    const { program, linked, libraryObject } = this.player.recording.prepared;
    return new Items({
      libraryObject,
      view,
      language: program.language,
      functionName: (value) => functionName(linked.table.get(value), this.player),
      lastMember: (union, address) => this.lastMember(union, address, this.player),
      dynamicClass: (address) => dynamicClass(address, this.view),
    });
  }

  /** Makes all items; false if a block turned out to be of another type than it was taken for. */
  #build(): boolean {
    const { program } = this.player.recording.prepared;
    this.#items = this.#fresh();
    this.#roots = [];
    this.shown = [];
    this.literals = [];
    const own = program.globals.filter(({ name }) => name !== "");
    this.statics = own.map((variable) => this.#static(variable, `static/${variable.name}`));
    const running = this.player.running();
    this.moreFrames = Math.max(0, running.length - NEWEST - OLDEST);
    if (this.moreFrames > 0) running.splice(NEWEST, this.moreFrames);
    this.frames = running.map((one, at) => this.#frame(one, at > 0));
    this.#running = undefined;
    // Pointers are added while blocks are made.
    let isSettled = true;
    for (let at = 0; at < this.#items.pointers.length; at++) {
      const pointer = this.#items.pointers[at];
      if (pointer && !pointer.isRaw) isSettled = this.#follow(pointer) && isSettled;
    }
    for (const block of this.blocks.live) if (this.shown.length < MOST_BLOCKS && !this.#isShown(block) && !this.#isHeld(block) && block.madeRow !== NONE && block.kind !== "exception") this.#block(block, this.knownTypes.get(block.number));
    return isSettled;
  }

  #frame(running: Running, isCaller: boolean): FrameScene {
    const { program } = this.player.recording.prepared;
    const { call, row } = running;
    const func = program.functions[this.calls.frames.get(call, CALL.func)];
    if (!func) return { running, items: [], statics: [] };
    this.#running = running;
    const seen = new Map<string, number>();
    const isTop = !isCaller;
    const items = visibleVariables(func, call, row, isCaller, this.player.at, this.calls, this.view).map(({ variable, address }) => {
      // An inner block's variable hides one of the same name.
      const times = seen.get(variable.name) ?? 0;
      seen.set(variable.name, times + 1);
      const path = `${func.name}#${call}/${variable.name}${times > 0 ? `~${times}` : ""}`;
      return this.#variable(variable, address, path, isTop ? "" : shortened(func.name));
    });
    const statics = func.statics.filter(({ name }) => name !== "").map((variable) => this.#static(variable, `static/${func.name}.${variable.name}`));
    return { running, items, statics };
  }

  #variable(variable: Variable, address: number, path: string, owner: string): Draft {
    const { name, line } = variable;
    const type = counted(variable.type, (entry) => this.#count(entry));
    const isReference = plain(type).kind === "reference";
    const item = this.#items.item({ type, address, name, path, expression: name, end: address + sizeOf(type), line });
    if (!isReference) this.#root({ address, size: item.size, type, path, expression: name }, { title: name, owner });
    return item;
  }

  #static(variable: Variable, path: string): Draft {
    const address = variable.location.kind === "static" ? variable.location.address : 0;
    return this.#variable(variable, address, path, "");
  }

  #root(root: Root, { title, owner = "", isFreed = false }: { readonly title: string; readonly owner?: string; readonly isFreed?: boolean }): void {
    this.#roots.push({ ...root, title, owner, isFreed });
  }

  /** The length of an array that the program has computed. */
  #count(entry: number): number | undefined {
    const running = this.#running;
    const { byEntry } = this.player.recording.prepared.program;
    return running && countIn(entry, running.call, running.row, this.player.at, this.calls, this.view, byEntry);
  }

  /** Shows the block or the literal that a pointer leads to; false if its type was taken for another. */
  #follow({ value, referenced, item }: Pointing): boolean {
    const { program } = this.player.recording.prepared;
    if (value < NULL_END || plain(referenced).kind === "function") return true;
    const block = this.blocks.around(value);
    if (!block && value < this.player.recording.stackEnd) return this.#allocated(value, referenced);
    if (!block) {
      const literal = program.literals.find(({ location, type }) => location.kind === "static" && location.address <= value && value < location.address + sizeOf(type));
      if (literal?.location.kind === "static") this.#literal(literal, literal.location.address);
      return true;
    }
    // What a container holds is shown as a part of it.
    if (this.#isHeld(block)) return true;
    const known = this.#types.get(block);
    const type = dynamicType(referenced, value, this.view, program.types);
    const isStart = value === block.address || block.kind === "exception";
    const better = isStart ? betterType(known, type, block) : known;
    const isShown = this.#isShown(block);
    if (better) this.#types.set(block, better);
    if (!isShown) {
      if (this.shown.length < MOST_BLOCKS) this.#block(block, better ?? this.knownTypes.get(block.number), item, value);
      return true;
    }
    return better === known;
  }

  /** What alloca has given a running call, when a pointer leads there: no variable stands for it. */
  #allocated(value: number, referenced: Type): true {
    const { frames } = this.calls;
    const size = sizeOf(referenced);
    const frame = this.frames.find(({ running: { call } }) => frames.get(call, CALL.low) <= value && value < frames.get(call, CALL.base));
    if (!frame || size === 0 || this.#roots.some((root) => root.address <= value && value < root.address + root.size)) return true;
    const isInside = (address: number): boolean => this.view.state(address, 1) !== "gone";
    let [start, end] = [value, value];
    while (isInside(start - 1)) start--;
    while (isInside(end)) end++;
    if (start === end) return true;
    const func = this.player.recording.prepared.program.functions[frames.get(frame.running.call, CALL.func)]?.name ?? "";
    const path = `${func}#${frame.running.call}/(alloca ${start})`;
    const type: Type = { kind: "array", element: referenced, count: Math.floor((end - start) / size), countAt: undefined };
    const item = this.#items.item({ type, address: start, name: "alloca", path, expression: "", end });
    frame.items.push({ ...item, declaration: "" });
    this.#root({ address: start, size: end - start, type, path, expression: "" }, { title: "what alloca gave" });
    return true;
  }

  /** Whether a container holds something in the block, which is shown as a part of the container. */
  #isHeld(block: Block): boolean {
    return this.#items.held.some(({ address }) => block.address <= address && address < block.address + block.size);
  }

  #isShown(block: Block): boolean {
    return this.shown.some((one) => one.block === block);
  }

  #block(block: Block, type: Type | undefined, pointer?: Draft, value = block.address): void {
    // What the library keeps of an exception lies before the object that was thrown.
    const isException = block.kind === "exception";
    const address = isException ? value : block.address;
    const via = pointer?.path ?? "";
    const isFreed = this.blocks.isFreed(block);
    const path = `block#${block.number}`;
    const title = isException ? "the exception" : `block ${block.number}`;
    const end = block.address + block.size;
    const whole = type && sizeOf(type) > 0 ? (isException ? type : wholeType(type, block)) : undefined;
    const isArray = whole !== undefined && plain(whole).kind === "array";
    const expression = !pointer?.expression || isFreed ? "" : isArray ? pointer.expression : `*${pointer.expression}`;
    const thing = { address, name: "", path, expression, end };
    const item = whole ? this.#items.item({ ...thing, type: whole }) : this.#bytes(block, path);
    if (whole && item.size < block.size && !isException) item.note = `${block.size - item.size} bytes more`;
    // Pointers to it are said with its number: many may lead there.
    this.#root({ address, size: end - address, type: whole ?? { kind: "void" }, path, expression: "" }, { title, isFreed });
    this.shown.push({ block, item, via });
  }

  /** A block of which nobody knows what is in it. */
  #bytes({ address, size }: Block, path: string): Draft {
    const shown = Math.min(size, 32);
    const item = this.#items.draft("bytes", { type: { kind: "void" }, address, name: "", path, expression: "", end: address + size }, size);
    item.type = "";
    item.bytes = this.view.digits(address, shown);
    item.text = item.state === "unset" ? "uninitialised" : item.state === "gone" ? "gone" : `${item.bytes}${size > shown ? " …" : ""}`;
    return item;
  }

  #literal(literal: Variable, address: number): void {
    const path = `literal#${address}`;
    if (this.literals.some((one) => one.path === path)) return;
    const item = this.#items.item({ type: literal.type, address, name: "", path, expression: "", end: address + sizeOf(literal.type) });
    this.#root({ address, size: item.size, type: literal.type, path, expression: "" }, { title: item.text });
    this.literals.push(item);
  }

  /** Looks up where pointers lead, and says it in their items. */
  #finish(): void {
    for (const root of this.#items.held) this.#root(root, { title: root.expression || root.path.replace(/^.*\//, "") });
    this.shown.sort((one, other) => one.block.number - other.block.number);
    const tops = this.#tops();
    const paths = new Set<string>();
    const gather = (item: Item): void => {
      paths.add(item.path);
      item.items.forEach(gather);
    };
    tops.forEach(gather);
    this.#leads = new Leads(this.player, this.calls, this.blocks, this.view, new Places(this.#roots, paths));
    this.arrows = this.#say(this.#items);
    for (const top of tops) summarise(top as Draft);
  }

  #tops(): Item[] {
    return [...this.statics, ...this.frames.flatMap(({ items, statics }) => [...items, ...statics]), ...this.shown.map(({ item }) => item), ...this.literals];
  }

  /** Says in the items of pointers where they lead; the arrows come back. */
  #say(items: Items): Arrow[] {
    const arrows: Arrow[] = [];
    for (const { item, value, bits, referenced, isRaw } of items.pointers) {
      const led = this.lead(value, referenced, bits);
      item.text = led.text;
      // Of a pointer to characters the string is worth a look, wherever it is.
      if (led.target === "object" && isText(referenced) && !led.text.startsWith('"')) item.note = stringAt(this.view, value, LONGEST).text;
      if (led.target !== "object" && led.target !== "function") item.note = [item.note, NOTES[led.target]].filter(Boolean).join(", ");
      if (!isRaw) arrows.push({ from: item.path, to: led.to, target: led.target, text: led.text });
    }
    return arrows;
  }
}

/** What is said beside a pointer that leads to no object. */
const NOTES: Readonly<Partial<Record<Target, string>>> = { freed: "freed", dead: "dead", end: "past the last element", wild: "no object is there" };
