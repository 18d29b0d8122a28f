/** Quiet marks beside the book's pages: begun, done, or something of one is due. */
import { element } from "../elements";
import { kept } from "../kept/store";
import { cards } from "./cards";
import { catchUp } from "./collect";
import type { Book } from "./progress";
import { byPage, markOf, together, wordsOf, type Standing } from "./standing";
import { isDue } from "./state";

const HOME = new URL("../../", import.meta.url);
/** The page that knows where each question is asked (tools/cworkbook/review_page.py). */
const KNOWING = "review/";
/** Pages of no chapter: they say that something waits, wherever it is from. */
const ASKING: readonly string[] = ["practice/", KNOWING];
const NAVIGATION = ".md-nav--primary";
const LINKS = `.md-tabs__link, ${NAVIGATION} a.md-nav__link[href], .cw-step > a:first-child`;
/** What stands for the open page in the drawer of a phone, instead of its link. */
const HERE = `${NAVIGATION} label.md-nav__link[for=__toc]`;

const EMPTY: Book = { chapters: {}, beliefs: {} };

let listening = false;
let knowing: Promise<Book | undefined> | undefined;

/** Marks what leads to pages once more, whenever what is kept has changed. */
export async function mark(root: Document): Promise<void> {
  if (!listening) {
    listening = true;
    kept().heard((area) => {
      if (area === "cards" || area === "answers") void mark(document);
    });
  }
  await catchUp();
  const [all, answers] = await Promise.all([cards(), kept().all("answers")]);
  const isNew = all.length === 0 && answers.length === 0;
  const book = isNew ? EMPTY : await known(root);
  if (!book) return;
  const now = Date.now();
  const pages = byPage(book, answers, all, now);
  const due = all.filter(({ state }) => isDue(state, now)).length;
  for (const page of ASKING) pages.set(page, { total: 0, begun: 0, right: 0, due });
  for (const link of root.querySelectorAll<HTMLAnchorElement>(LINKS)) {
    if (link.hash === "") put(link, pages.get(below(link.pathname)));
  }
  for (const label of root.querySelectorAll<HTMLElement>(HERE)) put(label, pages.get(below(location.pathname)));
  for (const section of root.querySelectorAll<HTMLElement>(`${NAVIGATION} .md-nav__item--nested`)) {
    const label = section.querySelector<HTMLElement>(":scope > label.md-nav__link");
    if (label) put(label, together(within(section, pages)));
  }
  for (const line of root.querySelectorAll<HTMLElement>(".cw-facts__answered")) {
    const found = (line.dataset["pages"]?.split(" ") ?? []).flatMap((page) => pages.get(page) ?? []);
    const standing = together(found);
    line.textContent = markOf(standing) ? `${wordsOf(standing)}.` : "";
  }
}

/** Where each question is asked; undefined while the network keeps it, and in a book that has no review. */
async function known(root: Document): Promise<Book | undefined> {
  const links = [...root.querySelectorAll<HTMLAnchorElement>(`${NAVIGATION} a.md-nav__link[href]`)];
  if (!links.some(({ pathname }) => below(pathname) === KNOWING)) return undefined;
  return (knowing ??= read(root).catch(() => {
    knowing = undefined; // the next change tries again
    return undefined;
  }));
}

async function read(root: Document): Promise<Book> {
  const answer = below(location.pathname) === KNOWING ? undefined : await fetch(new URL(KNOWING, HOME));
  const page = answer ? new DOMParser().parseFromString(await answer.text(), "text/html") : root;
  return JSON.parse(page.querySelector<HTMLElement>(".cwr-known")?.dataset["known"] ?? "") as Book;
}

/** A path's address below the book's. */
const below = (path: string): string => path.slice(HOME.pathname.length);

/** The standings of the pages that a section of the navigation leads to, each once. */
function within(section: HTMLElement, pages: ReadonlyMap<string, Standing>): Standing[] {
  const links = section.querySelectorAll<HTMLAnchorElement>("a.md-nav__link[href]");
  const names = new Set([...links].filter(({ hash }) => hash === "").map(({ pathname }) => below(pathname)));
  return [...names].flatMap((name) => pages.get(name) ?? []);
}

/** Puts a mark in, in place of the one before. */
function put(link: HTMLElement, standing: Standing | undefined): void {
  const found = standing && markOf(standing);
  const before = link.querySelector<HTMLElement>(":scope > .cw-standing");
  if (!standing || !found) return before?.remove();
  const made = element("span", `cw-standing is-${found}`);
  made.title = wordsOf(standing);
  made.append(element("span", "cw-standing__words", ` (${found === "due" ? `${standing.due} due` : found})`));
  if (before) before.replaceWith(made);
  else link.insertBefore(made, link.querySelector(":scope > .md-nav__icon")); // the theme places what is last
}
