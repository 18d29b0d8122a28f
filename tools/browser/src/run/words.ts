/** Lines of words, as a shell reads them. */

import type { Edit } from "./program";

/** What is wrong with the words of the options or the arguments, as a sentence; undefined if nothing is. */
export function unclosed({ options, args }: Pick<Edit, "options" | "args">): string | undefined {
  for (const [field, line] of [["Options", options], ["Arguments", args]] as const) {
    const mark = openQuote(line);
    if (mark) return `${field}: the quotation mark ${mark} is opened and not closed. Close it, or put the other kind around it.`;
  }
  return undefined;
}

/** The quotation mark that is opened in a line and never closed; undefined if there is none. */
export function openQuote(line: string): string | undefined {
  return /["']/.exec(line.replace(/"[^"]*"|'[^']*'/g, ""))?.[0];
}
