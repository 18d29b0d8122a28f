/** The fields beside the editor: standard, level, options, UBSan, arguments, standard input. */
import { element, labelled } from "./dom";
import { LEVELS, standards, type Edit } from "./program";

type Settings = Omit<Edit, "files">;

export class Controls {
  readonly root = element("div", { className: "cw-run__settings" });
  readonly #std: HTMLSelectElement;
  readonly #level = select(LEVELS);
  readonly #options = field("-Wall");
  readonly #ubsan = element("input", { type: "checkbox" });
  readonly #args = field("");
  readonly #stdin = element("textarea", { className: "cw-input", rows: 2, spellcheck: false });

  /** `runs` says whether there is a program to give arguments and input to. */
  constructor(settings: Settings, runs: boolean, changed: () => void) {
    this.#std = select(standards(settings.std));
    const input = element(
      "details",
      { className: "cw-how cw-run__input", hidden: !runs },
      element("summary", { textContent: "Arguments and standard input" }),
      labelled("Arguments", this.#args),
      labelled("Standard input", this.#stdin),
    );
    this.root.append(
      labelled("Standard", this.#std),
      labelled("Optimisation", this.#level),
      labelled("Options", this.#options, "cw-field cw-field--wide"),
      ...(runs ? [element("label", { className: "cw-check" }, this.#ubsan, " Stop at undefined behaviour (UBSan)")] : []),
      input,
    );
    this.set(settings);
    input.open = runs && (settings.args !== "" || settings.stdin !== "");
    this.root.addEventListener("input", changed);
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
