/** Questions about a session's run. */
import type { Session } from "../replay/session";
import { TELLER } from "../sentences/teller";
import { writersOf } from "../writers/writers";
import { questionsOf } from "./choose";
import type { RunQuestion } from "./question";

/** The questions of a round. Of a run that is longer than one recording, the part that is recorded is asked about. */
export function questionsOfSession(session: Session, round: number): RunQuestion[] {
  session.teller ??= TELLER;
  const { first, last } = session.recorded;
  return questionsOf({ first, last, sources: session.sources, moment: (at) => session.moment(at), writers: (path, at) => writersOf(session.at(at), path) }, round);
}
