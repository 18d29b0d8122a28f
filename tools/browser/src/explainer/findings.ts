/** What is wrong with an input: each finding with its line, carets below it, and advice. */
import { button, element } from "../elements";
import type { Explained, Finding } from "../python/messages";
import { excerpt, type Room } from "./carets";
import { isEmbedded } from "./embedded";
import { caretLines } from "./places";
import { edition } from "./state";

// What fits a phone without scrolling, and what one still takes in at a glance.
const NARROW: Room = { all: 32, before: 16 };
const WIDE: Room = { all: 90, before: 40 };

/** What is said of this kind is what "Clean the text" mends. */
const PASSED_OVER = "pasted";

/** Pages of the rules, beside wherever the scripts are published. */
export const rulePage = (rule: string): string =>
  new URL(`../../rules/${encodeURIComponent(rule)}/`, import.meta.url).href;

/** What a reader can do about findings. */
export interface Mending {
  /** Somebody chose the place of a finding, or of a declaration. */
  readonly visit: (finding: Pick<Finding, "span">) => void;
  /** Somebody wants the text as it was read, without what was passed over. */
  readonly clean: (text: string) => void;
}

/** Returns the list of what is wrong with `text`. */
export function findingList(
  text: string,
  { diagnostics, unshown, clean }: Explained,
  mending: Mending,
): HTMLElement {
  const list = element("ul", "cw-diagnostics cwx-findings");
  list.append(...diagnostics.map((finding) => item(text, finding, mending)));
  if (clean) {
    const cleaning = element("li", "cw-note");
    cleaning.append(button("Clean the text", () => mending.clean(clean)), " keeps only what was read.");
    list.append(cleaning);
  }
  if (unshown) list.append(element("li", "", `And ${unshown} more, which are not shown.`));
  return list;
}

function item(text: string, finding: Finding, { visit }: Mending): HTMLElement {
  const { severity, rule, message, line, column, advice, span, clause } = finding;
  const made = element("li", `cw-${severity}`);
  made.dataset.rule = rule;
  const head = element("p", "cwx-finding");
  const place = element("button", "cwx-place", `Line ${line}, column ${column}`);
  place.type = "button";
  place.addEventListener("click", () => visit(finding));
  head.append(place, ": ", element("strong", "", `${severity}: `), stopped(message));
  if (advice && rule !== PASSED_OVER) head.append(" ", element("span", "cw-advice", sentence(onThisPage(advice))));
  made.append(head, caretBox(caretLines(text, span)));
  if (rule) made.append(why(rule, clause));
  return made;
}

function why(rule: string, clause: string | null): HTMLElement {
  const link = element("a", "cwx-rule", `Why: rule ${rule}${clause ? `, ${clause}` : ""}`);
  link.href = rulePage(rule);
  // Within somebody's page there is no room for another page.
  if (isEmbedded()) link.target = "_blank";
  return link;
}

/**
 * The line and its carets. What stands before the place makes room for the blanks as well, so that
 * the carets are right below letters of any width.
 */
function caretBox(lines: readonly [string, string]): HTMLElement {
  const isNarrow = matchMedia("(max-width: 30em)").matches;
  const { before, behind, blanks, carets } = excerpt(lines, isNarrow ? NARROW : WIDE);
  const box = element("pre", "cwx-carets");
  const pointing = element("b", "", carets);
  pointing.setAttribute("aria-hidden", "true"); // the button above says the place
  box.append(
    element("span", "", before),
    element("span", "", behind),
    "\n",
    element("span", "cwx-blanks", blanks),
    pointing,
  );
  return box;
}

/** Advice that names the command's options, for a page that has choices instead. */
function onThisPage(advice: string): string {
  return advice
    .replace(/--std ([a-z0-9+]+)/, (_, std: string) => `${edition(std)} above`)
    .replace(/a (later|gnu) --std/, (_, which: string) => `a ${which === "gnu" ? "GNU" : which} standard above`)
    .replace("give --file the source", "give cexplain --file the source in a terminal");
}

const sentence = (words: string): string => stopped(words.charAt(0).toUpperCase() + words.slice(1));
const stopped = (words: string): string => (/[.?!]$/.test(words) ? words : `${words}.`);
