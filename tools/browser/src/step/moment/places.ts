/** Places in the program's text. */
import type { Line, Program } from "../dwarf/program";
import { isMove } from "../instrument/rewrite";
import { NONE } from "../record/frames";
import type { Prepared } from "../record/run";
import type { Place } from "./model";

export function placeOfLine({ line, file }: Pick<Line, "line" | "file">): Place {
  return { file: file.name, line };
}

/** The place of a row of the tables; undefined for none. */
export function placeOfRow(row: number, { rewritten }: Prepared): Place | undefined {
  const found = row === NONE ? undefined : rewritten.rows[row];
  return found && placeOfLine(found.line);
}

/** Whether a site is one of the program itself: of an access, or of a copy that clang makes for it. */
export function isOwnSite(site: number, { rewritten, linked }: Prepared): boolean {
  const number = rewritten.sites.number.at(site);
  return site > 0 && (number < 0 || isMove(linked.names.get(number) ?? ""));
}

/** The place of a site in the program's own code. */
export function placeOf(site: number, { rewritten, program }: Prepared): Place | undefined {
  const line = lineAt(rewritten.sites.address.at(site), program);
  return line && line.line > 0 && line.file.isOwn ? placeOfLine(line) : undefined;
}

/** The row of the line table that stands for code at an address. */
export function lineAt(address: number, { lines }: Program): Line | undefined {
  let first = 0;
  let last = lines.length;
  while (first < last) {
    const middle = (first + last) >> 1;
    if ((lines[middle]?.address ?? 0) <= address) first = middle + 1;
    else last = middle;
  }
  // Code that the compiler has added has no line: the one before it stands for it.
  for (let at = first - 1; at >= 0; at--) if ((lines[at]?.line ?? 0) > 0) return lines[at];
  return undefined;
}
