/** The page that opens a class link: the same questions for everybody, and what a learner did of them as a file. */
import { button, element, part } from "../elements";
import { download } from "../kept/download";
import { kept } from "../kept/store";
import type { DrillView, Given } from "../practice/view";
import type { Python } from "../python/client";
import type { Drill, Refused, Sheet, Verdict } from "../python/messages";
import type { Answer } from "../questions/answers";
import type { Book } from "../review/progress";
import { fragment, opened, sheetKey, type ClassLink } from "./link";
import { fileName, given as givenAnswer, resultText } from "./result";
import { done, drillItems, keptOf, questionsOf, type Done, type Item, type Kept } from "./sheet";
import { failed, HandIn, head, nextOpen, Numbers, score, sheetList } from "./view";

/** What practice and review have for a sheet: their file is asked for when a sheet is opened. */
type Learn = typeof import("../learn");

const HOME = new URL("../../", import.meta.url);
const AREA = "sheets";

let current: { root: HTMLElement; leave: () => void } | null = null;

/** Brings the page to life, once each time it is there; leaves the one before. */
export function mount(root: HTMLElement): void {
  if (current?.root === root) return;
  leave();
  const page = new ClassPage(root);
  current = { root, leave: () => page.leave() };
}

export function leave(): void {
  current?.leave();
  current = null;
}

class ClassPage {
  private readonly gone = new AbortController();
  private readonly book: Book;
  private readonly said: HTMLElement;
  private readonly place: HTMLElement;
  private sheet: OpenSheet | null = null;
  /** Counts the links that were followed: what comes late for one before is not shown. */
  private turn = 0;

  constructor(private readonly root: HTMLElement) {
    this.book = JSON.parse(part(root, ".cwr-known").dataset["known"] ?? "{}") as Book;
    this.said = part(root, ".cwc-said");
    this.place = part(root, ".cwc-sheet");
    window.addEventListener("hashchange", () => void this.follow(), { signal: this.gone.signal });
    root.classList.add("is-live");
    void this.follow();
  }

  leave(): void {
    this.gone.abort();
    this.sheet?.leave();
  }

  /** Opens what the address asks for; says why where that is nothing. */
  private async follow(): Promise<void> {
    const link = opened(location.hash, Object.keys(this.book.chapters));
    if (link === null && this.sheet) return; // a heading of this page
    const turn = ++this.turn;
    this.sheet?.leave();
    this.sheet = null;
    this.said.textContent = "";
    this.place.replaceChildren();
    const isSheet = link !== null && !("wrong" in link);
    part(this.root, ".cwc-none").hidden = isSheet;
    part(this.root, ".cwc-mine").hidden = isSheet;
    if (isSheet) {
      try {
        const [learn, entry] = await Promise.all([import("../learn"), kept().get<unknown>(AREA, sheetKey(link))]);
        if (this.gone.signal.aborted || turn !== this.turn) return;
        this.sheet = new OpenSheet(this.root, this.place, this.said, learn, link, this.book, entry?.value);
      } catch (error) {
        this.said.textContent = `The sheet did not come: ${words(error)}. Load the page again.`;
      }
      return;
    }
    if (link) this.said.textContent = `This class link does not work: ${link.wrong}. Ask for the link again.`;
    const sheets = (await kept().all<unknown>(AREA)).sort((one, other) => other.when - one.when);
    const mine = sheets.map(({ value }) => {
      const { link, title } = (value ?? {}) as Partial<Kept>;
      return { link: String(link), title: String(title ?? "") };
    });
    part(this.root, ".cwc-mine").replaceChildren(...sheetList(mine.filter((one) => one.link.startsWith("#"))));
  }
}

/** A sheet while it is open. */
class OpenSheet {
  private readonly key: string;
  private readonly count: number;
  private readonly numbers: Numbers;
  private readonly hand: HandIn;
  private readonly score = element("p", "cwc-score");
  private readonly room = element("div", "cwc-place cwp-place");
  private readonly trouble = element("div");
  private readonly unhear: () => void;
  private items: Item[];
  private answers = new Map<string, Answer>();
  private kept: Kept;
  private done: Done[] = [];
  private at = -1;
  /** Counts what was shown, and what was changed: what comes late from the device or a page is old. */
  private turn = 0;
  private changes = 0;
  private isStored: boolean;
  private isLeft = false;
  private endLoading: () => void = () => undefined;

