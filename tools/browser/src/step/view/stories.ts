/** The mistakes of a run, each with its story: the first one is told at once. */
import { button, element } from "../../run/dom";
import type { Story } from "../findings/story";

/** The mistakes; `goTo` shows a moment of a story. Undefined for a run without any. */
export function storiesOf(stories: readonly Story[], goTo: (moment: number, about: string) => void): HTMLElement | undefined {
  const [first, ...others] = stories;
  if (!first) return undefined;
  const root = element("section", { className: "cw-step__stories", ariaLabel: "Mistakes with memory" }, storyOf(first, goTo));
  if (others.length === 0) return root;
  const summary = `${others.length} more ${others.length === 1 ? "mistake" : "mistakes"}`;
  root.append(element("details", { className: "cw-step__fold" }, element("summary", { textContent: summary }), ...others.map((one) => storyOf(one, goTo))));
  return root;
}

function storyOf({ text, place, moment, before, about, kind }: Story, goTo: (moment: number, about: string) => void): HTMLElement {
  const line = place && kind !== "leak" ? `Line ${place.line}: ` : "";
  const link = (words: string, to: number): HTMLElement => button(words, "cw-step__link", () => goTo(to, about));
  const chapters = before.map((one) => link(one.text, one.moment));
  const last = link(kind === "leak" ? "the end" : "the mistake", moment);
  return element("div", { className: "cw-step__story" }, element("p", {}, element("b", { textContent: line }), text), element("p", { className: "cw-step__show" }, "Show: ", ...[...chapters, last].flatMap((one, at) => (at > 0 ? [" · ", one] : [one]))));
}
