/** What the compiler and the program say: streaming, announced to screen readers, and put beside the book's. */
import type { Diagnostic } from "../clang/client";
import { beside } from "./beside";
import { declaration, type Comparison } from "./compare";
import { Console } from "./console";
import { button, element } from "./dom";
import { counted, listing, message, place, unfolding, type About, type GoTo } from "./listing";
import type { End, Stream } from "./messages";
import { MEANING } from "./traps";
import { NOTHING_FOUND, NULL_USED, STOPPED } from "./undefined";

type Kind = "" | "good" | "bad";

const FLOODED = "It printed so much that the page stopped it. A loop probably has no end.";
const STARVED = "The program read its input to the end, and there is nothing left in it. Type what it is to read here, then run it again.";
const SECOND = 1000;

export class Output {
  readonly root = element("div", { className: "cw-run__output" });
  readonly #status = element("p", { className: "cw-run__status" });
  readonly #clock = element("span", { className: "cw-run__clock" });
  /** What can be done about what the sentence says; it goes with it. */
  readonly #answer = element("span");
  readonly #lead = element("div", { className: "cw-run__lead" });
  readonly #messages = element("div", { className: "cw-run__messages" });
  readonly #console = new Console();
  readonly #verdict = element("div", { className: "cw-run__verdict" });
  #stdout = "";
  #said: readonly [string, Kind] = ["", ""];
  #ticking: number | undefined;

