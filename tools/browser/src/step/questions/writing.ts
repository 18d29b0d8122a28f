/** Questions about the past: which line gave a variable the value that it has. */
import type { Moment } from "../moment/model";
import type { Writers } from "../writers/writers";
import { within } from "./names";
import { asked, type Candidate } from "./question";

/** For as many variables of a moment the run is searched: each takes a while. */
const MOST = 12;

/**
 * What a moment lets a reader trace back. `lines` are the program's texts by file; `writers` searches the run for
 * what wrote an object.
 */
export function tracings(moment: Moment, lines: Readonly<Record<string, readonly string[]>>, writers: (path: string) => Writers | undefined): Candidate[] {
  const found: Candidate[] = [];
  let searched = 0;
  for (const [depth, { items, name: func }] of moment.frames.entries()) {
    for (const item of within(items)) {
      if (item.expression === "" || searched++ >= MOST) continue;
      const known = writers(item.path);
      const last = known?.writers.at(-1);
      if (!known?.isComplete || known.more > 0 || !last?.place) continue;
      const { line, file } = last.place;
      const written = known.writers.flatMap(({ place }) => (place?.file === file ? [place.line] : []));
      if (new Set(written).size < 2) continue;
      const texts = lines[file] ?? [];
      const mentions = new RegExp(`(?<!\\w)${item.expression.replace(/\W/g, "\\$&")}(?!\\w)`);
      const named = texts.flatMap((text, at) => (mentions.test(text) ? [at + 1] : []));
      const whose = depth === 0 ? "" : ` of \`${func}\``;
      const points = item.kind === "pointer" ? "points to" : "is";
      const value = item.kind === "pointer" && item.text !== "null" ? item.text : `\`${item.text}\``;
      const question = asked(
        {
          kind: "writer",
          at: moment.step,
          ask: `At step ${moment.step.toLocaleString("en")}, \`${item.expression}\`${whose} ${item.text === "null" ? "is" : points} ${value}. Which line made it so?`,
          shows: last.step + 1,
          why: `Line ${line}${last.by === "" ? "" : `, by ${last.by}`}: \`${last.old}\` becomes \`${last.now}\`.`,
        },
        `line ${line}`,
        [...written, ...named].map((one) => `line ${one}`),
      );
      // A line that does not even name the variable is the one that nobody expects.
      if (question) found.push({ question, topic: item.path, worth: (mentions.test(texts[line - 1] ?? "") ? 0 : 4) + Math.min(written.length, 3) });
    }
  }
  return found;
}
