/**
 * What is below a program's code: what came out, and the compiler's views of the text. While the code
 * is long it stays at the foot of the window (docs/assets/run_output.css), so that a run is always seen.
 */
import type { Bar } from "./bar";
import { button, element } from "./dom";
import type { Output } from "./output";
import { Tabs } from "./tabs";
import { views, type View } from "./views/all";
import type { Source } from "./views/view";

export class Sheet {
  readonly root = element("section", { className: "cw-run", hidden: true });
  readonly views: readonly View[];
  readonly #tabs: Tabs;

  /** `shown` is called when a view is to be drawn, `hidden` when the reader has put the sheet away. */
  constructor(
    name: string,
    readonly output: Output,
    waiting: readonly HTMLElement[],
    source: Source,
    bar: Bar,
    readonly shown: (view: View) => void,
    hidden: () => void,
  ) {
    this.root.setAttribute("aria-label", `What ${name} does here`);
    const panel = element("div", {}, output.root);
    this.views = views(source);
    this.#tabs = new Tabs("What the compiler makes of it", [
      { name: "Output", panel },
      ...this.views.map((view) => ({ name: view.name, panel: view.root, shown: () => this.#show(view) })),
    ]);
    this.#tabs.list.hidden = true;
    const hide = button("×", "cw-run__hide", hidden);
    hide.setAttribute("aria-label", "Hide the output");
    this.root.append(
      hide,
      this.#tabs.list,
      panel,
      ...waiting,
      ...this.views.map((view) => view.root),
      element("div", { className: "cw-run__thumb" }, bar.thumb()),
    );
  }

  get isOpen(): boolean {
    return !this.root.hidden;
  }

  /** The view that is shown, if it is none of the output's. */
  get view(): View | undefined {
    return this.isOpen ? this.views[this.#tabs.now - 1] : undefined;
  }

  /** Shows the output, and has it seen. */
  open(): void {
    this.#tabs.choose(0, false);
    this.root.hidden = false;
    this.root.classList.remove("is-view");
    this.seen();
  }

  /** Has all of it seen, if there is room for it; does nothing where it is seen anyway. */
  seen(): void {
    const { top, bottom } = this.root.getBoundingClientRect();
    if (top < 0 || bottom > window.innerHeight) this.root.scrollIntoView({ block: "nearest" });
  }

  /** Shows a view, and the tabs that lead from one to the others. */
  choose(view: View): void {
    this.root.hidden = false;
    this.#tabs.list.hidden = false;
    this.#tabs.choose(this.views.indexOf(view) + 1, true);
  }

  close(): void {
    this.root.hidden = true;
  }

  /** How much of the window's foot it covers, in pixels. */
  get covers(): number {
    const { top, height } = this.root.getBoundingClientRect();
    return height > 0 && top < window.innerHeight && !this.root.classList.contains("is-view") ? window.innerHeight - top : 0;
  }

  #show(view: View): void {
    this.root.classList.add("is-view");
    this.shown(view);
  }
}
