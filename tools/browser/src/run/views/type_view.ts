/** The type of an expression in the edited text, as the compiler sees it. */
import { compiler, isCpp } from "../../clang/client";
import { button, element } from "../dom";
import { checkOptions } from "../command";
import type { Source, View } from "./view";

const INTRO = "Select an expression in the program, or put the caret on a name that is used in one.";
const NO_EXPRESSION =
  "clang cannot read this as an expression at that place. Select one that is used, such as the right side of an assignment or an argument.";

export class TypeView implements View {
  readonly name = "Types";
  readonly root = element("div", { className: "cw-types" });
  readonly #source: Source;
  readonly #answer = element("dl", { className: "cw-types__answer" });
  readonly #said = element("p", { textContent: INTRO });

  constructor(source: Source) {
    this.#source = source;
    this.#answer.setAttribute("aria-live", "polite");
    this.#said.setAttribute("role", "status");
    const ask = button("What is its type?", "cw-button", () => void this.show().catch((error: unknown) => this.fail(String(error))));
    this.root.append(ask, this.#said, this.#answer);
  }

  async show(): Promise<void> {
    const { text } = this.#source.editor.selection;
    if (text.trim() === "") {
      this.#tell(INTRO, []);
      return;
    }
    const cpp = isCpp(this.#source.edit().std);
    const asked: readonly (readonly [string, string])[] = cpp
      ? [["type", "__typeof__(SELECTED)"], ["as decltype((…))", "decltype((SELECTED))"]]
      : [["type", "__typeof__(SELECTED)"], ["where a value is needed", "(SELECTED)"]];
    const found: [string, string][] = [["expression", text.trim()]];
    for (const [label, question] of asked) {
      const type = await this.#typeOf(question);
      if (type !== undefined) found.push([label, type]);
    }
    this.#tell(found.length > 1 ? "" : NO_EXPRESSION, found);
  }

  fail(message: string): void {
    this.#tell(message, []);
  }

  #tell(sentence: string, answers: readonly (readonly [string, string])[]): void {
    this.#said.textContent = sentence;
    const parts = answers.flatMap(([label, type]) => [
      element("dt", { textContent: label }),
      element("dd", {}, element("code", { textContent: type })),
    ]);
    this.#answer.replaceChildren(...parts);
  }

  /**
   * A type that no choice fits, in place of the expression: clang names it in its message.
   * `question` is what stands before the choices, with SELECTED for the expression.
   */
  async #typeOf(question: string): Promise<string | undefined> {
    const edit = this.#source.edit();
    const file = this.#source.file();
    const { from, to, text } = this.#source.editor.selection;
    const whole = edit.files[file] ?? "";
    const choice = `_Generic(${question.replace("SELECTED", () => text)}, struct cw_no_such_type *: 0)`;
    const files = { ...edit.files, [file]: whole.slice(0, from) + choice + whole.slice(to) };
    const said = await compiler().look(files, this.#source.units, {
      std: edit.std,
      options: [...checkOptions(edit), "-Wno-everything", "-ferror-limit=0"],
    });
    for (const { message } of said.diagnostics) {
      const type = /controlling expression type '(.*?)'(?: \(aka '(.*)'\))? not compatible/.exec(message);
      if (type) return type[2] ? `${type[1]}, which is ${type[2]}` : type[1];
    }
    return undefined;
  }
}
