/** What a program prints, as it comes: once a frame, so that a page with much to show still answers. */
import { element } from "./dom";
import type { Stream } from "./messages";

export class Console {
  readonly root = element("pre", { className: "cw-run__console", hidden: true, tabIndex: 0 });
  /** Came since the last frame, in the order in which it was written. */
  #fresh: { readonly stream: Stream; text: string }[] = [];
  #frame: number | undefined;

  constructor() {
    // A log: screen readers hear what is added, when they have finished what they are saying.
    this.root.setAttribute("role", "log");
    this.root.setAttribute("aria-label", "What the program printed");
  }

  /** Whether nothing was printed. */
  get isEmpty(): boolean {
    return this.#fresh.length === 0 && this.root.childElementCount === 0;
  }

  write(stream: Stream, text: string): void {
    const last = this.#fresh.at(-1);
    if (last?.stream === stream) last.text += text;
    else this.#fresh.push({ stream, text });
    this.#frame ??= requestAnimationFrame(() => this.show());
  }

  /** Shows all that has come. */
  show(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
    if (this.#fresh.length === 0) return;
    for (const { stream, text } of this.#fresh) this.#add(stream, text);
    this.#fresh = [];
    this.root.hidden = false;
    this.root.scrollTop = this.root.scrollHeight;
  }

  clear(): void {
    this.#fresh = [];
    this.show();
    this.root.replaceChildren();
    this.root.hidden = true;
  }

  #add(stream: Stream, text: string): void {
    const last = this.root.lastElementChild;
    if (last instanceof HTMLElement && last.dataset["stream"] === stream) {
      last.append(text);
      return;
    }
    const piece = element("span", { className: `cw-run__${stream}`, textContent: text });
    piece.dataset["stream"] = stream;
    this.root.append(piece);
  }
}
