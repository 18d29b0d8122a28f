/**
 * A page of the book in a frame on somebody's page: one question, practice, or a class sheet. The
 * style sheet has hidden the rest of the page (openings.css).
 */
import { element } from "./elements";
import { tellHeight } from "./explainer/embedded";
import { about, bring } from "./questions/about";

/** Says below what is shown where it is from, tells the page around its height, and opens links outside. */
export function embed(root: Document): void {
  const article = root.querySelector<HTMLElement>("article");
  if (!article) return;
  const question = article.querySelector<HTMLElement>(".cw-question:target");
  if (question) bring(question, about(question));
  const source = element("p", "cw-from", "From ");
  const link = element("a", "", root.title);
  link.href = outside(location.href);
  source.append(link);
  article.append(source);
  tellHeight(article, new AbortController().signal);
  // Before the theme, which would put another page into the frame.
  root.addEventListener("click", opened, { capture: true });
}

/** A frame has no room for another page, and only one question of this one is in sight. */
function opened({ target }: Event): void {
  const link = target instanceof Element ? target.closest("a") : null;
  if (!link?.href || link.download) return;
  // The fragment of practice follows what the reader does.
  link.href = outside(link.closest(".cw-from") ? location.href : link.href);
  link.target = "_blank";
}

/** The address of a page without what has it shown in a frame. */
function outside(address: string): string {
  const url = new URL(address);
  if (url.origin === location.origin && url.pathname === location.pathname) url.search = "";
  return url.href;
}
