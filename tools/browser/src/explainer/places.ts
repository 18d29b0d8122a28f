/** Places in a text: Python counts code points, a page UTF-16 units. */
import type { Mark, Reading, Span } from "../python/messages";

/** Returns what turns a count of code points into one of UTF-16 units. */
export function units(text: string): (points: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (points) => points;
  const starts: number[] = [];
  let at = 0;
  for (const character of text) {
    starts.push(at);
    at += character.length;
  }
  return (points) => starts[points] ?? at;
}

/** A stop of one of the readings; both count from 0 and from 1, as in the markup. */
export interface Stand {
  readonly reading: number;
  readonly stop: number;
}

/**
 * The stop of the token that a caret stands before, in or behind, in this order; of
 * several the narrowest. Null beside all tokens. The caret counts code points.
 */
export function standing(readings: readonly Reading[], caret: number): Stand | null {
  let best: { stand: Stand; rank: number } | null = null;
  readings.forEach(({ marks }, reading) => {
    for (const [start, end, , stop] of marks) {
      if (caret < start || end < caret) continue;
      const rank = caret === start ? 1 - 1 / (end - start + 1) : end - start;
      if (best === null || rank < best.rank) best = { stand: { reading, stop }, rank };
    }
  });
  return (best as { stand: Stand } | null)?.stand ?? null;
}

/** The number of the reading that a caret is at: that of its token, else of the last token before it. */
export function nearest(readings: readonly Reading[], caret: number): number {
  const found = standing(readings, caret);
  if (found) return found.reading;
  const ends = readings.map(({ marks }) => Math.max(-1, ...marks.map(([, end]) => end).filter((end) => end <= caret)));
  return Math.max(0, ends.indexOf(Math.max(...ends)));
}

/** A piece of a text with the classes that say what it is; pieces follow each other. */
export interface Piece {
  readonly text: string;
  readonly mark: { readonly kind: string; readonly stand: Stand } | null;
  readonly wrong: string | null;
}

/** Cuts a text where marks and findings begin and end; the narrowest mark names a piece. */
export function pieces(
  text: string,
  readings: readonly Reading[],
  findings: readonly { readonly span: Span; readonly severity: string }[],
): Piece[] {
  const unit = units(text);
  const marks = readings.flatMap((each, reading) =>
    each.marks.map((mark): [Mark, number] => [mark, reading]),
  );
  const wrong = findings.map(({ span: [start, end], severity }) => ({
    start: unit(start),
    end: Math.max(unit(end), unit(start) + 1),
    severity,
  }));
  const cuts = new Set([0, text.length]);
  for (const [[start, end]] of marks) cuts.add(unit(start)).add(unit(end));
  for (const { start, end } of wrong) cuts.add(start).add(end);
  const edges = [...cuts].filter((cut) => cut <= text.length).sort((one, other) => one - other);
  return edges.slice(1).map((end, index) => {
    const start = edges[index] ?? 0;
    let narrowest: [Mark, number] | null = null;
    for (const candidate of marks) {
      const [[from, to]] = candidate;
      const around = unit(from) <= start && end <= unit(to);
      if (around && (!narrowest || to - from < narrowest[0][1] - narrowest[0][0])) narrowest = candidate;
    }
    const found = wrong.find((each) => each.start <= start && end <= each.end);
    return {
      text: text.slice(start, end),
      mark: narrowest && {
        kind: narrowest[0][2],
        stand: { reading: narrowest[1], stop: narrowest[0][3] },
      },
      wrong: found?.severity ?? null,
    };
  });
}

/** The line that a finding is about, and the line of carets below it; tabs keep their width. */
export function caretLines(text: string, [start, end]: Span): [line: string, carets: string] {
  const points = [...text];
  const before = points.lastIndexOf("\n", Math.max(0, start - 1));
  const first = points[start] === "\n" && before === start ? start : before + 1;
  const next = points.indexOf("\n", start);
  const last = next < 0 ? points.length : next;
  const blanks = points.slice(first, start).map((each) => (each === "\t" ? "\t" : " "));
  const width = Math.max(1, Math.min(end, last) - start);
  return [points.slice(first, last).join(""), `${blanks.join("")}^${"~".repeat(width - 1)}`];
}
