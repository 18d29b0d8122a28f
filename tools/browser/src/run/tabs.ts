/** Tabs as ARIA describes them: arrow keys choose, Tab goes on to the panel. */
import { element, freshId } from "./dom";

export interface Tab {
  readonly name: string;
  readonly panel: HTMLElement;
  /** Called each time the tab is chosen. */
  readonly shown?: () => void;
}

export class Tabs {
  readonly list = element("div", { className: "cw-run__tabs", role: "tablist" });
  readonly #buttons: HTMLButtonElement[] = [];
  readonly #tabs: readonly Tab[];
  #now = 0;

  constructor(label: string, tabs: readonly Tab[]) {
    this.#tabs = tabs;
    this.list.setAttribute("aria-label", label);
    tabs.forEach(({ name, panel }, index) => this.#add(name, panel, index));
    this.list.addEventListener("keydown", (event) => this.#press(event));
    this.choose(0, false);
  }

  /** Which tab is chosen, counted from 0. */
  get now(): number {
    return this.#now;
  }

  choose(index: number, focus: boolean): void {
    this.#now = index;
    this.#tabs.forEach(({ panel }, each) => {
      const button = this.#buttons[each];
      const chosen = each === index;
      panel.hidden = !chosen;
      button?.setAttribute("aria-selected", String(chosen));
      if (button) button.tabIndex = chosen ? 0 : -1;
      if (chosen && focus) button?.focus();
    });
    this.#tabs[index]?.shown?.();
  }

  #add(name: string, panel: HTMLElement, index: number): void {
    const button = element("button", { type: "button", className: "cw-run__tab", textContent: name, id: freshId("cw-tab") });
    button.setAttribute("role", "tab");
    panel.id ||= freshId("cw-panel");
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", button.id);
    button.setAttribute("aria-controls", panel.id);
    button.addEventListener("click", () => this.choose(index, false));
    this.#buttons.push(button);
    this.list.append(button);
  }

  #press(event: KeyboardEvent): void {
    const count = this.#tabs.length;
    const to: Record<string, number> = {
      ArrowRight: (this.#now + 1) % count,
      ArrowLeft: (this.#now + count - 1) % count,
      Home: 0,
      End: count - 1,
    };
    const index = to[event.key];
    if (index === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    this.choose(index, true);
  }
}
