/** "Ask clang": the page's own compiler on whether the reading says the input's type. */
import { compiler } from "../clang/client";
import { part } from "../elements";
import type { Python } from "../python/client";
import type { Confirmation } from "../python/messages";
import { Latest } from "./latest";
import { verdict, type Verdict } from "./verdict";

// Milliseconds: clang takes fifty, and need not see half a word.
const AFTER = 400;
const ASKED = "clang is asked.";
const C_ONLY = "clang is asked about C. This text is read as C++.";
// Without warnings, extensions would be no errors. What is allowed here our own lines need: the
// semicolon behind the input, a macro that stands for an annotation; deprecated is not forbidden.
const STRICT = ["-pedantic-errors", "-Wno-extra-semi", "-Wno-variadic-macros", "-Wno-strict-prototypes"];
const LENIENT = ["-w"];
const ASK = "Ask clang";
const STOP = "Stop asking clang";
const STEP = 10; // percent: how often the progress is told

interface Question {
  readonly text: string;
  readonly std: string | null;
}

export class AskClang {
  private readonly button: HTMLButtonElement;
  private readonly words: HTMLElement;
  private timer = 0;
  private newest: Question | null = null;
  /** Somebody asked once: from then on each text is shown to clang. */
  private isOn = false;
  private readonly asking = new Latest(
    (question: Question) => this.answer(question),
    (found: Verdict, question) => {
      // Another text may be there by now, or one that clang is not asked about.
      if (this.isOn && question === this.newest) this.tell(found.words, found.kind);
    },
  );

  constructor(
    root: HTMLElement,
    private readonly python: Python,
  ) {
    this.button = part(root, "button");
    this.words = part(root, "[role=status]");
    for (const sign of ["pointerenter", "focus"]) this.button.addEventListener(sign, () => void compiler().warm("c17", []));
    this.button.addEventListener("click", () => (this.isOn ? this.end() : void this.begin()));
  }

  /** Takes the newest text; a text that nothing is known of is null. */
  follow(question: Question | null): void {
    this.newest = question;
    window.clearTimeout(this.timer);
    if (!this.isOn) return;
    // What was said of the text before no longer holds.
    const isCpp = question?.std?.includes("++") ?? false;
    this.tell(isCpp ? C_ONLY : question ? ASKED : "");
    if (question && !isCpp) this.timer = window.setTimeout(() => this.ask(question), AFTER);
  }

  /** Asks, if the page is still there. */
  private ask(question: Question): void {
    if (this.words.isConnected) this.asking.ask(question);
  }

  private async begin(): Promise<void> {
    if (this.button.getAttribute("aria-disabled") === "true") return;
    this.button.setAttribute("aria-disabled", "true");
    let told = -STEP;
    try {
      await compiler().load(({ done, total }) => {
        const percent = Math.floor((100 * done) / total);
        if (percent < told + STEP) return;
        told = percent;
        this.tell(`clang is loading: ${percent} %`);
      });
      this.isOn = true;
      this.follow(this.newest);
      this.button.textContent = STOP;
      this.button.setAttribute("aria-disabled", "false");
    } catch (error) {
      this.tell(`clang does not run: ${reason(error)}`, "wrong");
      this.button.setAttribute("aria-disabled", "false");
    }
  }

  /** Asks no more, until somebody wants it again: the compiler is there by then. */
  private end(): void {
    this.isOn = false;
    window.clearTimeout(this.timer);
    this.button.textContent = ASK;
    this.tell("");
  }

  private async answer(question: Question): Promise<Verdict> {
    try {
      return await this.verdict(question);
    } catch (error) {
      return { kind: "wrong", words: `clang gave no answer: ${reason(error)}` };
    }
  }

  private async verdict({ text, std }: Question): Promise<Verdict> {
    const confirmation = (await this.python.ask({ ask: "confirm", text, std })) as Confirmation;
    const options = ["-fno-builtin", ...(std === null || std.startsWith("gnu") ? LENIENT : STRICT)];
    // Places are told in the input's own lines, so the input is there under its name.
    const files = { "try.c": confirmation.code, input: text };
    const said = await compiler().look(files, ["try.c"], { std: confirmation.std, options });
    return verdict(confirmation, said.diagnostics);
  }

  private tell(words: string, kind = ""): void {
    this.words.textContent = words;
    this.words.dataset.verdict = kind;
  }
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));
