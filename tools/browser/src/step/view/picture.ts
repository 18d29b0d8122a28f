/** The picture of a moment: frames, variables outside of functions, the heap, and arrows from pointers. */
import { element } from "../../run/dom";
import type { Block, Frame, Item, Moment } from "../moment/model";
import { drawArrows } from "./arrows";
import { Items, type Kept } from "./item";

export class Picture {
  readonly root = element("div", { className: "cw-step__picture" });
  readonly #kept: { opened: Set<string>; choose: (item: Item) => void; chosen: string };
  #moment: Moment | undefined;
  /** The path of what is told of at the moment; empty for nothing. */
  #meant = "";

  constructor(choose: Kept["choose"]) {
    this.#kept = { opened: new Set(), choose, chosen: "" };
    this.root.addEventListener("toggle", () => this.#arrows(), { capture: true });
    new ResizeObserver(() => this.#arrows()).observe(this.root);
  }

  #items = new Items(new Map(), { opened: new Set(), choose: () => undefined, chosen: "" });

  /** Draws a moment; `meant` is the path of what is told of. */
  show(moment: Moment, meant: string): void {
    this.#moment = moment;
    this.#meant = meant;
    this.#items = new Items(new Map(moment.arrows.map((arrow) => [arrow.from, arrow])), this.#kept);
    const focused = this.root.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset["path"] : undefined;
    const stack = moment.frames.map((frame) => this.#frame(frame));
    const { count, after } = moment.moreFrames;
    if (count > 0) stack.splice(after, 0, element("p", { className: "cw-step__more", textContent: `and ${count.toLocaleString("en")} more calls` }));
    if (stack.length === 0) stack.push(element("p", { className: "cw-step__more", textContent: "No function is running." }));
    stack.unshift(element("p", { className: "cw-step__hint", textContent: "Press a value to see which steps wrote it. Press a type to have it read." }));
    const heap = moment.blocks.map((block) => this.#block(block));
    if (moment.moreBlocks > 0) heap.push(element("p", { className: "cw-step__more", textContent: `and ${moment.moreBlocks.toLocaleString("en")} more blocks` }));
    const literals = moment.literals.map((item) => this.#items.body(item));
    this.root.replaceChildren(
      column("Stack", "newest call first", stack),
      ...(moment.statics.length > 0 ? [column("Outside of functions", "", [this.#items.list(moment.statics)])] : []),
      ...(heap.length > 0 ? [column("Heap", "", heap)] : []),
      ...(literals.length > 0 ? [column("String literals", "", literals)] : []),
    );
    if (focused !== undefined) this.focus(focused);
    this.#arrows();
  }

  /** Marks the object that is told of. */
  choose(path: string): void {
    this.#kept.chosen = path;
    for (const one of this.root.querySelectorAll<HTMLElement>("button[aria-pressed]")) one.setAttribute("aria-pressed", String(one.dataset["path"] === path));
  }

  /** Gives the focus to what chooses an object; false if the picture does not have it. */
  focus(path: string): boolean {
    const found = this.root.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`);
    found?.focus();
    return found !== null;
  }

  #arrows(): void {
    if (this.#moment) drawArrows(this.root, this.#moment.arrows, this.#items.places);
  }

  #frame({ path, name, at, isTop, returns, items, statics }: Frame): HTMLElement {
    const where = `line ${at.line}${returns === null ? "" : `, returns ${returns}`}`;
    const content: HTMLElement[] = items.length + statics.length > 0 ? [this.#items.list(items)] : [element("p", { className: "cw-step__more", textContent: "no variables yet" })];
    if (statics.length > 0) content.push(element("p", { className: "cw-step__kind", textContent: "static" }), this.#items.list(statics));
    return this.#box(["cw-step__frame", ...(isTop ? ["is-top"] : [])], path, name, where, content);
  }

  #block(block: Block): HTMLElement {
    const { path, number, size, maker, made, isFreed, freed, isLost, item } = block;
    const bytes = `${size.toLocaleString("en")} ${size === 1 ? "byte" : "bytes"}`;
    const where = [bytes, made ? `${maker} in line ${made.line}` : maker].join(", ");
    const state = isFreed ? `freed${freed ? ` in line ${freed.line}` : ""}` : isLost ? "lost: nothing points to it" : "";
    const classes = ["cw-step__block", ...(isFreed ? ["is-freed"] : []), ...(isLost ? ["is-lost"] : [])];
    const content = isFreed ? [] : [this.#items.body(item)];
    if (state !== "") content.unshift(element("p", { className: "cw-step__state", textContent: state }));
    const box = this.#box(classes, path, `block ${number}`, where, content);
    this.#items.places.set(path, box);
    return box;
  }

  #box(classes: readonly string[], path: string, title: string, where: string, content: readonly HTMLElement[]): HTMLElement {
    const head = element("p", { className: "cw-step__title" }, element("b", { textContent: title }), ` ${where}`);
    const box = element("div", { className: classes.join(" "), role: "group", ariaLabel: `${title}, ${where}` }, head, ...content);
    if (path === this.#meant) box.classList.add("is-meant");
    return box;
  }
}

function column(title: string, note: string, content: readonly HTMLElement[]): HTMLElement {
  const head = element("p", { className: "cw-step__heading", textContent: note === "" ? title : `${title}, ${note}` });
  return element("div", { className: "cw-step__column", role: "group", ariaLabel: title }, head, ...content);
}
