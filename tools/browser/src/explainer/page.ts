/** The explainer's page: an input, its readings as one types, and a link that holds it all. */
import { part } from "../elements";
import { Python } from "../python/client";
import type { Explained, Finding, Picture } from "../python/messages";
import { AskClang } from "./asking";
import { Controls } from "./controls";
import { copyButtons } from "./copying";
import { Editor } from "./editor";
import { isEmbedded, tellHeight } from "./embedded";
import { embedding, frame, markdown, plainText, words } from "./exports";
import { Latest } from "./latest";
import { loadingLine } from "./loading";
import { otherWay } from "./other_way";
import { nearest, type Stand, standing } from "./places";
import { Result } from "./result";
import { fragment, LONGEST, opened, same, type State } from "./state";

/** One for all visits of the page, and for questions: going back and forth in the book starts Python once. */
export const python = new Python();

// Milliseconds: a link need not follow every key, a screen reader must not.
const LINK_AFTER = 300;
const SAY_AFTER = 900;

// CSS pixels that a column of a picture's source takes, and how many columns a row has.
const COLUMN = 14;
const NARROWEST = 22;
const WIDEST = 72;

const HINTS = {
  read: "Declarations, casts, types, struct bodies; several at once.",
  write: "Such as: p is a pointer to int. Or: declare p as pointer to int. Or: cast p into pointer to char.",
};
const FULL = `This takes ${LONGEST} characters, and is full: what did not fit was left out. In a terminal, cexplain --file reads whole files.`;
const LABELS = { read: "C", write: "English" };

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
  private readonly asking = new Latest(
    (state: State) => this.explained(state),
    (answer, state) => this.take(answer, state),
  );
  private readonly first: State;
  private answered: { state: State; answer: Explained } | null = null;
  private asked = false;
  /** The fragment that the page has shown last. */
  private hash = "";
  /** This page's place, which stays in the address until somebody goes elsewhere. */
  private readonly path = location.pathname;
  private linkTimer = 0;
  private speechTimer = 0;

  constructor(root: HTMLElement) {
    this.controls = new Controls(part(root, ".cwx-controls"), () => this.changed());
    this.editor = new Editor(part(root, ".cwx-editor"));
    this.label = part(root, ".cwx-label");
    this.hint = part(root, ".cwx-hint");
    this.spoken = part(root, ".cwx-spoken");
    const example = part(root, ".cw-explain");
    this.result = new Result(
      part(root, ".cwx-result"),
      (finding) => this.visit(finding),
      (stand) => this.editor.light(stand),
    );
    this.result.adopt(example);
    this.copy(part(root, ".cwx-copy"));
    this.clang = new AskClang(part(root, ".cwx-clang"), python);
    this.first = { ...this.state, text: this.editor.area.defaultValue };
    this.listen(part(root, ".cwx-loading"));
    root.classList.add("is-live");
    this.clang.follow({ text: this.first.text, std: this.first.std });
    this.follow();
    // What somebody typed before the scripts came stays.
    if (!this.asked && !same(this.state, this.first)) this.changed();
    if (isEmbedded()) tellHeight(root, this.gone.signal);
  }

  leave(): void {
    this.gone.abort();
    this.forget();
    window.clearTimeout(this.speechTimer);
  }

  private listen(loading: HTMLElement): void {
    const { signal } = this.gone;
    const { area } = this.editor;
    area.addEventListener("focus", () => python.start(), { once: true });
    // Somebody was here before the scripts.
    const focused = document.activeElement;
    if (focused === area || loading.contains(focused)) python.start();
    area.addEventListener("input", () => this.changed());
    document.addEventListener("selectionchange", () => this.caretMoved(), { signal });
    area.addEventListener("blur", () => this.lightBoth(null));
    window.addEventListener("hashchange", () => this.followed(), { signal });
    document.addEventListener("click", (event) => this.clicked(event), { signal, capture: true });
    signal.addEventListener("abort", loadingLine(loading, python, area));
    signal.addEventListener(
      "abort",
      python.watch((stage) => {
        // What was typed before a failure is asked again when Python comes back.
        if (stage.kind === "ready" && this.answered === null && this.asked) this.ask();
      }),
    );
  }

  /** What Python is told; a picture's rows get as long as there is room. */
  private question({ text, std }: State): { text: string; std: string | null; limit: number } {
    const columns = Math.round(this.result.root.clientWidth / COLUMN);
    return { text, std, limit: Math.min(Math.max(columns, NARROWEST), WIDEST) };
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
      if (this.asked && same(found.state, this.state)) return;
      this.set(found.state);
      if (!same(found.state, this.first)) this.result.clear();
      this.ask();
    } else if (this.asked && this.hash === "") {
      this.set(this.first);
      this.ask();
    }
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
    this.result.complain(this.editor.isFull ? [FULL] : []);
    if (python.stage.kind !== "ready") this.editor.plain();
    this.ask();
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
    // The theme keeps the page's place in the state.
    history.replaceState(history.state, "", fragment(this.state));
    this.hash = location.hash;
  }

  private ask(): void {
    this.asked = true;
    this.answered = null;
    if (this.state.text.trim() === "") return this.rest();
    if (python.stage.kind !== "ready") this.result.wait();
    // Whoever has no network decides when to try again.
    if (python.stage.kind === "failed" && !python.stage.ran) return;
    this.asking.ask(this.state);
  }

  /** Shows nothing for a text that is about to be written. */
  private rest(): void {
    this.editor.plain();
    this.result.clear();
    this.clang.follow(null);
    window.clearTimeout(this.speechTimer);
    this.spoken.textContent = "";
  }

  /** Python's answer; where Python raises an exception, that in its place. */
  private async explained(state: State): Promise<Explained> {
    try {
      return (await python.ask({ ask: state.way, ...this.question(state) })) as Explained;
    } catch (error) {
      if (python.stage.kind !== "ready") throw error;
      return failure(error instanceof Error ? error.message : String(error));
    }
  }

  private take(answer: Explained, state: State): void {
    if (!same(state, this.state)) return;
    this.answered = { state, answer };
    this.editor.paint(state.way === "read" ? answer : wrongOnly(answer), state.way === "read");
    this.result.show(answer, state);
    const other = otherWay(state, answer);
    if (other) this.result.complain([other]);
    const code = state.way === "read" ? state.text : answer.c;
    this.clang.follow(code ? { text: code, std: state.std } : null);
    this.caretMoved();
    window.clearTimeout(this.speechTimer);
    this.speechTimer = window.setTimeout(() => this.say(answer, state), SAY_AFTER);
  }

  /** Lets a screen reader say the answer, or what is wrong first. */
  private say({ readings, diagnostics, c }: Explained, { style }: State): void {
    const wrong = diagnostics.find(({ severity }) => severity === "error");
    const said = [...(c ? [c] : []), ...readings.map((reading) => words(reading, style))].join(". ");
    this.spoken.textContent = wrong
      ? `Line ${wrong.line}, column ${wrong.column}: ${wrong.message}`
      : said;
  }

  private caretMoved(): void {
    const { caret } = this.editor;
    if (caret === null || this.answered?.state.way !== "read") return;
    this.lightBoth(standing(this.answered.answer.readings, caret));
  }

  private lightBoth(stand: Stand | null): void {
    this.editor.light(stand);
    this.result.light(stand);
  }

  private visit({ span: [start, end] }: Finding): void {
    this.editor.select(start, end);
  }

  private copy(row: HTMLElement): void {
    const address = `${location.origin}${location.pathname}`;
    const link = (): string => address + fragment(this.state);
    const script = new URL("cexplain.js", import.meta.url).href;
    const answered = async (): Promise<{ state: State; answer: Explained }> => {
      const { state } = this;
      return this.answered ?? { state, answer: await this.explained(state) };
    };
    // English that is not understood shows nothing on another page.
    const inC = async (make: (state: State) => string): Promise<string | null> => {
      const { state, answer } = await answered();
      const text = state.way === "read" ? state.text : answer.c;
      return text?.trim() ? make({ ...state, way: "read", text }) : null;
    };
    const said = (make: (state: State, answer: Explained) => string) => async (): Promise<string | null> => {
      if (this.state.text.trim() === "") return null;
      const { state, answer } = await answered();
      return make(state, answer);
    };
    copyButtons(row, {
      link,
      text: said(plainText),
      markdown: said((state, answer) => markdown(state, answer, link())),
      svg: async () => {
        const { state, answer } = await answered();
        const text = answer.c ?? state.text;
        // Of several declarations the one that somebody is at.
        const index = answer.c ? 0 : nearest(answer.readings, this.editor.place);
        const drawn = await python.ask({ ask: "picture", text, std: state.std, index });
        return (drawn as Picture).svg;
      },
      page: () => inC((state) => embedding(state, script)),
      frame: () => inC((state) => frame(state, address)),
    });
  }
}

/** What is wrong with English that became C is wrong with that C: the input has no place for it. */
function wrongOnly(answer: Explained): Explained {
  return answer.c ? { ...answer, diagnostics: [] } : answer;
}

/** What is shown in the place of an answer that a mistake of ours has kept away. */
function failure(message: string): Explained {
  const advice = "this is a mistake in cexplain, and worth a report; other texts are read as before";
  const finding: Finding = {
    severity: "error", rule: "", message: `cexplain fails on this text: ${message}`, advice,
    line: 1, column: 1, span: [0, 0], clause: null,
  };
  return { ok: false, html: null, readings: [], diagnostics: [finding] };
}
