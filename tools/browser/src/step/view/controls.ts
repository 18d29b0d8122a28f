/** The slider and the buttons that move through a run. */
import { button, element } from "../../run/dom";
import type { Moment } from "../moment/model";
import { hidden, offscreen } from "./item";

export type Way = "start" | "back" | "step" | "end" | "over" | "back over" | "out" | "back out" | "next at" | "last at";

interface Button {
  readonly way: Way;
  readonly text: string;
  /** What it does, and its key. */
  readonly title: string;
  readonly isBack: boolean;
}

const MAIN: readonly Button[] = [
  { way: "start", text: "⇤", title: "To the start (Home)", isBack: true },
  { way: "back", text: "Back", title: "One step back (←)", isBack: true },
  { way: "step", text: "Step", title: "One step on (→)", isBack: false },
  { way: "end", text: "⇥", title: "To the end (End)", isBack: false },
];
const MORE: readonly Button[] = [
  { way: "back over", text: "Over", title: "One step back, over calls (Shift+←)", isBack: true },
  { way: "back out", text: "Out", title: "Back to where this call began (Shift+O)", isBack: true },
  { way: "last at", text: "This line", title: "The time before at this line (Shift+L)", isBack: true },
  { way: "over", text: "Over", title: "One step on, over calls (Shift+→)", isBack: false },
  { way: "out", text: "Out", title: "On to the end of this call (O)", isBack: false },
  { way: "next at", text: "This line", title: "The next time at this line (L)", isBack: false },
];

/** Where all the buttons leave room for the picture. */
const WIDE = "(min-width: 45em)";

/** The way that a key means; undefined for none. */
export function wayOf({ key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent): Way | undefined {
  if (ctrlKey || altKey || metaKey) return undefined;
  switch (key) {
    case "ArrowRight":
      return shiftKey ? "over" : "step";
    case "ArrowLeft":
      return shiftKey ? "back over" : "back";
    case "Home":
      return "start";
    case "End":
      return "end";
    case "o":
    case "O":
      return shiftKey ? "back out" : "out";
    case "l":
    case "L":
      return shiftKey ? "last at" : "next at";
    default:
      return undefined;
  }
}

export class Controls {
  readonly root = element("div", { className: "cw-step__controls" });
  readonly #slider = element("input", { type: "range", className: "cw-step__slider", min: "0", step: "1", value: "0" });
  readonly #said = element("p", { className: "cw-step__said", role: "status" });
  readonly #position = element("span", { className: "cw-step__position" });
  readonly #buttons: { readonly made: HTMLButtonElement; readonly isBack: boolean }[] = [];

  constructor(
    readonly last: number,
    move: (way: Way) => void,
    slide: (to: number) => void,
  ) {
    this.#slider.max = String(last);
    this.#slider.setAttribute("aria-label", "Step");
    this.#slider.addEventListener("input", () => slide(Number(this.#slider.value)));
    const made = (one: Button): HTMLButtonElement => {
      const found = button(one.text, `cw-button cw-step__way${one.way === "step" ? " cw-button--main" : ""}`, () => {
        if (found.ariaDisabled !== "true") move(one.way);
      });
      found.title = one.title;
      found.dataset["way"] = one.way;
      if (one.way === "start" || one.way === "end") found.setAttribute("aria-label", one.title.replace(/ \(.*/, ""));
      else if (one.isBack) found.prepend(hidden("← "), ...(one.way === "back" ? [] : [offscreen("Back: ")]));
      else found.append(hidden(" →"));
      this.#buttons.push({ made: found, isBack: one.isBack });
      return found;
    };
    const group = (className: string, buttons: readonly Button[]): HTMLElement => element("div", { className, role: "group" }, ...buttons.map(made));
    this.root.append(
      this.#said,
      element("div", { className: "cw-step__track" }, this.#slider, this.#position),
      group("cw-step__ways", MAIN),
      element("details", { className: "cw-step__fold", open: matchMedia(WIDE).matches }, element("summary", { textContent: "More ways to go" }), group("cw-step__ways cw-step__ways--more", MORE)),
    );
  }

  focus(): void {
    this.#slider.focus({ preventScroll: true });
  }

  show({ step, sentence, next, end, findings }: Moment): void {
    this.#slider.value = String(step);
    const where = next ? `line ${next.line} is next` : "the end";
    this.#slider.setAttribute("aria-valuetext", `step ${step} of ${this.last}, ${where}`);
    this.#position.textContent = `${step.toLocaleString("en")} of ${this.last.toLocaleString("en")}`;
    const mistakes = findings.map(({ text }) => element("strong", { textContent: `Mistake: ${text} ` }));
    this.#said.replaceChildren(...mistakes, [sentence, end ?? ""].filter((one) => one !== "").join(" "));
    // A button that is switched off would lose the focus.
    for (const { made, isBack } of this.#buttons) made.ariaDisabled = String(isBack ? step === 0 : step === this.last);
  }

  /** Says something else, such as that a line is not reached again. */
  say(text: string): void {
    this.#said.textContent = text;
  }
}
