/** Buttons that put something on the clipboard, and say so. */
import { element, part } from "./elements";

/** A text to copy, a reason why there is none, or null for nothing. */
export type Made = string | { readonly failed: string } | null;
type Maker = () => Made | Promise<Made>;

/** Lets each button in `row` copy what the maker of its data-copy returns; null copies nothing. */
export function copyButtons(row: HTMLElement, makers: Readonly<Record<string, Maker>>): void {
  const said = part(row, "[role=status]");
  for (const button of row.querySelectorAll<HTMLButtonElement>("[data-copy]")) {
    const make = makers[button.dataset.copy ?? ""];
    button.addEventListener("click", () => {
      said.textContent = "";
      void outcome(make).then((words) => {
        said.textContent = `${button.textContent}: ${words}`;
      });
    });
  }
}

/** What became of a copy, in words. */
async function outcome(make: Maker | undefined): Promise<string> {
  try {
    const text = (await make?.()) ?? null;
    if (text === null) return "there is nothing to copy.";
    if (typeof text !== "string") return text.failed;
    return (await copied(text)) ? "copied." : "the browser refused.";
  } catch {
    return "Python did not answer.";
  }
}

/** Tells whether the text is on the clipboard now. */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedBySelection(text); // pages that are not secure have no clipboard of their own
  }
}

function copiedBySelection(text: string): boolean {
  const area = element("textarea", "cwx-offscreen");
  area.value = text;
  document.body.append(area);
  const before = document.activeElement;
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (before instanceof HTMLElement) before.focus();
  return done;
}
