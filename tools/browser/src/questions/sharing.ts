/** "Share" at a question: its link, and two lines that show it on another page. */
import { copyButtons } from "../copying";
import { button, element } from "../elements";
import { frameWithLink } from "../explainer/embedded";

/** A button for the question's row, and what it opens below. */
export interface Sharing {
  readonly opener: HTMLButtonElement;
  readonly panel: HTMLElement;
}

export function share(root: HTMLElement, id: string): Sharing {
  const name = root.querySelector(".cw-question__name")?.textContent ?? "Question";
  const panel = element("div", "cw-question__sharing");
  panel.id = `q-${id}-share`;
  panel.hidden = true;
  const opener = button("Share", () => {
    panel.hidden = !panel.hidden;
    opener.setAttribute("aria-expanded", String(!panel.hidden));
    if (!panel.childElementCount) fill(panel, root, `q-${id}`, name);
  });
  opener.className = "cw-question__share";
  opener.setAttribute("aria-label", `Share ${name}`);
  opener.setAttribute("aria-expanded", "false");
  opener.setAttribute("aria-controls", panel.id);
  return { opener, panel };
}

function fill(panel: HTMLElement, root: HTMLElement, hash: string, name: string): void {
  const said = element("span", "cw-question__copied");
  said.setAttribute("role", "status");
  for (const [what, text] of [["link", "Copy link"], ["frame", "Copy a frame"]] as const) {
    const one = button(text, () => undefined);
    one.dataset["copy"] = what;
    panel.append(one);
  }
  panel.append(said);
  // Review and class sheets show a question that is on another page.
  const page = new URL(root.dataset["page"] ?? location.href);
  const at = (search: string): string => `${page.origin}${page.pathname}${search}#${hash}`;
  copyButtons(panel, {
    link: () => at(""),
    frame: () => frameWithLink(at("?embed"), at(""), `${name}, ${root.dataset["title"] ?? document.title}`),
  });
}
