/** A moment as an SVG picture: frames on the left, the heap on the right or below, pointers as arrows between them. */
import { layoutOf, type Box, type Layout } from "./layout";
import type { Arrow, Moment } from "./model";
import { asText } from "./text";
import { round, wayOf } from "./way";

/** Classes begin with it. */
const PREFIX = "cw-step-";
const MARGIN = 12;
/** A window of 360 pixels has 310 for a picture, which a page draws at nine tenths of its size or more. */
const NARROW = 344;

/** What a picture is made of: its shapes as SVG elements, and where they are, in pixels. */
export interface Picture {
  readonly viewBox: string;
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly string[];
}

/** The picture. It has the colour of the text around it; what a class marks is drawn in shape and words too. */
export function pictureOf(moment: Moment): Picture {
  return drawnAs(moment, isNarrow(moment));
}

/** Whether the heap is drawn below the stack, and so on. */
export function isNarrow(moment: Moment): boolean {
  const wide = drawnAs(moment, false).width;
  return wide > NARROW && drawnAs(moment, true).width < wide;
}

function drawnAs(moment: Moment, narrow: boolean): Picture {
  const layout = layoutOf(moment, narrow);
  const boxes = new Map(layout.boxes.filter(({ path }) => path !== "").map((box) => [box.path, box]));
  const arrows = moment.arrows.map((arrow, index) => drawn(arrow, boxes, index)).filter((one) => one !== undefined);
  const right = Math.max(layout.width, ...arrows.map((arrow) => arrow.right));
  const [width, height] = [Math.ceil(right + 2 * MARGIN), Math.ceil(layout.height + 2 * MARGIN)];
  return {
    viewBox: `${-MARGIN} ${-MARGIN} ${width} ${height}`,
    width,
    height,
    // Words come last: a page can keep the lines off them.
    shapes: [...layout.boxes.map(boxOf), ...arrows.flatMap(({ shapes }) => shapes), ...labels(layout)],
  };
}

/** The picture as a document of its own. `id` has to be another for each picture of a page. */
export function asSvg(moment: Moment, id: string): string {
  const { viewBox, width, height, shapes } = pictureOf(moment);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="cw-step" role="img" aria-labelledby="${id}-title ${id}-text" viewBox="${viewBox}" width="${width}" height="${height}" font-family="IBM Plex Mono, monospace" font-size="13" fill="none" stroke="currentColor">`,
    `<title id="${id}-title">${escaped(titleOf(moment))}</title>`,
    `<desc id="${id}-text">${escaped(asText(moment))}</desc>`,
    ...shapes,
    "</svg>",
    "",
  ].join("\n");
}

function titleOf({ step, sentence }: Moment): string {
  return `Memory after step ${step}. ${sentence}`;
}

/** How a box is drawn, by what is to be seen of it. */
function boxOf({ x, y, width, height, classes }: Box): string {
  const dashes = ["freed", "unset", "lost", "dead", "wild"].some((one) => classes.includes(one)) ? ' stroke-dasharray="4 3"' : "";
  const isChanged = classes.includes("changed") && classes.includes("value");
  const weight = isChanged ? 2.5 : classes.includes("top") ? 2 : 1;
  const faint = classes.includes("padding") || classes.includes("parts") ? ' stroke-opacity="0.5"' : "";
  return `<rect class="${named(classes)}" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="2" stroke-width="${weight}"${dashes}${faint}/>`;
}

function labels({ labels: all }: Layout): string[] {
  return all.map(({ x, y, text, classes }) => {
    const isBold = classes.includes("title") || classes.includes("changed");
    const size = classes.includes("index") ? ' font-size="12"' : "";
    const faint = classes.includes("note") || classes.includes("index") ? ' opacity="0.75"' : "";
    return `<text class="${named(classes)}" x="${round(x)}" y="${round(y)}" fill="currentColor" stroke="none"${isBold ? ' font-weight="600"' : ""}${size}${faint} xml:space="preserve">${escaped(text)}</text>`;
  });
}

/** How an arrow is drawn, and how far to the right; undefined for one that leads to nothing in the picture. */
function drawn({ from, to, target }: Arrow, boxes: ReadonlyMap<string, Box>, index: number): { right: number; shapes: string[] } | undefined {
  const [start, end] = [boxes.get(from), around(to, boxes)];
  if (!start || !end) return undefined;
  const { right, line, head } = wayOf(start, end, target === "end", index);
  const dashes = target === "object" ? "" : ' stroke-dasharray="4 3"';
  return {
    right,
    shapes: [
      `<path class="${named(["arrow", target])}" d="${line}" stroke-width="1.3"${dashes}/>`,
      `<path class="${named(["head", target])}" d="${head}" fill="currentColor" stroke="none"/>`,
    ],
  };
}

/** The box of what a path names, or of the smallest thing around that which has one. */
function around(path: string, boxes: ReadonlyMap<string, Box>): Box | undefined {
  let shown = path;
  while (shown !== "" && !boxes.has(shown)) {
    const outer = shown.replace(/(?:\.[^.[\]]+|\[[^\]]*\])$/, "");
    shown = outer === shown ? "" : outer;
  }
  return boxes.get(shown);
}

function named(classes: readonly string[]): string {
  return classes.map((one) => PREFIX + one).join(" ");
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
