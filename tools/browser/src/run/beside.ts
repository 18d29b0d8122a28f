/** The book's result and the page's own, side by side, with what differs marked. */
import { diffWordsWithSpace } from "diff";
import type { Comparison, Result } from "./compare";
import { element } from "./dom";

/** How long two texts are compared at most, in milliseconds; longer ones are shown without marks. */
const PATIENCE = 300;
/** As much of a text as anybody compares. */
const MOST = 20_000;

/** The two results, and why they may differ. */
export function beside({ recorded, book, here, why }: Extract<Comparison, { kind: "other" }>): HTMLElement {
  const [marked, own] = marks(book.stdout.slice(0, MOST), here.stdout.slice(0, MOST));
  const { compiler, std, level } = recorded;
  return element(
    "div",
    { className: "cw-beside" },
    element(
      "div",
      { className: "cw-beside__columns" },
      column("The book", `${compiler} -std=${std} ${level}, x86-64`, book, here, marked),
      column("Here", "clang 22, WebAssembly", here, book, own),
    ),
    ...why.map((reason) => element("p", { textContent: reason })),
  );
}

function column(name: string, how: string, own: Result, other: Result, text: readonly Node[]): HTMLElement {
  const title = element("p", { className: "cw-beside__name" }, element("b", { textContent: name }), ` ${how}`);
  const printed = element("pre", { tabIndex: 0 }, ...(own.stdout === "" ? ["(nothing printed)"] : text));
  printed.setAttribute("aria-label", `${name}: what was printed`);
  const end = element("p", { className: "cw-beside__end" }, own.end === other.end ? own.end : element("mark", { textContent: own.end }));
  return element("div", {}, title, printed, end);
}

/** Both texts, with what is in one of them alone marked. */
function marks(book: string, here: string): [Node[], Node[]] {
  const parts = diffWordsWithSpace(book, here, { timeout: PATIENCE });
  if (!parts) return [[new Text(book)], [new Text(here)]];
  const side = (not: "added" | "removed"): Node[] =>
    parts
      .filter((part) => !part[not])
      .map(({ added, removed, value }) => (added || removed ? element("mark", { textContent: value }) : new Text(value)));
  return [side("added"), side("removed")];
}
