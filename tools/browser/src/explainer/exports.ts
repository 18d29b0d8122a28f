/** A reading to take away: as text, as Markdown, as two lines for a page of one's own. */
import type { Explained, Finding, Reading } from "../python/messages";
import { frameOf, frameTitle, html } from "./embedded";
import { fragment, type State, type Style } from "./state";

const LONGEST_LINE = 1000; // characters: a page's author reads what is copied into it

/** The reading in the style that was asked for. */
export function words(reading: Reading, style: Style): string {
  return style === "cdecl" ? reading.cdecl : reading.prose;
}

/** All readings in one line, for a page that is to show them before Python is there. */
export function line(answer: Explained, style: Style): string {
  const said = answer.readings.map((reading) => words(reading, style)).join("; ");
  return said.length <= LONGEST_LINE ? said : "";
}

/** What was asked, its readings and notes, and what is wrong, as a terminal would have it. */
export function plainText({ text, style }: State, answer: Explained): string {
  const lines = [answer.c ?? text.trimEnd()];
  for (const reading of answer.readings) {
    lines.push(`  ${words(reading, style)}`, ...reading.notes.map((note) => `  note: ${note.message}`));
  }
  lines.push(...answer.diagnostics.map((finding) => `  ${told(finding)}`));
  return `${lines.join("\n")}\n`;
}

/** The same in Markdown, with a link to where it can be played with. */
export function markdown({ text, style }: State, answer: Explained, link: string): string {
  const code = answer.c ?? text.trimEnd();
  const parts = [`${fence(code)}c\n${code}\n${fence(code)}`];
  for (const reading of answer.readings) {
    parts.push(escaped(words(reading, style)));
    if (reading.notes.length > 0) {
      parts.push(reading.notes.map((note) => `- ${escaped(note.message)}`).join("\n"));
    }
  }
  if (answer.diagnostics.length > 0) {
    parts.push(answer.diagnostics.map((finding) => `- ${escaped(told(finding))}`).join("\n"));
  }
  parts.push(`[Open in the explainer](${link})`);
  return `${parts.join("\n\n")}\n`;
}

/**
 * The two lines that show a declaration on another page. The block around it keeps Markdown's
 * hands off its stars; an empty line would end that block.
 */
export function embedding({ text, std, style }: State, script: string, says: string): string {
  const options = [
    std === null ? "" : ` std="${std}"`,
    style === "cdecl" ? ' english="cdecl"' : "",
    says ? ` says="${html(says)}"` : "",
  ];
  const code = html(text.trim().replace(/\n\s*\n/g, "\n"));
  return (
    `<script type="module" src="${script}"></script>\n` +
    `<div><c-declaration${options.join("")}>${code}</c-declaration></div>\n`
  );
}

/** The same for pages without scripts: the explainer in a frame; `address` is its page. */
export function frame(state: State, address: string, says: string): string {
  return frameOf(`${address}?embed${fragment(state, says)}`, frameTitle(state.text));
}

/** A finding in one line. */
export function told({ line, column, severity, message, advice }: Finding): string {
  return `${line}:${column}: ${severity}: ${message}${advice ? ` (${advice})` : ""}`;
}

/** Backticks, more than any run of them in the code. */
function fence(code: string): string {
  const runs = code.match(/`+/g) ?? [];
  return "`".repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
}

function escaped(text: string): string {
  return text.replace(/[\\`*_~|&[\]<>#]/g, "\\$&");
}
