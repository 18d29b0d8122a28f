/**
 * A question as a reader meets it: they commit to an answer, are told, and may try again.
 *
 * The page has all of its words already. What is right is told after the second wrong choice, or when
 * somebody asks for it; what else could have been chosen answers afterwards.
 */
import { button, element, part } from "../elements";
import { answerOf, current, keep, seedOf, toldOf, tried, type Answer, type Try } from "./answers";
import { KINDS } from "./kinds";
import { dataOf, type Data, type Handle, type Judged, type Kind } from "./question";
import { share } from "./sharing";
import { keepUnchecked, uncheckedOf } from "./unchecked";
import { kept } from "../kept/store";

const begun = new WeakSet<HTMLElement>();

/** Makes a section live, once. */
export async function mount(root: HTMLElement): Promise<void> {
  if (begun.has(root)) return;
  begun.add(root);
  const data = dataOf(root);
  const kind = KINDS[data.kind];
  if (!kind) return;
  const [seed, answer, unchecked] = await Promise.all([seedOf(), answerOf(data), uncheckedOf(data)]);
  const question = new Question(root, data, kind, seed);
  root.classList.add("is-live"); // all at once: what takes the fold's place is there
  question.restore(answer, unchecked);
}

/** What belongs to a question, and may be changed by another tab, an import or a reset. */
const HEARD: readonly string[] = ["answers", "unchecked"];

class Question {
  private readonly form = element("form", "cw-question__form");
  private readonly status = element("p", "cw-question__status");
  private readonly told = element("div", "cw-question__told");
  private readonly check: HTMLButtonElement;
  private readonly show: HTMLButtonElement;
  private readonly again: HTMLButtonElement;
  private readonly fold: HTMLElement;
  private readonly parts: Map<number, HTMLElement>;
  private readonly ends: HTMLElement[];
  private readonly handle: Handle;
  private answer: Answer | undefined;
  private busy = false;
  /** How many changes the device has not taken yet; what others change counts afterwards. */
  private holding = 0;
  /** How many there were: what was read before the last one is old. */
  private changes = 0;

