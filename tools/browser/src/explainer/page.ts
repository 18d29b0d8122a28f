/** The explainer's page: an input, its readings as one types, and a link that holds it all. */
import { part } from "../elements";
import { Python } from "../python/client";
import type { Explained, Finding, Picked } from "../python/messages";
import { failure, wrongOnly } from "./answers";
import { AskClang } from "./asking";
import { Controls } from "./controls";
import { Editor } from "./editor";
import { isEmbedded, tellHeight } from "./embedded";
import { words } from "./exports";
import { Latest } from "./latest";
import { loadingLine } from "./loading";
import { Own } from "./own";
import { nearest, type Stand, standing } from "./places";
import { Result } from "./result";
import { share, type Answered } from "./sharing";
import { Turning } from "./turning";
import { HINTS, LABELS, MEANT } from "./wording";
import { fitsALink, fragment, limits, opened, readable, saidBy, same, type State, type Way } from "./state";

/** One for all visits of the page, and for questions: going back and forth in the book starts Python once. */
export const python = new Python();

// Milliseconds: a link need not follow every key, a screen reader must not.
const LINK_AFTER = 300;
const SAY_AFTER = 900;

// CSS pixels that a column of a picture's source takes, and how many columns a row has.
const COLUMN = 14;
const NARROWEST = 22;
const WIDEST = 72;

let current: { root: HTMLElement; leave: () => void } | null = null;

/** Brings the page to life, once each time it is there; leaves the one before. */
export function mount(root: HTMLElement): void {
  if (current?.root === root) return;
  leave();
  const explainer = new Explainer(root);
  current = { root, leave: () => explainer.leave() };
}

/** Ends what a page that is gone still listens to; Python stays for the next visit. */
export function leave(): void {
  current?.leave();
  current = null;
}

class Explainer {
  private readonly gone = new AbortController();
  private readonly editor: Editor;
  private readonly controls: Controls;
  private readonly result: Result;
  private readonly label: HTMLElement;
  private readonly hint: HTMLElement;
  private readonly spoken: HTMLElement;
  private readonly clang: AskClang;
  /** Null within somebody's page, where a reader keeps nothing. */
  private readonly own: Own | null;
  private readonly asking = new Latest(
    (state: State) => this.explained(state),
    (answer, state) => this.take(answer, state),
  );
  private readonly picking = new Latest(
    ({ state, index }: { state: State; index: number }) => python.ask({ ask: "pick", ...this.question(state), index }),
    (found, { state, index }) => this.takePicked((found as Picked).html, state, index),
  );
  private readonly first: State;
  private readonly example: HTMLElement;
  private answered: Answered | null = null;
  private asked = false;
  /** Of many readings the one that is shown. */
  private picked = 0;
  private readonly turning = new Turning(python);
  /** The fragment that the page has shown last. */
  private hash = "";
  /** This page's place, which stays in the address until somebody goes elsewhere. */
  private readonly path = location.pathname;
  private linkTimer = 0;
  private speechTimer = 0;

  constructor(root: HTMLElement) {
    this.controls = new Controls(part(root, ".cwx-controls"), () => this.turn(), () => this.changed());
    this.editor = new Editor(part(root, ".cwx-editor"));
    this.label = part(root, ".cwx-label");
    this.hint = part(root, ".cwx-hint");
    this.spoken = part(root, ".cwx-spoken");
    this.example = part(root, ".cw-explain");
    this.result = new Result(part(root, ".cwx-result"), {
      visit: (finding) => this.visit(finding),
      clean: (text) => this.put(text),
      stepped: (stand) => this.editor.light(stand),
      pick: (index) => this.pick(index),
    });
    this.result.adopt(this.example);
    share(part(root, ".cwx-copy"), python, {
      state: () => this.state,
      answered: () => this.known(),
      place: () => this.editor.place,
    });
    this.clang = new AskClang(part(root, ".cwx-clang"), python);
    this.first = { ...this.state, text: this.editor.area.defaultValue };
    this.own = isEmbedded() ? null : new Own(this.hint, (state) => this.go(state));
    this.listen(part(root, ".cwx-loading"));
    root.classList.add("is-live");
    this.clang.follow({ text: this.first.text, std: this.first.std });
    const before = this.state;
    this.follow();
    // What somebody typed before the scripts came stays, beside a link's text too.
    if (!same(before, this.first)) this.put(before.text);
    void this.own?.load(this.hash, opened(this.hash)?.state ?? null).then((mine) => {
      if (mine && !this.gone.signal.aborted) this.resume(mine);
    });
    if (isEmbedded()) tellHeight(root, this.gone.signal);
  }

  leave(): void {
    this.gone.abort();
    this.forget();
    this.own?.leave();
    window.clearTimeout(this.speechTimer);
  }

