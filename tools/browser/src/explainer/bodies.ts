/** What the body of a function declares, below its sentence: a list for each block, with lines. */
import { element } from "../elements";
import type { Finding, Inner, Reading } from "../python/messages";
import type { Style } from "./state";

/** Puts what a body declares behind an article; `visit` is told of a place that somebody chose. */
export function listBody(
  article: HTMLElement,
  { inner, name }: Reading,
  style: Style,
  visit: (place: Pick<Finding, "span">) => void,
): void {
  if (!inner) return;
  const made = element("section", "cwx-body");
  made.setAttribute("aria-label", name === null ? "Declared in the body" : `Declared in the body of ${name}`);
  const lists = [list()];
  made.append(element("p", "cwx-body__head", "Its body declares:"), lists[0]!);
  for (const each of inner.all) {
    while (lists.length > each.depth) lists.pop();
    while (lists.length < each.depth) {
      const deeper = list();
      const within = lists.at(-1)!;
      (within.lastElementChild ?? within.appendChild(element("li"))).append(deeper);
      lists.push(deeper);
    }
    lists.at(-1)!.append(item(each, style, visit));
  }
  if (inner.more) {
    made.append(element("p", "cwx-body__head", `And ${inner.more} more. In a terminal, cexplain --file lists them all.`));
  }
  article.after(made);
}

const list = (): HTMLElement => element("ul", "cwx-members cwx-body__list");

function item(each: Inner, style: Style, visit: (place: Pick<Finding, "span">) => void): HTMLElement {
  const made = element("li");
  const { line, until } = each;
  const place = element("button", "cwx-place", line === until ? `Line ${line}` : `Lines ${line} to ${until}`);
  place.type = "button";
  place.addEventListener("click", () => visit(each));
  made.append(element("span", "cwx-member", style === "cdecl" ? each.cdecl : each.prose), " ", place);
  return made;
}
