/** The line that says whether the questions can come: Python makes them, in the page. */
import { part } from "../elements";
import type { Python, Stage } from "../python/client";

/** Keeps the line at the newest stage; returns what ends that. */
export function loadingLine(root: HTMLElement, python: Python): () => void {
  const text = part(root, ".cwp-loading__text");
  const bar = part<HTMLProgressElement>(root, "progress");
  return python.watch((stage) => {
    root.dataset["stage"] = stage.kind;
    bar.hidden = stage.kind !== "loading" && stage.kind !== "starting";
    if (stage.kind === "loading") {
      bar.max = stage.total;
      bar.value = Math.min(stage.done, stage.total);
    } else {
      bar.removeAttribute("value");
    }
    const said = words(stage);
    // A screen reader hears the stages, not every kilobyte.
    if (said !== null && text.textContent !== said) text.textContent = said;
  });
}

function words(stage: Stage): string | null {
  switch (stage.kind) {
    case "idle":
      return null; // the page's own words
    case "loading":
      return `Python is loading (${Math.round(stage.total / 1_000_000)} MB).`;
    case "starting":
      return "Python is starting.";
    case "ready":
      return "Python makes the questions in this page. Nothing you answer leaves it.";
    case "failed":
      return `Python does not run: ${stage.message.replace(/\.$/, "")}. Press the button to try again, or use cexplain drill in a terminal.`;
  }
}
