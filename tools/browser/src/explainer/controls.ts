/** The choices above the input: the way, the standard, the style. */
import { STANDARDS, type State, type Style, type Way } from "./state";

export type Choices = Pick<State, "way" | "std" | "style">;

export class Controls {
  private readonly std: HTMLSelectElement;

  /** `root` holds them; `changed` is called whenever somebody chooses. */
  constructor(
    private readonly root: HTMLElement,
    changed: () => void,
  ) {
    const std = root.querySelector("select");
    if (!std) throw new Error("the explainer's page has no choice of standards");
    this.std = std;
    root.addEventListener("change", changed);
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
  }

  private chosen(name: string): string {
    return this.root.querySelector<HTMLInputElement>(`input[name="${name}"]:checked`)?.value ?? "";
  }
}
