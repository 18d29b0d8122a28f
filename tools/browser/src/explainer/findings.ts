/** What is wrong with an input: each finding with its line, carets below it, and advice. */
import { element } from "../elements";
import type { Explained, Finding } from "../python/messages";
import { caretLines } from "./places";

/** Pages of the rules, beside wherever the scripts are published. */
export const rulePage = (rule: string): string =>
  new URL(`../../rules/${encodeURIComponent(rule)}/`, import.meta.url).href;

/** Returns the list of what is wrong with `text`; `visit` is told which place somebody chose. */
export function findingList(
  text: string,
  { diagnostics }: Explained,
  visit: (finding: Finding) => void,
): HTMLElement {
  const list = element("ul", "cw-diagnostics cwx-findings");
  list.append(...diagnostics.map((finding) => item(text, finding, visit)));
  return list;
}

function item(text: string, finding: Finding, visit: (finding: Finding) => void): HTMLElement {
  const { severity, rule, message, line, column, advice, span, clause } = finding;
  const made = element("li", `cw-${severity}`);
  made.dataset.rule = rule;
  const head = element("p", "cwx-finding");
  const place = element("button", "cwx-place", `Line ${line}, column ${column}`);
  place.type = "button";
  place.addEventListener("click", () => visit(finding));
  head.append(place,  ": ", element("strong", "", `${severity}: `), stopped(message));
  if (advice) head.append(" ", element("span", "cw-advice", sentence(advice)));
  const [source, carets] = caretLines(text, span);
  const lines = element("pre", "cwx-carets");
  lines.append(`${source}\n`, element("b", "", carets));
  const why = element("a", "cwx-rule", `Why: rule ${rule}${clause ? `, ${clause}` : ""}`);
  why.href = rulePage(rule);
  made.append(head, lines, why);
  return made;
}

const sentence = (words: string): string => stopped(words.charAt(0).toUpperCase() + words.slice(1));
const stopped = (words: string): string => (/[.?!]$/.test(words) ? words : `${words}.`);
