/** The page where one practises: what to be asked, one question after the other, or a sheet. */
import { part } from "../elements";
import { isKept, PYTHON } from "../files";
import type { Python } from "../python/client";
import type { Drill, DrillAsked, Refused, Sheet, Verdict } from "../python/messages";
import { kept } from "../kept/store";
import { drillKey, PRACTICE } from "../review/cards";
import { took } from "../review/took";
import { histories, levelOf, remember, type History } from "./history";
import { loadingLine } from "./loading";
import { openings } from "./openings";
import { paper } from "./paper";
import { Settings } from "./settings";
import { fragment, KINDS, opened, type State } from "./state";
import { keepUnfinished, leftLast, nameOf, unfinishedOf } from "./unfinished";
import { DrillView, type Given } from "./view";

let current: { root: HTMLElement; leave: () => void } | null = null;

/** Brings the page to life, once each time it is there; leaves the one before. */
export async function mount(root: HTMLElement): Promise<void> {
  if (current?.root === root) return;
  leave();
  const practice = new Practice(root);
  current = { root, leave: () => practice.leave() };
  await practice.start();
}

/** Ends what a page that is gone still listens to. */
export function leave(): void {
  current?.leave();
  current = null;
}

class Practice {
  private readonly gone = new AbortController();
  private readonly settings: Settings;
  private readonly place: HTMLElement;
  private readonly score: HTMLElement;
  private readonly missed: HTMLElement;
  private answers: boolean[] = [];
  private seen: string[] = [];
  private state: State | null = null;
  private view: DrillView | null = null;
  private first = 1;
  /** Counts what was typed and chosen: what was read before the last of it is old. */
  private changes = 0;
  /** Counts what was asked of Python: an answer that comes late is none any more. */
  private turn = 0;

  private loaded: Promise<Python> | undefined;

  constructor(private readonly root: HTMLElement) {
    this.place = part(root, ".cwp-place");
    this.score = part(root, ".cwp-score");
    this.missed = part(root, ".cwp-missed");
    this.settings = new Settings(part<HTMLFormElement>(root, ".cwp-settings"), {
      begin: (state) => this.go(state, true),
      address: (state) => `${location.origin}${location.pathname}${fragment(state)}`,
    });
    window.addEventListener("hashchange", () => this.follow(), { signal: this.gone.signal });
    const unhear = kept().heard((area, key) => {
      if (area === "unchecked" && (key === undefined || (this.state && key === nameOf(this.state)))) void this.hear();
    });
    this.gone.signal.addEventListener("abort", unhear);
    root.classList.add("is-live");
  }

  /** Goes on where the link or an earlier visit says; asks a question that the page brings along. */
  async start(): Promise<void> {
    if (opened(location.hash)) return this.follow();
    const [last, past] = await Promise.all([leftLast(), histories()]);
    if (this.state || this.gone.signal.aborted) return; // a reader who was quicker has chosen
    const left = opened(last ?? "");
    if (left) this.go(left, false);
    else this.offer([...past.values()]);
    // What is there already costs nothing to start.
    if (await isKept(PYTHON)) (await this.python()).start();
  }

  /** Asks a question that the page brought along, as hard as the last ones that the reader could answer. */
  private offer(past: readonly History[]): void {
    this.first = levelOf(past);
    const answered = past.reduce((sum, { count }) => sum + count, 0);
    const one = openings(this.root).at(this.first, answered);
    if (!one) return;
    this.state = { seed: one.seed, kinds: Object.keys(KINDS), level: null, sheet: null, key: false };
    this.present(one.drill, false);
  }

  /** Python, of which there is one for the whole visit: the explainer's page has it. */
  private python(): Promise<Python> {
    return (this.loaded ??= import("../explainer/page").then(({ python }) => {
      const end = loadingLine(part(this.root, ".cwp-loading"), python);
      this.gone.signal.addEventListener("abort", end);
      return python;
    }));
  }

  leave(): void {
    this.gone.abort();
  }

  private follow(): void {
    const state = opened(location.hash);
    if (!state) return;
    this.settings.show(state);
    if (!this.state || fragment(state) !== fragment(this.state)) this.go(state, false);
  }

  /** Begins with what a reader (`asked`) or a link wants. */
  private go(state: State, asked: boolean): void {
    this.state = state;
    this.view = null;
    this.answers = [];
    this.seen = [];
    this.settings.show(state);
    this.name(state);
    if (state.sheet === null) void this.begin(state, asked);
    else void this.print(state, asked);
  }

  /** Has the address lead to what is asked; the theme keeps the page's place in the history's state. */
  private name(state: State): void {
    history.replaceState(history.state, "", fragment(state));
  }