  constructor(
    private readonly root: HTMLElement,
    private readonly data: Data,
    private readonly kind: Kind,
    seed: number,
  ) {
    const room = part(root, ".cw-question__room");
    this.fold = part(root, ".cw-question__answers");
    const all = [...this.fold.querySelectorAll<HTMLElement>(":scope > .cw-question__part")];
    this.parts = new Map(all.filter((one) => one.dataset["part"]).map((one) => [Number(one.dataset["part"]), one]));
    this.ends = all.filter((one) => !one.dataset["part"]);
    this.check = button("Check", () => undefined);
    this.check.type = "submit";
    this.check.classList.add("cw-button--main");
    this.show = button("Show the answer", () => void this.disclose());
    this.again = button("Ask me again", () => void this.askAgain());
    this.status.setAttribute("role", "status");
    this.status.tabIndex = -1;
    const bar = element("div", "cw-question__bar");
    const sharing = share(root, data.id);
    bar.append(this.check, this.show, this.again, this.status, sharing.opener);
    room.replaceWith(this.form);
    this.form.noValidate = true;
    this.form.append(room, bar, sharing.panel);
    this.fold.before(this.told);
    this.handle = kind.open(root, room, data, () => this.changed(), seed);
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.commit();
    });
    const ended = kept().heard((area, key) => {
      if (!root.isConnected) ended();
      else if (HEARD.includes(area) && (key === undefined || key === data.id)) void this.hear();
    });
    this.phase("open");
  }

  /** Shows what is kept of an earlier visit; nothing of it is told anew. */
  restore(answer: Answer | undefined, unchecked: string | undefined): void {
    this.answer = answer;
    const last = current(answer).at(-1);
    if (last) this.handle.put(last.given);
    if (last?.right || answer?.shown) this.settle(last?.right ?? false);
    else if (last) this.after(last.given, this.kept(last), false);
    if (last && !last.right && !this.isSettled) this.handle.recall?.(last.told?.outcomes ?? []);
    if (unchecked === undefined || this.isSettled || unchecked === this.checked) return;
    this.handle.put(unchecked);
    this.handle.mark("", undefined);
  }

  private get isSettled(): boolean {
    return this.root.dataset["phase"] === "settled";
  }

  /** What was checked last, as it is kept. */
  private get checked(): string {
    return current(this.answer).at(-1)?.given ?? "";
  }

  /** How a try was judged, as far as it was kept. */
  private kept(one: Try): Judged {
    const part = this.data.parts.findIndex(({ name }) => name === one.part);
    return { right: false, ...one.told, ...(part < 0 ? {} : { part }) };
  }

  private phase(now: "open" | "wrong" | "settled"): void {
    this.root.dataset["phase"] = now;
    this.check.hidden = now === "settled";
    this.show.hidden = now !== "wrong";
    this.again.hidden = now !== "settled";
    this.handle.lock(now === "settled");
  }

  private changed(): void {
    if (this.isSettled) return;
    this.handle.mark("", undefined);
    this.say(kept().trouble ?? "");
    void this.hold();
  }

  /** Says something, once: what is said already is not read out again. */
  private say(text: string): void {
    if (this.status.textContent !== text) this.status.textContent = text;
  }

  /** Has the device keep what is not checked yet, at once: the page may be left at any time. */
  private async hold(): Promise<void> {
    const given = this.handle.given();
    this.holding++;
    this.changes++;
    const isKept = await keepUnchecked(this.data, this.isSettled || given === this.checked ? undefined : given);
    this.holding--;
    if (!isKept && kept().trouble && !this.busy && !this.isSettled) this.say(kept().trouble ?? "");
    await this.hear();
  }

  private async commit(): Promise<void> {
    if (this.busy || this.isSettled) return;
    const given = this.handle.given();
    if (given === "") {
      this.say(this.kind.nothing);
      this.handle.focus();
      return;
    }
    this.busy = true;
    this.check.setAttribute("aria-disabled", "true");
    try {
      const waiting = this.handle.judge(given);
      if (waiting instanceof Promise) {
        this.handle.lock(true); // what is told afterwards is about what stands there
        this.say("Checking …");
      }
      await this.judged(given, await waiting);
    } catch (error) {
      this.handle.lock(false);
      this.say(`This could not be checked: ${error instanceof Error ? error.message : String(error)}.`);
    } finally {
      this.busy = false;
      this.check.removeAttribute("aria-disabled");
    }
  }

  private async judged(given: string, judged: Judged): Promise<void> {
    const { name, belief } = this.data.parts[judged.part ?? -1] ?? {};
    const told = judged.right ? undefined : toldOf(judged);
    const one = { given, right: judged.right, ...(name ? { part: name } : {}), ...(belief ? { belief } : {}), ...(told ? { told } : {}), when: Date.now() };
    this.answer = tried(this.answer, one);
    const wrong = current(this.answer).filter(({ right }) => !right).length;
    if (judged.right) {
      this.settle(true);
      this.say("Right.");
    } else if (wrong >= this.kind.tries) {
      this.answer = { ...this.answer, shown: true };
      this.settle(false, judged);
      this.say("Not so. The answer is below.");
    } else {
      this.after(given, judged, true);
    }
    await this.save();
  }

  /** Shows why something is wrong, and lets the reader go on. */
  private after(given: string, judged: Judged, tell: boolean): void {
    this.phase("wrong");
    this.handle.mark(given, false);
    this.tell(judged);
    const why = judged.part === undefined && !judged.says ? "" : " Read why, and try again.";
    if (tell) this.say(`Not so.${why || " Try again."}`);
  }

  /** Puts the words of a part below the question; those of others go back into the fold. */
  private tell(judged: Judged): void {
    this.fold.append(...this.parts.values(), ...this.ends);
    const found = judged.part === undefined ? undefined : this.parts.get(judged.part);
    this.told.replaceChildren(...said(judged), ...(found ? [found] : []));
  }

  /** Shows what is right, and lets the others answer. */
  private settle(right: boolean, last?: Judged): void {
    const given = current(this.answer);
    const here = this.form.contains(document.activeElement);
    this.phase("settled");
    if (here) this.status.focus({ preventScroll: true }); // what had the focus is gone, or disabled
    this.handle.mark("", undefined);
    for (const one of given) if (!one.right) this.handle.mark(one.given, false);
    this.handle.put(right ? (given.at(-1)?.given ?? "") : this.handle.right());
    this.handle.mark(this.handle.right(), true);
    const rights: HTMLElement[] = [];
    const others: HTMLElement[] = [];
    for (const [place, one] of this.parts) (this.data.parts[place]?.right ? rights : others).push(one);
    const wrong = last?.part === undefined ? undefined : this.parts.get(last.part);
    const more = others.filter((one) => one !== wrong);
    this.told.replaceChildren(
      ...(wrong ? [wrong] : said(last)),
      ...rights,
      ...more.map(whyNot),
      ...this.ends,
    );
    this.handle.settled?.(right, this.told);
  }

  private async disclose(): Promise<void> {
    this.answer = { tries: [], first: false, right: false, ...this.answer, shown: true };
    this.settle(false);
    this.say("This is the answer.");
    await this.save();
  }

  private async askAgain(): Promise<void> {
    const { shown: _, ...rest } = this.answer ?? { tries: [], first: false, right: false };
    this.answer = { ...rest, since: rest.tries.length };
    this.clear();
    this.handle.focus();
    await this.save();
  }

  /** As if nobody had answered. */
  private clear(): void {
    this.fold.append(...this.parts.values(), ...this.ends);
    this.told.replaceChildren();
    this.handle.mark("", undefined);
    this.handle.put("");
    this.phase("open");
    this.say("");
  }

  /** Another tab, an import or a reset changed what is kept. */
  private async hear(): Promise<void> {
    if (this.holding > 0) return;
    const { changes } = this;
    const [answer, unchecked] = await Promise.all([answerOf(this.data), uncheckedOf(this.data)]);
    if (this.busy || this.changes > changes) return; // what this tab does is news for the others
    const isSame = JSON.stringify(answer) === JSON.stringify(this.answer);
    if (isSame && (this.isSettled || (unchecked ?? this.checked) === this.handle.given())) return;
    this.clear();
    this.restore(answer, unchecked);
  }

  /** Keeps the answer, and with it nothing that is not checked. */
  private async save(): Promise<void> {
    if (!this.answer) return;
    const [isKept] = await Promise.all([keep(this.data.id, this.answer), this.hold()]);
    const trouble = isKept ? undefined : kept().trouble;
    if (trouble) this.say(`${this.status.textContent ?? ""} ${trouble}`);
  }
}

/** What no part of the page says of a try. */
function said(judged: Judged | undefined): HTMLElement[] {
  const words = (judged?.says ?? "").split("\n").filter(Boolean);
  const made: HTMLElement[] = words.map((text) => element("p", "cw-question__says", text));
  if (judged?.shows) {
    const frame = element("pre", "cw-question__shows");
    frame.tabIndex = 0; // it may be wider than the page
    frame.append(element("code", "", judged.shows));
    made.push(frame);
  }
  return made;
}

/** What a choice that was not taken answers, folded. */
function whyNot(part: HTMLElement): HTMLElement {
  const fold = element("details", "cw-question__why");
  const head = element("summary");
  const given = part.querySelector(".cw-question__given .cw-question__label");
  if (given) head.append(given.cloneNode(true), ": ");
  head.append(given ? "why not?" : "Why not?");
  fold.append(head, part);
  return fold;
}
