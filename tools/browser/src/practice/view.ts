/** One drill as a reader meets it: they commit to an answer, are told, and go on. */
import { button, element } from "../elements";
import type { Drill, Verdict } from "../python/messages";
import { beliefLink, block, paragraph, words } from "./words";

/** An answer that was committed. */
export interface Given {
  readonly given: string;
  readonly right: boolean;
  readonly belief: string | null;
}

interface Handle {
  /** What was chosen or typed; empty while there is nothing to judge. */
  given(): string;
  put(given: string): void;
  judge(given: string): Verdict | Promise<Verdict>;
  settle(given: string): void;
  focus(): void;
}

const HOME = new URL("../../", import.meta.url);

/** Judges what was typed for a drill, wherever Python runs. */
export type Judge = (drill: Drill, text: string) => Promise<Verdict>;

export class DrillView {
  readonly root = element("section", "cw-question cwp-question is-live");
  private readonly form = element("form", "cw-question__form");
  private readonly status = element("p", "cw-question__status");
  private readonly told = element("div", "cw-question__told");
  private readonly check = button("Check", () => undefined);
  private readonly show = button("Show the answer", () => this.disclose());
  private readonly following = button("Next", () => this.next());
  private readonly handle: Handle;
  private busy = false;
  private settled = false;

  /** `answered` is told once, `next` when the reader goes on, `changed` when the reader types or chooses. */
  constructor(
    private readonly drill: Drill,
    title: string,
    private readonly judge: Judge,
    private readonly answered: (given: Given) => void,
    private readonly next: () => void,
    /** Told of each change before an answer is committed, with what is chosen or typed then. */
    private readonly changed: (given: string) => void = () => undefined,
  ) {
    const asked = paragraph(drill.ask, "cwp-ask");
    asked.id = `cwp-${drill.id}`;
    this.root.setAttribute("aria-label", title);
    this.check.type = "submit";
    this.check.classList.add("cw-button--main");
    this.following.classList.add("cw-button--main");
    this.following.hidden = true;
    this.status.setAttribute("role", "status");
    const bar = element("div", "cw-question__bar");
    bar.append(this.check, this.show, this.following, this.status);
    const room = element("div", "cw-question__room");
    this.handle = drill.form === "choose" ? this.choices(room, asked.id) : this.field(room, asked.id);
    this.form.noValidate = true;
    this.form.append(room, bar);
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.commit();
    });
    this.root.append(element("p", "cw-question__name", title), asked);
    if (drill.code !== "") this.root.append(block(drill.code));
    this.root.append(this.form, this.told);
  }

  focus(): void {
    if (this.settled) this.following.focus({ preventScroll: true });
    else this.handle.focus();
  }

  /** Puts back what was chosen or typed earlier and not committed. */
  put(given: string): void {
    if (!this.settled && given !== this.handle.given()) this.handle.put(given);
  }

  /** Shows an answer of an earlier visit, of which nobody is told again. */
  restore({ given, right, belief }: Given): void {
    this.handle.put(given);
    const why = this.drill.form === "choose" ? (this.drill.choices[Number(given)]?.why ?? "") : "";
    this.settle(given, { verdict: right ? "right" : "wrong", why, belief }, false);
  }

  private edited(): void {
    this.status.textContent = "";
    this.changed(this.handle.given());
  }

  /** What is typed or chosen and not checked; undefined once it is settled. */
  get unchecked(): string | undefined {
    return this.settled ? undefined : this.handle.given();
  }

  private async commit(): Promise<void> {
    if (this.busy || this.settled) return;
    const given = this.handle.given();
    if (given === "") {
      this.status.textContent = this.drill.form === "choose" ? "Choose one first." : "Type your answer first.";
      this.handle.focus();
      return;
    }
    this.busy = true;
    try {
      const verdict = await this.handle.judge(given);
      if (verdict.verdict === "unreadable") this.status.textContent = `This is not C yet: ${plain(verdict.why)}`;
      else this.settle(given, verdict);
    } catch (error) {
      this.status.textContent = `This could not be checked: ${error instanceof Error ? error.message : String(error)}`;
    } finally {
      this.busy = false;
    }
  }

  private disclose(): void {
    if (!this.settled) this.settle("", { verdict: "wrong", why: "", belief: null });
  }

  private settle(given: string, { verdict, why, belief }: Verdict, isNew = true): void {
    const { drill } = this;
    const right = verdict === "right";
    this.settled = true;
    this.handle.settle(given);
    this.check.hidden = true;
    this.show.hidden = true;
    this.following.hidden = false;
    if (isNew) this.following.focus({ preventScroll: true });
    this.status.textContent = right ? "Right." : given === "" ? "This is the answer." : "Not so.";
    if (!right && why !== "" && why !== drill.why) this.told.append(paragraph(why));
    if (!right && belief !== null) this.told.append(beliefLink(belief, HOME));
    if (!right && drill.form !== "choose") {
      this.told.append(element("p", "", "The answer:"), block(plain(drill.choices[drill.right]?.text ?? "")));
    }
    this.told.append(paragraph(drill.why));
    if (isNew) this.answered({ given, right, belief: right ? null : belief });
  }

  private choices(room: HTMLElement, asked: string): Handle {
    const { drill } = this;
    const list = element("ul", "cw-question__choices");
    list.setAttribute("role", "radiogroup");
    list.setAttribute("aria-labelledby", asked);
    const items = drill.choices.map(({ text }, place) => {
      const item = element("li");
      item.setAttribute("role", "none");
      const input = element("input", "cw-question__input");
      input.type = "radio";
      input.name = asked;
      input.value = String(place);
      input.addEventListener("change", () => this.edited());
      const label = element("label", "cw-question__choice");
      label.append(input, ...words(text));
      item.append(label);
      list.append(item);
      return { item, input };
    });
    room.append(list);
    return {
      given: () => items.find(({ input }) => input.checked)?.input.value ?? "",
      put: (given) => {
        for (const { input } of items) input.checked = input.value === given;
      },
      judge: (given) => {
        const taken = drill.choices[Number(given)];
        const right = Number(given) === drill.right;
        return { verdict: right ? "right" : "wrong", why: taken?.why ?? "", belief: taken?.belief ?? null };
      },
      settle: (given) => {
        for (const [place, { item, input }] of items.entries()) {
          input.disabled = true;
          if (place === drill.right) item.classList.add("is-right");
          else if (String(place) === given) item.classList.add("is-wrong");
        }
      },
      focus: () => items[0]?.input.focus(),
    };
  }

  private field(room: HTMLElement, asked: string): Handle {
    const { drill } = this;
    const place = element("div", "cw-question__field");
    place.dataset["lines"] = "1";
    const input = element("input", "cw-question__typed");
    input.id = `${asked}-typed`;
    input.autocapitalize = "off";
    input.spellcheck = false;
    input.autocomplete = "off";
    input.setAttribute("aria-describedby", asked);
    input.addEventListener("input", () => this.edited());
    const label = element("label", "cw-question__typedlabel", drill.form === "c" ? "Your declaration" : "What it prints");
    label.htmlFor = input.id;
    place.append(label, input);
    room.append(place);
    return {
      given: () => input.value.trim(),
      put: (given) => (input.value = given),
      judge: (given) => this.judge(drill, given),
      settle: () => (input.readOnly = true),
      focus: () => input.focus(),
    };
  }
}

/** A text without its backquotes. */
const plain = (text: string): string => text.replaceAll("`", "");
