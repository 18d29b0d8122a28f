/** Arrows from pointers to what they lead to, over the picture. Each pointer says it in words as well. */
import type { Arrow } from "../moment/model";

const SVG = "http://www.w3.org/2000/svg";
/** So far an arrow that comes back to its own side goes out, and so far from the next one. */
const OUT = 16;
const LANE = 7;
const LANES = 4;
/** The length of an arrow's head. */
const HEAD = 7;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Draws all arrows anew; `places` are the elements by the paths of their objects. */
export function drawArrows(root: HTMLElement, arrows: readonly Arrow[], places: ReadonlyMap<string, HTMLElement>): void {
  root.querySelector(":scope > svg")?.remove();
  const all = arrows.flatMap((arrow, index) => {
    const [from, to] = [places.get(arrow.from), nearest(arrow.to, places)];
    return from && to && from.offsetParent !== null && to.offsetParent !== null ? [{ arrow, from, to, index }] : [];
  });
  if (all.length === 0) return;
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "cw-step__arrows");
  svg.setAttribute("aria-hidden", "true");
  const origin = root.getBoundingClientRect();
  const boxOf = (one: HTMLElement): Box => {
    const { left, right, top, bottom } = one.getBoundingClientRect();
    return { left: left - origin.left + root.scrollLeft, right: right - origin.left + root.scrollLeft, top: top - origin.top, bottom: bottom - origin.top };
  };
  const most = root.scrollWidth;
  for (const { arrow, from, to, index } of all) svg.append(...shapes(boxOf(from), boxOf(to), arrow.target, index, most));
  svg.setAttribute("width", String(root.scrollWidth));
  svg.setAttribute("height", String(root.scrollHeight));
  root.append(svg);
}

/** The element of an object, or of the innermost one around it that is in the picture. */
function nearest(path: string, places: ReadonlyMap<string, HTMLElement>): HTMLElement | undefined {
  for (let rest = path; rest !== ""; rest = rest.slice(0, Math.max(rest.lastIndexOf("."), rest.lastIndexOf("["), 0))) {
    const found = places.get(rest);
    if (found && found.offsetParent !== null) return found;
  }
  return undefined;
}

/** An arrow's line and its head; no further to the right than `most`. */
function shapes(from: Box, to: Box, target: Arrow["target"], index: number, most: number): SVGElement[] {
  const start = { x: from.right, y: (from.top + from.bottom) / 2 };
  const y = to.top + Math.min((to.bottom - to.top) / 2, 12);
  const isRight = target !== "end" && to.left > start.x + HEAD;
  const end = { x: isRight ? to.left : to.right, y };
  const bend = Math.min(Math.max(start.x, end.x) + OUT + (index % LANES) * LANE, most - 2);
  const middle = (start.x + end.x) / 2;
  const [first, second] = isRight ? [middle, middle] : [bend, bend];
  const tip = isRight ? -HEAD : HEAD;
  const line = shape("path", `is-${target}`, `M${start.x} ${start.y}C${first} ${start.y} ${second} ${end.y} ${end.x + tip} ${end.y}`);
  const isGone = target === "freed" || target === "dead";
  const half = HEAD / 2;
  // What is no longer there gets a cross in the place of a head.
  const head = isGone
    ? `M${end.x + tip - half} ${end.y - half}l${HEAD} ${HEAD}m0 ${-HEAD}l${-HEAD} ${HEAD}`
    : `M${end.x} ${end.y}l${tip} ${-half}v${HEAD}z`;
  return [line, shape("path", isGone ? `is-${target}` : `is-head is-${target}`, head)];
}

function shape(name: "path", className: string, way: string): SVGElement {
  const made = document.createElementNS(SVG, name);
  made.setAttribute("class", className);
  made.setAttribute("d", way);
  return made;
}
