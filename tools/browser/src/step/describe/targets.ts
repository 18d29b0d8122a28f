/** Where pointers lead: to which object, or to which part of one. */
import { partAt, wayOf } from "../dwarf/parts";
import { sameType } from "../dwarf/spell";
import { plain, type Type } from "../dwarf/types";
import type { Target } from "../moment/model";
import type { Root } from "./items";

/** A target: the path of the object, how the program names it, and what there is to say. */
export interface Led {
  readonly target: Target;
  readonly to: string;
  readonly text: string;
}

/** An object that a pointer leads to, with what is to be said of it. */
export interface Place extends Root {
  /** In words, for one that the program cannot name: "block 3". */
  readonly title: string;
  /** The function whose variable it is, unless that is the innermost; otherwise empty. */
  readonly owner: string;
  readonly isFreed: boolean;
}

/** All objects of a moment by address. */
export class Places {
  readonly #sorted: readonly Place[];
  readonly #largest: number;

  constructor(
    places: readonly Place[],
    /** The paths of all items that are in the picture. */
    readonly paths: ReadonlySet<string>,
  ) {
    this.#sorted = [...places].sort((one, other) => one.address - other.address);
    this.#largest = Math.max(0, ...places.map(({ size }) => size));
  }

  /** The object that has a byte, one in use before a freed one, the smallest before others; undefined if none has it. */
  around(address: number): Place | undefined {
    let found: Place | undefined;
    for (const place of this.#near(address)) {
      if (address >= place.address + Math.max(place.size, 1)) continue;
      if (!found || Number(place.isFreed) < Number(found.isFreed) || (place.isFreed === found.isFreed && place.size < found.size)) found = place;
    }
    return found;
  }

  /** The object that ends just before an address. */
  before(address: number): Place | undefined {
    for (const place of this.#near(address)) if (!place.isFreed && place.size > 0 && place.address + place.size === address) return place;
    return undefined;
  }

  /** Where in an object an address is, for a pointer to `referenced`. */
  inside(place: Place, address: number, referenced: Type): Led {
    const found = partFor(place.type, address - place.address, referenced);
    const way = found ? wayOf(found.parts) : "";
    const rest = address - place.address - (found?.offset ?? 0);
    const plainWay = wayOf((found?.parts ?? []).filter((part) => !("base" in part)));
    // The first element of a block or of a literal is where it begins.
    const isStart = plainWay === "[0]" && rest === 0;
    const name = place.expression ? place.expression + plainWay : isStart ? place.title : place.title + words(plainWay);
    const title = place.owner === "" ? name : `${name} in ${place.owner}`;
    const text = rest > 0 ? `${title} + ${rest} ${rest === 1 ? "byte" : "bytes"}` : title;
    return { target: place.isFreed ? "freed" : "object", to: this.#shown(place.path, way), text };
  }

  /** The path of the innermost part that is in the picture. */
  #shown(root: string, way: string): string {
    for (let rest = way; ; ) {
      const path = root + rest;
      if (this.paths.has(path)) return path;
      if (rest === "") return "";
      rest = rest.slice(0, Math.max(rest.lastIndexOf("."), rest.lastIndexOf("["), 0));
    }
  }

  /** Objects that may have an address, from the highest start down. */
  *#near(address: number): Generator<Place> {
    let first = 0;
    let last = this.#sorted.length;
    while (first < last) {
      const middle = (first + last) >> 1;
      if ((this.#sorted[middle]?.address ?? 0) <= address) first = middle + 1;
      else last = middle;
    }
    for (let at = first - 1; at >= 0; at--) {
      const place = this.#sorted[at];
      if (!place || place.address + this.#largest < address) return;
      yield place;
    }
  }
}

/** The part of an object at an offset that a pointer to `referenced` means. */
function partFor(type: Type, offset: number, referenced: Type): ReturnType<typeof partAt> {
  const wanted = plain(referenced);
  if (wanted.kind !== "void") {
    const exact = partAt(
      type,
      offset,
      (current, start) => start === offset && sameType(current, wanted),
      (union) => union.members.find((one) => sameType(one.type, wanted)),
    );
    if (exact && sameType(exact.type, wanted)) return exact;
  }
  return partAt(type, offset, (_current, start) => start === offset);
}

/** The same behind a title in words: "block 3, next". */
function words(way: string): string {
  return way === "" ? "" : way.startsWith("[") ? way : `, ${way.slice(1)}`;
}