  constructor(
    private readonly root: HTMLElement,
    place: HTMLElement,
    private readonly said: HTMLElement,
    private readonly learn: Learn,
    private readonly link: ClassLink,
    book: Book,
    value: unknown,
  ) {
    this.key = sheetKey(link);
    this.isStored = value !== undefined;
    this.kept = keptOf(value, fragment(link), link.title);
    this.items = questionsOf(link, book);
    this.count = this.items.length + link.drills;
    this.numbers = new Numbers(this.count, (at) => void this.show(at));
    this.hand = new HandIn(
      this.kept.name,
      (name) => this.change({ name }),
      (name) => this.save(name),
    );
    this.score.setAttribute("role", "status");
    place.replaceChildren(head(link, Date.now()), this.score, this.numbers.root, this.trouble, this.room, this.hand.root);
    this.unhear = kept().heard((area, key) => {
      if (area === AREA && (key === undefined || key === this.key)) void this.reread();
      else if (area === "answers") void this.answered();
    });
    void this.begin();
  }

  leave(): void {
    this.isLeft = true;
    this.turn++;
    this.unhear();
    this.endLoading();
  }

  private async begin(): Promise<void> {
    await this.refresh();
    if (this.isLeft) return;
    if (this.items.length > 0) await this.show(Math.max(0, nextOpen(this.done, -1)));
    if (this.link.drills > 0 && !this.isLeft) await this.load();
  }

  /** Has Python make the drills, which are the same for each who has the seed. */
  private async load(): Promise<void> {
    const { turn } = this;
    this.trouble.replaceChildren();
    try {
      const python = await this.python();
      const { seed, kinds, drills, level } = this.link;
      const found = (await python.ask({ ask: "paper", seed, kinds, count: drills, level })) as Sheet | Refused;
      if ("wrong" in found) throw new Error(found.wrong);
      this.items = [...this.items.filter(({ drill }) => !drill), ...drillItems(found.drills)];
      await this.refresh();
      if (this.at < 0 && turn === this.turn) await this.show(Math.max(0, nextOpen(this.done, -1)));
    } catch (error) {
      this.trouble.replaceChildren(...failed(`The drills did not come: ${words(error)}.`, () => void this.load()));
    }
  }

  /** Python, of which there is one for the whole visit. */
  private async python(): Promise<Python> {
    const { python } = await import("../explainer/page");
    const line = part(this.root, ".cwp-loading");
    line.hidden = false;
    this.endLoading();
    this.endLoading = this.learn.loadingLine(line, python);
    return python;
  }

  /** Shows an item; `focus` where the learner goes on by "Next". */
  private async show(at: number, focus = false): Promise<void> {
    const item = this.items[at];
    if (!item) return;
    const turn = ++this.turn;
    this.at = at;
    this.draw();
    const next = (): void => this.next();
    if (item.drill) {
      const view = this.drill(item, item.drill, next);
      this.fill(view.root);
      if (focus) view.focus();
      return;
    }
    this.room.ariaBusy = "true"; // until then it shows the one before
    const place = element("div");
    try {
      const page = new URL(item.page ?? "", HOME);
      const section = await this.learn.showQuestion(place, item.id, page);
      if (turn !== this.turn) return;
      this.fill(place, onItsPage(item, page), button("Next", next));
      if (focus) section.querySelector<HTMLElement>("input:enabled, textarea, button")?.focus();
    } catch (error) {
      if (turn !== this.turn) return;
      this.fill(...failed(words(error), () => void this.show(at)));
    }
  }

  private fill(...shown: HTMLElement[]): void {
    this.room.replaceChildren(...shown);
    this.room.ariaBusy = null;
  }

