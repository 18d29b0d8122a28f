/** A recorded run that a reader moves through: the program, the picture of a moment, what was printed, and the way. */
import { fileUrl } from "../../files";
import { button, element } from "../../run/dom";
import type { Item, Moment } from "../moment/model";
import type { Move, Steps } from "../steps";
import type { Asking } from "./asking";
import { Controls, wayOf, type Way } from "./controls";
import { Details } from "./details";
import { Listing } from "./listing";
import { Picture } from "./picture";
import { Readings, type Reader } from "./reading";
import { storiesOf } from "./stories";

/** What the page does around the steps. */
export interface Around {
  /** The step that is shown first. */
  readonly at: number;
  /** Hears of each moment that is shown. */
  readonly shown: (moment: Moment) => void;
  /** Hears that the reader has had enough of it. */
  readonly closed: () => void;
  /** Copies a link to a step, or the lines that show it on another page; what to say then. */
  readonly link: (step: number) => Promise<string>;
  readonly frame: (step: number) => Promise<string>;
  /** Reads declarations. */
  readonly reader: Reader;
}

export interface Options extends Around {
  /** What the run is called. */
  readonly name: string;
  /** The program's files, as they were compiled. */
  readonly sources: Readonly<Record<string, string>>;
}

export class StepView {
  readonly root: HTMLElement;
  readonly #steps: Steps;
  readonly #controls: Controls;
  readonly #listing: Listing;
  readonly #picture: Picture;
  readonly #details: Details;
  readonly #readings: Readings;
  readonly #ask = button("Ask me", "cw-button cw-step__ask", () => void this.#question());
  readonly #output = element("pre", { className: "cw-step__output", tabIndex: 0, role: "group" });
  readonly #told: (moment: Moment) => void;
  readonly #closed: () => void;
  #wanted: number;
  #moment: Moment | undefined;
  #isBusy = false;
  #meant = "";
  #asking: Asking | undefined;
  /** Settles when the reader's last way has led somewhere: the next one begins there. */
  #gone: Promise<void> = Promise.resolve();

