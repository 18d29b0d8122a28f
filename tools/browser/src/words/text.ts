/** The texts of the glossary: words with `code` and *stress*, the only marks of Markdown in them. */

const MARKED = /`([^`]+)`|\*([^*]+)\*/g;

/** A text without its marks. */
export function plain(text: string): string {
  return text.replace(MARKED, (_all, code?: string, stress?: string) => code ?? stress ?? "");
}

/** A text as pieces, each with the element that it belongs in. */
export function marked(text: string): [kind: "" | "code" | "em", text: string][] {
  const found: [kind: "" | "code" | "em", text: string][] = [];
  let end = 0;
  for (const match of text.matchAll(MARKED)) {
    if (match.index > end) found.push(["", text.slice(end, match.index)]);
    found.push(match[1] === undefined ? ["em", match[2] ?? ""] : ["code", match[1]]);
    end = match.index + match[0].length;
  }
  if (end < text.length) found.push(["", text.slice(end)]);
  return found;
}

/** A text's pieces as nodes. */
export function pieces(text: string): Node[] {
  return marked(text).map(([kind, words]) => {
    if (!kind) return document.createTextNode(words);
    const made = document.createElement(kind);
    made.textContent = words;
    return made;
  });
}
