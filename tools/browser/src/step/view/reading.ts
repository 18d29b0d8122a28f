/** What a variable's type says in English, beside the type: read by the page's cexplain when somebody asks. */
import { element } from "../../run/dom";
import { place } from "../../words/place";
import { offscreen } from "./item";

/** The page's reader of declarations. */
export interface Reader {
  /** Whether it answers at once, with nothing to fetch. */
  readonly isReady: () => boolean;
  /** A declaration in English; throws a sentence if it cannot be read. */
  readonly read: (declaration: string) => Promise<string>;
}

/** How long a pointer rests on a type before it is read, in milliseconds. */
const REST = 180;

export class Readings {
  readonly #card = element("div", { className: "cw-step__reading", hidden: true, ariaHidden: "true" });
  /** The same for those who hear it: what is hidden is not announced when it appears. */
  readonly #heard = offscreen("");
  #type: HTMLElement | undefined;
  #resting: number | undefined;
  /** What is listened to while a card is there. */
  #open = new AbortController();

  /** Reads the types in `picture`; the cards are put into `root`. A press fetches the reader, nothing else does. */
  constructor(
    root: HTMLElement,
    picture: HTMLElement,
    readonly reader: Reader,
  ) {
    this.#heard.setAttribute("role", "status");
    root.append(this.#card, this.#heard);
    picture.addEventListener("click", ({ target }) => this.#ask(typeAt(target)));
    picture.addEventListener("focusin", ({ target }) => this.#ask(this.#ready(target)));
    picture.addEventListener("focusout", () => this.close());
    picture.addEventListener("pointerover", ({ target, pointerType }) => {
      clearTimeout(this.#resting);
      if (pointerType !== "touch") this.#resting = window.setTimeout(() => this.#ask(this.#ready(target)), REST);
    });
    picture.addEventListener("pointerout", ({ relatedTarget }) => this.#left(relatedTarget));
    this.#card.addEventListener("pointerleave", ({ relatedTarget }) => this.#left(relatedTarget));
    root.addEventListener("pointerdown", ({ target }) => {
      if (typeAt(target) !== this.#type && !this.#isCard(target)) this.close();
    });
  }

  /** Takes the card away; false if there is none. */
  close(): boolean {
    clearTimeout(this.#resting);
    const isOpen = !this.#card.hidden;
    this.#open.abort();
    this.#card.hidden = true;
    this.#type = undefined;
    this.#heard.textContent = "";
    return isOpen;
  }

  /** Another moment is drawn, with other elements. */
  drawn(): void {
    if (this.#type && !this.#type.isConnected) this.close();
  }

  /** The type at an element, if it can be read at once. */
  #ready(target: EventTarget | null): HTMLElement | undefined {
    return this.reader.isReady() ? typeAt(target) : undefined;
  }

  #ask(type: HTMLElement | undefined): void {
    const declaration = type?.dataset["declaration"];
    if (!type || declaration === undefined || this.#type === type) return;
    this.#type = type;
    this.#open.abort();
    this.#open = new AbortController();
    // A card has its place in the window; what it is about moves.
    for (const moved of ["scroll", "resize"]) window.addEventListener(moved, () => this.#follow(), { capture: true, passive: true, signal: this.#open.signal });
    this.#tell(declaration, this.reader.isReady() ? "" : "Fetching cexplain, which reads types; once, 6 MB …");
    void this.reader.read(declaration).then(
      (words) => words,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    ).then((words) => {
      if (this.#type === type) this.#tell(declaration, words);
    });
  }

  #tell(declaration: string, words: string): void {
    this.#card.replaceChildren(element("code", { textContent: declaration }), " ", words);
    this.#heard.textContent = words;
    this.#card.hidden = false;
    this.#follow();
  }

  /** Keeps the card at its type; a type that is out of sight has none. */
  #follow(): void {
    if (!this.#type) return;
    const box = this.#type.getBoundingClientRect();
    if (!this.#type.isConnected || box.bottom < 0 || box.top > window.innerHeight) {
      this.close();
      return;
    }
    const { left, top } = place(box, this.#card.getBoundingClientRect(), { width: document.documentElement.clientWidth, height: window.innerHeight });
    this.#card.style.left = `${left}px`;
    this.#card.style.top = `${top}px`;
  }

  /** The pointer has gone on; it may have gone to the card, and the focus may still be at the type. */
  #left(to: EventTarget | null): void {
    clearTimeout(this.#resting);
    if (!this.#type || typeAt(to) === this.#type || this.#isCard(to) || this.#type === document.activeElement) return;
    this.close();
  }

  #isCard(target: EventTarget | null): boolean {
    return target instanceof Node && this.#card.contains(target);
  }
}

function typeAt(target: EventTarget | null): HTMLElement | undefined {
  return (target instanceof Element ? target.closest<HTMLElement>("[data-declaration]") : null) ?? undefined;
}
