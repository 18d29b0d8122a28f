/** The choices above the input: the way, the standard, the style; on a phone the last two fold away. */
import { part } from "../elements";
import { STANDARDS, type State, type Style, type Way } from "./state";

export type Choices = Pick<State, "way" | "std" | "style">;

export class Controls {
  private readonly std: HTMLSelectElement;
  private readonly more: HTMLButtonElement;

  /** `root` holds them; `turned` is called when somebody chooses the other way, `changed` for all else. */
  constructor(
    private readonly root: HTMLElement,
    turned: () => void,
    changed: () => void,
  ) {
    this.std = part<HTMLSelectElement>(root, "select");
    this.more = part<HTMLButtonElement>(root, ".cwx-more");
    this.more.addEventListener("click", () => this.open(this.more.getAttribute("aria-expanded") !== "true"));
    root.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLInputElement && target.name === "cwx-way") turned();
      else changed();
    });
  }

  /** Shows what a phone has folded away, or folds it. */
  private open(isOpen: boolean): void {
    this.more.setAttribute("aria-expanded", String(isOpen));
    this.root.classList.toggle("is-open", isOpen);
  }

  get choices(): Choices {
    return {
      way: this.chosen("cwx-way") as Way,
      std: STANDARDS.find((each) => each === this.std.value) ?? null,
      style: this.chosen("cwx-style") as Style,
    };
  }

  set choices({ way, std, style }: Choices) {
    this.std.value = std ?? "";
    for (const input of this.root.querySelectorAll("input")) {
      input.checked = input.value === (input.name === "cwx-way" ? way : style);
    }
    if (std !== null || style !== "prose") this.open(true); // what is not as usual is seen
  }

  private chosen(name: string): string {
    return this.root.querySelector<HTMLInputElement>(`input[name="${name}"]:checked`)?.value ?? "";
  }
}
