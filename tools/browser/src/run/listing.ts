/** Messages about lines as a list: each with a button to its line, and advice where there is any. */
import type { Diagnostic } from "../clang/client";
import { adviceOn } from "./advice";
import { button, element } from "./dom";

/** Shows a line of a file. */
export type GoTo = (file: string, line: number) => void;

/** As much as anybody reads, and a page shows at once: messages, and characters of a text. */
const MOST_MESSAGES = 100;
const MOST_TEXT = 100_000;

/** What a list is about. */
export interface About {
  /** The files whose lines can be shown. */
  readonly files: readonly string[];
  readonly isCpp: boolean;
}

/** clang's messages, and its text as it wrote it. */
export function listing(text: string, diagnostics: readonly Diagnostic[], about: About, goTo: GoTo): HTMLElement[] {
  if (text === "") return [];
  const told = diagnostics.filter(({ severity }) => severity !== "note");
  const isOpen = told.length === 0 || told.some(({ line, severity }) => line === 0 && severity === "error");
  // What no line is to blame for is easily overlooked, so it comes first.
  const sorted = [...told.filter(({ line }) => line === 0), ...told.filter(({ line }) => line > 0)];
  const shown = sorted.slice(0, MOST_MESSAGES);
  const advised = new Set<string>();
  const list = shown.map((one) => {
    const advice = adviceOn(one, diagnostics, about.isCpp);
    const isNew = advice !== "" && !advised.has(advice);
    advised.add(advice);
    return message(one, about, { goTo, advice: isNew ? advice : "" });
  });
  return [
    ...(list.length > 0 ? [element("ul", { className: "cw-messages" }, ...list)] : []),
    ...counted(told.length - list.length, "messages"),
    unfolding("As clang writes it", text, isOpen),
  ];
}

/** What a message has beside its text; `goTo` is missing where no line can be shown. */
interface Beside {
  readonly goTo?: GoTo | undefined;
  readonly kind?: string;
  readonly advice?: string;
}

/** One message as an item of a list. */
export function message(one: Diagnostic, about: About, { goTo, kind = one.severity, advice = "" }: Beside): HTMLLIElement {
  const option = one.option ? [" ", element("code", { textContent: one.option })] : [];
  const severity = element("span", { className: "cw-message__severity", textContent: kind });
  const made = element("li", { className: `cw-message cw-message--${one.severity}` });
  if (one.line > 0) made.append(place(one, about, goTo), " ");
  made.append(severity, `: ${one.message}`, ...option);
  if (advice) made.append(element("p", { className: "cw-message__advice", textContent: advice }));
  return made;
}

/** A button to a message's line, or where it is if that is none of the reader's files. */
export function place({ file, line }: Diagnostic, { files }: About, goTo?: GoTo): HTMLElement {
  if (!goTo || !files.includes(file)) return element("code", { textContent: `${file}:${line}` });
  const text = files.length > 1 ? `${file}, line ${line}` : `Line ${line}`;
  return button(text, "cw-run__line", () => goTo(file, line));
}

/** A sentence on how many more there are, if any. */
export function counted(more: number, what: string): HTMLElement[] {
  return more > 0 ? [element("p", { textContent: `And ${more.toLocaleString("en")} more ${what}.` })] : [];
}

/** A text to unfold, cut where nobody reads on. */
export function unfolding(title: string, text: string, open: boolean): HTMLElement {
  const more = text.length - MOST_TEXT;
  const shown = more > 0 ? `${text.slice(0, MOST_TEXT)}\n… and ${more.toLocaleString("en")} more characters` : text;
  return element(
    "details",
    { className: "cw-how cw-run__text", open },
    element("summary", { textContent: title }),
    element("pre", { tabIndex: 0 }, element("code", { textContent: shown })),
  );
}
