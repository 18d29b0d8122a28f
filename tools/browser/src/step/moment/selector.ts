/** How an author names a moment: by a line and which time it is reached, by a marker in the program, by the step. */
import { RETURN } from "../record/events";
import { isAt, first, over } from "../replay/moves";
import type { Session } from "../replay/session";
import type { Sources } from "../sentences/unions";

export type Selector =
  | { readonly kind: "start" }
  | { readonly kind: "end" }
  | { readonly kind: "step"; readonly step: number }
  /** Before the line runs, or after all that it does; `time` counts from 1. */
  | { readonly kind: "line"; readonly line: number; readonly file: string | undefined; readonly time: number; readonly isAfter: boolean }
  | { readonly kind: "marker"; readonly name: string; readonly time: number };

const SELECTOR = /^(?:(?<edge>start|end)|step (?<step>\d+)|(?<when>before |after )?line (?<line>\d+)(?: of (?<file>[\w./+-]+))?(?:, (?<time>\d+)(?:st|nd|rd|th) time)?|(?<marker>[A-Za-z][\w-]*)(?:, (?<again>\d+)(?:st|nd|rd|th) time)?)$/;

const HELP = "a moment is “line 12”, “line 12, 2nd time”, “after line 12”, “line 3 of list.h”, “step 57”, “start”, “end”, or the name of a marker";

/** Reads a selector; what is wrong with it comes back as a sentence. */
export function parseSelector(text: string): Selector | string {
  const found = SELECTOR.exec(text.trim())?.groups;
  if (!found) return `“${text}” names no moment: ${HELP}.`;
  const time = Number(found["time"] ?? found["again"] ?? 1);
  if (time === 0) return `“${text}” names no moment: times are counted from 1.`;
  if (found["edge"]) return { kind: found["edge"] as "start" | "end" };
  if (found["step"]) return { kind: "step", step: Number(found["step"]) };
  if (found["line"]) return { kind: "line", line: Number(found["line"]), file: found["file"], time, isAfter: found["when"] === "after " };
  return { kind: "marker", name: found["marker"] ?? "", time };
}

/** A marker: a comment of this form. Behind code it means the moment after its line; alone on a line, the one before what follows. */
const MARKER = /(?:\/\/|\/\*)@\s*moment:\s*([A-Za-z][\w-]*)/;

/** The place of a marker in the program. */
export function markerIn(sources: Sources, name: string): { readonly file: string; readonly line: number; readonly isAlone: boolean } | undefined {
  for (const [file, text] of Object.entries(sources)) {
    for (const [index, line] of text.split("\n").entries()) {
      const found = MARKER.exec(line);
      if (found?.[1] === name) return { file, line: index + 1, isAlone: line.slice(0, found.index).trim() === "" };
    }
  }
  return undefined;
}

/** The moment that is meant; or what is wrong, as a sentence. */
export function find(session: Session, selector: Selector): number | string {
  switch (selector.kind) {
    case "start":
      return 0;
    case "end":
      return session.last;
    case "step":
      return selector.step <= session.last ? selector.step : `There is no step ${selector.step}: the run has ${session.last}.`;
    case "line":
      return atLine(session, selector.line, selector.file, selector.time, selector.isAfter);
    case "marker": {
      const marker = markerIn(session.sources, selector.name);
      if (!marker) return `The program has no marker “//@ moment: ${selector.name}”.`;
      if (!marker.isAlone) return atLine(session, marker.line, marker.file, selector.time, true);
      const next = lineAfter(session, marker.file, marker.line);
      if (next === undefined) return `No code follows the marker “${selector.name}” in line ${marker.line}.`;
      return atLine(session, next, marker.file, selector.time, false);
    }
  }
}

/** The first line behind a marker that has code. */
function lineAfter({ prepared }: Session, file: string, line: number): number | undefined {
  const lines = prepared.rewritten.rows.filter((row) => row.line.file.name === file && row.line.line > line).map((row) => row.line.line);
  return lines.length > 0 ? Math.min(...lines) : undefined;
}

function atLine(session: Session, line: number, file: string | undefined, time: number, isAfter: boolean): number | string {
  let times = 0;
  const found = first(session, (_step, row) => row < RETURN && isAt(session, row, line, file) && ++times === time);
  if (found !== undefined) return isAfter ? over(session, found) : found;
  const where = file === undefined ? `line ${line}` : `line ${line} of ${file}`;
  const hasCode = session.prepared.rewritten.rows.some((row) => row.line.line === line && (file === undefined || row.line.file.name === file));
  if (!hasCode) return `The program never stops at ${where}: it has no code of its own there.`;
  return times === 0 ? `The program does not get to ${where}.` : `The program gets to ${where} ${times === 1 ? "once" : `${times} times`} only.`;
}
