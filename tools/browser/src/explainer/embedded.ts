/** The page within another page: without the book around it, as high as what it shows. */

/** The message by which a page tells the one around it how high it is. */
export const HEIGHT = "c-declaration height";

const LONG_TITLE = 80;
const FRAME_HEIGHT = 480; // CSS pixels: room for an input, a reading and its picture, or for a question
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text as HTML, within an element or a quoted attribute. */
export const html = (text: string): string => text.replace(/[&<>"]/g, (each) => ENTITIES[each] ?? "");

/** A page of the book in a frame on somebody's page: two lines. */
export function frameOf(address: string, title: string): string {
  return (
    `<iframe src="${html(address)}"\n` +
    `title="${html(title)}" width="100%" height="${FRAME_HEIGHT}" allow="clipboard-write"></iframe>\n`
  );
}

/** The same on one line, and below it a link to the page as the book has it. */
export function frameWithLink(address: string, link: string, title: string): string {
  const frame = frameOf(address, title).replace("\n", " ");
  return `${frame}<p><a href="${html(link)}">${html(title)}</a></p>\n`;
}

/** What a frame is called, in one line; a screen reader says all of it. */
export function frameTitle(text: string): string {
  const line = text.trim().replace(/\s+/g, " ");
  const short = [...line].slice(0, LONG_TITLE).join("");
  return `What ${short === line ? line : `${short}…`} means`;
}

/** Whether the address asks for the view without the book. */
export function isEmbedded(): boolean {
  return new URLSearchParams(location.search).has("embed");
}

/** Tells the page around this one the height of `root` whenever it changes, in CSS pixels. */
export function tellHeight(root: HTMLElement, signal: AbortSignal): void {
  let told = 0;
  const tell = (): void => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    // Who is around cannot be known, and a height is no secret.
    window.parent.postMessage({ kind: HEIGHT, height }, "*");
  };
  const sizes = new ResizeObserver(tell);
  sizes.observe(root);
  // A frame that is out of sight is not drawn, and hears nothing of sizes.
  const changes = new MutationObserver(tell);
  changes.observe(root, { childList: true, subtree: true, attributeFilter: ["hidden"] });
  signal.addEventListener("abort", () => {
    sizes.disconnect();
    changes.disconnect();
  });
}
