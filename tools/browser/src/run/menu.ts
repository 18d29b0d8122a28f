/** What is behind the bar's last button: settings, views, versions that were set aside, and the link. */
import { Controls } from "./controls";
import { button, element, freshId } from "./dom";
import { ago, type Draft } from "./drafts";
import type { Edit } from "./program";
import type { View } from "./views/all";
import { readiness } from "./warm";

/** What the menu asks of the figure. */
export interface Asked {
  readonly changed: () => void;
  readonly view: (view: View) => void;
  /** Copies a link to the program as it is, and returns what to say. */
  readonly link: () => Promise<string>;
  readonly bringBack: (draft: Draft) => void;
  /** The menu is to be closed; whoever did it by a key gets the focus back. */
  readonly close: () => void;
}

const HOME = new URL("../../", import.meta.url);
const COPY = "Copy link";

export class Menu {
  readonly root = element("div", { className: "cw-menu", hidden: true, id: freshId("cw-menu") });
  readonly controls: Controls;
  readonly #link: HTMLButtonElement;
  readonly #said = element("p", { className: "cw-menu__said", role: "status" });
  readonly #earlier = element("div", { className: "cw-menu__earlier", hidden: true });
  readonly #asked: Asked;

  constructor(edit: Edit, runs: boolean, views: readonly View[], asked: Asked) {
    this.#asked = asked;
    this.controls = new Controls(edit, runs, asked.changed);
    this.#link = button(COPY, "cw-button", () => void this.#copy());
    const shown = views.map((view) => button(view.name, "cw-button", () => asked.view(view)));
    const group = element("div", { className: "cw-menu__row", role: "group" }, ...shown, this.#link);
    group.setAttribute("aria-label", "Views and the link");
    this.root.append(this.controls.root, group, this.#said, this.#earlier);
    this.root.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      asked.close();
    });
  }

  get isOpen(): boolean {
    return !this.root.hidden;
  }

  open(earlier: readonly Draft[]): void {
    this.#link.textContent = COPY;
    this.#said.textContent = "";
    void readiness().then((text) => (this.#said.textContent ||= text));
    this.earlier(earlier);
    this.root.hidden = false;
  }

  close(): void {
    this.root.hidden = true;
  }

  /** Lists what was set aside. */
  earlier(drafts: readonly Draft[]): void {
    this.#earlier.hidden = drafts.length === 0;
    const title = element("p", { textContent: "Your earlier versions. Bring one back; the one that you have now takes its place. " });
    title.append(element("a", { href: new URL("keeping/", HOME).href, textContent: "See all that this book keeps." }));
    const list = drafts.map((draft) => {
      const made = button(ago(draft.when), "cw-button", () => this.#asked.bringBack(draft));
      made.setAttribute("aria-label", `Bring back your version from ${ago(draft.when)}`);
      return made;
    });
    this.#earlier.replaceChildren(title, element("div", { className: "cw-menu__row" }, ...list));
  }

  /** The link is about another text from now on. */
  isStale(): void {
    this.#link.textContent = COPY;
  }

  async #copy(): Promise<void> {
    const said = await this.#asked.link();
    this.#link.textContent = said.startsWith("Copied") ? "Copied" : COPY;
    this.#said.textContent = said;
  }
}
