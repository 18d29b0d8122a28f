/**
 * The marked words of a page: their cards are loaded when the first of them is in view.
 *
 * Without scripts each is a link to the page of the words (tools/cworkbook/words/marking.py).
 */

let watcher: IntersectionObserver | undefined;

/** Waits for the first marked word in `root` to come into view; a page before is forgotten. */
export function words(root: Document): void {
  watcher?.disconnect();
  const marked = Array.from(root.querySelectorAll<HTMLAnchorElement>("a.cw-word"));
  if (marked.length === 0) return;
  const now = new IntersectionObserver((seen) => {
    if (!seen.some((one) => one.isIntersecting)) return;
    now.disconnect();
    // Without this script a word is still a link.
    import("./card").then(({ mount }) => mount(marked), () => undefined);
  });
  watcher = now;
  for (const word of marked) now.observe(word);
}
