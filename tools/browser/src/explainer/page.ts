/** The explainer's page: an input, its readings as one types, and a link that holds it all. */
import { part } from "../elements";
import { Python } from "../python/client";
import type { Explained, Finding, Picture } from "../python/messages";
import { AskClang } from "./asking";
import { Controls } from "./controls";
import { copyButtons } from "./copying";
import { Editor } from "./editor";
import { isEmbedded, tellHeight } from "./embedded";
import { embedding, markdown, plainText, words } from "./exports";
import { Latest } from "./latest";
import { loadingLine } from "./loading";
import { type Stand, standing } from "./places";
import { Result } from "./result";
import { fragment, opened, same, type State } from "./state";

// One for all visits of the page: going back and forth in the book starts Python once.
const python = new Python();

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
    (state: State) =>
      python.ask({ ask: state.way, ...this.question(state) }) as Promise<Explained>,
    (answer, state) => this.take(answer, state),
  );
  private readonly first: State;
  private answered: { state: State; answer: Explained } | null = null;
  private asked = false;
  /** The fragment that the page has shown last. */
  private hash = "";
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
    window.clearTimeout(this.linkTimer);
    window.clearTimeout(this.speechTimer);
  }

  private listen(loading: HTMLElement): void {
    const { signal } = this.gone;
    const { area } = this.editor;
    area.addEventListener("focus", () => python.start(), { once: true });
    area.addEventListener("input", () => this.changed());
    document.addEventListener("selectionchange", () => this.caretMoved(), { signal });
    area.addEventListener("blur", () => this.lightBoth(null));
    window.addEventListener("hashchange", () => this.follow(), { signal });
    document.addEventListener("click", (event) => this.clicked(event), { signal, capture: true });
    signal.addEventListener("abort", loadingLine(loading, python));
    signal.addEventListener(
      "abort",
      python.watch((stage) => {
        // What was typed before a failure is asked again when Python comes back.
        if (stage.kind === "ready" && this.answered === null && this.asked) this.asking.ask(this.state);
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
    window.clearTimeout(this.linkTimer);
    const found = opened(this.hash);
    this.result.complain(found?.complaints ?? []);
    if (found) {
      if (this.asked && same(found.state, this.state)) return;
      this.set(found.state);
      if (!same(found.state, this.first)) this.result.clear();
      this.ask();
      this.editor.root.scrollIntoView({ block: "nearest" });
    } else if (this.asked && this.hash === "") {
      this.set(this.first);
      this.ask();
    }
  }

  /** Goes to links of this page by the browser's own way: the theme's tells nobody. */
  private clicked(event: MouseEvent): void {
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
    this.result.complain([]);
    if (python.stage.kind !== "ready") this.editor.plain();
    this.ask();
    window.clearTimeout(this.linkTimer);
    this.linkTimer = window.setTimeout(() => {
      // Somebody has gone to another link by now, and the page is about to hear of it.
      if (location.hash !== this.hash) return;
      // The theme keeps the page's place in the state.
      history.replaceState(history.state, "", fragment(this.state));
      this.hash = location.hash;
    }, LINK_AFTER);
  }

  private ask(): void {
    this.asked = true;
    this.answered = null;
    // Whoever has no network decides when to try again.
    if (python.stage.kind === "failed" && !python.stage.ran) return;
    this.asking.ask(this.state);
  }

  private take(answer: Explained, state: State): void {
    if (!same(state, this.state)) return;
    this.answered = { state, answer };
    this.editor.paint(state.way === "read" ? answer : wrongOnly(answer), state.way === "read");
    this.result.show(answer, state);
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
    const link = (): string => new URL(fragment(this.state), location.href).href.replace("?embed", "");
    const script = new URL("cexplain.js", import.meta.url).href;
    const answered = async (): Promise<{ state: State; answer: Explained }> => {
      const { state } = this;
      if (this.answered) return this.answered;
      const answer = await python.ask({ ask: state.way, ...this.question(state) });
      return { state, answer: answer as Explained };
    };
    copyButtons(row, {
      link,
      text: async () => {
        const { state, answer } = await answered();
        return plainText(state, answer);
      },
      markdown: async () => {
        const { state, answer } = await answered();
        return markdown(state, answer, link());
      },
      svg: async () => {
        const { state, answer } = await answered();
        const text = answer.c ?? state.text;
        const drawn = await python.ask({ ask: "picture", text, std: state.std, index: 0 });
        return (drawn as Picture).svg;
      },
      page: async () => {
        const { state, answer } = await answered();
        return embedding({ ...state, text: answer.c ?? state.text }, script);
      },
    });
  }
}

/** What is wrong with English that became C is wrong with that C: the input has no place for it. */
function wrongOnly(answer: Explained): Explained {
  return answer.c ? { ...answer, diagnostics: [] } : answer;
}
