/** A text that is no declaration, as a program that can be run. */

/** A whole program with the text in it. */
export function inProgram(text: string, kind: "directive" | "statement"): string {
  const given = text.trim();
  if (/\bmain\s*\(/.test(given)) return `${given}\n`;
  const ended = /[;}]$/.test(given) ? given : `${given};`;
  const body = kind === "statement" ? `    ${ended.replaceAll("\n", "\n    ")}\n` : "";
  const before = kind === "directive" ? `${given}\n\n` : "";
  return `#include <stdio.h>\n\n${before}int main(void)\n{\n${body}    return 0;\n}\n`;
}
