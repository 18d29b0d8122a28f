/** Makes a class link from what a teacher chooses; the form is in the page (tools/cworkbook/class_page.py). */
import { copied } from "../copying";
import { part } from "../elements";
import { drawnSeed, fragment as onPaper, isSeed, KINDS } from "../practice/state";
import { dayOf, fragment, isTitle, MOST, type ClassLink } from "./link";

const HOME = new URL("../../", import.meta.url);

/** Lets the form make links, from the first moment on. */
export function maker(form: HTMLFormElement): void {
  const field = (name: string): HTMLInputElement => part(form, `[name="${name}"]`);
  const link = part<HTMLInputElement>(form, ".cwt-link");
  const said = part(form, ".cwt-made");
  const open = part<HTMLAnchorElement>(form, ".cwt-open");
  const paper = part<HTMLAnchorElement>(form, ".cwt-paper");
  const drawn = drawnSeed();

  const ticked = (name: string): string[] =>
    [...form.querySelectorAll<HTMLInputElement>(`[name="${name}"]:checked`)].map(({ value }) => value);
  const chosen = (): ClassLink => ({
    seed: field("seed").value.trim() || drawn,
    drills: Number(field("drills").value),
    kinds: ticked("kind").length > 0 ? ticked("kind") : Object.keys(KINDS),
    level: Number(field("level").value) || null,
    chapters: ticked("chapter"),
    questions: field("questions").value === "" ? null : Number(field("questions").value),
    title: field("title").value.trim(),
    due: field("due").value,
  });
  const show = (): void => {
    const state = chosen();
    const wrong = fault(state);
    said.textContent = wrong;
    link.value = wrong === "" ? new URL(`class/${fragment(state)}`, HOME).href : "";
    open.hidden = wrong !== "";
    open.href = link.value;
    paper.hidden = wrong !== "" || state.drills === 0;
    const { seed, kinds, level, drills } = state;
    paper.href = new URL(`practice/${onPaper({ seed, kinds, level, sheet: drills, key: true })}`, HOME).href;
  };
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
    if (link.value === "") return;
    void copied(link.value).then((is) => {
      said.textContent = is ? "The link is copied." : "The browser refused: select the link and copy it.";
      if (!is) link.select();
    });
  });
  link.addEventListener("focus", () => link.select());
  show();
}

/** What keeps the form from making a link, as a sentence; "" where nothing does. */
export function fault({ seed, drills, chapters, questions, title, due }: ClassLink): string {
  const isCount = (count: number): boolean => Number.isInteger(count) && count >= 1 && count <= MOST;
  if (!isSeed(seed)) return "A seed is a number or a word of at most 60 characters.";
  if (drills !== 0 && !isCount(drills)) return `A sheet has at most ${MOST} drills.`;
  if (questions !== null && !isCount(questions)) return `A sheet has 1 to ${MOST} questions of the book, or all of the chapters’.`;
  if (!isTitle(title)) return "A title has at most 80 characters.";
  if (due !== "" && dayOf(due) === null) return "The date is not complete.";
  if (drills === 0 && chapters.length === 0) return "Choose a chapter, or some drills.";
  return "";
}