  constructor(readonly about: About) {
    this.#status.setAttribute("role", "status");
    // Seconds that are read out would drown everything else.
    this.#clock.setAttribute("aria-hidden", "true");
    const head = element("div", { className: "cw-run__head" }, this.#status, this.#answer, this.#clock);
    this.root.append(head, this.#lead, this.#messages, this.#console.root, this.#verdict);
  }

  /** What the program has written to standard output so far. */
  get stdout(): string {
    return this.#stdout;
  }

  /** The sentence on how it stands, as `status` takes it. */
  get said(): readonly [string, Kind] {
    return this.#said;
  }

  clear(): void {
    this.#stdout = "";
    this.#console.clear();
    for (const part of [this.#lead, this.#messages, this.#verdict]) part.replaceChildren();
    this.#console.root.before(this.#messages);
  }

  status(text: string, kind: Kind = ""): void {
    this.#said = [text, kind];
    this.#status.textContent = text;
    this.#answer.replaceChildren();
    this.#status.className = `cw-run__status${kind ? ` is-${kind}` : ""}`;
  }

  /** Says something, with a button beside it that answers; it has the focus, for what was pressed may be gone. */
  asks(text: string, answer: string, press: () => void): void {
    this.status(text);
    const made = button(answer, "cw-button", press);
    this.#answer.append(made);
    made.focus({ preventScroll: true });
  }

  /** Shows the seconds that go by. */
  start(): void {
    const started = performance.now();
    this.stop();
    this.#ticking = window.setInterval(() => {
      this.#clock.textContent = `${Math.round((performance.now() - started) / SECOND)} s`;
    }, SECOND);
  }

  stop(): void {
    clearInterval(this.#ticking);
    this.#clock.textContent = "";
  }

  /** Shows clang's messages: each with a button to its line, and the text as clang wrote it. */
  compiler(text: string, diagnostics: readonly Diagnostic[], goTo: GoTo): void {
    this.#messages.replaceChildren(...listing(text, diagnostics, this.about, goTo));
  }

  /** Shows a text that clang made in the place of a program. */
  made(text: string): void {
    if (text !== "") this.#verdict.append(unfolding("What clang wrote", text, true));
  }

  wrote(stream: Stream, text: string): void {
    if (stream === "stdout") this.#stdout += text;
    this.#console.write(stream, text);
  }

  /** Says why the page's compiler is known to refuse what others took. */
  declared(differs: string): void {
    this.#tell(`The book's compilers took it. ${declaration(differs)}`);
  }

  /** Says what UBSan stopped the program for; `goTo` is there if the line is one of the reader's. */
  undefined(found: Diagnostic, goTo: GoTo | undefined): void {
    // Its library has said what on standard error; to say it twice would only be longer.
    if (this.#console.root.textContent?.includes(found.message)) {
      this.#lead.append(element("p", {}, place(found, this.about, goTo), ` ${STOPPED}`));
      return;
    }
    const what = message(found, this.about, { goTo, kind: "runtime error" });
    this.#lead.append(element("ul", { className: "cw-messages" }, what), element("p", { textContent: STOPPED }));
  }

  /** Says where the program used null pointers and went on, and in how many places more. */
  nulls(found: readonly Diagnostic[], more: number, goTo: GoTo): void {
    if (found.length === 0) return;
    const list = element("ul", { className: "cw-messages" }, ...found.map((one) => message(one, this.about, { goTo })));
    this.#verdict.append(list, ...counted(more, "places"), element("p", { textContent: NULL_USED }));
  }

  /** Says how the program ended, what UBSan has to say if it watched, and whether that is what the book has. */
  ended(end: End, comparison: Comparison, milliseconds: number, ubsan: boolean): void {
    this.#console.show();
    // What was printed comes before the compiler's warnings, which were there the last time too.
    this.root.append(this.#messages);
    if (this.#console.isEmpty && end.kind === "exited") this.#tell("It printed nothing.");
    this.status(...told(end, milliseconds));
    if (end.kind === "trapped") this.#tell(MEANING[end.trap]);
    if (end.kind === "flooded") this.#tell(FLOODED);
    if (ubsan && end.kind === "exited") this.#tell(NOTHING_FOUND);
    if (comparison.kind === "same") {
      const text = comparison.varies ? "The book's differs from run to run, as this does." : "The same as the book's.";
      this.#verdict.append(element("p", { className: "is-good", textContent: text }));
    } else if (comparison.kind === "other") {
      this.#verdict.append(beside(comparison));
    }
  }

  /** Says what the page lacks of what the program uses. */
  lacks(sentences: readonly string[]): void {
    if (sentences.length === 0 || this.#verdict.querySelector(".cw-run__lacks")) return;
    const list = sentences.map((text) => element("p", { textContent: text }));
    this.#verdict.append(element("div", { className: "cw-run__lacks" }, ...list));
  }

  /** Shows the field for input; `isStarved` says that the program wanted more than there is. */
  input(field: HTMLElement, isStarved: boolean): void {
    const why = isStarved ? [element("p", { textContent: STARVED })] : [];
    this.#verdict.append(element("div", { className: "cw-run__wanted" }, ...why, field));
  }

  /** Offers something to do next. */
  offer(text: string, press: () => void): void {
    this.#verdict.append(button(text, "cw-button cw-run__offer", press));
  }

  #tell(text: string): void {
    this.#verdict.append(element("p", { textContent: text }));
  }
}

function told(end: End, milliseconds: number): [string, Kind] {
  const took = milliseconds < SECOND ? `${Math.round(milliseconds)} ms` : `${(milliseconds / SECOND).toFixed(1)} s`;
  switch (end.kind) {
    case "exited": {
      const rest = end.value === end.status ? "" : ` It is what is left of ${end.value} in the eight bits that a shell is told.`;
      return [`Exit status ${end.status}, after ${took}.${rest}`, end.value === 0 ? "good" : "bad"];
    }
    case "trapped":
      return [`It was stopped by WebAssembly after ${took}; on Linux the exit status would be ${end.status}.`, "bad"];
    case "undefined":
      return [`Undefined behaviour in line ${end.at.line}: UBSan stopped it after ${took}, with exit status ${end.status}.`, "bad"];
    case "flooded":
      return [`Stopped after ${end.most}.`, "bad"];
    case "unfit":
      return [`It compiles, and nothing is run. ${end.why}`, ""];
    case "stopped":
      return [`Stopped after ${took}.`, ""];
  }
}
