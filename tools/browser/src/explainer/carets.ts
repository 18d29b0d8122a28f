/** The part of a long line in which something is wrong, with its carets. */

const CUT = "…";

/** How many characters are shown, and how many of them before what is wrong. */
export interface Room {
  readonly all: number;
  readonly before: number;
}

export interface Excerpt {
  /** What stands before the place, and what begins there. */
  readonly before: string;
  readonly behind: string;
  /** As many blanks as characters stand before the place, and the carets. */
  readonly blanks: string;
  readonly carets: string;
}

/** Cuts a line, and the line of carets below it, to the room that there is for them. */
export function excerpt([line, carets]: readonly [string, string], { all, before }: Room): Excerpt {
  const points = [...line];
  const place = carets.indexOf("^");
  const from = points.length > all && place > before ? place - before : 0;
  const to = Math.min(from + all, points.length);
  const isCut = from > 0;
  return {
    before: `${isCut ? CUT : ""}${points.slice(from, place).join("")}`,
    behind: `${points.slice(place, to).join("")}${to < points.length ? CUT : ""}`,
    blanks: `${isCut ? " " : ""}${carets.slice(from, place)}`,
    carets: carets.slice(place, Math.max(to, place + 1)),
  };
}
