/** What a page asks about a moment: the answer, and a picture that does not give it away. What `make bless` records. */
import { layoutOf, type Box } from "../src/step/moment/layout";
import { isVirtual, type Arrow, type Item, type Moment } from "../src/step/moment/model";
import { find, parseSelector } from "../src/step/moment/selector";
import { isNarrow, pictureOf, type Picture } from "../src/step/moment/svg";
import { inSentences } from "../src/step/moment/told";
import { round } from "../src/step/moment/way";
import type { Session } from "../src/step/replay/session";
import { writersOf } from "../src/step/writers/writers";
import type { Source, Stepping } from "./stepping";

/** Where `of` points, what its value is, or which line wrote it, at the moment that `at` selects. */
export interface Ask {
  readonly at: string;
  readonly what: "arrow" | "value" | "writer";
  readonly of: string;
}

/** A box of the picture: where it is, how far what is said beside it goes, and whether arrows come to it from above or below. */
interface Spot {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly reach: number;
  readonly upright: boolean;
}

/** `from` is the pointer, `spots` what it could point to; both are for arrows alone. */
interface Answer extends Picture {
  readonly answer: string;
  readonly told: readonly string[];
  readonly from: Spot | null;
  readonly spots: readonly Spot[];
}

/** What is said of a pointer to nothing. */
const NULL = "null";

/** The answers about a program, in the order in which they are asked for; or what is wrong with the program. */
export async function asked(stepping: Stepping, source: Source, asks: readonly Ask[]): Promise<object> {
  const session = await stepping.session(source);
  return typeof session === "string" ? { error: session } : { asked: asks.map((ask) => answerTo(session, ask)) };
}

function answerTo(session: Session, { at, what, of }: Ask): Answer | { error: string } {
  const selector = parseSelector(at);
  const found = typeof selector === "string" ? selector : find(session, selector);
  if (typeof found === "string") return { error: found };
  const moment = session.moment(found);
  const names = namesIn(moment);
  const item = named(moment, names, of);
  if (!item) return { error: `Nothing is called “${of}” there; there are: ${[...names.values()].join(", ")}.` };
  switch (what) {
    case "arrow":
      return whereTo(moment, names, item, of);
    case "value":
      if (item.state !== "set" || item.items.length > 0) return { error: `“${of}” has no single value there.` };
      return drawn(hidden(moment, item.path), item.text);
    case "writer": {
      const known = writersOf(session.at(found), item.path);
      const last = known?.writers.at(-1)?.place;
      return last ? drawn(moment, String(last.line)) : { error: `No line has written “${of}” by then.` };
    }
  }
}

function whereTo(moment: Moment, names: ReadonlyMap<string, string>, item: Item, of: string): Answer | { error: string } {
  const shown = hidden(moment, item.path);
  const picture = drawn(shown, "");
  const layout = layoutOf(shown, isNarrow(shown));
  const boxes = new Map(layout.boxes.map((box) => [box.path, box]));
  const from = boxes.get(item.path);
  if ((item.kind !== "pointer" && item.kind !== "reference") || !from) return { error: `“${of}” is no pointer that the picture shows.` };
  const spots = new Map<string, Spot>();
  for (const [path, name] of names) {
    const box = boxes.get(path);
    if (box && path !== item.path && !spots.has(name)) spots.set(name, spotOf(name, box));
  }
  const arrow = moment.arrows.find((one) => one.from === item.path);
  const answer = item.text === NULL ? NULL : arrow && targetOf(arrow, names, boxes);
  if (answer === undefined) return { error: `“${of}” leads to nothing that the picture shows.` };
  return { ...picture, answer, from: spotOf(of, from), spots: [...spots.values()] };
}

function targetOf({ to, target }: Arrow, names: ReadonlyMap<string, string>, boxes: ReadonlyMap<string, Box>): string | undefined {
  return (target === "object" || target === "freed") && boxes.has(to) ? names.get(to) : undefined;
}

