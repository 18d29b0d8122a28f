/** Where everything of a moment's picture is: boxes and texts, in pixels. */
import type { Block, Frame, Item, Moment, Target } from "./model";

export interface Box {
  /** The path of what the box stands for; empty for one that only surrounds others. */
  readonly path: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Where what is said beside the box ends; its right edge if nothing is. */
  readonly reach: number;
  /** CSS classes, without their prefix. */
  readonly classes: readonly string[];
}

export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly classes: readonly string[];
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly labels: readonly Label[];
}

/** The width of a character and the height of a line, for a typewriter font of 13 pixels. */
export const CHARACTER = 7.8;
export const LINE = 20;
export const BASELINE = 14;
const GAP = 8;
/** Between frames and the heap there is room for arrows. */
const BETWEEN = 30;
const INNER = 6;
/** Values are not wider. */
const WIDEST = 34;
/** Where there is little room, names and notes with more characters have lines of their own. */
const SHORT = 8;
/** An array with so many short elements at the most is drawn as a row of cells. */
const CELLS = 12;

/** In a narrow picture things are below each other that are else side by side. */
export function layoutOf(moment: Moment, isNarrow: boolean): Layout {
  return new Drawing(new Map(moment.arrows.map(({ from, target }) => [from, target])), isNarrow).moment(moment);
}

class Drawing {
  readonly #boxes: Box[] = [];
  readonly #labels: Label[] = [];

  constructor(
    /** Where pointers lead, by their paths. */
    readonly targets: ReadonlyMap<string, Target>,
    /** The heap is below the stack, a name above what has parts, a long one above its value, a long note below that. */
    readonly isNarrow: boolean,
  ) {}

  moment(moment: Moment): Layout {
    const left: [number, number] = [0, 0];
    const { count, after } = moment.moreFrames;
    for (const [index, frame] of moment.frames.entries()) {
      if (count > 0 && index === after) this.#stack(left, (y) => [this.#say(`and ${count} more calls`, 0, y), y + LINE]);
      this.#stack(left, (y) => this.#frame(frame, y));
    }
    if (moment.statics.length > 0) this.#stack(left, (y) => this.#group("outside of functions", moment.statics, 0, y, ["statics"]));
    const isBeside = !this.isNarrow && moment.blocks.length + moment.literals.length > 0;
    const x = isBeside ? left[0] + BETWEEN : 0;
    const right: [number, number] = isBeside ? [x, 0] : left;
    for (const block of moment.blocks) this.#stack(right, (y) => this.#block(block, x, y));
    if (moment.literals.length > 0) this.#stack(right, (y) => this.#group("string literals", moment.literals, x, y, ["literals"]));
    if (moment.moreBlocks > 0) this.#label(x, right[1], `and ${moment.moreBlocks} more blocks`, ["note"]);
    const height = Math.max(left[1], right[1]) + (moment.moreBlocks > 0 ? LINE : 0);
    return { width: Math.max(left[0], right[0]), height, boxes: this.#boxes, labels: this.#labels };
  }

  /** Puts something below what is there; `place` is how wide and how high that is. */
  #stack(place: [number, number], draw: (y: number) => [number, number]): void {
    const [right, bottom] = draw(place[1]);
    place[0] = Math.max(place[0], right);
    place[1] = bottom + GAP;
  }

