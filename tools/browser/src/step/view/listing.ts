/** The program's text beside the picture, with the line that has run and the one that is next. */
import { element } from "../../run/dom";
import type { Moment, Place } from "../moment/model";
import { offscreen } from "./item";

/** So many empty lines are left out: they stand for lines of the file that a page does not show. */
const GAP = 3;

export class Listing {
  readonly root = element("div", { className: "cw-step__listing" });
  readonly #name = element("p", { className: "cw-step__heading" });
  readonly #text = element("ol", { className: "cw-step__lines", tabIndex: 0 });
  #file = "";
  #rows = new Map<number, HTMLElement>();

  /** `goTo` is called when the reader asks for the next time at a line, or the last one before. */
  constructor(
    readonly sources: Readonly<Record<string, string>>,
    readonly lines: Readonly<Record<string, readonly number[]>>,
    readonly goTo: (place: Place, isBack: boolean) => void,
  ) {
    this.#text.setAttribute("aria-label", "The program");
    this.root.append(this.#name, this.#text);
  }

  show({ next, did }: Moment): void {
    const place = next ?? did;
    if (place && place.file !== this.#file) this.#open(place.file);
    for (const row of this.#rows.values()) {
      row.classList.remove("is-next", "is-done");
      row.querySelector(".cwx-offscreen")?.remove();
    }
    if (did && did.file === this.#file) this.#mark(did.line, "is-done", "has run: ");
    if (next && next.file === this.#file) this.#mark(next.line, "is-next", "is next: ");
    const row = place && this.#rows.get(place.line);
    if (!row) return;
    // Only the listing scrolls, never the page.
    const { scrollTop, clientHeight } = this.#text;
    const top = row.offsetTop - this.#text.offsetTop;
    if (top < scrollTop + row.offsetHeight || top > scrollTop + clientHeight - 2 * row.offsetHeight) this.#text.scrollTop = top - clientHeight / 3;
  }

  #mark(line: number, className: string, words: string): void {
    const row = this.#rows.get(line);
    row?.classList.add(className);
    row?.querySelector(".cwx-offscreen")?.remove();
    row?.querySelector("code")?.before(offscreen(words));
  }

  #open(file: string): void {
    this.#file = file;
    this.#name.textContent = file;
    this.#name.hidden = Object.keys(this.sources).length < 2;
    const steppable = new Set(this.lines[file]);
    const texts = (this.sources[file] ?? "").replace(/\n$/, "").split("\n");
    this.#text.style.setProperty("--cw-step-digits", String(String(texts.length).length));
    this.#rows = new Map();
    const rows: HTMLElement[] = [];
    for (let at = 0; at < texts.length; at++) {
      let end = at;
      while (texts[end]?.trim() === "") end++;
      if (end - at >= GAP || (at === 0 && end > 0)) {
        if (at > 0) rows.push(element("li", { className: "cw-step__gap", textContent: "⋮" }));
        at = end;
      }
      if (at >= texts.length) break;
      const row = this.#row(file, at + 1, texts[at] ?? "", steppable.has(at + 1));
      this.#rows.set(at + 1, row);
      rows.push(row);
    }
    this.#text.replaceChildren(...rows);
  }

  #row(file: string, line: number, text: string, isSteppable: boolean): HTMLElement {
    const code = element("code", { textContent: text === "" ? " " : text });
    if (!isSteppable) return element("li", { className: "cw-step__line" }, element("span", { className: "cw-step__number", textContent: String(line) }), code);
    const number = element("button", { type: "button", className: "cw-step__number", textContent: String(line), title: "Go to the next time at this line; with Shift, to the time before" });
    number.setAttribute("aria-label", `${line}: go to the next time at this line`);
    number.addEventListener("click", ({ shiftKey }) => this.goTo({ file, line }, shiftKey));
    return element("li", { className: "cw-step__line" }, number, code);
  }
}
