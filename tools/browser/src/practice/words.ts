/** Texts of drills as elements: what stands in backquotes is code. */
import { element } from "../elements";

/** A text's words and code, to be appended somewhere. */
export function words(text: string): Node[] {
  return text
    .split("`")
    .map((piece, place) => (place % 2 === 0 ? document.createTextNode(piece) : element("code", "", piece)))
    .filter((node) => node.textContent !== "");
}

/** A paragraph of such a text. */
export function paragraph(text: string, className = ""): HTMLElement {
  const made = element("p", className);
  made.append(...words(text));
  return made;
}

/** Code in a block that can be scrolled by keys where it is wide. */
export function block(code: string): HTMLElement {
  const frame = element("pre", "cwp-code");
  frame.tabIndex = 0;
  frame.append(element("code", "", code));
  return frame;
}

/** Letters of the answers on paper. */
export const LETTERS = "abcdefgh";

/** Where the book says more about a belief; `home` is the book's address. */
export function beliefLink(belief: string, home: URL): HTMLElement {
  const link = element("a", "", "Why many believe this");
  link.href = new URL(`misconceptions/#${belief}`, home).href;
  const line = element("p", "cwp-belief");
  line.append(link);
  return line;
}
