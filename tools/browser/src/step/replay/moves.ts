/** Ways from one moment to another: over a call, out of it, to the next time at a line. */
import { RETURN } from "../record/events";
import type { Session, Visit } from "./session";

/** The next moment after `moment` with no more calls than now: a call on the line has come and gone. */
export function over(session: Session, moment: number): number {
  const depth = depthAt(session, moment);
  return first(session, (step, _row, now) => step > moment && now <= depth) ?? session.last;
}

/** The last moment before `moment` with no more calls than now. */
export function backOver(session: Session, moment: number): number {
  const depth = depthAt(session, moment);
  return last(session, moment, (_step, _row, now) => now <= depth) ?? 0;
}

/** The next moment in the caller. */
export function out(session: Session, moment: number): number {
  const depth = depthAt(session, moment);
  return first(session, (step, _row, now) => step > moment && now < depth) ?? session.last;
}

/** The moment before the call began. */
export function backOut(session: Session, moment: number): number {
  const depth = depthAt(session, moment);
  return last(session, moment, (_step, _row, now) => now < depth) ?? 0;
}

/** The next moment at which a line is about to run; undefined if it never is again. */
export function nextAt(session: Session, moment: number, line: number, file?: string): number | undefined {
  return first(session, (step, row) => step > moment && isAt(session, row, line, file));
}

/** The moment before it. */
export function lastAt(session: Session, moment: number, line: number, file?: string): number | undefined {
  return last(session, moment, (_step, row) => isAt(session, row, line, file));
}

/** Whether a row's step reaches the line: a return from it was there before. */
export function isAt(session: Session, row: number, line: number, file?: string): boolean {
  if (row >= RETURN) return false;
  const found = session.lineOf(row);
  return found.line === line && (file === undefined || found.file === file);
}

/** The first step of which something is true. */
export function first(session: Session, is: Visit): number | undefined {
  let found: number | undefined;
  session.visit((step, row, depth) => {
    if (!is(step, row, depth)) return false;
    found = step;
    return true;
  });
  return found;
}

/** The last step before `moment` of which something is true. */
function last(session: Session, moment: number, is: Visit): number | undefined {
  let found: number | undefined;
  session.visit((step, row, depth) => {
    if (step >= moment) return true;
    if (is(step, row, depth)) found = step;
    return false;
  });
  return found;
}

/** How many calls are running; at the end, when none is, as many as before it. */
function depthAt(session: Session, moment: number): number {
  return Math.max(1, session.at(moment).depth(moment));
}