function spotOf(name: string, { x, y, width, height, reach, classes }: Box): Spot {
  return { name, x: round(x), y: round(y), width: round(width), height: round(height), reach: round(reach), upright: classes.includes("cell") || classes.includes("noted") };
}

function drawn(moment: Moment, answer: string): Answer {
  return { answer, told: inSentences(moment), ...pictureOf(moment), from: null, spots: [] };
}

/**
 * The objects of a moment with their names by their paths: `n`, `n of main`, `block 1.next`. A base class has the name
 * of the object around it, which comes first; pointers to virtual functions have none.
 */
export function namesIn({ frames, statics, blocks, literals }: Moment): Map<string, string> {
  const found = new Map<string, string>();
  const add = (items: readonly Item[], nameOf: (item: Item) => string): void => {
    for (const item of items) {
      if (item.kind === "padding" || item.path === "" || isVirtual(item)) continue;
      found.set(item.path, nameOf(item));
      if (item.kind !== "string") add(item.items, nameOf);
    }
  };
  const own = (item: Item): string => item.expression || item.path.replace(/^[^/]*\//, "");
  for (const [depth, { name, items, statics: inside }] of frames.entries()) {
    const again = frames.slice(0, depth).filter((frame) => frame.name === name).length;
    const whose = depth === 0 ? "" : again === 0 ? ` of ${name}` : ` of ${name}, ${again + 1} calls up`;
    add([...items, ...inside], (item) => own(item) + whose);
  }
  add(statics, own);
  add(blocks.map(({ item }) => item), (item) => item.path.replace("block#", "block "));
  add(literals, (item) => item.text);
  return found;
}

/** The object with a name: one of the picture's, or one that a pointer of these leads to, such as `*p`, `p->next` or `p[2]`. */
function named(moment: Moment, names: ReadonlyMap<string, string>, name: string): Item | undefined {
  const path = [...names].find(([, one]) => one === name)?.[0] ?? reached(moment, names, name);
  return path === undefined ? undefined : [...everything(moment)].find((item) => item.path === path);
}

function reached(moment: Moment, names: ReadonlyMap<string, string>, name: string): string | undefined {
  const way = /^\*(?<all>.+)$|^(?<record>.+)->(?<member>\w+)$|^(?<row>.+)\[(?<index>\d+)\]$/.exec(name)?.groups;
  const pointer = way && named(moment, names, way["all"] ?? way["record"] ?? way["row"] ?? "");
  const to = moment.arrows.find(({ from, target }) => from === pointer?.path && target === "object")?.to;
  if (!way || to === undefined) return undefined;
  if (way["index"] === undefined) return to + (way["member"] ? `.${way["member"]}` : "");
  return to.replace(/\[(\d+)\]$/, (_, first: string) => `[${Number(first) + Number(way["index"])}]`);
}

function* everything({ frames, statics, blocks, literals }: Moment): Generator<Item> {
  yield* inside([...frames.flatMap((frame) => [...frame.items, ...frame.statics]), ...statics, ...blocks.map(({ item }) => item), ...literals]);
}

function* inside(items: readonly Item[]): Generator<Item> {
  for (const item of items) {
    yield item;
    yield* inside(item.items);
  }
}

/** The moment with a question mark for the value at a path, and no arrow from there. */
export function hidden(moment: Moment, path: string): Moment {
  const veil = (item: Item): Item => {
    if (item.path === path) return { ...item, text: "?", bytes: "", note: "", state: "set", isChanged: false };
    const items = item.items.map(veil);
    if (items.every((one, at) => one === item.items[at])) return item;
    return { ...item, items, text: item.kind === "array" ? `{${items.map(({ text }) => text).join(", ")}}` : item.text };
  };
  return {
    ...moment,
    frames: moment.frames.map((frame) => ({ ...frame, items: frame.items.map(veil), statics: frame.statics.map(veil) })),
    statics: moment.statics.map(veil),
    blocks: moment.blocks.map((block) => ({ ...block, item: veil(block.item) })),
    arrows: moment.arrows.filter(({ from }) => from !== path),
  };
}
