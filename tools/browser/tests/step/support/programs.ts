/** The programs of this folder, stepped through, and what is expected of them. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Stepping, type Source } from "../../../node/stepping";
import type { Item, Moment } from "../../../src/step/moment/model";
import type { Limits, Session } from "../../../src/step/replay/session";

declare const __TOP__: string;

export const TOP = __TOP__;
export const PROGRAMS = join(TOP, "tools", "browser", "tests", "step", "programs");
export const stepping = new Stepping(TOP);

/** All programs that have expectations. */
export function programs(): string[] {
  return readdirSync(PROGRAMS).filter((name) => /\.(?:c|cpp)$/.test(name)).sort();
}

export function textOf(name: string): string {
  return readFileSync(join(PROGRAMS, name), "utf8");
}

/** A session of one of the programs. */
export async function stepped(name: string, more: Partial<Source> = {}, limits?: Limits): Promise<Session> {
  return session({ files: { [name]: textOf(name) }, ...more }, limits);
}

/** A session of a program that is written in a test. */
export async function session(source: Source, limits?: Limits): Promise<Session> {
  const found = await stepping.session(source, limits);
  if (typeof found === "string") assert.fail(found);
  return found;
}

/** A session of one file of C. */
export const c = (text: string, more: Partial<Source> = {}): Promise<Session> => session({ files: { "a.c": text }, ...more });
export const cpp = (text: string, more: Partial<Source> = {}): Promise<Session> => session({ files: { "a.cpp": text }, ...more });

/** The lines that are stepped to, in order. */
export function lines(from: Session): number[] {
  const found: number[] = [];
  from.visit((_step, row) => {
    found.push(from.lineOf(row).line);
    return false;
  });
  return found;
}

/** All items of a moment, outer ones before their parts. */
export function* itemsOf(moment: Moment): Generator<Item> {
  const tops = [...moment.frames.flatMap(({ items, statics }) => [...items, ...statics]), ...moment.statics, ...moment.blocks.map(({ item }) => item), ...moment.literals];
  for (const item of tops) yield* within(item);
}

function* within(item: Item): Generator<Item> {
  yield item;
  for (const part of item.items) yield* within(part);
}

/**
 * The item with a name as the program has it, in the innermost call, among variables with static storage
 * duration, or in the blocks that it leads to; "x in main" for one of another call. p->next is followed.
 */
export function itemNamed(moment: Moment, name: string): Item | undefined {
  const [, expression = name, func] = /^(.*?)(?: in ([\w:<>]+))?$/.exec(name) ?? [];
  const frame = func === undefined ? moment.frames[0] : moment.frames.find((one) => one.name === func);
  const starts = [...(frame ? [...frame.items, ...frame.statics] : []), ...moment.statics];
  const parts = /^(\*?)([A-Za-z_]\w*(?:::\w+)*)(.*)$/.exec(expression);
  if (!parts) return undefined;
  const [, star, start, way = ""] = parts;
  let item = starts.find((one) => one.name === start);
  for (const [step] of way.matchAll(/->\w+|\.\w+|\[\d+\]/g)) {
    if (step.startsWith("->")) item = pointed(moment, item);
    else if (step.startsWith("[") && item?.kind === "pointer") item = pointed(moment, item, step);
    if (step.startsWith("[") && item?.kind === "pointer") continue;
    const part = step.replace(/^->|^\./, "");
    item = partNamed(item, part) ?? (item?.name === part ? item : undefined);
  }
  return star ? pointed(moment, item) : item;
}

function partNamed(item: Item | undefined, name: string): Item | undefined {
  for (const part of item?.items ?? []) {
    if (part.name === name) return part;
    // Members of anonymous structs and of base classes are members.
    const inner = part.name === "" || part.note === "base class" ? partNamed(part, name) : undefined;
    if (inner) return inner;
  }
  return undefined;
}

/** What a pointer leads to. */
function pointed(moment: Moment, pointer: Item | undefined, index = ""): Item | undefined {
  const arrow = moment.arrows.find(({ from }) => from === pointer?.path || from === `${pointer?.path ?? ""}.get()`);
  const to = arrow?.to.replace(/\[0\]$/, "");
  for (const item of itemsOf(moment)) if (item.path === (index === "" ? arrow?.to : (to ?? "") + index)) return item;
  return undefined;
}
