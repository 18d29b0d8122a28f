/** The page within another page: without the book around it, as high as what it shows. */

/** The message by which a page tells the one around it how high it is. */
export const HEIGHT = "c-declaration height";

const LONG_TITLE = 80;

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
