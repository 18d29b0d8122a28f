/** The way of an arrow from a pointer's box to the box of what it leads to, in pixels. */
import type { Box } from "./layout";

/** So far an arrow that comes back to its own side goes out. */
const OUT = 34;
/** How long and how high an arrow's head is. */
const HEAD = 9;
/** So far an arrow that leaves or comes in upright goes straight, at least. */
const UPRIGHT = 16;

/** A line and its head as paths of SVG, and the rightmost place that the line can reach. */
export interface Way {
  readonly line: string;
  readonly head: string;
  readonly right: number;
}

/** `isPast`: the arrow leads to the place behind the last byte. `index` keeps arrows of one picture apart. */
export function wayOf(start: Box, end: Box, isPast: boolean, index: number): Way {
  const isRight = !isPast && end.x > start.reach + 8;
  // A cell has others at its sides, so an arrow leaves it, or comes to it, upright; so it does where words stand beside.
  const leaves = upright(start);
  const comes = !isRight && !isPast && upright(end);
  const down = end.y > start.y + start.height ? 1 : -1;
  const [x1, y1] = leaves ? [start.x + start.width / 2, down > 0 ? start.y + start.height : start.y] : [start.reach, start.y + start.height / 2];
  if (comes) {
    const isLevel = Math.abs(end.y - start.y) < 1;
    const x2 = end.classes.includes("cell") ? end.x + end.width / 2 : end.x + end.width - 2 * HEAD;
    const y2 = down > 0 || isLevel ? end.y : end.y + end.height;
    const side = down > 0 || isLevel ? -1 : 1;
    const stop = y2 + side * HEAD;
    const pull = Math.max(UPRIGHT, Math.abs(y2 - y1) / 2);
    const first = leaves ? `${round(x1)} ${round(y1 + down * pull)}` : `${round(x1 + OUT)} ${round(y1)}`;
    return {
      line: `M${round(x1)} ${round(y1)}C${first} ${round(x2)} ${round(stop + side * pull)} ${round(x2)} ${round(stop)}`,
      head: `M${round(x2)} ${round(y2)}L${round(x2 - HEAD / 2)} ${round(stop)}H${round(x2 + HEAD / 2)}z`,
      right: Math.max(x1 + (leaves ? 0 : OUT), x2),
    };
  }
  const y2 = end.y + Math.min(end.height / 2, 12);
  // One that leads past the end points at the far edge.
  const x2 = isRight ? end.x : end.reach;
  // The line ends within its head, which comes in level.
  const stop = x2 + (isRight ? -HEAD : HEAD);
  const bend = isRight ? (x1 + x2) / 2 : Math.max(x1, x2) + OUT - (index % 4) * 6;
  const first = leaves ? `${round(x1)} ${round(y1 + down * UPRIGHT)}` : `${round(bend)} ${round(y1)}`;
  return {
    line: `M${round(x1)} ${round(y1)}C${first} ${round(bend)} ${round(y2)} ${round(stop)} ${round(y2)}`,
    head: `M${round(x2)} ${round(y2)}L${round(stop)} ${round(y2 - HEAD / 2)}V${round(y2 + HEAD / 2)}z`,
    right: Math.max(bend, x1, x2),
  };
}

function upright({ classes }: Box): boolean {
  return classes.includes("cell") || classes.includes("noted");
}

/** To a tenth of a pixel. */
export function round(number: number): number {
  return Math.round(number * 10) / 10;
}
