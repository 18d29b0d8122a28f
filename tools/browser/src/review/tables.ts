/** Progress as tables. */
import { element } from "../elements";
import { twice } from "../kept/twice";
import type { Belief, Chapter } from "./progress";

/** A table of chapters, with what resets each. */
export function chapterTable(chapters: readonly Chapter[], home: URL, reset: (chapter: Chapter) => void): HTMLElement {
  const rows = chapters.map((chapter) => {
    const link = element("a", "", chapter.title);
    link.href = new URL(`${chapter.name}/`, home).href;
    const away = twice("Reset", "Forget all?", `Reset ${chapter.title}`, () => reset(chapter));
    away.disabled = chapter.answered === 0 && chapter.waiting === 0;
    return [link, `${chapter.answered} of ${chapter.total}`, String(chapter.right), String(chapter.due), away];
  });
  return table(["Chapter", "Answered", "Right", "Due", ""], rows);
}

/** A table of the beliefs behind wrong answers. */
export function beliefTable(beliefs: readonly Belief[], home: URL): HTMLElement {
  const rows = beliefs.map(({ identity, name, times }) => {
    const link = element("a", "", name);
    link.href = new URL(`misconceptions/#${identity}`, home).href;
    return [link, String(times)];
  });
  return table(["Misconception", "Times"], rows);
}

function table(heads: readonly string[], rows: readonly (readonly (string | HTMLElement)[])[]): HTMLElement {
  const made = element("table");
  const head = made.createTHead().insertRow();
  for (const text of heads) {
    const cell = element(text === "" ? "td" : "th", "", text);
    if (text !== "") cell.setAttribute("scope", "col");
    head.append(cell);
  }
  const body = made.createTBody();
  for (const cells of rows) {
    const row = body.insertRow();
    for (const cell of cells) row.insertCell().append(cell);
  }
  const frame = element("div", "cwr-table");
  frame.append(made);
  return frame;
}
