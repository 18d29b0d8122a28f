/** Where a card goes: below its word if there is room, above it otherwise, and within the window. */

interface Size {
  width: number;
  height: number;
}

const EDGE = 8; // pixels that stay free at the window's edges

/** The left and top of a card of a size, for a word's box within a window. */
export function place(
  word: { left: number; top: number; bottom: number },
  card: Size,
  view: Size,
): { left: number; top: number } {
  const below = word.bottom + card.height + EDGE <= view.height;
  const above = word.top - card.height;
  return {
    left: Math.max(EDGE, Math.min(word.left, view.width - card.width - EDGE)),
    top: below || above < EDGE ? word.bottom : above,
  };
}
