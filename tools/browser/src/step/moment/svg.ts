/** A moment as an SVG picture: frames on the left, the heap on the right, pointers as arrows between them. */
import { layoutOf, type Box, type Layout } from "./layout";
import type { Arrow, Moment } from "./model";
import { asText } from "./text";

/** Classes begin with it. */
const PREFIX = "cw-step-";
const MARGIN = 12;
/** So far an arrow that comes back to its own side goes out. */
const OUT = 34;

/**
 * The picture. It has the colour of the text around it; what a class marks is drawn in shape and words
 * too. `id` has to be another for each picture of a page.
 */
export function asSvg(moment: Moment, id: string): string {
  const layout = layoutOf(moment);
  const boxes = new Map(layout.boxes.filter(({ path }) => path !== "").map((box) => [box.path, box]));
  const arrows = moment.arrows.map((arrow, index) => arrowPath(arrow, boxes, index)).filter((one) => one !== "");
  // Arrows that come back run to the right of everything.
  const width = Math.ceil(layout.width + 2 * MARGIN + OUT + 24);
  const height = Math.ceil(layout.height + 2 * MARGIN);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="cw-step" role="img" aria-labelledby="${id}-title ${id}-text" viewBox="${-MARGIN} ${-MARGIN} ${width} ${height}" width="${width}" height="${height}" font-family="IBM Plex Mono, monospace" font-size="13" fill="none" stroke="currentColor">`,
    `<title id="${id}-title">${escaped(titleOf(moment))}</title>`,
    `<desc id="${id}-text">${escaped(asText(moment))}</desc>`,
    `<defs><marker id="${id}-head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path d="M0 0 8 4 0 8z" fill="currentColor" stroke="none"/></marker></defs>`,
    ...layout.boxes.map(boxOf),
    ...labels(layout),
    ...arrows.map((one) => one.replace("#head", `#${id}-head`)),
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

/** An arrow as a path; empty for one that leads to nothing in the picture. */
function arrowPath({ from, to, target }: Arrow, boxes: ReadonlyMap<string, Box>, index: number): string {
  const [start, end] = [boxes.get(from), boxes.get(to)];
  if (!start || !end) return "";
  const [x1, y1] = [start.x + start.width, start.y + start.height / 2];
  const y2 = end.y + Math.min(end.height / 2, 12);
  const dashes = target === "object" ? "" : ' stroke-dasharray="4 3"';
  // One that leads past the end points at the far edge.
  const isRight = target !== "end" && end.x > x1 + 8;
  const x2 = isRight ? end.x : end.x + end.width;
  const bend = Math.max(x1, x2) + OUT - (index % 4) * 6;
  const middle = (x1 + x2) / 2;
  const curve = isRight ? `C${round(middle)} ${round(y1)} ${round(middle)} ${round(y2)} ${round(x2)} ${round(y2)}` : `C${round(bend)} ${round(y1)} ${round(bend)} ${round(y2)} ${round(x2)} ${round(y2)}`;
  return `<path class="${named(["arrow", target])}" d="M${round(x1)} ${round(y1)}${curve}" stroke-width="1.3" marker-end="url(#head)"${dashes}/>`;
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
