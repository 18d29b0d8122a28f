/** What is told of one object: its declaration, its value, and every step that wrote it. */
import { button, element } from "../../run/dom";
import type { Item, Moment } from "../moment/model";
import type { Writer, Writers } from "../writers/writers";

export class Details {
  readonly root = element("section", { className: "cw-step__details", hidden: true, ariaLabel: "Who wrote this?" });
  readonly #list = element("ol", { className: "cw-step__writers" });
  #asked = "";

  constructor(
    readonly ask: (path: string) => Promise<Writers | undefined>,
    readonly goTo: (moment: number) => void,
    /** Hears which object was told of, and whether the focus was in here. */
    readonly closed: (path: string, hadFocus: boolean) => void,
  ) {}

  /** The path of the object that is told of; empty for none. */
  get path(): string {
    return this.root.hidden ? "" : this.#asked;
  }

  async open(item: Item): Promise<void> {
    this.#asked = item.path;
    const name = item.expression || item.name || item.type;
    const declared = item.declaration !== "" && item.declaration !== name ? item.declaration : item.type;
    const facts = [`${item.size.toLocaleString("en")} ${item.size === 1 ? "byte" : "bytes"} at 0x${item.address.toString(16)}`, item.bytes === "" ? "" : `bytes ${item.bytes}`];
    this.#list.replaceChildren(element("li", { textContent: "Looking …" }));
    this.root.hidden = false;
    this.root.replaceChildren(
      element("p", { className: "cw-step__heading" }, "Who wrote ", element("code", { textContent: name }), "?"),
      element("p", {}, element("code", { textContent: declared }), ` ${facts.filter((one) => one !== "").join(", ")}`),
      element("p", {}, "Now: ", element("code", { textContent: item.text })),
      this.#list,
      button("Close", "cw-button", () => this.close()),
    );
    this.#seen();
    const found = await this.ask(item.path).catch(() => undefined);
    if (this.#asked === item.path) this.#told(found);
  }

  close(): void {
    const path = this.#asked;
    const hadFocus = this.root.contains(document.activeElement);
    this.root.hidden = true;
    this.#asked = "";
    this.closed(path, hadFocus);
  }

  /** Marks the step that has led to a moment. */
  show({ step }: Moment): void {
    for (const one of this.#list.querySelectorAll<HTMLElement>("button")) one.setAttribute("aria-current", String(one.dataset["moment"] === String(step)));
  }

  #told(found: Writers | undefined): void {
    const writers = found?.writers ?? [];
    const rows = writers.map((one) => this.#row(one));
    if (found && found.more > 0) rows.unshift(element("li", { textContent: `${found.more.toLocaleString("en")} earlier steps wrote it too.` }));
    if (found && !found.isComplete) rows.unshift(element("li", { textContent: "Steps before the recorded part may have written it too." }));
    if (rows.length === 0) rows.push(element("li", { textContent: "No step of the program wrote it." }));
    this.#list.replaceChildren(...rows);
    this.#seen();
  }

  /** Has all of it seen: its style sheet keeps it clear of the bar at the window's foot. */
  #seen(): void {
    this.root.scrollIntoView({ block: "nearest" });
  }

  #row({ step, place, by, old, now }: Writer): HTMLElement {
    const moment = step + 1;
    const where = `Step ${moment.toLocaleString("en")}${place ? `, line ${place.line}` : ""}${by === "" ? "" : `, ${by}`}`;
    const made = button(where, "cw-step__link", () => this.goTo(moment));
    made.dataset["moment"] = String(moment);
    return element("li", {}, made, ": ", element("code", { textContent: old }), " becomes ", element("code", { textContent: now }));
  }
}
