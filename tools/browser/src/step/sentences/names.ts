/** How sentences call what a moment shows. */
import { shortened } from "../dwarf/spell";
import type { Scene } from "../describe/scene";
import type { Item } from "../moment/model";
import { placeOfRow } from "../moment/places";
import { firstAt } from "../record/events";
import { CALL } from "../record/frames";
import type { Block } from "../record/heap";
import type { Recording } from "../record/run";

/** Library functions that say more by what they print or make than by their name. */
const SILENT = /^(?:printf|puts|putchar|fprintf|fputs|fputc|fwrite|vprintf)$|^_|operator|(?:^|::)~?(\w+)::~?\1$|::(?:operator|begin|end|size|get)\b/;

export class Names {
  readonly #recording: Recording;

  constructor(
    readonly scene: Scene,
    /** The calls whose variables need no more than their names. */
    readonly near: readonly number[],
    /** The one among them by whose pointers other objects are called; NONE for none. */
    readonly acting: number,
  ) {
    this.#recording = scene.player.recording;
  }

  func(call: number): string {
    const { frames, prepared } = this.#recording;
    return shortened(prepared.program.functions[frames.get(call, CALL.func)]?.name ?? "");
  }

  /** "the block made in line 9", or with its number if that line has made several. */
  block(which: Block | number): string {
    const all = [...this.#recording.heap.blocks];
    const block = typeof which === "number" ? all.find(({ number }) => number === which) : which;
    const place = block && placeOfRow(block.madeRow, this.#recording.prepared);
    if (!block) return "";
    if (block.kind === "exception") return "the exception";
    if (!place) return `block ${block.number}`;
    const isOne = !all.some((other) => other !== block && other.madeStep < this.scene.player.at && this.#isSameLine(other, block));
    return isOne ? `the block made in line ${place.line}` : `block ${block.number} (made in line ${place.line})`;
  }

  #isSameLine(one: Block, other: Block): boolean {
    const [a, b] = [one, other].map(({ madeRow }) => placeOfRow(madeRow, this.#recording.prepared));
    return a !== undefined && a.line === b?.line && a.file === b.file;
  }

  /** What has made a block: malloc, strdup, new and so on. */
  maker({ kind, madeSite }: Block): string {
    if (kind === "exception") return "throw";
    return kind === "new" || kind === "new[]" ? kind : this.#library(madeSite) || kind;
  }

  freer({ kind, freedSite }: Block): string {
    const name = this.#library(freedSite);
    if (name !== "" && kind !== "new" && kind !== "new[]") return name;
    return kind === "new" ? "delete" : kind === "new[]" ? "delete[]" : "free";
  }

  /** The library's function that a site calls, as the program calls it. */
  #library(site: number): string {
    const { rewritten, linked } = this.#recording.prepared;
    const number = rewritten.sites.number.at(site);
    return site === 0 || number < 0 ? "" : plainFunction(linked.names.get(number) ?? "");
  }

  /** The library functions that a step has called and that are worth a word. */
  libraryCalls(step: number): string[] {
    const { libraries } = this.#recording.events;
    const found: string[] = [];
    for (let at = firstAt(libraries.step, step); at < libraries.step.length && libraries.step.at(at) === step; at++) {
      const name = this.#library(libraries.site.at(at));
      if (name !== "" && !SILENT.test(name)) found.push(name);
    }
    return found;
  }

  /** What a step has printed, both streams. */
  printed(step: number): string {
    const { player } = this.scene;
    const { printed } = this.#recording;
    const [from, to] = [player.printed(step), player.printed(step + 1)];
    return new TextDecoder().decode(printed.bytes.data.subarray(from, to));
  }

  /**
   * What an object is called by the calls that matter now: by a variable or a pointer of theirs, with the
   * function's name if it is another's, or by the line that made its block.
   */
  item({ path, expression, name }: Item): string {
    const [, number, way = ""] = /^block#(\d+)(.*)$/.exec(path) ?? [];
    const isNear = path.startsWith("static/") || this.near.some((call) => path.includes(`#${call}/`));
    if (isNear && (expression || name) !== "") return expression || name;
    const alias = this.#alias(path);
    if (number !== undefined) {
      if (alias) return alias;
      const via = this.#path(this.scene.shown.find(({ block }) => block.number === Number(number))?.via ?? "");
      const pointer = via && this.item(via);
      if (pointer && expression !== "") return derefered(pointer, way);
      const title = this.block(Number(number));
      return way === "" ? title : `${way.replace(/^\./, "")} of ${title}`;
    }
    const call = /#(\d+)\//.exec(path)?.[1];
    const own = `${expression || name || path.replace(/^.*\//, "")}${call === undefined ? "" : ` in ${this.func(Number(call))}`}`;
    return alias === undefined ? own : alias.startsWith("*") ? `${alias} (${own})` : alias;
  }

  /** How a pointer of one of these calls names an object that is elsewhere. */
  #alias(path: string): string | undefined {
    for (let to = path; to !== ""; to = to.slice(0, Math.max(to.lastIndexOf("."), to.lastIndexOf("["), 0))) {
      for (const arrow of this.scene.arrows) {
        if (arrow.to !== to || arrow.target !== "object" || !arrow.from.includes(`#${this.acting}/`)) continue;
        const pointer = this.#path(arrow.from);
        if (pointer && pointer.expression !== "") return derefered(pointer.expression, path.slice(to.length));
      }
    }
    return undefined;
  }

  #path(path: string): Item | undefined {
    return path === "" ? undefined : this.scene.itemAt(path);
  }
}

/** What a pointer of this name leads to, or a part of that: *p, p->next, p[2]. */
function derefered(pointer: string, way: string): string {
  const [, name = pointer, where = ""] = /^(.*?)( in [\w:~]+)$/.exec(pointer) ?? [];
  if (way === "") return `*${name}${where}`;
  return (way.startsWith(".") ? `${name}->${way.slice(1)}` : name + way) + where;
}

/** A function's name as the linker spells it, without arguments, types and the library's own marks: std::vector::push_back. */
export function plainFunction(symbol: string): string {
  let text = symbol.replace(/\[abi:\w+\]/g, "").replace(/\bstd::__\w+::/g, "std::");
  const operator = /\boperator\s*(?:new|delete|\(\)|\[\]|[^\w\s(]+)(?:\[\])?/.exec(text)?.[0];
  // From the inside out, so that brackets within brackets go first.
  for (let before = ""; before !== text; ) {
    before = text;
    text = text.replace(/<[^<>()]*>|\([^()<>]*\)/g, "");
  }
  text = text.replace(/ const$/, "");
  if (operator && /^operator (?:new|delete)/.test(operator)) return operator;
  return text.slice(text.lastIndexOf(" ") + 1);
}
