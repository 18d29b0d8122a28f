/** A struct's members below its sentence: one a line, each with its own path. */
import { element } from "../elements";
import type { Member, Reading } from "../python/messages";
import { readingElements } from "./safe";

/** Puts the members of a reading below its article, and takes them out of its sentence. */
export function listMembers(article: HTMLElement, { members, name }: Reading): void {
  if (!members) return;
  for (const phrase of article.querySelectorAll<HTMLElement>(".cw-prose [data-phrase]")) {
    const index = Number(phrase.dataset.phrase);
    phrase.hidden = members.first <= index && index < members.end;
  }
  article.querySelector(`.cw-prose [data-phrase="${members.first - 1}"]`)?.append(":");
  const made = list(members.all);
  made.setAttribute("aria-label", name === null ? "Members" : `Members of ${name}`);
  article.after(made);
}

function list(all: readonly Member[]): HTMLElement {
  const made = element("ul", "cwx-members");
  made.append(...all.map(item));
  return made;
}

function item({ prose, html, all }: Member): HTMLElement {
  const made = element("li");
  if (html === null) {
    made.append(element("span", "cwx-member", prose));
  } else {
    const fold = element("details", "cwx-fold");
    fold.append(element("summary", "cwx-member", prose), readingElements(html));
    made.append(fold);
  }
  if (all.length > 0) made.append(list(all));
  return made;
}
