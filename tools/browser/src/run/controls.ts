/** The fields of a program's settings: standard, level, options, UBSan, arguments, standard input. */
import { element, labelled } from "./dom";
import { LEVELS, standards, type Edit } from "./program";

type Settings = Omit<Edit, "files">;

export class Controls {
  readonly root = element("div", { className: "cw-settings" });
  /** The field for standard input, which may be moved to where it is wanted. */
  readonly input: HTMLElement;
  readonly #runs: boolean;
  readonly #std: HTMLSelectElement;
  readonly #level = select(LEVELS);
  readonly #options = field("-Wall");
  readonly #ubsan = element("input", { type: "checkbox" });
  readonly #args = field("");
  readonly #stdin = element("textarea", { className: "cw-input", rows: 2, spellcheck: false });

  /** `runs` says whether there is a program to give arguments and input to. */
  constructor(settings: Settings, runs: boolean, changed: () => void) {
    this.#runs = runs;
    this.#std = select(standards(settings.std));
    this.input = labelled("Standard input", this.#stdin, "cw-field cw-field--wide");
    this.root.append(
      labelled("Standard", this.#std),
      labelled("Optimisation", this.#level),
      labelled("Options", this.#options, "cw-field cw-field--wide"),
    );
    if (runs) {
      const check = element("label", { className: "cw-check" }, this.#ubsan, " Stop at undefined behaviour (UBSan)");
      this.root.append(check, labelled("Arguments", this.#args, "cw-field cw-field--wide"), this.input);
    }
    this.set(settings);
    const all = [this.#std, this.#level, this.#options, this.#ubsan, this.#args, this.#stdin];
    for (const control of all) control.addEventListener("input", changed);
  }

  /** Takes the field for input back from where it was wanted. */
  takeBack(): void {
    if (this.#runs) this.root.append(this.input);
  }

  get(): Settings {
    return {
      std: this.#std.value,
      level: this.#level.value,
      options: this.#options.value,
      args: this.#args.value,
      stdin: this.#stdin.value,
      ubsan: this.#ubsan.checked,
    };
  }

  set({ std, level, options, args, stdin, ubsan }: Settings): void {
    this.#std.value = std;
    this.#level.value = level;
    this.#options.value = options;
    this.#args.value = args;
    this.#stdin.value = stdin;
    this.#ubsan.checked = ubsan;
  }
}

function select(values: readonly string[]): HTMLSelectElement {
  const options = values.map((value) => element("option", { value, textContent: value }));
  return element("select", { className: "cw-input" }, ...options);
}

function field(placeholder: string): HTMLInputElement {
  return element("input", { className: "cw-input", type: "text", placeholder, spellcheck: false, autocapitalize: "off" });
}