  #frame({ path, name, at, isTop, returns, items, statics }: Frame, y: number): [number, number] {
    const title = `${name}, line ${at.line}${returns === null ? "" : `, returns ${returns}`}`;
    return this.#group(title, [...items, ...statics], 0, y, isTop ? ["frame", "top"] : ["frame"], path);
  }

  #block({ path, number, size, made, isFreed, isLost, item }: Block, x: number, y: number): [number, number] {
    const state = isFreed ? ", freed" : isLost ? ", lost" : "";
    const title = `block ${number}${made ? ` of line ${made.line}` : ""}${state}`;
    const classes = ["block", ...(isFreed ? ["freed"] : []), ...(isLost ? ["lost"] : [])];
    if (isFreed) {
      this.#label(x, y + BASELINE, title, ["title"]);
      const width = text(title);
      this.#box(path, x, y + LINE, width, LINE, classes);
      this.#label(x + INNER, y + LINE + BASELINE, `${size} bytes`, ["note"]);
      return [x + width, y + LINE * 2];
    }
    this.#label(x, y + BASELINE, title, ["title"]);
    const [right, bottom] = this.#value(item, x, y + LINE, classes);
    return [Math.max(right, x + text(title)), bottom];
  }

  /** A title and below it a box with items, each in a line of its own. */
  #group(title: string, items: readonly Item[], x: number, y: number, classes: readonly string[], path = ""): [number, number] {
    this.#label(x, y + BASELINE, title, ["title"]);
    const place = this.#boxes.length;
    const [right, bottom] = this.#rows(items, x + INNER, y + LINE + INNER);
    const end = Math.max(right + INNER, x + text(title));
    this.#boxes.splice(place, 0, { path, x, y: y + LINE, width: end - x, height: bottom + INNER - (y + LINE), reach: end, classes });
    return [end, bottom + INNER];
  }

  /** Items below each other: the name, then the value. */
  #rows(items: readonly Item[], x: number, y: number): [number, number] {
    const shown = items.filter(({ kind }) => kind !== "padding" || items.length < 12);
    const isAbove = (item: Item): boolean => this.isNarrow && (isOpen(item) || item.name.length > SHORT);
    const names = Math.max(0, ...shown.filter((item) => !isAbove(item)).map(({ name }) => name.length)) * CHARACTER + GAP;
    let right = x + names + CHARACTER * 4;
    let bottom = y;
    for (const item of shown) {
      this.#label(x, bottom + BASELINE, item.name, ["name", ...changed(item)]);
      const [end, below] = isAbove(item) ? this.#below(item, x, bottom) : this.#value(item, x + names, bottom, []);
      right = Math.max(right, end);
      bottom = below + 2;
    }
    return [right, bottom];
  }

  /** An object's value or its parts below its name, with what is to be said of it beside that. */
  #below(item: Item, x: number, y: number): [number, number] {
    const reach = this.#note(item, x + text(item.name), y);
    const [end, bottom] = this.#value({ ...item, note: "" }, x, y + LINE, []);
    return [Math.max(reach, end), bottom];
  }

  #value(item: Item, x: number, y: number, classes: readonly string[]): [number, number] {
    const all = [...classes, ...changed(item), ...(item.state === "unset" ? ["unset"] : []), ...(item.kind === "padding" ? ["padding"] : [])];
    if (!isOpen(item)) {
      const shown = valueText(item);
      const width = Math.max(CHARACTER * 3, shown.length * CHARACTER) + 2 * INNER;
      const isUnder = this.isNarrow && noteOf(item).length > SHORT;
      const reach = isUnder ? x + width : this.#note(item, x + width, y);
      this.#box(item.path, x, y, width, LINE, [...all, "value", ...this.#pointer(item)], reach);
      this.#label(x + INNER, y + BASELINE, shown, ["text", ...changed(item)]);
      return isUnder ? [Math.max(reach, this.#note(item, x - INNER, y + LINE)), y + 2 * LINE] : [reach, y + LINE];
    }
    if (isRow(item)) return this.#cells(item, x, y, all);
    const place = this.#boxes.length;
    const [right, bottom] = this.#rows(item.items, x + INNER, y + INNER);
    const more = item.moreItems > 0 ? LINE : 0;
    if (more > 0) this.#label(x + INNER, bottom + BASELINE, `and ${item.moreItems} more`, ["note"]);
    this.#boxes.splice(place, 0, { path: item.path, x, y, width: right + INNER - x, height: bottom + more + INNER - y, reach: right + INNER, classes: [...all, "parts", ...(noteOf(item) === "" ? [] : ["noted"])] });
    return [this.#note(item, right + INNER, y), bottom + more + INNER];
  }

  /** A row of cells with their indices below. */
  #cells(item: Item, x: number, y: number, classes: readonly string[]): [number, number] {
    const widest = Math.max(...item.items.map((one) => valueText(one).length), 2);
    const width = widest * CHARACTER + 2 * INNER;
    this.#box(item.path, x, y, width * item.items.length, LINE, [...classes, "parts"]);
    for (const [index, one] of item.items.entries()) {
      const left = x + index * width;
      this.#box(one.path, left, y, width, LINE, ["value", "cell", ...changed(one), ...(one.state === "unset" ? ["unset"] : []), ...this.#pointer(one)]);
      this.#label(left + INNER, y + BASELINE, valueText(one), ["text", ...changed(one)]);
      this.#label(left + INNER, y + LINE + BASELINE - 3, one.name.replace(/[[\]]/g, ""), ["index"]);
    }
    const right = x + width * item.items.length;
    return [item.moreItems > 0 ? this.#say(`and ${item.moreItems} more`, right, y) : this.#note(item, right, y), y + LINE * 2 - 4];
  }

  #note(item: Item, x: number, y: number): number {
    const note = noteOf(item);
    return note === "" ? x : this.#say(note, x, y);
  }

  /** The classes of a pointer: that it is one, and where it leads. */
  #pointer({ kind, path }: Item): string[] {
    if (kind !== "pointer" && kind !== "reference") return [];
    const target = this.targets.get(path);
    return ["pointer", ...(target ? [target] : [])];
  }

  #say(words: string, x: number, y: number): number {
    this.#label(x + INNER, y + BASELINE, words, ["note"]);
    return x + INNER + text(words);
  }

  #box(path: string, x: number, y: number, width: number, height: number, classes: readonly string[], reach = x + width): void {
    this.#boxes.push({ path, x, y, width, height, reach, classes });
  }

  #label(x: number, y: number, words: string, classes: readonly string[]): void {
    this.#labels.push({ x, y, text: words, classes });
  }
}

/** What stands in a value's box: of a pointer only what no arrow shows. */
export function valueText(item: Item): string {
  const shown = item.state === "unset" ? "?" : item.text;
  return shown.length > WIDEST ? `${shown.slice(0, WIDEST - 1)}…` : shown;
}

/** What is to be said beside a value. That a pointer leads to what is dead is in its text. */
export function noteOf({ note }: Item): string {
  return note === "dead" ? "" : note;
}

/** Whether an object is drawn part by part. */
function isOpen(item: Item): boolean {
  return item.items.length > 0 && (item.state !== "unset" || item.kind === "struct") && item.state !== "gone" && item.kind !== "string";
}

function isRow(item: Item): boolean {
  const isShort = item.items.every((one) => one.items.length === 0 && valueText(one).length <= 6 && one.note === "");
  return (item.kind === "array" || item.kind === "library") && item.items.length <= CELLS && isShort && item.items.every(({ name }) => name.startsWith("["));
}

function changed({ isChanged }: Item): string[] {
  return isChanged ? ["changed"] : [];
}

function text(words: string): number {
  return words.length * CHARACTER;
}
