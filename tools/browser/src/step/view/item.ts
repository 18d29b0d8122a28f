/** An object of a moment as elements: its name, its value, its parts. What a class marks is said in words too. */
import { element } from "../../run/dom";
import type { Arrow, Item } from "../moment/model";

/** Longer texts are cut in a row; the whole stands in the details. */
const LONGEST = 60;
/** Elements whose texts are not longer are shown as a row of cells. */
const CELL = 12;
/** So many elements that repeat the one before them are folded up. */
const SAME = 4;

/** How a pointer is drawn where it stands, by where it leads. */
const SIGNS: Readonly<Record<Arrow["target"], string>> = { object: "→", end: "⇥", freed: "⇢", dead: "⇢", function: "→", null: "", wild: "⇝" };

/** What a picture keeps while it is drawn anew at each moment. */
export interface Kept {
  /** The paths of what the reader has opened. */
  readonly opened: Set<string>;
  /** An object was chosen, to be told of. */
  readonly choose: (item: Item) => void;
  /** The path of the chosen one; empty for none. */
  readonly chosen: string;
}

export class Items {
  /** The elements with values, by the paths of their objects. */
  readonly places = new Map<string, HTMLElement>();

  constructor(
    readonly arrows: ReadonlyMap<string, Arrow>,
    readonly kept: Kept,
  ) {}

  list(items: readonly Item[]): HTMLElement {
    return this.#rows(this.#folded(items, (item) => this.#row(item), (rows) => this.#rows(rows)));
  }

