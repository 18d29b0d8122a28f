/** One of several, or several of them: radio buttons, or boxes to tick. */
import { element } from "../../elements";
import { mixed } from "../mixed";
import type { Data, Handle, Judged, Kind } from "../question";

interface Choices extends Data {
  readonly several: boolean;
  /** The order means something, so that it stays. */
  readonly fixed: boolean;
}

const BETWEEN = "\n";

/** Whether just the right ones are given; the answer to a wrong one comes from the first of these. */
export function judged(given: string, { parts }: Data): Judged {
  const names = new Set(given.split(BETWEEN));
  const wrong = parts.findIndex((one) => names.has(one.name) && !one.right);
  if (wrong >= 0) return { right: false, part: wrong };
  const missing = parts.some((one) => one.right && !names.has(one.name));
  if (missing) return { right: false, says: "What you chose is right, and it is not all." };
  return { right: true, part: parts.findIndex((one) => one.right) };
}

function open(root: HTMLElement, room: HTMLElement, data: Data, changed: () => void, seed: number): Handle {
  const { several, fixed, id, parts } = data as Choices;
  const list = room.querySelector("ul");
  if (!list) throw new Error(`the question ${id} has no choices`);
  const items = [...list.children] as HTMLElement[];
  const inputs = items.map((item) => {
    const input = element("input", "cw-question__input");
    input.type = several ? "checkbox" : "radio";
    input.name = root.id;
    input.value = nameOf(item);
    input.addEventListener("change", changed);
    const label = element("label", "cw-question__choice");
    label.append(input, ...item.childNodes);
    item.append(label);
    return input;
  });
  list.setAttribute("role", several ? "group" : "radiogroup");
  list.setAttribute("aria-labelledby", asked(root).id);
  for (const item of items) item.setAttribute("role", "none");
  if (!fixed) list.append(...mixed(items, seed, id));

  const rights = new Set(parts.filter((one) => one.right).map((one) => one.name));
  const given = (): string =>
    inputs
      .filter((one) => one.checked)
      .map((one) => one.value)
      .sort()
      .join(BETWEEN);
  return {
    given,
    put(text) {
      const names = text.split(BETWEEN);
      for (const input of inputs) input.checked = names.includes(input.value);
    },
    judge: (text) => judged(text, data),
    right: () => [...rights].sort().join(BETWEEN),
    lock(locked) {
      for (const input of inputs) input.disabled = locked;
    },
    mark(text, right) {
      const names = text.split(BETWEEN);
      for (const item of items) {
        if (right === undefined) item.classList.remove("is-right", "is-wrong");
        // Where several are right, some of them may be among a wrong answer.
        else if (names.includes(nameOf(item)) && rights.has(nameOf(item)) === right) {
          item.classList.add(right ? "is-right" : "is-wrong");
        }
      }
    },
    focus: () => (inputs.find((one) => one.checked) ?? list.querySelector("input"))?.focus(),
  };
}

const nameOf = (item: HTMLElement): string => item.dataset["choice"] ?? "";

/** The paragraph that asks, with an id by which it names what stands below: the last one with strong words. */
function asked(root: HTMLElement): HTMLElement {
  const all = [...root.querySelectorAll<HTMLElement>(".cw-question__asked > p")];
  const found = all.filter((one) => one.querySelector("strong")).at(-1) ?? all.at(-1);
  if (!found) throw new Error(`nothing is asked in ${root.id}`);
  found.id ||= `${root.id}-asked`;
  return found;
}

export const choice: Kind = { open, nothing: "Choose one first.", tries: 2 };
