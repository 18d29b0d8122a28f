/**
 * Lays out a few at a time what docs/assets/far.css leaves out of a page's first layout.
 *
 * A chapter has thousands of elements; all at once they would hold up a phone for half a second.
 */

const FAR = "data-cw-far"; // at the root, from docs/assets/early.js; no class, for the theme's
const NEAR = "data-cw-near"; // sheet has all below an element styled anew when its class changes
const KINDS = ".md-typeset > :is(.cw-evidence, .cw-explain, .cw-figure, .cw-drawing)"; // as in far.css
const ELEMENTS = 100; // of one piece: some 10 ms on a phone

const AT_LATEST = 1000; // ms: a browser that never rests lays the page out all the same

/** Does `work` when the browser has nothing else to do. */
export function idle(work: () => void): void {
  if ("requestIdleCallback" in window) {
    window.requestIdleCallback(work, { timeout: AT_LATEST });
  } else {
    setTimeout(work, 1); // Safari has none
  }
}

/** Lays out all of `root`, whenever the browser has nothing else to do, and then calls `done`. */
export function bringNear(root: Document, done: () => void): void {
  const far = root.documentElement.hasAttribute(FAR);
  const waiting = far ? [...root.querySelectorAll(KINDS)] : [];
  const piece = (): void => {
    for (let room = ELEMENTS; room > 0 && waiting.length > 0; ) {
      const next = waiting.shift();
      next?.setAttribute(NEAR, "");
      room -= next?.getElementsByTagName("*").length ?? 0;
    }
    if (waiting.length > 0) {
      idle(piece);
    } else {
      // A page that comes in place of this one is laid out at once: it may begin further down.
      root.documentElement.removeAttribute(FAR);
      idle(done); // when the last piece is laid out, to measure things costs little
    }
  };
  idle(piece);
}