  #rows(rows: readonly HTMLElement[]): HTMLElement {
    return element("ul", { className: "cw-step__rows" }, ...rows);
  }

  /** Each item as a row; elements that repeat the one before them are folded up. */
  #folded(items: readonly Item[], row: (item: Item) => HTMLElement, list: (rows: HTMLElement[]) => HTMLElement): HTMLElement[] {
    const made: HTMLElement[] = [];
    for (let at = 0; at < items.length; ) {
      const first = items[at] as Item;
      let end = at + 1;
      while (isRepeated(first, items[end]) && ![first, items[end] as Item].some((one) => this.#stays(one))) end++;
      const same = items.slice(at + 1, end);
      made.push(row(first));
      if (same.length < SAME) made.push(...same.map(row));
      else {
        const value = first.items.length === 0 && first.text.length <= LONGEST ? `, ${first.text}` : "";
        const title = `${same[0]?.name} to ${same.at(-1)?.name}: the same${value}`;
        made.push(element("li", { className: "cw-step__same" }, this.#fold(same.map(({ path }) => `${path}.(same)`), title, () => [list(same.map(row))])));
      }
      at = end;
    }
    return made;
  }

  /** Whether an object is to be seen: it has changed, it is told of, or an arrow begins or ends at it or in it. */
  #stays({ path, isChanged }: Item): boolean {
    const isIn = (one: string): boolean => one.startsWith(path) && !/\w/.test(one[path.length] ?? "");
    return isChanged || isIn(this.kept.chosen) || [...this.arrows.values()].some(({ from, to }) => to !== "" && (isIn(from) || isIn(to)));
  }

  /** The value of an object that has no name: a block's, a literal's. */
  body(item: Item): HTMLElement {
    const made = element("div", { className: "cw-step__body" }, this.#pick(item, item.type || "bytes", "cw-step__type"));
    if (hasParts(item)) this.#whole(made, item);
    else made.append(this.#pickable(item));
    if (item.note !== "") made.append(note(item.note));
    made.append(...this.#parts(item));
    return made;
  }

  #row(item: Item): HTMLElement {
    const row = element("li", { className: "cw-step__row" });
    if (item.kind === "padding") {
      row.classList.add("is-padding");
      row.append(`${item.text} of padding`);
      return row;
    }
    row.append(this.#pick(item, item.name || item.type || "(unnamed)", "cw-step__name"));
    if (item.name !== "" && item.type !== "") row.append(typeOf(item));
    if (hasParts(item)) this.#whole(row, item);
    if (!hasParts(item) || item.kind === "library") row.append(this.#pickable(item));
    // What is to be said of where a pointer leads stands beside that.
    const said = [this.arrows.has(item.path) ? "" : item.note, item.state === "partly set" && item.kind !== "string" ? "partly uninitialised" : ""].filter((one) => one !== "");
    if (said.length > 0) row.append(note(said.join(", ")));
    row.append(...this.#parts(item));
    return row;
  }

  /** What chooses the object. */
  #pick(item: Item, text: string, className: string): HTMLElement {
    const made = element("button", { type: "button", className, textContent: text });
    made.dataset["path"] = item.path;
    made.setAttribute("aria-pressed", String(item.path === this.kept.chosen));
    if (item.kind === "union" || item.kind === "struct" || item.kind === "class") made.classList.add("is-group");
    made.addEventListener("click", () => this.kept.choose(item));
    return made;
  }

  /** A value that can be pressed; the keyboard has the button before it. */
  #pickable(item: Item): HTMLElement {
    const made = this.#value(item);
    made.classList.add("is-pick");
    made.addEventListener("click", () => this.kept.choose(item));
    return made;
  }

  #value(item: Item): HTMLElement {
    const made = element("span", { className: "cw-step__value" });
    if (!hasParts(item)) this.places.set(item.path, made);
    mark(made, item);
    const arrow = this.arrows.get(item.path);
    const sign = arrow && item.state === "set" ? SIGNS[arrow.target] : "";
    if (arrow) made.classList.add("is-pointer", `is-${arrow.target}`);
    if (sign !== "") made.append(hidden(sign), " ", offscreen("points to "));
    const text = arrow && item.note !== "" ? `${item.text}, ${item.note}` : item.text;
    made.append(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
    if (item.isChanged) made.append(offscreen(", changed"));
    return made;
  }

  /** An object that is shown part by part: arrows to it end at the whole. */
  #whole(made: HTMLElement, item: Item): void {
    made.classList.add("is-whole");
    this.places.set(item.path, made);
  }

  /** An object's parts, below it. */
  #parts(item: Item): HTMLElement[] {
    const found: HTMLElement[] = [];
    if (item.kind === "string" && item.items.length > 0 && item.state !== "unset" && item.state !== "gone") {
      found.push(this.#fold([`${item.path}.(characters)`], "characters", () => [this.#cells(item)]));
    } else if (hasParts(item)) found.push(isRow(item) ? this.#cells(item) : this.list(item.items), ...more(item));
    if (item.raw.length > 0) found.push(this.#fold([`${item.path}.(members)`], "members", () => [this.list(item.raw)]));
    return found;
  }

  /** What is shown when the reader asks for it; opened once, it stays open at other moments that have one of the paths. */
  #fold(paths: readonly string[], name: string, content: () => HTMLElement[]): HTMLElement {
    const { opened } = this.kept;
    const made = element("details", { className: "cw-step__fold", open: paths.some((path) => opened.has(path)) }, element("summary", { textContent: name }));
    // The focus finds it again by that.
    made.querySelector("summary")?.setAttribute("data-path", paths.at(-1) ?? "");
    const fill = (): void => {
      if (made.open && made.childElementCount === 1) made.append(...content());
    };
    fill();
    made.addEventListener("toggle", () => {
      for (const path of paths) {
        if (made.open) opened.add(path);
        else opened.delete(path);
      }
      fill();
    });
    return made;
  }

  #cells(item: Item): HTMLElement {
    const cellOf = (one: Item): HTMLElement => {
      const cell = element("li", { className: "cw-step__cell" });
      const pick = this.#pick(one, "", "cw-step__pick");
      pick.append(this.#value(one));
      pick.setAttribute("aria-label", `${one.expression || one.name}: ${one.text}${one.isChanged ? ", changed" : ""}`);
      cell.append(pick, element("span", { className: "cw-step__index", ariaHidden: "true", textContent: one.name.replace(/[[\]]/g, "") }));
      return cell;
    };
    const list = (cells: readonly HTMLElement[]): HTMLElement => element("ol", { className: "cw-step__cells" }, ...cells);
    return list(this.#folded(item.items, cellOf, list));
  }
}

/** An object's type; that of a variable or a member can be asked what it says (reading.ts). */
function typeOf({ type, declaration, path }: Item): HTMLElement {
  if (declaration === "") return element("span", { className: "cw-step__type", textContent: type });
  const made = element("button", { type: "button", className: "cw-step__type", textContent: type, title: "What this type says" });
  made.dataset["declaration"] = declaration;
  made.dataset["path"] = `${path}.(type)`;
  return made;
}

/** Whether an object is shown part by part. */
function hasParts(item: Item): boolean {
  return item.items.length > 0 && item.state !== "unset" && item.state !== "gone" && item.kind !== "string";
}

/** Whether an item is an element that has the same value as an earlier one, with all of its parts. */
function isRepeated(one: Item, other: Item | undefined): boolean {
  return other !== undefined && other.name.startsWith("[") && isSame(one, other);
}

function isSame(one: Item, other: Item): boolean {
  const isAlike = one.text === other.text && one.state === other.state && one.bytes === other.bytes && one.note === other.note && one.type === other.type && one.moreItems === other.moreItems;
  return isAlike && one.items.length === other.items.length && one.items.every((part, at) => isSame(part, other.items[at] as Item));
}

function isRow(item: Item): boolean {
  return (item.kind === "array" || item.kind === "library") && item.items.every((one) => one.items.length === 0 && one.text.length <= CELL && one.note === "" && one.name.startsWith("["));
}

function more({ moreItems }: Item): HTMLElement[] {
  return moreItems > 0 ? [note(`and ${moreItems.toLocaleString("en")} more`)] : [];
}

function mark(made: HTMLElement, { isChanged, state }: Item): void {
  made.classList.toggle("is-changed", isChanged);
  made.classList.toggle("is-unset", state === "unset");
  made.classList.toggle("is-gone", state === "gone");
}

function note(text: string): HTMLElement {
  return element("span", { className: "cw-step__note", textContent: text });
}

/** What is only seen. */
export function hidden(text: string): HTMLElement {
  return element("span", { ariaHidden: "true", textContent: text });
}

/** What is only heard. */
export function offscreen(text: string): HTMLElement {
  return element("span", { className: "cwx-offscreen", textContent: text });
}
