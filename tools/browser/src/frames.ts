/**
 * An output shown step by step: one step of the recorded output at a time.
 *
 * The buttons stand in the page already (tools/cworkbook/frames_html.py) and the style sheet shows
 * one step, so that nothing moves when this script arrives. Without scripts all steps are shown.
 * No key is bound: the buttons are reached and pressed as buttons are.
 */

import { element } from "./elements";

/** Lets the buttons of every stepped output in `root` work, once. */
export function frames(root: ParentNode): void {
  for (const box of root.querySelectorAll<HTMLElement>(".cw-frames:not(.is-live)")) stepper(box);
}

function stepper(box: HTMLElement): void {
  const steps = Array.from(box.querySelectorAll<HTMLElement>(".cw-frame"));
  const status = box.querySelector(".cw-steps__status");
  const [previous, next, every] = Array.from(box.querySelectorAll<HTMLElement>(".cw-button"));
  if (!status || !previous || !next || !every) return;
  let now = 0;
  let all = false;

  const show = (): void => {
    steps.forEach((step, index) => step.classList.toggle("is-now", index === now));
    box.classList.toggle("is-all", all);
    previous.setAttribute("aria-disabled", String(all || now === 0));
    next.setAttribute("aria-disabled", String(all || now === steps.length - 1));
    every.setAttribute("aria-pressed", String(all));
    const title = steps[now]?.querySelector(".cw-frame__title")?.lastChild?.textContent ?? "";
    const told = element("span", "cwx-offscreen", all ? "" : `:${title}`);
    status.replaceChildren(all ? `all ${steps.length} steps` : `${now + 1} of ${steps.length}`, told);
  };
  const picture = (): HTMLElement | null | undefined => steps[now]?.querySelector(".cw-drawing__scroll");
  const go = (by: number): void => {
    const left = picture()?.scrollLeft ?? 0;
    if (!all) now = Math.max(0, Math.min(now + by, steps.length - 1));
    show();
    const shown = picture();
    if (shown) shown.scrollLeft = left; // a reader compares the same part of both
  };
  previous.addEventListener("click", () => go(-1));
  next.addEventListener("click", () => go(1));
  every.addEventListener("click", () => {
    all = !all;
    show();
  });
  box.classList.add("is-live");
}