  constructor(steps: Steps, container: HTMLElement, { name, sources, closed, at, shown, link, frame, reader }: Options) {
    const { last, stories, lines } = steps.about;
    this.#steps = steps;
    this.#told = shown;
    this.#closed = closed;
    this.#wanted = Math.min(at, last);
    this.#controls = new Controls(last, (way) => this.#go(way), (to) => this.goTo(to));
    this.#listing = new Listing(sources, lines, ({ line, file }, isBack) => void this.#move({ kind: isBack ? "last at" : "next at", line, file }));
    this.#picture = new Picture((item) => this.#choose(item));
    this.#details = new Details((path) => steps.writers(path, this.#wanted), (to) => this.goTo(to), (path, hadFocus) => this.#untold(path, hadFocus));
    this.#output.setAttribute("aria-label", "Output so far");
    const text = element("div", { className: "cw-step__text" }, this.#listing.root, element("p", { className: "cw-step__heading", textContent: "Output so far" }), this.#output);
    const copies = this.#copies([
      ["text", () => this.#copy("text")],
      ["SVG", () => this.#copy("SVG")],
      ["link", () => link(this.#wanted)],
      ["two lines for another page", () => frame(this.#wanted)],
    ]);
    const side = element("div", { className: "cw-step__side" }, this.#picture.root, this.#details.root, copies);
    const title = `${name}, step by step`;
    this.root = element("section", { className: "cw-step", ariaLabel: title });
    const close = button("×", "cw-run__hide", closed);
    close.setAttribute("aria-label", "Close the steps");
    const told = storiesOf(stories, (to, about) => {
      this.#meant = about;
      this.goTo(to);
    });
    const head = element("div", { className: "cw-step__head" }, element("p", { className: "cw-step__heading", textContent: `${title}${told ? "" : ". No mistake with memory was seen."}` }), this.#ask, close);
    this.root.append(head, ...(told ? [told] : []), element("div", { className: "cw-step__main" }, text, side), this.#controls.root);
    this.#ask.title = "Two or three questions about this run";
    this.#ask.setAttribute("aria-expanded", "false");
    this.#readings = new Readings(this.root, this.#picture.root, reader);
    this.root.addEventListener("keydown", (event) => this.#key(event));
    // What the bar at the window's foot covers; it grows with what it says.
    new ResizeObserver(() => this.root.style.setProperty("--cw-step-foot", `${this.#controls.root.offsetHeight}px`)).observe(this.#controls.root);
    container.append(this.root);
    this.#pump();
  }

  /** The last moment of the run. */
  get last(): number {
    return this.#steps.about.last;
  }

  /** The number of the moment that is shown, or is about to be. */
  get at(): number {
    return this.#wanted;
  }

  goTo(moment: number): void {
    this.#wanted = Math.max(0, Math.min(moment, this.#steps.about.last));
    this.#pump();
  }

  focus(): void {
    this.#controls.focus();
  }

  /** Shows what is wanted; what was wanted before and has not come yet is passed over. */
  #pump(): void {
    if (this.#isBusy || this.#moment?.step === this.#wanted) return;
    this.#isBusy = true;
    const shown = this.#steps.moment(this.#wanted).then((moment) => this.#show(moment));
    void shown.catch((error: unknown) => {
      this.#wanted = this.#moment?.step ?? 0;
      this.#controls.say(error instanceof Error ? error.message : String(error));
    }).finally(() => {
      this.#isBusy = false;
      if (this.#moment) this.#pump();
    });
  }

  #show(moment: Moment): void {
    this.#moment = moment;
    this.#controls.show(moment);
    this.#listing.show(moment);
    this.#picture.show(moment, this.#meant);
    this.#readings.drawn();
    this.#details.show(moment);
    const { stdout, stderr } = moment.output;
    this.#output.replaceChildren(stdout, ...(stderr === "" ? [] : [element("span", { className: "is-error", textContent: stderr })]));
    this.#output.scrollTop = this.#output.scrollHeight;
    this.#told(moment);
  }

  #go(way: Way): void {
    this.#gone = this.#gone.then(() => this.#take(way)).catch(() => undefined);
  }

  async #take(way: Way): Promise<void> {
    switch (way) {
      case "start":
        return this.goTo(0);
      case "end":
        return this.goTo(this.#steps.about.last);
      case "step":
        return this.goTo(this.#wanted + 1);
      case "back":
        return this.goTo(this.#wanted - 1);
      case "next at":
      case "last at": {
        const { next: place } = await this.#steps.moment(this.#wanted);
        if (place) await this.#move({ kind: way, line: place.line, file: place.file });
        return;
      }
      default:
        await this.#move({ kind: way });
    }
  }

  async #move(move: Move): Promise<void> {
    const found = await this.#steps.moved(move, this.#wanted);
    if (found !== undefined) this.goTo(found);
    else if ("line" in move) this.#controls.say(move.kind === "next at" ? `Line ${move.line} is not reached again.` : `Line ${move.line} was not reached before.`);
  }

  #key(event: KeyboardEvent): void {
    if (event.key === "Escape") this.#escape();
    // Among answers the arrows choose.
    const isAnswer = event.target instanceof Element && event.target.matches("input[type=radio]");
    const way = isAnswer ? undefined : wayOf(event);
    if (!way) return;
    // The slider would do some of it itself, and begin where it is, not where the last key leads.
    event.preventDefault();
    this.#go(way);
  }

  /** Puts away what has come last. */
  #escape(): void {
    if (this.#readings.close()) return;
    if (this.#details.path !== "") this.#details.close();
    else if (this.#asking) this.#unasked();
    else this.#closed();
  }

  /** Asks about the run; a second press puts the questions away. */
  async #question(): Promise<void> {
    if (this.#asking) return this.#unasked();
    try {
      const { Asking } = (await import(fileUrl("step-asking.js"))) as typeof import("./asking");
      if (this.#asking) return;
      this.#asking = new Asking((round) => this.#steps.questions(round), (to) => this.goTo(to), () => this.#unasked());
    } catch {
      this.#controls.say("The questions did not arrive. Try once more.");
      return;
    }
    this.#ask.setAttribute("aria-expanded", "true");
    this.root.querySelector(".cw-step__main")?.before(this.#asking.root);
    await this.#asking.begin();
  }

  #unasked(): void {
    this.#asking?.root.remove();
    this.#asking = undefined;
    this.#ask.setAttribute("aria-expanded", "false");
    this.#ask.focus();
  }

  #choose(item: Item): void {
    if (this.#details.path === item.path) {
      this.#details.close();
      return;
    }
    this.#picture.choose(item.path);
    void this.#details.open(item);
  }

  /** An object is not told of any more; a focus that goes with that goes back to where it came from. */
  #untold(path: string, hadFocus: boolean): void {
    this.#picture.choose("");
    if (hadFocus && !this.#picture.focus(path)) this.#controls.focus();
  }

  /** The ways to take a moment along; each says what came of it. */
  #copies(ways: readonly (readonly [name: string, copy: () => Promise<string>])[]): HTMLElement {
    const buttons = ways.map(([name, copy]) => button(name, "cw-step__link", () => void copy().then((said) => this.#controls.say(said))));
    return element("p", { className: "cw-step__copies" }, "Copy this moment: ", ...buttons.flatMap((one, at) => (at > 0 ? [" · ", one] : [one])));
  }

  async #copy(form: "text" | "SVG"): Promise<string> {
    if (!this.#moment) return "There is nothing to copy yet.";
    try {
      const { FORMS } = (await import(fileUrl("step-copies.js"))) as typeof import("./copies");
      await navigator.clipboard.writeText(FORMS[form](this.#moment));
      return "Copied.";
    } catch {
      return "The browser does not let the page copy.";
    }
  }
}
