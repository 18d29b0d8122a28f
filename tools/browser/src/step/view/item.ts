/** An object of a moment as elements: its name, its value, its parts. What a class marks is said in words too. */
import { element } from "../../run/dom";
import type { Arrow, Item } from "../moment/model";

/** Longer texts are cut in a row; the whole stands in the details. */
const LONGEST = 60;
/** Elements whose texts are not longer are shown as a row of cells. */
const CELL = 12;

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
    return element("ul", { className: "cw-step__rows" }, ...items.map((item) => this.#row(item)));
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
    if (item.name !== "" && item.type !== "") row.append(element("span", { className: "cw-step__type", textContent: item.type }));
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
      found.push(this.#fold(item.path, "characters", () => [this.#cells(item)]));
    } else if (hasParts(item)) found.push(isRow(item) ? this.#cells(item) : this.list(item.items), ...more(item));
    if (item.raw.length > 0) found.push(this.#fold(`${item.path}.(members)`, "members", () => [this.list(item.raw)]));
    return found;
  }

  /** What is shown when the reader asks for it; opened once, it stays open at other moments. */
  #fold(path: string, name: string, content: () => HTMLElement[]): HTMLElement {
    const { opened } = this.kept;
    const made = element("details", { className: "cw-step__fold", open: opened.has(path) }, element("summary", { textContent: name }));
    const fill = (): void => {
      if (made.open && made.childElementCount === 1) made.append(...content());
    };
    fill();
    made.addEventListener("toggle", () => {
      if (made.open) opened.add(path);
      else opened.delete(path);
      fill();
    });
    return made;
  }

  #cells(item: Item): HTMLElement {
    const cells = item.items.map((one) => {
      const cell = element("li", { className: "cw-step__cell" });
      const pick = this.#pick(one, "", "cw-step__pick");
      pick.append(this.#value(one));
      pick.setAttribute("aria-label", `${one.expression || one.name}: ${one.text}${one.isChanged ? ", changed" : ""}`);
      cell.append(pick, element("span", { className: "cw-step__index", ariaHidden: "true", textContent: one.name.replace(/[[\]]/g, "") }));
      return cell;
    });
    return element("ol", { className: "cw-step__cells" }, ...cells);
  }
}

/** Whether an object is shown part by part. */
function hasParts(item: Item): boolean {
  return item.items.length > 0 && item.state !== "unset" && item.state !== "gone" && item.kind !== "string";
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