  private drill(item: Item, drill: Drill, next: () => void): DrillView {
    const judge = async (one: Drill, text: string): Promise<Verdict> =>
      (await (await this.python()).ask({ ask: "judge", drill: one, text })) as Verdict;
    const typed = (text: string): void => this.change({ unchecked: { ...this.kept.unchecked, [item.id]: text } });
    const view = new this.learn.DrillView(drill, item.about, judge, (given) => this.judged(item, drill, given), next, typed);
    const before = this.done[this.at]?.tries[0];
    const text = this.kept.unchecked[item.id];
    if (before) view.restore({ given: before.given, right: before.right, belief: before.belief ?? null });
    else if (text !== undefined) view.put(text);
    return view;
  }

  private judged(item: Item, drill: Drill, { given, right, belief }: Given): void {
    const when = Date.now();
    const one = { given, right, ...(belief ? { belief } : {}), when };
    const { [item.id]: _, ...unchecked } = this.kept.unchecked;
    this.change({ drills: { ...this.kept.drills, [item.id]: one }, unchecked });
    // As in practice: what was missed comes back in review.
    const { remember, took, drillKey, PRACTICE } = this.learn;
    void remember(drill.kind, { ...one, level: drill.level });
    void took(drillKey(drill), { chapter: PRACTICE, drill }, right, when);
  }

  private next(): void {
    const open = nextOpen(this.done, this.at);
    if (open >= 0) return void this.show(open, true);
    const isAll = this.items.length === this.count;
    this.said.textContent = isAll ? "You have answered everything. Save it below, and hand it in." : "The drills have not come yet.";
    if (isAll) this.hand.focus();
  }

  /** Keeps a change at once: the page may be left at any time. */
  private change(change: Partial<Kept>): void {
    this.changes++;
    this.isStored = true;
    this.kept = { ...this.kept, ...change };
    this.draw();
    void kept()
      .put(AREA, this.key, this.kept)
      .then((isKept) => {
        if (!isKept) this.said.textContent = kept().trouble ?? "";
      });
  }

  /** Takes over what another tab has done. */
  private async reread(): Promise<void> {
    const { changes } = this;
    const value = (await kept().get<unknown>(AREA, this.key))?.value;
    if (changes !== this.changes || JSON.stringify(value) === JSON.stringify(this.kept)) return;
    this.kept = keptOf(value, fragment(this.link), this.link.title);
    this.hand.put(this.kept.name);
    await this.refresh();
  }

  /** A question of the book was answered: a sheet that is begun is listed among the learner's own. */
  private async answered(): Promise<void> {
    await this.refresh();
    const isBegun = this.done.some(({ state }, place) => state !== "open" && !this.items[place]?.drill);
    if (isBegun && !this.isStored) this.change({});
  }

  private async refresh(): Promise<void> {
    const entries = await kept().all<Answer>("answers");
    this.answers = new Map(entries.map(({ key, value }) => [key, value]));
    this.draw();
    if (kept().trouble) this.said.textContent = kept().trouble ?? "";
  }

  private draw(): void {
    this.done = this.items.map((item) => done(item, this.kept, this.answers.get(item.id)));
    this.numbers.draw(this.done, this.at);
    const text = score(this.done, this.count);
    if (this.score.textContent !== text) this.score.textContent = text;
  }

  private save(name: string): string {
    const { title, due } = this.link;
    const answers = this.items.map((item, place) => givenAnswer(item, this.done[place] ?? { state: "open", tries: [] }));
    const file = fileName({ name, title });
    const saved = new Date().toISOString();
    download(file, resultText({ name, title, due, sheet: this.key, saved, answers }), "application/json");
    const missing = this.items.length < this.count ? " The drills are not in it: they have not come yet." : "";
    return `${file} is saved. Nothing was sent.${missing}`;
  }
}

/** A question may speak of the program above it, which is on its page alone. */
function onItsPage({ id, about }: Item, page: URL): HTMLElement {
  const link = element("a", "", "See it on its page");
  link.href = `${page.href}#q-${id}`;
  link.target = "_blank"; // the sheet stays open
  const line = element("p", "cwc-page", `From ${about}. `);
  line.append(link);
  return line;
}

const words = (error: unknown): string => (error instanceof Error ? error.message : String(error)).replace(/\.$/, "");
