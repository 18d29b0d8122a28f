/** What the compiler and the program say: streaming, announced to screen readers, and put beside the record. */
import type { Diagnostic } from "../clang/client";
import { declaration, type Comparison } from "./compare";
import { Console } from "./console";
import { button, element } from "./dom";
import type { End, Stream } from "./messages";
import { MEANING } from "./traps";
import { NOTHING_FOUND, NULL_USED, STOPPED } from "./undefined";

/** Shows a line of a file. */
export type GoTo = (file: string, line: number) => void;

type Kind = "" | "good" | "bad";

/** As much as anybody reads, and a page shows at once: messages, and characters of a text. */
const MOST_MESSAGES = 100;
const MOST_TEXT = 100_000;

export class Output {
  readonly root = element("div", { className: "cw-run__output" });
  readonly #status = element("p", { className: "cw-run__status" });
  readonly #messages = element("div", { className: "cw-run__messages" });
  readonly #console = new Console();
  readonly #verdict = element("div", { className: "cw-run__verdict" });
  #stdout = "";
  #said: readonly [string, Kind] = ["", ""];

  /** `files` are those of the panel, whose lines can be shown. */
  constructor(readonly files: readonly string[]) {
    this.#status.setAttribute("role", "status");
    this.root.append(this.#status, this.#messages, this.#console.root, this.#verdict);
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
    this.#messages.replaceChildren();
    this.#verdict.replaceChildren();
  }

  status(text: string, kind: Kind = ""): void {
    this.#said = [text, kind];
    this.#status.textContent = text;
    this.#status.className = `cw-run__status${kind ? ` is-${kind}` : ""}`;
  }

  /** Shows clang's messages: each with a button to its line, and the text as clang wrote it. */
  compiler(text: string, diagnostics: readonly Diagnostic[], goTo: GoTo): void {
    if (text === "") return;
    const told = diagnostics.filter(({ severity }) => severity !== "note");
    const open = told.length === 0 || told.some(({ line, severity }) => line === 0 && severity === "error");
    // What no line is to blame for is easily overlooked, so it comes first.
    const sorted = [...told.filter(({ line }) => line === 0), ...told.filter(({ line }) => line > 0)];
    const list = sorted.slice(0, MOST_MESSAGES).map((one) => this.#message(one, goTo));
    const more = told.length - list.length;
    this.#messages.replaceChildren(
      ...(list.length > 0 ? [element("ul", { className: "cw-messages" }, ...list)] : []),
      ...(more > 0 ? [element("p", { textContent: `And ${more.toLocaleString("en")} more messages.` })] : []),
      unfolding("As clang writes it", text, open),
    );
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
    const text = `The recorded compilers took it. ${declaration(differs)}`;
    this.#verdict.append(element("div", { className: "cw-run__other" }, element("p", { textContent: text })));
  }

  #message(one: Diagnostic, goTo: GoTo | undefined, kind: string = one.severity): HTMLLIElement {
    const option = one.option ? [" ", element("code", { textContent: one.option })] : [];
    const severity = element("span", { className: "cw-message__severity", textContent: kind });
    const made = element("li", { className: `cw-message cw-message--${one.severity}` });
    if (one.line > 0) made.append(this.#place(one, goTo), " ");
    made.append(severity, `: ${one.message}`, ...option);
    return made;
  }

  /** A button to the message's line, or where it is if that is none of the reader's files. */
  #place({ file, line }: Diagnostic, goTo: GoTo | undefined): HTMLElement {
    if (!goTo || !this.files.includes(file)) return element("code", { textContent: `${file}:${line}` });
    const text = this.files.length > 1 ? `${file}, line ${line}` : `Line ${line}`;
    return button(text, "cw-run__line", () => goTo(file, line));
  }

  /** Says what UBSan stopped the program for; `goTo` is there if the line is one of the reader's. */
  undefined(found: Diagnostic, goTo: GoTo | undefined): void {
    const list = element("ul", { className: "cw-messages" }, this.#message(found, goTo, "runtime error"));
    this.#verdict.prepend(list, element("p", { textContent: STOPPED }));
  }

  /** Says where the program used null pointers and went on. */
  nulls(found: readonly Diagnostic[], goTo: GoTo): void {
    if (found.length === 0) return;
    const list = found.slice(0, MOST_MESSAGES).map((one) => this.#message(one, goTo));
    this.#verdict.append(element("ul", { className: "cw-messages" }, ...list), element("p", { textContent: NULL_USED }));
  }

  /** Says how the program ended, what UBSan has to say if it watched, and whether that is what was recorded. */
  ended(end: End, comparison: Comparison, milliseconds: number, ubsan: boolean): void {
    this.#console.show();
    if (this.#console.isEmpty && end.kind === "exited") this.#verdict.append(element("p", { textContent: "It printed nothing." }));
    this.status(...told(end, milliseconds));
    if (end.kind === "trapped") this.#verdict.append(element("p", { textContent: MEANING[end.trap] }));
    if (end.kind === "flooded") {
      const text = "It printed so much that the page stopped it. A loop probably has no end.";
      this.#verdict.append(element("p", { textContent: text }));
    }
    if (ubsan && end.kind === "exited") this.#verdict.append(element("p", { textContent: NOTHING_FOUND }));
    if (comparison.kind === "same") {
      this.#verdict.append(element("p", { className: "is-good", textContent: "This is the recorded result." }));
    } else if (comparison.kind === "other") {
      this.#verdict.append(different(comparison));
    }
  }
}

function told(end: End, milliseconds: number): [string, Kind] {
  const took = milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
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

function different(comparison: Extract<Comparison, { kind: "other" }>): HTMLElement {
  const { compiler, std, level } = comparison.recorded;
  const what = `This is not what ${compiler} -std=${std} ${level} was recorded with. ${comparison.what.join(" ")}`;
  return element(
    "div",
    { className: "cw-run__other" },
    element("p", { textContent: what }),
    element("p", { textContent: "Why it may differ:" }),
    element("ul", {}, ...comparison.why.map((reason) => element("li", { textContent: reason }))),
  );
}

/** A text to unfold, cut where nobody reads on. */
function unfolding(title: string, text: string, open: boolean): HTMLElement {
  const more = text.length - MOST_TEXT;
  const shown = more > 0 ? `${text.slice(0, MOST_TEXT)}\n… and ${more.toLocaleString("en")} more characters` : text;
  return element(
    "details",
    { className: "cw-how cw-run__text", open },
    element("summary", { textContent: title }),
    element("pre", { tabIndex: 0 }, element("code", { textContent: shown })),
  );
}
