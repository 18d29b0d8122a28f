/** The type of an expression in the edited text, as the compiler sees it. */
import { compiler, isCpp } from "../../clang/client";
import { button, element } from "../dom";
import { checkOptions } from "../command";
import type { Edit } from "../program";
import type { Source, View } from "./view";

const INTRO = "Select an expression in the program, or put the caret on a name that is used in one.";
const NO_EXPRESSION =
  "clang cannot read this as an expression at that place. Select one that is used, such as the right side of an assignment or an argument.";

const IS_TYPE = "This is a type itself.";

type Question = readonly [label: string, question: string];
const C_QUESTIONS: readonly [Question, Question] = [
  ["type", "__typeof__(SELECTED)"],
  ["where a value is needed", "(SELECTED)"],
];
const CPP_QUESTIONS: readonly [Question, Question] = [
  ["type", "__typeof__(SELECTED)"],
  ["as decltype((…))", "decltype((SELECTED))"],
];

/** A part of the text, as it was when it was asked about. */
interface Place {
  readonly edit: Edit;
  readonly file: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export class TypeView implements View {
  readonly name = "Types";
  readonly root = element("div", { className: "cw-types" });
  readonly #source: Source;
  readonly #answer = element("dl", { className: "cw-types__answer" });
  readonly #said = element("p", { textContent: INTRO });
  #version = 0;

  constructor(source: Source) {
    this.#source = source;
    this.#answer.setAttribute("aria-live", "polite");
    this.#said.setAttribute("role", "status");
    const ask = button("What is its type?", "cw-button", () => void this.show().catch((error: unknown) => this.fail(String(error))));
    this.root.append(ask, this.#said, this.#answer);
  }

  async show(): Promise<void> {
    const place = this.#place();
    const version = ++this.#version;
    if (place.text.trim() === "") {
      this.#tell(INTRO, []);
      return;
    }
    const found: [string, string][] = [["expression", place.text.trim()]];
    const [first, second] = isCpp(place.edit.std) ? CPP_QUESTIONS : C_QUESTIONS;
    for (const [label, question] of isBraced(place.text) ? [] : [first, second]) {
      const type = await this.#typeOf(place, question);
      // Somebody has asked about another place by now.
      if (version !== this.#version) return;
      if (type !== undefined) found.push([label, type]);
    }
    // What has a type and no value is one.
    if (found.length === 2 && found[1]?.[0] === first[0]) this.#tell(IS_TYPE, [["type", found[1][1]]]);
    else this.#tell(found.length > 1 ? "" : NO_EXPRESSION, found);
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

  /** What is selected, or the name at the caret with the way to it: of `s.bit`, all. */
  #place(): Place {
    const edit = this.#source.edit();
    const file = this.#source.file();
    const { from, to, text } = this.#source.editor.selection;
    const before = (edit.files[file] ?? "").slice(0, from);
    const way = /^[\p{L}_]/u.test(text) ? wayBefore(before) : "";
    return { edit, file, from: from - way.length, to, text: way + text };
  }

  /**
   * A type that no choice fits, in place of the expression: clang names it in its message.
   * `question` is what stands before the choices, with SELECTED for the expression.
   */
  async #typeOf({ edit, file, from, to, text }: Place, question: string): Promise<string | undefined> {
    const whole = edit.files[file] ?? "";
    const choice = `_Generic(${question.replace("SELECTED", () => text)}, struct cw_no_such_type *: 0)`;
    const files = { ...edit.files, [file]: whole.slice(0, from) + choice + whole.slice(to) };
    const said = await compiler().look(files, this.#source.units, {
      std: edit.std,
      options: [...checkOptions(edit), "-Wno-everything", "-ferror-limit=0"],
    });
    return said.diagnostics.map(({ message }) => typeIn(message)).find((type) => type !== undefined);
  }
}

/** The type that clang's message names; of one that only repeats the question, what it is. */
export function typeIn(message: string): string | undefined {
  const type = /controlling expression type '(.*?)'(?: \(aka '(.*)'\))? not compatible/.exec(message);
  if (!type) return undefined;
  const [, named, plain] = type;
  if (!plain) return named;
  return /^(?:__)?(?:typeof|decltype)\b/.test(named ?? "") ? plain : `${named}, which is ${plain}`;
}

/** The objects that lead to the member which stands behind `before`: "p->in." or "". */
export function wayBefore(before: string): string {
  return /(?:[\p{L}_][\p{L}\p{M}\p{N}_]*(?:\[[^[\]]*\])*\s*(?:\.|->)\s*)+$/u.exec(before)?.[0] ?? "";
}

/** Whether a text is an initializer, which would become a statement in parentheses. */
function isBraced(text: string): boolean {
  return text.trimStart().startsWith("{");
}
