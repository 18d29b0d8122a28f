/** The names of many declarations, to pick from: the reading of one is shown. */
import { element } from "../elements";
import type { Explained } from "../python/messages";
import { type Style } from "./state";
import { words } from "./exports";

export class Names {
  readonly root = element("div", "cwx-names");
  private readonly box = element("ol", "cwx-names__list");
  private readonly head = element("p", "cwx-names__head");
  private readonly more = element("p", "cwx-names__head");

  /** `pick` is told which one somebody chose. */
  constructor(private readonly pick: (index: number) => void) {
    this.root.hidden = true;
    this.root.append(this.head, this.box, this.more);
  }

  /** Lists an answer's readings, unless all of them are shown. */
  show({ readings, picked, more }: Explained, style: Style): void {
    this.root.hidden = picked === null || picked === undefined;
    if (this.root.hidden) return this.box.replaceChildren();
    const place = this.box.scrollTop;
    const count = readings.length + (more ?? 0);
    this.head.textContent = `${count} declarations. Pick one, or click into it above.`;
    this.box.replaceChildren(
      ...readings.map((reading, index) => {
        const item = element("li");
        const chosen = element("button", "cwx-names__name", reading.name ?? reading.c);
        chosen.type = "button";
        chosen.addEventListener("click", () => this.pick(index));
        item.append(chosen, element("span", "cwx-names__says", words(reading, style)));
        return item;
      }),
    );
    this.more.textContent = more ? `And ${more} more, which are not listed. In a terminal, cexplain --file reads them all.` : "";
    this.box.scrollTop = place;
    this.mark(picked ?? 0);
  }

  /** Marks the one that is shown, and brings it into the list's view. */
  mark(picked: number): void {
    const items = [...this.box.children];
    items.forEach((item, index) => {
      if (index === picked) item.firstElementChild?.setAttribute("aria-current", "true");
      else item.firstElementChild?.removeAttribute("aria-current");
    });
    const item = items[picked];
    if (!(item instanceof HTMLElement)) return;
    const top = item.offsetTop - this.box.offsetTop;
    if (top < this.box.scrollTop) this.box.scrollTop = top;
    const over = top + item.offsetHeight - this.box.scrollTop - this.box.clientHeight;
    if (over > 0) this.box.scrollTop += over;
  }
}
