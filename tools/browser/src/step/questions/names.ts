/** How the running function names what a moment shows. */
import type { Frame, Item, Moment } from "../moment/model";

/** An object and what it is called. */
export interface Named {
  readonly item: Item;
  readonly name: string;
  /** Whether it is reached through a pointer. */
  readonly isFar: boolean;
}

const SCALARS: readonly Item["kind"][] = ["number", "character", "boolean", "enumerator", "pointer"];

/** The scalars that a moment shows and that the innermost call can name. */
export function scalarsOf(moment: Moment): Named[] {
  const [top] = moment.frames;
  if (!top) return [];
  const found = new Map<string, Named>();
  for (const item of within([...top.items, ...top.statics, ...moment.statics])) if (item.expression !== "") found.set(item.path, { item, name: item.expression, isFar: false });
  const elsewhere = within([...moment.frames.slice(1).flatMap(({ items }) => items), ...moment.blocks.filter(({ isFreed }) => !isFreed).map(({ item }) => item)]);
  for (const item of elsewhere) {
    const name = throughPointer(item.path, moment, top, found);
    if (name !== undefined && !found.has(item.path)) found.set(item.path, { item, name, isFar: true });
  }
  return [...found.values()];
}

/** All scalars among some items and their parts, with those alone that hold a value. */
export function* within(items: readonly Item[]): Generator<Item> {
  for (const item of items) {
    if (SCALARS.includes(item.kind)) {
      if (item.state === "set" && item.type !== "") yield item;
    } else if (item.kind !== "library" && item.kind !== "string") yield* within(item.items);
  }
}

/** *p, p->next or p[2], by a pointer of the innermost call. */
function throughPointer(path: string, { arrows }: Moment, top: Frame, named: ReadonlyMap<string, Named>): string | undefined {
  for (const { from, to, target } of arrows) {
    const pointer = named.get(from);
    if (!pointer || target !== "object" || !from.startsWith(`${top.path}/`) || !path.startsWith(to.replace(/\[0\]$/, ""))) continue;
    if (path === to) return `*${pointer.name}`;
    const way = path.slice(to.length);
    if (path.startsWith(to) && /^\.[^(]/.test(way)) return `${pointer.name}->${way.slice(1)}`;
    const index = /\[0\]$/.test(to) ? path.slice(to.length - "[0]".length) : "";
    if (/^\[\d+\]/.test(index)) return pointer.name + index;
  }
  return undefined;
}
