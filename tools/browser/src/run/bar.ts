/** The bar at a figure's head: everything that can be done with its program. It is there before anything is loaded. */
import { button, element } from "../elements";
import type { Program } from "./program";

/** What the bar's buttons do. */
export interface Pressed {
  readonly run: () => void;
  readonly stop: () => void;
  readonly step: () => void;
  /** `byKey` says whether the button was pressed on the keyboard. */
  readonly edit: (byKey: boolean) => void;
  readonly close: () => void;
  readonly reset: () => void;
  readonly more: () => void;
}

/** A version that can be chosen. */
export interface Choice {
  readonly text: string;
  /** For narrow windows. */
  readonly short: string;
  readonly isNow: boolean;
  readonly choose: () => void;
}

export class Bar {
  readonly root = element("div", "cw-bar");
  /** Where the button comes by which a program is stepped through. */
  readonly step = element("span", "cw-bar__step");
  readonly #pressed: Pressed;
  readonly #verb: string;
  readonly #go: HTMLButtonElement;
  readonly #edit: HTMLButtonElement;
  readonly #reset: HTMLButtonElement;
  readonly #more: HTMLButtonElement;
  readonly #versions = element("span", "cw-bar__versions");
  /** The button that runs it, wherever it is. */
  readonly #all: HTMLButtonElement[] = [];
  /** The one of them that is to be seen. */
  #shown: HTMLButtonElement;
  #isBusy = false;
  #isEditing = false;

  constructor(program: Program, pressed: Pressed) {
    this.#pressed = pressed;
    this.#verb = program.runs ? "Run" : "Check";
    this.root.setAttribute("role", "group");
    this.root.setAttribute("aria-label", program.name.replace(/^.*\//, ""));
    this.#versions.hidden = true;
    this.#versions.setAttribute("role", "group");
    this.#versions.setAttribute("aria-label", "Versions");
    this.#go = this.#shown = this.#another("cw-bar__go");
    this.#edit = button("Edit", () => undefined);
    this.#edit.classList.add("cw-bar__edit");
    this.#edit.addEventListener("click", ({ detail }) => {
      if (this.#isEditing) pressed.close();
      else pressed.edit(detail === 0);
    });
    this.#reset = button("Reset", () => pressed.reset());
    this.#reset.hidden = true;
    this.#more = button("⋯", () => pressed.more());
    this.#more.classList.add("cw-bar__more");
    this.#more.setAttribute("aria-label", "More");
    this.#more.setAttribute("aria-expanded", "false");
    if (program.runs) this.step.append(button("Step", () => pressed.step()));
    this.root.append(this.#go, this.step, this.#edit, this.#reset, this.#versions, this.#more);
  }

  /** The same button where a thumb reaches it. As long as it is in view, the bar's own is not. */
  thumb(): HTMLButtonElement {
    const made = this.#another("cw-run__go");
    new IntersectionObserver((changes) => {
      const isSeen = changes.at(-1)?.isIntersecting ?? false;
      this.#shown = isSeen ? made : this.#go;
      if (isSeen && document.activeElement === this.#go) made.focus({ preventScroll: true });
      this.#go.classList.toggle("is-elsewhere", isSeen);
    }).observe(made);
    return made;
  }

  /** A button that runs and stops the program. */
  #another(className: string): HTMLButtonElement {
    const made = button("", () => undefined);
    made.classList.add("cw-button--main", className);
    made.addEventListener("click", ({ detail }) => {
      // The second press of a double click is for what the first one was.
      if (detail > 1) return;
      if (this.#isBusy) this.#pressed.stop();
      else this.#pressed.run();
    });
    this.#all.push(made);
    this.#name(made);
    return made;
  }

  /** Shows that something is going on, or nothing: Stop takes the place of Run, and nothing moves. */
  busy(isBusy: boolean): void {
    this.#isBusy = isBusy;
    for (const one of this.#all) this.#name(one);
  }

  /** Shows whether the text is being edited. */
  editing(isEditing: boolean): void {
    this.#isEditing = isEditing;
    this.#edit.textContent = isEditing ? "Close" : "Edit";
  }

  /** Shows whether there is anything to go back from. */
  resettable(isChanged: boolean): void {
    if (!isChanged && document.activeElement === this.#reset) this.#shown.focus();
    this.#reset.hidden = !isChanged;
  }

  /** Shows whether the menu is open. */
  expanded(isExpanded: boolean, menu: HTMLElement): void {
    this.#more.setAttribute("aria-expanded", String(isExpanded));
    this.#more.setAttribute("aria-controls", menu.id);
  }

  /** Takes the focus back from the menu. */
  focusMore(): void {
    this.#more.focus();
  }

  /** Shows whether the program is being stepped through. */
  stepping(isStepping: boolean): void {
    this.step.firstElementChild?.setAttribute("aria-expanded", String(isStepping));
  }

  focusStep(): void {
    this.step.querySelector("button")?.focus();
  }

  focusEdit(): void {
    this.#edit.focus();
  }

  /** Shows which versions there are; a single one is not worth a word. */
  versions(choices: readonly Choice[]): void {
    const isFocused = this.#versions.contains(document.activeElement);
    this.#versions.hidden = choices.length < 2;
    this.#versions.replaceChildren(
      ...choices.map(({ text, short, isNow, choose }) => {
        const made = button("", choose);
        made.className = "cw-bar__version";
        made.append(element("span", "cw-bar__long", text));
        made.append(element("span", "cw-bar__short", short));
        made.setAttribute("aria-pressed", String(isNow));
        return made;
      }),
    );
    if (isFocused) this.#versions.querySelector<HTMLElement>("[aria-pressed=true]")?.focus();
  }

  /** How much of the window's head the book's own bar covers, and this one where it stays in sight, in pixels. */
  get covers(): number {
    const foot = (one: Element | null): number => one?.getBoundingClientRect().bottom ?? 0;
    const isSticky = getComputedStyle(this.root).position === "sticky";
    return foot(document.querySelector(".md-header")) + (isSticky ? this.root.offsetHeight : 0);
  }

  #name(one: HTMLButtonElement): void {
    const sign = element("span", `cw-bar__sign${this.#isBusy ? " is-busy" : ""}`);
    sign.setAttribute("aria-hidden", "true");
    one.replaceChildren(sign, this.#isBusy ? "Stop" : this.#verb);
  }
}
