/** A moment of a recorded run: what a pointer leads to is picked in its picture, a value typed, a line picked. */
import { part } from "../../elements";
import { wayOf } from "../../step/moment/way";
import type { Data, Handle, Kind } from "../question";
import { click, judged } from "./click";
import { judged as printed } from "./output";
import { typing, type Typed } from "./typing";

/** A box of the picture (tools/cworkbook/asked.py). */
interface Spot {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly reach: number;
  readonly upright: boolean;
}

interface Asked extends Data {
  readonly asks: "arrow" | "value" | "writer";
}

interface Drawn extends Asked {
  /** The pointer as the program writes it. */
  readonly of: string;
  readonly start: Spot;
  readonly spots: readonly Spot[];
}

const SVG = "http://www.w3.org/2000/svg";
const NULL = "null";
const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
/** A box of which another covers all is picked at its edge: so many pixels around it belong to it. */
const EDGE = 5;
/** A finger finds what is at least this high; the picture may be drawn smaller on a narrow screen. */
const FINGER = 26;

function open(root: HTMLElement, room: HTMLElement, data: Data, changed: () => void, seed: number): Handle {
  switch ((data as Asked).asks) {
    case "value":
      return typing(root, room, data as Typed, changed, (given) => {
        const found = printed(given, { ...(data as Typed), prints: false });
        return found.part === undefined ? { right: false } : found;
      });
    case "writer":
      return click.open(root, room, data, changed, seed);
    case "arrow":
      return arrow(room, data as Drawn, changed);
  }
}

function arrow(room: HTMLElement, data: Drawn, changed: () => void): Handle {
  const picture = room.querySelector<SVGSVGElement>(".cw-drawing__picture");
  if (!picture) throw new Error(`the question ${data.id} shows no picture`);
  const said = part(room, ".cw-question__picked");
  const asks = said.textContent ?? "";
  // What is inside of something else is drawn later, so that it can be picked; the Tab key's order is the reader's.
  const rects = new Map(data.spots.map((spot) => [spot.name, spotOf(spot, data.spots)]));
  const bySize = [...data.spots].sort((one, other) => areaOf(other) - areaOf(one));
  picture.setAttribute("role", "group");
  picture.setAttribute("aria-label", `What ${data.of} could point to. ${picture.getAttribute("aria-label") ?? ""}`);
  const line = shape("path", "cw-step-arrow cw-question__arrow");
  const head = shape("path", "cw-step-head cw-question__arrow");
  picture.append(...bySize.map(({ name }) => rects.get(name) as SVGElement), line, head);
  const targets: (HTMLElement | SVGElement)[] = [...data.spots.map(({ name }) => rects.get(name) as SVGElement), part(room, ".cw-question__null")];
  const nameOf = (one: HTMLElement | SVGElement): string => one.dataset["at"] ?? "";

  let picked = "";
  let locked = false;
  const draw = (): void => {
    const spot = data.spots.find(({ name }) => name === picked);
    const way = spot && wayOf(boxOf(data.start), boxOf(spot), false, 0);
    line.setAttribute("d", way?.line ?? "");
    head.setAttribute("d", way?.head ?? "");
    said.textContent = picked === "" ? asks : picked === NULL ? `${data.of} is null.` : `${data.of} points to ${picked}.`;
    const stop = targets.find((one) => nameOf(one) === picked) ?? targets[0];
    for (const one of targets) {
      one.setAttribute("aria-pressed", String(picked !== "" && nameOf(one) === picked));
      one.setAttribute("tabindex", one === stop ? "0" : "-1");
    }
  };
  const pick = (name: string): void => {
    if (locked) return;
    picked = name;
    draw();
    changed();
  };
  for (const [place, one] of targets.entries()) {
    one.addEventListener("click", () => pick(nameOf(one)));
    one.addEventListener("keydown", (event) => {
      if (!(event instanceof KeyboardEvent) || event.altKey || event.ctrlKey || event.metaKey) return;
      const step = STEPS[event.key];
      if (step === undefined && (one instanceof HTMLElement || (event.key !== "Enter" && event.key !== " "))) return;
      event.preventDefault();
      if (step === undefined) return pick(nameOf(one));
      const next = targets[(place + step + targets.length) % targets.length];
      for (const each of targets) each.setAttribute("tabindex", each === next ? "0" : "-1");
      next?.focus();
    });
  }
  draw();
  return {
    given: () => picked,
    put(text) {
      picked = targets.some((one) => nameOf(one) === text) ? text : "";
      draw();
    },
    judge: (text) => judged(text, data),
    right: () => data.parts.find((one) => one.right)?.name ?? "",
    lock(now) {
      locked = now;
      for (const one of targets) one.setAttribute("aria-disabled", String(now));
    },
    mark(text, right) {
      for (const one of targets) {
        if (right === undefined) one.classList.remove("is-right", "is-wrong");
        else if (nameOf(one) === text) one.classList.add(right ? "is-right" : "is-wrong");
      }
    },
    focus: () => targets.find((one) => one.getAttribute("tabindex") === "0")?.focus(),
  };
}

function spotOf({ name, x, y, width, height }: Spot, all: readonly Spot[]): SVGElement {
  const made = shape("rect", "cw-question__spot");
  const around = all.some((other) => other.y === y && other.x === x && other.width < width) ? EDGE : 0;
  const above = around + Math.max(0, (FINGER - height) / 2);
  for (const [attribute, value] of Object.entries({ x: x - around, y: y - above, width: width + 2 * around, height: height + 2 * above, rx: 2 })) {
    made.setAttribute(attribute, String(value));
  }
  made.setAttribute("role", "button");
  made.setAttribute("aria-label", name);
  made.dataset["at"] = name;
  return made;
}

function shape(tag: "rect" | "path", classes: string): SVGElement {
  const made = document.createElementNS(SVG, tag);
  made.setAttribute("class", classes);
  return made;
}

const areaOf = ({ width, height }: Spot): number => width * height;

/** A spot as arrows are led to it. */
function boxOf({ x, y, width, height, reach, upright }: Spot): Parameters<typeof wayOf>[0] {
  return { path: "", x, y, width, height, reach, classes: upright ? ["cell"] : [] };
}

export const moment: Kind = { open, nothing: "Pick it or type it first.", tries: 2 };
