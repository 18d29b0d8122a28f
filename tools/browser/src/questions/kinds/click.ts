/** A token or a line that is pointed at: each target is a button. */
import { element } from "../../elements";
import type { Data, Handle, Judged, Kind } from "../question";

interface Clicked extends Data {
  readonly lines: boolean;
}

export function judged(given: string, { parts }: Data): Judged {
  const part = parts.findIndex((one) => one.name === given);
  return part < 0 ? { right: false } : { right: parts[part]?.right ?? false, part };
}

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function open(_root: HTMLElement, room: HTMLElement, data: Data, changed: () => void): Handle {
  const { lines } = data as Clicked;
  const frame = room.querySelector<HTMLElement>(".cw-question__code");
  if (!frame) throw new Error(`the question ${data.id} shows no code`);
  const targets = Array.from(frame.querySelectorAll<HTMLElement>(".cw-question__target"), (one) => {
    const button = element("button", one.className);
    button.type = "button";
    button.dataset["at"] = one.dataset["at"] ?? "";
    button.textContent = one.textContent;
    button.setAttribute("aria-pressed", "false");
    if (lines) button.setAttribute("aria-label", `Line ${one.dataset["at"]}: ${one.textContent?.trim() || "empty"}`);
    one.replaceWith(button);
    return button;
  });
  frame.setAttribute("role", "group");
  frame.setAttribute("aria-label", lines ? "Lines to choose from" : "Tokens to choose from");

  // One stop for the Tab key; arrows go on from there, as among radio buttons.
  const stop = (at: HTMLElement | undefined): void => {
    for (const one of targets) one.tabIndex = one === at ? 0 : -1;
  };
  const press = (at: HTMLElement | undefined): void => {
    for (const one of targets) one.setAttribute("aria-pressed", String(one === at));
    stop(at ?? targets[0]);
  };
  press(undefined);
  let locked = false;
  for (const [place, one] of targets.entries()) {
    one.addEventListener("click", () => {
      if (locked) return;
      press(one);
      changed();
    });
    one.addEventListener("keydown", (event) => {
      const step = STEPS[event.key];
      if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const next = targets[(place + step + targets.length) % targets.length];
      stop(next);
      next?.focus();
    });
  }
  const pressed = (): HTMLElement | undefined => targets.find((one) => one.getAttribute("aria-pressed") === "true");
  return {
    given: () => pressed()?.dataset["at"] ?? "",
    put: (text) => press(targets.find((one) => one.dataset["at"] === text)),
    judge: (text) => judged(text, data),
    right: () => data.parts.find((one) => one.right)?.name ?? "",
    lock(now) {
      locked = now;
      for (const one of targets) one.setAttribute("aria-disabled", String(now));
    },
    mark(text, right) {
      for (const one of targets) {
        if (right === undefined) one.classList.remove("is-right", "is-wrong");
        else if (one.dataset["at"] === text) one.classList.add(right ? "is-right" : "is-wrong");
      }
    },
    focus: () => (pressed() ?? targets[0])?.focus(),
  };
}

export const click: Kind = { open, nothing: "Choose a place first.", tries: 2 };
