/** What came of an input: the C that English became, findings, readings with their pictures. */
import { button, element } from "../elements";
import type { Explained } from "../python/messages";
import { readings, STEPPED } from "../reading";
import { listBody } from "./bodies";
import { findingList, type Mending } from "./findings";
import { leadOn } from "./leads";
import { listMembers } from "./members";
import { Names } from "./names";
import type { Stand } from "./places";
import { readingElements } from "./safe";
import type { State } from "./state";

/** What a reader does with a result. */
export interface Doing extends Mending {
  /** Another stop is lit. */
  readonly stepped: (stand: Stand | null) => void;
  /** Of many declarations somebody chose one. */
  readonly pick: (index: number) => void;
}

const WAITING = "Your text is read as soon as Python is there.";

export class Result {
  private readonly complaints = element("div", "cwx-complaints");
  private readonly findings = element("div", "cwx-wrongs");
  private readonly c = element("pre", "cwx-c");
  private readonly old = element("p", "cwx-old");
  private readonly names: Names;
  private readonly shown = element("div", "cwx-shown");
  private readonly leads = element("p", "cwx-leads");
  private answer: Explained | null = null;
  /** The number of the first reading that is shown. */
  private first = 0;

  /** `root` is where it is shown. */
  constructor(
    readonly root: HTMLElement,
    private readonly doing: Doing,
  ) {
    this.names = new Names(doing.pick);
    root.replaceChildren(this.complaints, this.findings, this.c, this.names.root, this.old, this.shown, this.leads);
    this.c.hidden = this.old.hidden = true;
    this.busy = false;
    this.shown.addEventListener(STEPPED, (event) => {
      const article = event.target as HTMLElement;
      const stop = (event as CustomEvent<number>).detail;
      const index = this.articles.indexOf(article);
      if (index < 0) return; // a member's own path
      doing.stepped(stop > 0 && !this.isOld ? { reading: this.first + index, stop } : null);
    });
  }

  /** Whether what is shown is of another text than the one that is there. */
  set busy(is: boolean) {
    this.root.setAttribute("aria-busy", String(is));
  }

  private get articles(): HTMLElement[] {
    return [...this.shown.querySelectorAll<HTMLElement>(".cw-explain > .cw-reading")];
  }

  private get isOld(): boolean {
    return !this.old.hidden;
  }

  /** Shows a reading that the page brought along. */
  adopt(section: Element): void {
    this.clear();
    this.shown.replaceChildren(section);
    readings(this.shown);
  }

  /** Says what of a link could not be taken as it is. */
  complain(complaints: readonly string[]): void {
    this.complaints.replaceChildren(...complaints.map((each) => element("p", "cwx-complaint", each)));
  }

  /** Says something, and offers to do something about it. */
  offer(words: string, press: string, done: () => void): void {
    const said = element("p", "cwx-complaint", `${words} `);
    said.append(button(press, done));
    this.complaints.replaceChildren(said);
  }

  /** Shows an answer; where nothing could be read, what was read before stays, greyed. */
  show(answer: Explained, state: State): void {
    this.findings.replaceChildren();
    if (answer.diagnostics.length > 0) {
      // What is wrong with C that English became has its place in that C.
      const text = state.way === "write" ? (answer.c ?? state.text) : state.text;
      this.findings.append(findingList(text, answer, this.doing));
    }
    leadOn(this.leads, state.text, answer);
    this.c.hidden = !answer.c;
    this.c.textContent = answer.c ?? "";
    this.age(answer.html === null ? "The last text that could be read:" : "");
    if (answer.html === null) return;
    this.answer = answer;
    this.names.show(answer, state.style);
    this.draw(answer.html, answer.picked ?? 0, state);
  }

  /** Shows one reading of many. */
  showPicked(html: string, index: number, state: State): void {
    this.names.mark(index);
    this.draw(html, index, state);
  }

  private draw(html: string, first: number, state: State): void {
    this.first = first;
    this.shown.replaceChildren(readingElements(html));
    this.articles.forEach((article, index) => {
      const reading = this.answer?.readings[first + index];
      if (!reading) return;
      if (state.style === "cdecl") inCdecl(article, reading.cdecl);
      else listMembers(article, reading);
      listBody(article, reading, state.style, this.doing.visit);
    });
    readings(this.shown);
  }

  /** Shows what a link says of its text, until Python does. */
  say(words: string): void {
    const said = element("p", "cw-prose", words);
    this.clear();
    this.shown.replaceChildren(said);
  }

  /** Says that Python is to come; of the text that is there now nothing is known yet. */
  wait(): void {
    this.clear();
    this.old.textContent = WAITING;
    this.old.hidden = false;
  }

  /** Greys the readings under some words about them; without words they are of the text that is there. */
  private age(words: string): void {
    this.old.hidden = words === "" || this.shown.childElementCount === 0;
    this.old.textContent = words;
    this.shown.classList.toggle("is-old", !this.old.hidden);
    this.shown.inert = !this.old.hidden;
    if (!this.old.hidden) this.names.root.hidden = true;
  }

  /** Lights what belongs to the stop that the caret stands in, and nothing else. */
  light(stand: Stand | null): void {
    this.articles.forEach((article, index) => {
      for (const part of article.querySelectorAll("[data-stop]")) {
        const here = stand?.reading === this.first + index && part.getAttribute("data-stop") === String(stand.stop);
        part.classList.toggle("is-here", here);
      }
    });
  }

  /** Forgets what was read before. */
  clear(): void {
    this.shown.replaceChildren();
    this.findings.replaceChildren();
    this.leads.replaceChildren();
    this.names.root.hidden = true;
    this.c.hidden = true;
    this.age("");
  }
}

/** Puts the English of the cdecl programs in the place of ours, which the steps still say. */
function inCdecl(article: HTMLElement, cdecl: string): void {
  const prose = article.querySelector<HTMLElement>(".cw-prose");
  if (!prose) return;
  prose.before(element("p", "cwx-cdecl", cdecl));
  prose.hidden = true;
}
