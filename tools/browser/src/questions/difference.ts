/** The book's solution beside the reader's, as a difference by lines. */
import { diffArrays } from "diff";
import { element } from "../elements";

export interface Line {
  /** Whose line it is; "skipped" stands for several of both. */
  readonly whose: "both" | "yours" | "ours" | "skipped";
  readonly text: string;
}

/** As many lines that are the same are shown around each that is not. */
const AROUND = 2;
const SIGNS = { both: " ", yours: "\u2212", ours: "+", skipped: " " } as const;

const linesOf = (text: string): string[] =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => line.trimEnd());

/** All lines of both programs, the reader's before ours where they differ; spaces at a line's end do not count. */
export function difference(yours: string, ours: string): Line[] {
  return diffArrays(linesOf(yours), linesOf(ours)).flatMap(({ added, removed, value }) =>
    value.map((text): Line => ({ whose: added ? "ours" : removed ? "yours" : "both", text })),
  );
}

/** The same without what is far from any difference; empty if there is none. */
export function shortened(lines: readonly Line[]): Line[] {
  const near = (at: number): boolean => lines.slice(Math.max(at - AROUND, 0), at + AROUND + 1).some(({ whose }) => whose !== "both");
  const found: Line[] = [];
  let skipped = 0;
  const close = (): void => {
    if (skipped > 0) found.push({ whose: "skipped", text: skipped === 1 ? "1 line is the same" : `${skipped} lines are the same` });
    skipped = 0;
  };
  for (const [at, line] of lines.entries()) {
    if (!near(at)) {
      skipped++;
      continue;
    }
    close();
    found.push(line);
  }
  if (found.length > 0) close();
  return found;
}

/** What a reader sees of it. */
export function view(yours: string, ours: string): HTMLElement {
  const made = element("div", "cw-difference");
  made.append(element("p", "cw-difference__name", "Your program and ours"));
  const lines = shortened(difference(yours, ours));
  if (lines.length === 0) {
    made.append(element("p", "cw-difference__key", "Yours is the same as ours, line by line."));
    return made;
  }
  const frame = element("pre", "cw-difference__lines");
  frame.tabIndex = 0; // it may be wider than the page
  frame.setAttribute("aria-label", "What differs between your program and ours");
  frame.setAttribute("role", "region");
  frame.append(...lines.map(row));
  made.append(element("p", "cw-difference__key", `${SIGNS.yours} only in yours, ${SIGNS.ours} only in ours. Other ways may be as good.`), frame);
  return made;
}

function row({ whose, text }: Line): HTMLElement {
  const made = element(({ yours: "del", ours: "ins", both: "span", skipped: "span" } as const)[whose], `cw-difference__line is-${whose}`);
  const sign = element("span", "cw-difference__sign", SIGNS[whose]);
  sign.setAttribute("aria-hidden", "true");
  const said = element("span", "cwx-offscreen", { yours: "Only in yours: ", ours: "Only in ours: ", both: "", skipped: "" }[whose]);
  made.append(sign, said, `${text}\n`);
  return made;
}
