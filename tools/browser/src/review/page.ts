/** The page of review: what is due, how far one is, and the file that takes it all along. */
import { button, element, part } from "../elements";
import type { Entry } from "../kept/areas";
import { carrying } from "../kept/carry";
import { kept } from "../kept/store";
import type { Verdict } from "../python/messages";
import { askDrill, askQuestion } from "./asking";
import { cards, missedToday, PRACTICE, type Named } from "./cards";
import { catchUp, chapterOf } from "./collect";
import { byBelief, byChapter, type Book, type Chapter } from "./progress";
import { daysUntil, interleaved, isDue } from "./state";
import { beliefTable, chapterTable } from "./tables";

const HOME = new URL("../../", import.meta.url);
const NOW = "#now";

let current: { root: HTMLElement; leave: () => void } | null = null;

/** Brings the page to life, once each time it is there. */
export function mount(root: HTMLElement): void {
  if (current?.root === root) return;
  leave();
  const review = new Review(root);
  current = { root, leave: () => review.leave() };
}

export function leave(): void {
  current?.leave();
  current = null;
}

class Review {
  private readonly book: Book;
  private readonly place: HTMLElement;
  private readonly due: HTMLElement;
  private readonly said: HTMLElement;
  private readonly begin: HTMLButtonElement;
  private readonly again: HTMLButtonElement;
  private readonly unhear: () => void;
  private queue: Named[] = [];
  /** Whether what is asked is not due: its answers move no date. */
  private extra = false;
  private asking = false;

  constructor(private readonly root: HTMLElement) {
    this.book = JSON.parse(part(root, ".cwr-known").dataset["known"] ?? "{}") as Book;
    this.place = part(root, ".cwr-place");
    this.due = part(root, ".cwr-due");
    this.said = part(root, ".cwr-said");
    this.begin = part(root, ".cwr-begin");
    this.begin.addEventListener("click", () => void this.start(false));
    this.again = part(root, ".cwr-again");
    this.again.addEventListener("click", () => void this.start(true));
    carrying(part(root, ".cwr-files"), (text) => this.tell(text));
    // Each change draws the tables anew, but a question that is being answered stays.
    this.unhear = kept().heard((area) => {
      if (area === "answers") void catchUp().then(() => this.draw());
      else if (area === "cards") void this.draw();
    });
    root.classList.add("is-live");
    void this.open();
  }

  /** Shows what is due; a link that wants a question (#now) gets one at once, if there is any. */
  private async open(): Promise<void> {
    await catchUp();
    await this.draw();
    if (location.hash !== NOW) return;
    if (!this.begin.hidden) await this.start(false);
    else if (!this.again.hidden) await this.start(true);
  }

  leave(): void {
    this.unhear();
  }

  private async draw(): Promise<void> {
    const [all, answers] = await Promise.all([cards(), kept().all("answers")]);
    const now = Date.now();
    const due = all.filter(({ state }) => isDue(state, now));
    this.due.textContent = dueWords(all, due.length, now);
    this.begin.hidden = due.length === 0 || this.asking;
    this.again.hidden = due.length > 0 || this.asking || missedToday(all, answers, now).length === 0;
    const chapters = byChapter(this.book, answers, all, now);
    part(this.root, ".cwr-chapters").replaceChildren(chapterTable(chapters, HOME, (one) => void this.reset(one)));
    const beliefs = byBelief(this.book, answers);
    part(this.root, ".cwr-beliefs").replaceChildren(
      beliefs.length > 0 ? beliefTable(beliefs, HOME) : element("p", "", "No wrong answer has led to one yet."),
    );
    this.tell(kept().trouble ?? "");
  }

  private async start(extra: boolean): Promise<void> {
    const now = Date.now();
    const [all, answers] = await Promise.all([cards(), kept().all("answers")]);
    this.queue = interleaved(extra ? missedToday(all, answers, now) : all.filter(({ state }) => isDue(state, now)));
    this.extra = extra;
    this.asking = true;
    this.begin.hidden = this.again.hidden = true;
    await this.next();
  }

  private async next(): Promise<void> {
    const card = this.queue.shift();
    if (!card) {
      this.asking = false;
      this.place.replaceChildren(element("p", "", "That was all for now."));
      await this.draw();
      return;
    }
    if (card.drill) {
      askDrill(this.place, card, async (drill, text) => {
        const { python } = await import("../explainer/page");
        return (await python.ask({ ask: "judge", drill, text })) as Verdict;
      }, () => void this.next(), this.extra);
      return;
    }
    const where = this.book.chapters[card.chapter]?.questions[card.key];
    try {
      if (where === undefined) throw new Error("The book has this question no more.");
      const room = element("div");
      const go = button("Next question", () => void this.next());
      this.place.replaceChildren(room, go);
      await askQuestion(room, card.key, new URL(where, HOME), this.extra);
    } catch (error) {
      this.place.replaceChildren(
        element("p", "", error instanceof Error ? error.message : String(error)),
        button("Next question", () => void this.next()),
      );
    }
  }

  private async reset({ name, title }: Chapter): Promise<void> {
    const own = ({ key }: Entry): boolean => (name === PRACTICE ? key.startsWith(`${PRACTICE}/`) : chapterOf(key) === name);
    for (const area of ["answers", "unchecked"] as const) {
      for (const entry of await kept().all(area)) if (own(entry)) await kept().remove(area, entry.key);
    }
    for (const card of await cards()) if (card.chapter === name) await kept().remove("cards", card.key);
    this.tell(`What was kept of ${title} is gone.`);
  }

  private tell(text: string): void {
    if (text !== "") this.said.textContent = text;
  }
}

/** What is due, or when the next card is. */
function dueWords(all: readonly Named[], due: number, now: number): string {
  if (due > 0) return due === 1 ? "1 question is due." : `${due} questions are due.`;
  if (all.length === 0) return "Nothing comes back yet.";
  const days = Math.min(...all.map(({ state }) => daysUntil(state, now)));
  return `Nothing is due. The next question comes back ${days === 1 ? "in a day" : `in ${days} days`}.`;
}
