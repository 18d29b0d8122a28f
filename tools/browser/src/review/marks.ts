/** A quiet mark beside a chapter in the navigation: begun, or something of it is due. */
import { element } from "../elements";
import { kept } from "../kept/store";
import { cards, PRACTICE } from "./cards";
import { catchUp, chapterOf } from "./collect";
import { isDue } from "./state";

const HOME = new URL("../../", import.meta.url);
const WORDS = { begun: "begun", due: "something is due" };

let listening = false;

/** Marks the links to chapters and to practice once more, whenever what is kept has changed. */
export async function mark(root: ParentNode): Promise<void> {
  if (!listening) {
    listening = true;
    kept().heard((area) => {
      if (area === "cards" || area === "answers") void mark(document);
    });
  }
  await catchUp();
  const [all, answers] = await Promise.all([cards(), kept().all("answers")]);
  const begun = new Set(answers.map(({ key }) => (key.startsWith(`${PRACTICE}/`) ? PRACTICE : chapterOf(key))));
  const now = Date.now();
  const due = new Set(all.filter(({ state }) => isDue(state, now)).map(({ chapter }) => chapter));
  if (due.size > 0) for (const page of [PRACTICE, "review"]) due.add(page);
  for (const link of root.querySelectorAll<HTMLAnchorElement>(".md-tabs__link, .md-nav--primary a.md-nav__link[href]")) {
    link.querySelector(".cw-begun")?.remove();
    // A chapter is marked at its first page.
    const [chapter = "", ...more] = link.pathname.slice(HOME.pathname.length).split("/").filter(Boolean);
    const state = due.has(chapter) ? "due" : begun.has(chapter) ? "begun" : null;
    if (state === null || more.length > 0 || link.hash !== "") continue;
    const made = element("span", `cw-begun is-${state}`);
    made.title = WORDS[state];
    made.append(element("span", "cw-begun__words", ` (${WORDS[state]})`));
    // Beside its last word: the theme would put it at the column's other end.
    (link.querySelector(".md-ellipsis") ?? link).append(made);
  }
}
