/** A reading to take away: as text, as Markdown, as two lines for a page of one's own. */
import type { Explained, Finding, Reading } from "../python/messages";
import type { State, Style } from "./state";

/** The reading in the style that was asked for. */
export function words(reading: Reading, style: Style): string {
  return style === "cdecl" ? reading.cdecl : reading.prose;
}

/** What was asked, its readings and notes, and what is wrong, as a terminal would have it. */
export function plainText({ text, style }: State, answer: Explained): string {
  const lines = [answer.c ?? text];
  for (const reading of answer.readings) {
    lines.push(`  ${words(reading, style)}`, ...reading.notes.map((note) => `  note: ${note.message}`));
  }
  lines.push(...answer.diagnostics.map((finding) => `  ${told(finding)}`));
  return `${lines.join("\n")}\n`;
}

/** The same in Markdown, with a link to where it can be played with. */
export function markdown({ text, style }: State, answer: Explained, link: string): string {
  const code = answer.c ?? text;
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

/** The two lines that show a declaration on another page. */
export function embedding({ text, std }: State, script: string): string {
  const option = std === null ? "" : ` std="${std}"`;
  const code = text.replace(/[&<>]/g, (each) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[each] ?? "");
  return `<script type="module" src="${script}"></script>\n<c-declaration${option}>${code}</c-declaration>\n`;
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
  return text.replace(/[\\`*_[\]<>#]/g, "\\$&");
}
