/** What the compiler and the program say: streaming, announced to screen readers, and put beside the record. */
import type { Diagnostic } from "../clang/client";
import { declaration, type Comparison } from "./compare";
import { button, element } from "./dom";
import type { End, Stream } from "./messages";
import { MEANING } from "./traps";
import { NOTHING_FOUND, STOPPED } from "./undefined";

/** Shows a line of a file. */
export type GoTo = (file: string, line: number) => void;

export class Output {
  readonly root = element("div", { className: "cw-run__output" });
  readonly #status = element("p", { className: "cw-run__status" });
  readonly #messages = element("div", { className: "cw-run__messages" });
  readonly #console = element("pre", { className: "cw-run__console", hidden: true, tabIndex: 0 });
  readonly #verdict = element("div", { className: "cw-run__verdict" });
  #stdout = "";

  /** `files` are those of the panel, whose lines can be shown. */
  constructor(readonly files: readonly string[]) {
    this.#status.setAttribute("role", "status");
    // A log: screen readers hear what is added, when they have finished what they are saying.
    this.#console.setAttribute("role", "log");
    this.#console.setAttribute("aria-label", "What the program printed");
    this.root.append(this.#status, this.#messages, this.#console, this.#verdict);
  }

  /** What the program has written to standard output so far. */
  get stdout(): string {
    return this.#stdout;
  }

  clear(): void {
    this.#stdout = "";
    this.#console.replaceChildren();
    this.#console.hidden = true;
    this.#messages.replaceChildren();
    this.#verdict.replaceChildren();
  }

  status(text: string, kind: "" | "good" | "bad" = ""): void {
    this.#status.textContent = text;
    this.#status.className = `cw-run__status${kind ? ` is-${kind}` : ""}`;
  }

  /** Shows clang's messages: each with a button to its line, and the text as clang wrote it. */
  compiler(text: string, diagnostics: readonly Diagnostic[], goTo: GoTo): void {
    if (text === "") return;
    const placed = diagnostics.filter(({ line, severity }) => line > 0 && severity !== "note");
    const list = element("ul", { className: "cw-messages" }, ...placed.map((one) => this.#message(one, goTo)));
    const all = element(
      "details",
      { className: "cw-how cw-run__text", open: placed.length === 0 },
      element("summary", { textContent: "As clang writes it" }),
      element("pre", { tabIndex: 0 }, element("code", { textContent: text })),
    );
    this.#messages.replaceChildren(...(placed.length > 0 ? [list] : []), all);
  }

  wrote(stream: Stream, text: string): void {
    if (stream === "stdout") this.#stdout += text;
    this.#console.hidden = false;
    const last = this.#console.lastElementChild;
    if (last instanceof HTMLElement && last.dataset["stream"] === stream) {
      last.append(text);
    } else {
      const piece = element("span", { className: `cw-run__${stream}`, textContent: text });
      piece.dataset["stream"] = stream;
      this.#console.append(piece);
    }
    this.#console.scrollTop = this.#console.scrollHeight;
  }

  /** Says why the page's compiler is known to refuse what others took. */
  declared(differs: string): void {
    const text = `The recorded compilers took it. ${declaration(differs)}`;
    this.#verdict.append(element("div", { className: "cw-run__other" }, element("p", { textContent: text })));
  }

  #message(one: Diagnostic, goTo: GoTo | undefined): HTMLLIElement {
    const line = this.files.length > 1 ? `${one.file}, line ${one.line}` : `Line ${one.line}`;
    const where = goTo
      ? button(line, "cw-run__line", () => goTo(one.file, one.line))
      : element("code", { textContent: `${one.file}:${one.line}` });
    const option = one.option ? [" ", element("code", { textContent: one.option })] : [];
    const severity = element("span", { className: "cw-message__severity", textContent: one.severity });
    const made = element("li", { className: `cw-message cw-message--${one.severity}` });
    made.append(where, " ", severity, `: ${one.message}`, ...option);
    return made;
  }

  /** Says what UBSan stopped the program for; `goTo` is there if the line is one of the reader's. */
  undefined(found: Diagnostic, goTo: GoTo | undefined): void {
    const list = element("ul", { className: "cw-messages" }, this.#message(found, goTo));
    this.#verdict.prepend(list, element("p", { textContent: STOPPED }));
  }

  /** Says how the program ended, what UBSan has to say if it watched, and whether that is what was recorded. */
  ended(end: End, comparison: Comparison, milliseconds: number, ubsan: boolean): void {
    if (this.#console.hidden && end.kind === "exited") this.#verdict.append(element("p", { textContent: "It printed nothing." }));
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

function told(end: End, milliseconds: number): [string, "" | "good" | "bad"] {
  const took = milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
  switch (end.kind) {
    case "exited":
      return [`Exit status ${end.status}, after ${took}.`, end.status === 0 ? "good" : "bad"];
    case "trapped":
      return [`It was stopped by WebAssembly after ${took}; on Linux the exit status would be ${end.status}.`, "bad"];
    case "undefined":
      return [`Undefined behaviour in line ${end.at.line}: UBSan stopped it after ${took}, with exit status ${end.status}.`, "bad"];
    case "flooded":
      return [`Stopped after ${end.characters.toLocaleString("en")} characters.`, "bad"];
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
