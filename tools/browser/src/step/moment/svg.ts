/** A moment as an SVG picture: frames on the left, the heap on the right, pointers as arrows between them. */
import { layoutOf, type Box, type Layout } from "./layout";
import type { Arrow, Moment } from "./model";
import { asText } from "./text";

/** Classes begin with it. */
const PREFIX = "cw-step-";
const MARGIN = 12;
/** So far an arrow that comes back to its own side goes out. */
const OUT = 34;
/** How long and how high an arrow's head is. */
const HEAD = 9;

/** What a picture is made of: its shapes as SVG elements, and where they are, in pixels. */
export interface Picture {
  readonly viewBox: string;
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly string[];
}

/** The picture. It has the colour of the text around it; what a class marks is drawn in shape and words too. */
export function pictureOf(moment: Moment): Picture {
  const layout = layoutOf(moment);
  const boxes = new Map(layout.boxes.filter(({ path }) => path !== "").map((box) => [box.path, box]));
  const arrows = moment.arrows.map((arrow, index) => drawn(arrow, boxes, index)).filter((one) => one !== undefined);
  const right = Math.max(layout.width, ...arrows.map((arrow) => arrow.right));
  const [width, height] = [Math.ceil(right + 2 * MARGIN), Math.ceil(layout.height + 2 * MARGIN)];
  return {
    viewBox: `${-MARGIN} ${-MARGIN} ${width} ${height}`,
    width,
    height,
    shapes: [...layout.boxes.map(boxOf), ...labels(layout), ...arrows.flatMap(({ shapes }) => shapes)],
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
  const dashes = classes.includes("freed") || classes.includes("unset") || classes.includes("lost") ? ' stroke-dasharray="4 3"' : "";
  const isChanged = classes.includes("changed") && classes.includes("value");
  const weight = isChanged ? 2.5 : classes.includes("top") ? 2 : 1;
  const faint = classes.includes("padding") || classes.includes("parts") ? ' stroke-opacity="0.5"' : "";
  return `<rect class="${named(classes)}" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="2" stroke-width="${weight}"${dashes}${faint}/>`;
}

function labels({ labels: all }: Layout): string[] {
  return all.map(({ x, y, text, classes }) => {
    const isBold = classes.includes("title") || classes.includes("changed");
    const size = classes.includes("index") ? ' font-size="10"' : "";
    const faint = classes.includes("note") || classes.includes("index") ? ' opacity="0.75"' : "";
    return `<text class="${named(classes)}" x="${round(x)}" y="${round(y)}" fill="currentColor" stroke="none"${isBold ? ' font-weight="600"' : ""}${size}${faint} xml:space="preserve">${escaped(text)}</text>`;
  });
}

/** How an arrow is drawn, and how far to the right; undefined for one that leads to nothing in the picture. */
function drawn({ from, to, target }: Arrow, boxes: ReadonlyMap<string, Box>, index: number): { right: number; shapes: string[] } | undefined {
  const [start, end] = [boxes.get(from), boxes.get(to)];
  if (!start || !end) return undefined;
  const [x1, y1] = [start.x + start.width, start.y + start.height / 2];
  const y2 = end.y + Math.min(end.height / 2, 12);
  const dashes = target === "object" ? "" : ' stroke-dasharray="4 3"';
  // One that leads past the end points at the far edge.
  const isRight = target !== "end" && end.x > x1 + 8;
  const x2 = isRight ? end.x : end.x + end.width;
  const bend = Math.max(x1, x2) + OUT - (index % 4) * 6;
  const middle = (x1 + x2) / 2;
  // The line ends within its head, which comes in level.
  const stop = x2 + (isRight ? -HEAD : HEAD);
  const curve = isRight ? `C${round(middle)} ${round(y1)} ${round(middle)} ${round(y2)} ${round(stop)} ${round(y2)}` : `C${round(bend)} ${round(y1)} ${round(bend)} ${round(y2)} ${round(stop)} ${round(y2)}`;
  const classes = named(["arrow", target]);
  return {
    right: isRight ? x2 : bend,
    shapes: [
      `<path class="${classes}" d="M${round(x1)} ${round(y1)}${curve}" stroke-width="1.3"${dashes}/>`,
      `<path class="${named(["head", target])}" d="M${round(x2)} ${round(y2)}L${round(stop)} ${round(y2 - HEAD / 2)}V${round(y2 + HEAD / 2)}z" fill="currentColor" stroke="none"/>`,
    ],
  };
}

function named(classes: readonly string[]): string {
  return classes.map((one) => PREFIX + one).join(" ");
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
