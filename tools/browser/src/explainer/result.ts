/** What came of an input: the C that English became, findings, readings with their pictures. */
import { element } from "../elements";
import type { Explained, Finding } from "../python/messages";
import { readings, STEPPED } from "../reading";
import { findingList } from "./findings";
import type { Stand } from "./places";
import { readingElements } from "./safe";
import type { State } from "./state";

export class Result {
  private readonly complaints = element("div", "cwx-complaints");
  private readonly findings = element("div", "cwx-wrongs");
  private readonly c = element("pre", "cwx-c");
  private readonly old = element("p", "cwx-old");
  private readonly shown = element("div", "cwx-shown");

  /** `root` is where it is shown; `visit` is told of a finding that somebody chose, `stepped` of the stop that is lit. */
  constructor(
    readonly root: HTMLElement,
    private readonly visit: (finding: Finding) => void,
    stepped: (stand: Stand | null) => void,
  ) {
    root.replaceChildren(this.complaints, this.findings, this.c, this.old, this.shown);
    this.c.hidden = this.old.hidden = true;
    this.shown.addEventListener(STEPPED, (event) => {
      const article = event.target as HTMLElement;
      const stop = (event as CustomEvent<number>).detail;
      const reading = this.articles.indexOf(article);
      stepped(stop > 0 && !this.isOld ? { reading, stop } : null);
    });
  }

  private get articles(): HTMLElement[] {
    return [...this.shown.querySelectorAll<HTMLElement>(".cw-reading")];
  }

  private get isOld(): boolean {
    return !this.old.hidden;
  }

  /** Shows a reading that the page brought along. */
  adopt(section: Element): void {
    this.shown.replaceChildren(section);
    readings(this.shown);
  }

  /** Says what of a link could not be taken as it is. */
  complain(complaints: readonly string[]): void {
    this.complaints.replaceChildren(...complaints.map((each) => element("p", "cwx-complaint", each)));
  }

  /** Shows an answer; where nothing could be read, what was read before stays, greyed. */
  show(answer: Explained, state: State): void {
    this.findings.replaceChildren();
    if (answer.diagnostics.length > 0) {
      // What is wrong with C that English became has its place in that C.
      const text = state.way === "write" ? (answer.c ?? state.text) : state.text;
      this.findings.append(findingList(text, answer, this.visit));
    }
    this.c.hidden = !answer.c;
    this.c.textContent = answer.c ?? "";
    this.age(answer.html === null ? "The last text that could be read:" : "");
    if (answer.html === null) return;
    this.shown.replaceChildren(readingElements(answer.html));
    if (state.style === "cdecl") this.inCdecl(answer);
    if (answer.more) {
      const words = `And ${answer.more} more, which are not shown. In a terminal, cexplain --file reads them all.`;
      this.shown.append(element("p", "cwx-old", words));
    }
    readings(this.shown);
  }

  /** Greys what was read before: of the text that is there now nothing is known yet. */
  wait(): void {
    this.findings.replaceChildren();
    this.age("Until Python answers, the text before:");
  }

  /** Greys the readings under some words about them; without words they are of the text that is there. */
  private age(words: string): void {
    this.old.hidden = words === "" || this.shown.childElementCount === 0;
    this.old.textContent = words;
    this.shown.classList.toggle("is-old", !this.old.hidden);
    this.shown.inert = !this.old.hidden;
  }

  /** Puts the English of the cdecl programs in the place of ours, which the steps still say. */
  private inCdecl(answer: Explained): void {
    this.articles.forEach((article, index) => {
      const prose = article.querySelector<HTMLElement>(".cw-prose");
      if (!prose) return;
      prose.before(element("p", "cwx-cdecl", answer.readings[index]?.cdecl));
      prose.hidden = true;
    });
  }

  /** Lights what belongs to the stop that the caret stands in, and nothing else. */
  light(stand: Stand | null): void {
    this.articles.forEach((article, index) => {
      for (const part of article.querySelectorAll("[data-stop]")) {
        const here = stand?.reading === index && part.getAttribute("data-stop") === String(stand.stop);
        part.classList.toggle("is-here", here);
      }
    });
  }

  /** Forgets what was read before. */
  clear(): void {
    this.shown.replaceChildren();
    this.findings.replaceChildren();
    this.c.hidden = this.old.hidden = true;
  }
}
