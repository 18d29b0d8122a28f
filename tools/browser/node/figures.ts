/** Moments of a run as figures of a page: what `make bless` records. */
import { find, parseSelector } from "../src/step/moment/selector";
import { pictureOf, type Picture } from "../src/step/moment/svg";
import { inSentences } from "../src/step/moment/told";
import type { Session } from "../src/step/replay/session";
import type { Source, Stepping } from "./stepping";

/** A moment as a page shows it; or what is wrong with the place that was asked for. */
type Figure = (Picture & { readonly sentence: string; readonly mistakes: readonly string[]; readonly told: readonly string[] }) | { readonly error: string };

/** The figures of a program's moments, in the order in which they are asked for; or what is wrong with the program. */
export async function figures(stepping: Stepping, source: Source, at: readonly string[]): Promise<object> {
  const session = await stepping.session(source);
  return typeof session === "string" ? { error: session } : { figures: at.map((text) => figureAt(session, text)) };
}

function figureAt(session: Session, text: string): Figure {
  const selector = parseSelector(text);
  const found = typeof selector === "string" ? selector : find(session, selector);
  if (typeof found === "string") return { error: found };
  const moment = session.moment(found);
  return { sentence: moment.sentence, mistakes: moment.findings.map((one) => one.text), told: inSentences(moment), ...pictureOf(moment) };
}
