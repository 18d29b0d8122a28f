/** The line below the input that says whether Python is there, how far it is, and what failed. */
import { part } from "../elements";
import type { Python, Stage } from "../python/client";

const MEGABYTE = 1_000_000;
export const megabytes = (bytes: number): string => `${Math.round(bytes / MEGABYTE)} MB`;

/**
 * Keeps the line that is `root` at the newest stage; returns what ends that. Whoever stands on its
 * button when that goes away is led to `input`.
 */
export function loadingLine(root: HTMLElement, python: Python, input: HTMLElement): () => void {
  const text = part(root, ".cwx-loading__text");
  const bar = part<HTMLProgressElement>(root, "progress");
  const start = part<HTMLButtonElement>(root, "button");
  start.addEventListener("click", () => python.start());
  // Where it starts by itself nobody is interrupted; what comes after somebody has come here is said.
  const say = (): void => text.removeAttribute("aria-live");
  text.setAttribute("aria-live", "off");
  for (const one of [input, start]) one.addEventListener("focus", say, { once: true });

  const show = (stage: Stage): void => {
    root.dataset.stage = stage.kind;
    if (stage.kind === "failed") say();
    bar.hidden = stage.kind !== "loading" && stage.kind !== "starting";
    const stands = document.activeElement === start;
    start.hidden = stage.kind !== "idle" && stage.kind !== "failed";
    if (start.hidden && stands) input.focus();
    start.textContent = stage.kind === "failed" ? "Try again" : "Start";
    if (stage.kind === "idle") return; // the page's own words
    if (stage.kind === "loading") {
      bar.max = stage.total;
      bar.value = Math.min(stage.done, stage.total);
    } else {
      bar.removeAttribute("value");
    }
    const words = said(stage);
    // A screen reader hears the stages, not every kilobyte.
    if (text.textContent !== words) text.textContent = words;
  };
  return python.watch(show);
}

function said(stage: Exclude<Stage, { kind: "idle" }>): string {
  switch (stage.kind) {
    case "loading":
      return `Python is loading (${megabytes(stage.total)}). You can type meanwhile.`;
    case "starting":
      return "Python is starting. You can type meanwhile.";
    case "ready":
      return "Python runs in this page. What you type does not leave it.";
    case "failed":
      return `Python does not run: ${stage.message.replace(/\.$/, "")}. The readings further down and cexplain in a terminal work without it.`;
  }
}
