/** A sheet as a page prints it: questions with room for answers, and the key on a page of its own. */
import { element } from "../elements";
import type { Drill, Sheet } from "../python/messages";
import { block, LETTERS, paragraph, words } from "./words";

/** The sheet as an element; with its key behind it where that is asked for. */
export function paper(sheet: Sheet, withKey: boolean): HTMLElement {
  const made = element("section", "cwp-paper");
  made.setAttribute("aria-label", `Sheet ${sheet.seed}`);
  made.append(element("h2", "", `Sheet ${sheet.seed}`), element("p", "cwp-name", "Name:"));
  made.append(list(sheet.drills, question));
  if (withKey) {
    const key = element("section", "cwp-key");
    key.append(element("h2", "", `Key of sheet ${sheet.seed}`), list(sheet.drills, answer));
    made.append(key);
  }
  return made;
}

function list(drills: readonly Drill[], write: (item: HTMLElement, drill: Drill) => void): HTMLElement {
  const made = element("ol", "cwp-list");
  for (const drill of drills) {
    const item = element("li");
    write(item, drill);
    made.append(item);
  }
  return made;
}

function question(item: HTMLElement, drill: Drill): void {
  item.append(paragraph(drill.ask));
  if (drill.code !== "") item.append(block(drill.code));
  if (drill.form !== "choose") {
    item.append(element("div", "cwp-line"));
    return;
  }
  const choices = element("ol", "cwp-choices");
  choices.type = "a";
  for (const { text } of drill.choices) {
    const choice = element("li");
    choice.append(...words(text));
    choices.append(choice);
  }
  item.append(choices);
}

function answer(item: HTMLElement, drill: Drill): void {
  const text = drill.choices[drill.right]?.text ?? "";
  const given = drill.form === "choose" ? `${LETTERS[drill.right] ?? ""}) ${text}` : `\`${text.replaceAll("`", "")}\``;
  item.append(paragraph(`${given.replace(/\.$/, "")}. ${drill.why}`));
}
