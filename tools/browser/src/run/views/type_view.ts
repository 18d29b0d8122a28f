/** The type of an expression in the edited text, as the compiler sees it. */
import { compiler, isCpp } from "../../clang/client";
import { button, element } from "../dom";
import { checkOptions } from "../command";
import type { Part } from "../editor";
import type { Edit } from "../program";
import type { Source, View } from "./view";

const INTRO = "Put the caret on a name or an operator that is used in the program, point at one, or select an expression.";
const NO_EXPRESSION =
  "clang cannot read this as an expression at that place. Choose one that is used, such as the right side of an assignment or an argument.";

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
interface Place extends Part {
  readonly edit: Edit;
  readonly file: string;
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

  /** Tells the type of what is selected, else of the smallest expression at the caret that clang can read there. */
  async show(): Promise<void> {
    const version = ++this.#version;
    const parts = this.#source.expressions().filter(({ text }) => text.trim() !== "");
    if (parts.length === 0) {
      this.#tell(INTRO, []);
      return;
    }
    for (const part of parts) {
      const types = await this.#typesOf(part);
      // Somebody has asked about another place by now.
      if (version !== this.#version) return;
      if (types.length === 0) continue;
      const [first, ...others] = types;
      // What has a type and no value is one.
      if (first?.[0] === "type" && others.length === 0) this.#tell(IS_TYPE, [first]);
      else this.#tell("", [["expression", part.text.trim()], ...types]);
      return;
    }
    this.#tell(NO_EXPRESSION, [["expression", parts[0]?.text.trim() ?? ""]]);
  }

  /** The type of an expression that is pointed at, in a line; undefined for what has none. */
  async pointed(part: Part): Promise<string | undefined> {
    const types = await this.#typesOf(part);
    return types.length > 1 ? `${part.text.trim()}: ${types[0]?.[1]}` : undefined;
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

  /** What clang says of a part, each answer with its question; nothing for what it cannot read. */
  async #typesOf(part: Part): Promise<[string, string][]> {
    if (isBraced(part.text)) return [];
    const place = { ...part, edit: this.#source.edit(), file: this.#source.file() };
    const found: [string, string][] = [];
    for (const [label, question] of isCpp(place.edit.std) ? CPP_QUESTIONS : C_QUESTIONS) {
      const type = await this.#typeOf(place, question);
      if (type !== undefined) found.push([label, type]);
    }
    return found;
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

/** Whether a text is an initializer, which would become a statement in parentheses. */
function isBraced(text: string): boolean {
  return text.trimStart().startsWith("{");
}