  private listen(loading: HTMLElement): void {
    const { signal } = this.gone;
    const { area } = this.editor;
    area.addEventListener("focus", () => python.start(), { once: true });
    // Somebody was here before the scripts.
    if (area.matches(":focus") || loading.matches(":focus-within")) python.start();
    else if (!isEmbedded()) void python.warm();
    area.addEventListener("input", () => this.changed());
    document.addEventListener("selectionchange", () => this.caretMoved(), { signal });
    area.addEventListener("blur", () => this.lightBoth(null));
    window.addEventListener("hashchange", () => this.followed(), { signal });
    document.addEventListener("click", (event) => this.clicked(event), { signal, capture: true });
    signal.addEventListener("abort", loadingLine(loading, python, area));
    signal.addEventListener(
      "abort",
      python.watch((stage) => {
        if (stage.kind === "failed") this.result.busy = false;
        // What was typed before a failure is asked again when Python comes back.
        if (stage.kind === "ready" && this.answered === null && this.asked) this.ask();
      }),
    );
  }

  /** What Python is told; a picture's rows get as long as there is room. */
  private question({ text, std }: State): { text: string; std: string | null; limit: number } {
    const columns = Math.round(this.result.root.clientWidth / COLUMN);
    return { text: readable(text), std, limit: Math.min(Math.max(columns, NARROWEST), WIDEST) };
  }

  private get state(): State {
    return { text: this.editor.text, ...this.controls.choices };
  }

  private set(state: State): void {
    this.controls.choices = state;
    this.editor.text = state.text;
    this.named(state);
  }

  private named({ way }: State): void {
    this.label.textContent = LABELS[way];
    this.hint.textContent = HINTS[way];
  }

  /** Takes what the address holds; without a state in it, the page is as it was first. */
  private follow(): void {
    this.hash = location.hash;
    this.forget();
    const found = opened(this.hash);
    this.result.complain(found?.complaints ?? []);
    if (found) {
      this.own?.met(found.state);
      if (this.asked && same(found.state, this.state)) return;
      this.set(found.state);
      if (!same(found.state, this.first)) this.result.clear();
      this.ask();
    } else if (this.asked && this.hash === "") {
      this.set(this.own?.mine ?? this.first);
      this.ask();
    }
  }

  /** Goes on with the reader's own text. */
  private resume(mine: State): void {
    this.set(mine);
    this.own?.met(mine);
    this.ask();
    this.keepSoon();
  }

  /** Shows a text as a link does, so that "back" leads to the one before. */
  private go(state: State): void {
    const hash = fragment(state);
    if (fitsALink(state) && hash !== location.hash) {
      location.hash = hash;
    } else {
      this.set(state);
      this.own?.met(state);
      this.ask();
    }
    this.editor.area.focus();
  }

  /** Puts a text into the input, for a reader who asked for it. */
  private put(text: string): void {
    this.editor.text = text;
    this.editor.area.focus();
    this.changed();
  }

  /** Takes what a link holds that somebody followed here, and shows it. */
  private followed(): void {
    this.follow();
    // A frame would move the page around it.
    if (opened(this.hash) && !isEmbedded()) this.editor.root.scrollIntoView({ block: "nearest" });
  }

  /** Goes to links of this page by the browser's own way: the theme's tells nobody. */
  private clicked(event: MouseEvent): void {
    this.keep(); // whoever leaves within a moment of typing comes back to what was typed
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const plain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    const here = link?.origin === location.origin && link.pathname === location.pathname;
    if (!link || !plain || !here || !opened(link.hash)) return;
    event.preventDefault();
    event.stopPropagation();
    location.hash = link.hash;
  }

  private changed(): void {
    const { state } = this;
    this.named(state);
    this.result.complain(limits(state.text, this.editor.isFull));
    if (python.stage.kind !== "ready") this.editor.plain();
    this.ask();
    this.own?.typed(state, location.hash);
    this.keepSoon();
  }

  /** Somebody chose the other way: what the text is in the other language takes its place. */
  private turn(): void {
    const to = this.state;
    const back = this.turning.back(to);
    if (back !== null) return this.turned(back);
    this.named(to);
    if (to.text.trim() === "" || python.stage.kind === "failed") return this.changed();
    this.result.busy = true;
    const { readings = [], picked = null } = this.answered?.answer ?? {};
    void this.turning.turn(to, picked === null ? nearest(readings, this.editor.place) : this.picked).then(
      (text) => {
        if (same(this.state, to)) this.turned(text); // else somebody went on typing
      },
      () => this.changed(),
    );
  }

  private turned(text: string): void {
    this.editor.text = text;
    this.changed();
  }

  private keepSoon(): void {
    this.forget();
    this.linkTimer = window.setTimeout(() => this.keep(), LINK_AFTER);
  }

