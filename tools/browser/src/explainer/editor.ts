/**
 * The input: a plain text area, and under it the same text in transparent letters, which
 * carries the underlines of its tokens and of what is wrong.
 */
import { element, part } from "../elements";
import type { Explained } from "../python/messages";
import { pieces, type Stand, units } from "./places";
import { ROOM } from "./state";

export class Editor {
  readonly area: HTMLTextAreaElement;
  private readonly under: HTMLElement;

  constructor(readonly root: HTMLElement) {
    this.area = part(root, "textarea");
    this.under = part(root, "pre");
    this.area.maxLength = ROOM;
    this.area.disabled = false;
  }

  /** Whether it holds as much as it takes: what did not fit was left out by the browser. */
  get isFull(): boolean {
    return this.area.textLength >= ROOM;
  }

  get text(): string {
    return this.area.value;
  }

  /** Replaces the text, unless it is there already: a caret would jump. */
  set text(text: string) {
    if (this.area.value !== text) this.area.value = text;
    this.plain();
  }

  /** Where the caret is, in code points; null where the input has no focus. */
  get caret(): number | null {
    return document.activeElement === this.area ? this.place : null;
  }

  /** Where the caret is, or was when the input had the focus last. */
  get place(): number {
    return [...this.text.slice(0, this.area.selectionStart)].length;
  }

  /** Puts the focus and the selection on a place, given in code points. */
  select(start: number, end: number): void {
    const unit = units(this.text);
    this.area.focus();
    this.area.setSelectionRange(unit(start), unit(end));
    this.bringIntoView(unit(start));
  }

  /** Scrolls the box of a long text to a place, given in UTF-16 units: a selection that is set does not. */
  private bringIntoView(at: number): void {
    const walk = document.createTreeWalker(this.under, NodeFilter.SHOW_TEXT);
    let left = at;
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const length = node.nodeValue?.length ?? 0;
      if (left >= length) {
        left -= length;
        continue;
      }
      const range = document.createRange();
      range.setStart(node, left);
      range.setEnd(node, left + 1);
      const place = range.getBoundingClientRect();
      const box = this.root.getBoundingClientRect();
      if (place.top < box.top) this.root.scrollTop -= box.top - place.top + place.height;
      else if (place.bottom > box.bottom) this.root.scrollTop += place.bottom - box.bottom + place.height;
      return;
    }
  }

  /** Shows the text without marks: the lines below give the input its height. */
  plain(): void {
    this.under.textContent = `${this.text}\n`;
  }

  /** Underlines the tokens of C that was read, and what is wrong with the text. */
  paint(answer: Explained, isC: boolean): void {
    const cut = pieces(this.text, isC ? answer.readings : [], answer.diagnostics);
    const spans = cut.map(({ text, mark, wrong }) => {
      const span = element("span", "", text);
      if (mark && text.trim()) {
        span.className = `cwx-mark cw-${mark.kind}`;
        span.dataset.reading = String(mark.stand.reading);
        span.dataset.stop = String(mark.stand.stop);
      }
      if (wrong) span.classList.add("cwx-wrong", `cwx-${wrong}`);
      return span;
    });
    this.under.replaceChildren(...spans, "\n");
  }

  /** Lights the tokens of a stop, and no others. */
  light(stand: Stand | null): void {
    for (const mark of this.under.querySelectorAll<HTMLElement>(".cwx-mark")) {
      const { reading, stop } = mark.dataset;
      mark.classList.toggle(
        "is-here",
        stand !== null && reading === String(stand.reading) && stop === String(stand.stop),
      );
    }
  }
}