  private async begin(state: State, asked: boolean): Promise<void> {
    const turn = ++this.turn;
    const left = await unfinishedOf(state);
    if (turn !== this.turn || this.gone.signal.aborted) return;
    if (left) {
      this.first = left.first;
      this.answers = [...left.answers];
      this.seen = [...left.seen];
      this.show(left.drill, asked).put(left.given);
      return;
    }
    this.first = state.level ?? (asked ? levelOf([...(await histories()).values()]) : 1);
    await this.next(asked);
  }

  private async next(focus: boolean): Promise<void> {
    const { state } = this;
    if (!state) return;
    this.name(state);
    const { seed, kinds } = state;
    const { answers, seen } = this;
    const found = await this.ask<Drill>({ ask: "drill", seed, kinds, start: this.first, answers, seen });
    if (found) this.present(found, focus);
  }

  /** Puts a new question where the one before it was. */
  private present(found: Drill, focus: boolean): void {
    this.seen.push(found.id);
    this.show(found, focus);
  }

  private show(drill: Drill, focus: boolean): DrillView {
    const title = `${KINDS[drill.kind as keyof typeof KINDS] ?? drill.kind}, level ${drill.level}`;
    const view = new DrillView(
      drill,
      title,
      async (one, text) => (await (await this.python()).ask({ ask: "judge", drill: one, text })) as Verdict,
      (given) => void this.answered(drill, given),
      () => void this.next(true),
      () => void this.hold(drill),
    );
    this.view = view;
    this.place.replaceChildren(view.root);
    this.tell();
    if (focus) view.focus();
    return view;
  }

  /** Has the device keep what is not checked yet, at once: the page may be left at any time. */
  private async hold(drill: Drill): Promise<void> {
    const { state, first } = this;
    if (!state) return;
    this.changes++;
    const given = this.view?.unchecked ?? "";
    const one = { drill, given, first, answers: [...this.answers], seen: [...this.seen] };
    const isKept = await keepUnfinished(state, given === "" ? undefined : one);
    if (!isKept) this.tell(kept().trouble ?? "");
  }

  /** Another tab, an import or a reset changed what is not checked of this row. */
  private async hear(): Promise<void> {
    const { state, view, changes } = this;
    if (!state || !view) return;
    const left = await unfinishedOf(state);
    if (this.view !== view || this.changes > changes) return; // what is typed here is news for the others
    if (!left || left.drill.id === this.seen.at(-1)) view.put(left?.given ?? "");
  }

  private async answered(drill: Drill, { given, right, belief }: Given): Promise<void> {
    this.answers.push(right);
    this.tell();
    void this.hold(drill);
    const one = { given, right, ...(belief ? { belief } : {}), when: Date.now(), level: drill.level };
    await took(drillKey(drill), { chapter: PRACTICE, drill }, right, one.when);
    if (!(await remember(drill.kind, one))) this.tell(kept().trouble ?? "");
  }

  private async print(state: State, asked: boolean): Promise<void> {
    const { seed, kinds, level, sheet } = state;
    const found = await this.ask<Sheet>({ ask: "paper", seed, kinds, count: sheet ?? 1, level });
    if (!found) return;
    const made = paper(found, state.key);
    this.place.replaceChildren(made);
    this.missed.hidden = true;
    this.score.textContent = `A sheet of ${found.drills.length} questions. Whoever has its link has the same ones.`;
    if (asked) made.scrollIntoView({ block: "start" });
  }

  /** Python's answer; undefined where there is none, or where the reader wants something else by now. */
  private async ask<T>(request: DrillAsked): Promise<T | undefined> {
    const turn = ++this.turn;
    this.root.classList.add("is-waiting");
    let python: Python | undefined;
    try {
      python = await this.python();
      const answer = (await python.ask(request)) as T | Refused;
      if (turn !== this.turn || this.gone.signal.aborted) return undefined;
      if (typeof answer === "object" && answer !== null && "wrong" in answer) {
        this.score.textContent = `Choose another seed: ${answer.wrong}.`;
        return undefined;
      }
      return answer as T;
    } catch (error) {
      // That Python does not run is said in its own line.
      if (python?.stage.kind !== "failed") this.score.textContent = `No question came: ${String(error)}`;
      return undefined;
    } finally {
      if (turn === this.turn) this.root.classList.remove("is-waiting");
    }
  }

  private tell(trouble = ""): void {
    const right = this.answers.filter(Boolean).length;
    const count = this.answers.length;
    this.missed.hidden = right === count;
    const score = count === 0 ? "" : `${right} of ${count} right.`;
    this.score.textContent = [score, trouble].filter(Boolean).join(" ");
  }
}