  /** Leaves the address as it is. */
  private forget(): void {
    window.clearTimeout(this.linkTimer);
    this.linkTimer = 0;
  }

  /** Puts what was typed into the address, if that waits. */
  private keep(): void {
    if (this.linkTimer === 0) return;
    this.forget();
    // Somebody has gone elsewhere by now, and the page is about to hear of it.
    if (location.pathname !== this.path || location.hash !== this.hash) return;
    const { state } = this;
    const bare = location.pathname + location.search;
    // The theme keeps the page's place in the state.
    history.replaceState(history.state, "", fitsALink(state) ? fragment(state) : bare);
    this.hash = location.hash;
    this.own?.placed(this.hash);
  }

  private ask(): void {
    this.asked = true;
    this.answered = null;
    const { state } = this;
    if (state.text.trim() === "") return this.rest();
    this.result.busy = true;
    if (python.stage.kind !== "ready") this.meanwhile(state);
    // Whoever has no network decides when to try again.
    if (python.stage.kind === "failed" && !python.stage.ran) this.result.busy = false;
    else this.asking.ask(state);
  }

  /** Shows what is known of a text before Python is there. */
  private meanwhile(state: State): void {
    const says = isEmbedded() ? saidBy(location.hash) : "";
    const ofLink = opened(location.hash)?.state;
    if (same(state, this.first)) this.result.adopt(this.example);
    else if (says && ofLink && same(state, ofLink)) this.result.say(says);
    else this.result.wait();
  }

  /** Shows nothing for a text that is about to be written. */
  private rest(): void {
    this.editor.plain();
    this.result.clear();
    this.result.busy = false;
    this.clang.follow(null);
    window.clearTimeout(this.speechTimer);
    this.spoken.textContent = "";
  }

  /** Python's answer; where Python raises an exception, that in its place. */
  private async explained(state: State): Promise<Explained> {
    try {
      return (await python.ask({ ask: state.way, picked: this.picked, ...this.question(state) })) as Explained;
    } catch (error) {
      if (python.stage.kind !== "ready") throw error;
      return failure(error instanceof Error ? error.message : String(error));
    }
  }

  private take(answer: Explained, state: State): void {
    if (!same(state, this.state)) return;
    this.answered = { state, answer };
    this.picked = answer.picked ?? 0;
    this.editor.paint(state.way === "read" ? answer : wrongOnly(answer), state.way === "read");
    if (answer.other) this.meant(answer.other);
    else this.result.show(answer, state);
    this.result.busy = false;
    const code = state.way === "read" && !answer.other ? readable(state.text) : answer.c;
    this.clang.follow(code ? { text: code, std: state.std } : null);
    this.caretMoved();
    window.clearTimeout(this.speechTimer);
    this.speechTimer = window.setTimeout(() => this.say(answer, state), SAY_AFTER);
  }

  /** Shows no reading of a text that was meant for the other way, and offers that. */
  private meant(way: Way): void {
    const { words, press } = MEANT[way];
    this.result.clear();
    this.result.offer(words, press, () => {
      this.controls.choices = { ...this.state, way };
      this.editor.area.focus();
      this.changed();
    });
  }

  /** What is known of the text that is there. */
  private async known(): Promise<Answered> {
    const { state } = this;
    return this.answered ?? { state, answer: await this.explained(state) };
  }

  private pick(index: number): void {
    this.picked = index;
    if (this.answered) this.picking.ask({ state: this.answered.state, index });
  }

  private takePicked(html: string | null, state: State, index: number): void {
    if (html === null || !this.answered || !same(state, this.answered.state)) return;
    this.result.showPicked(html, index, state);
    this.caretMoved();
  }

  /** Lets a screen reader say the answer, or what is wrong first. */
  private say({ readings, diagnostics, c, other, picked }: Explained, { style }: State): void {
    const wrong = diagnostics.find(({ severity }) => severity === "error");
    const few = picked == null ? readings : readings.slice(picked, picked + 1);
    const said = [...(c ? [c] : []), ...few.map((reading) => words(reading, style))].join(". ");
    if (other) this.spoken.textContent = MEANT[other].words;
    else this.spoken.textContent = wrong ? `Line ${wrong.line}, column ${wrong.column}: ${wrong.message}` : said;
  }

  private caretMoved(): void {
    const { caret } = this.editor;
    if (caret === null || this.answered?.state.way !== "read") return;
    const { readings, picked } = this.answered.answer;
    const stand = standing(readings, caret);
    if (stand && picked != null && stand.reading !== this.picked) this.pick(stand.reading);
    this.lightBoth(stand);
  }

  private lightBoth(stand: Stand | null): void {
    this.editor.light(stand);
    this.result.light(stand);
  }

  private visit({ span: [start, end] }: Pick<Finding, "span">): void {
    this.editor.select(start, end);
  }
}
