/**
 * An output shown step by step: one step of the recorded output at a time.
 *
 * Without scripts all steps stand below each other (tools/cworkbook/frames_html.py).
 * No key is bound: the buttons are reached and pressed as buttons are.
 */

/** Gives every stepped output in `root` its buttons, once. */
export function frames(root: ParentNode): void {
  for (const box of root.querySelectorAll<HTMLElement>(".cw-frames")) {
    if (!box.querySelector(".cw-steps")) stepper(box);
  }
}

function stepper(box: HTMLElement): void {
  const steps = Array.from(box.querySelectorAll<HTMLElement>(".cw-frame"));
  const list = box.querySelector(".cw-frames__list");
  if (!list || steps.length < 2) return;
  let now = 0;
  let all = false;

  const bar = document.createElement("div");
  bar.className = "cw-steps cw-frames__bar";
  const status = document.createElement("p");
  status.className = "cw-steps__status";
  status.setAttribute("aria-live", "polite");

  const show = (): void => {
    steps.forEach((step, index) => (step.hidden = !all && index !== now));
    box.classList.toggle("is-stepping", !all);
    previous.setAttribute("aria-disabled", String(all || now === 0));
    next.setAttribute("aria-disabled", String(all || now === steps.length - 1));
    every.setAttribute("aria-pressed", String(all));
    const title = steps[now]?.querySelector(".cw-frame__title")?.lastChild?.textContent ?? "";
    status.textContent = all ? `all ${steps.length} steps` : `${now + 1} of ${steps.length}:${title}`;
  };
  const go = (to: number): void => {
    if (!all) now = Math.max(0, Math.min(to, steps.length - 1));
    show();
  };
  const previous = button("Previous", () => go(now - 1));
  const next = button("Next", () => go(now + 1));
  const every = button("All", () => {
    all = !all;
    show();
  });

  bar.append(previous, next, every, status);
  list.before(bar);
  show();
}

function button(text: string, press: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "cw-button";
  made.textContent = text;
  made.addEventListener("click", press);
  return made;
}
