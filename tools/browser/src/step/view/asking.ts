/** Two or three questions about the run that is shown; the recording has the answers. It comes when somebody asks for it. */
import { button, element, freshId } from "../../run/dom";
import { pieces } from "../../words/text";
import type { RunQuestion } from "../questions/question";
import type { Steps } from "../steps";

export class Asking {
  readonly root = element("section", { className: "cw-step__asked", ariaLabel: "Questions about this run" });
  readonly #said = element("p", { className: "cw-step__verdict", role: "status" });
  #round = 0;
  #all: readonly RunQuestion[] = [];
  #right = 0;

  constructor(
    readonly questions: Steps["questions"],
    readonly goTo: (moment: number) => void,
    readonly closed: () => void,
  ) {}

  /** Asks the next two or three. */
  async begin(): Promise<void> {
    this.#right = 0;
    this.#show(element("p", { textContent: "Looking for something to ask …" }));
    this.#all = await this.questions(this.#round++).catch(() => []);
    if (this.#all.length > 0) return this.#ask(0);
    const none = element("p", { textContent: "Too little changes in this run to ask about. Give the program a variable, and change it." });
    this.#show(none, this.#row(this.#close()));
    this.root.querySelector("button")?.focus();
  }

  #ask(number: number): void {
    const question = this.#all[number];
    if (!question) return;
    this.goTo(question.at);
    const name = freshId("cw-step-answer");
    const choices = question.choices.map((text, at) => {
      const input = element("input", { type: "radio", name, value: String(at) });
      return element("label", { className: "cw-step__choice" }, input, " ", element("code", { textContent: text }));
    });
    const ask = element("legend", {}, element("b", { textContent: `Question ${number + 1} of ${this.#all.length}. ` }), ...pieces(question.ask));
    const go = element("button", { type: "submit", className: "cw-button cw-button--main", textContent: "Check" });
    const back = button(`Show step ${question.at.toLocaleString("en")}`, "cw-button", () => this.goTo(question.at));
    const form = element("form", {}, element("fieldset", {}, ask, ...choices), this.#said, this.#row(go, back, this.#close()));
    this.#said.replaceChildren();
    let isJudged = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (isJudged) return this.#next(number);
      const chosen = form.querySelector<HTMLInputElement>("input:checked");
      if (!chosen) {
        this.#said.textContent = "Choose an answer first.";
        return;
      }
      isJudged = true;
      this.#judge(question, Number(chosen.value), choices);
      go.textContent = number + 1 < this.#all.length ? "Next question" : "Done";
    });
    this.#show(form);
    form.querySelector("input")?.focus();
  }

  /** Says whether an answer is right, and goes to the step that shows it. */
  #judge({ right, choices, shows, why }: RunQuestion, chosen: number, labels: readonly HTMLElement[]): void {
    const isRight = chosen === right;
    if (isRight) this.#right++;
    for (const one of labels) one.querySelector("input")?.setAttribute("disabled", "");
    labels[right]?.classList.add("is-right");
    labels[right]?.append(element("b", { textContent: " ✓ right" }));
    if (!isRight) labels[chosen]?.append(element("b", { textContent: " ✗ yours" }));
    const verdict = isRight ? ["Yes. "] : ["No, it is ", element("code", { textContent: choices[right] ?? "" }), ". "];
    this.#said.replaceChildren(...verdict, `Step ${shows.toLocaleString("en")} shows it. `, ...pieces(why));
    this.goTo(shows);
  }

  #next(number: number): void {
    if (number + 1 < this.#all.length) return this.#ask(number + 1);
    const more = button("More questions", "cw-button cw-button--main", () => void this.begin());
    this.#said.textContent = `${this.#right} of ${this.#all.length} right.`;
    this.#show(this.#said, this.#row(more, this.#close()));
    more.focus();
  }

  #row(...buttons: readonly HTMLElement[]): HTMLElement {
    return element("p", { className: "cw-step__asks" }, ...buttons);
  }

  #close(): HTMLElement {
    return button("Close the questions", "cw-button", this.closed);
  }

  #show(...content: readonly HTMLElement[]): void {
    this.root.replaceChildren(...content);
  }
}
