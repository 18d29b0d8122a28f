/** The editor: CodeMirror in the place of a figure's code, which looks like it, with clang's messages. */
import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentLess, indentMore, isolateHistory } from "@codemirror/commands";
import { cpp } from "@codemirror/lang-cpp";
import { bracketMatching, indentOnInput, indentUnit, syntaxTree } from "@codemirror/language";
import { lintGutter, setDiagnostics, type Diagnostic as Mark } from "@codemirror/lint";
import { EditorState, StateField, Text, type Extension, type Line, type Transaction } from "@codemirror/state";
import {
  Decoration,
  drawSelection,
  EditorView,
  gutters,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  hoverTooltip,
  keymap,
  lineNumbers,
  type DecorationSet,
} from "@codemirror/view";
import type { Diagnostic } from "../clang/client";
import { coloured } from "./colours";
import { cutting, firstShown, type Cut } from "./cuts";
import { element } from "./dom";

/** More marks than that take long to draw, and nobody looks at each. */
const MOST_MARKS = 500;
/** A longer text, in characters, is left without colours: each letter would colour it anew. */
const MOST_COLOURED = 100_000;
/** So far from a place its expression is looked for, in steps outwards. */
const MOST_EXPRESSIONS = 4;

export interface Handlers {
  /** The text was changed by the reader. */
  readonly changed: (text: string) => void;
  /** Ctrl+Enter, or Command+Enter. */
  readonly run: () => void;
  /** Tab was pressed, which leaves the editor. */
  readonly left: () => void;
  /** How much of the window is covered, at its head and at its foot, in pixels. */
  readonly covered: () => Covered;
  /** What to say of an expression that is pointed at; undefined for nothing. */
  readonly pointed: (expression: Part) => Promise<string | undefined>;
}

export interface Covered {
  readonly top: number;
  readonly bottom: number;
}

/** A text to edit: `key` is what it is known by when it is shown again, `label` what a screen reader hears. */
export interface Shown {
  readonly key: string;
  readonly text: string;
  readonly label: string;
  readonly cut: Cut;
}

/** A part of the text, and where it is in it. */
export interface Part {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export class Editor {
  readonly #view: EditorView;
  /** What was shown before: each has its own history, selection and messages. */
  readonly #states = new Map<string, EditorState>();
  #key: string;

  constructor(
    parent: HTMLElement,
    shown: Shown,
    readonly isCpp: boolean,
    readonly handlers: Handlers,
  ) {
    this.#key = shown.key;
    this.#view = new EditorView({ parent, state: this.#state(shown) });
  }

  /** The text; files end with a newline, for which the editor would show an empty line. */
  get text(): string {
    return ended(this.#view.state.doc.toString());
  }

  /** Shows another text, with the history that it has if it was shown before. */
  show(shown: Shown): void {
    this.#states.set(this.#key, this.#view.state);
    this.#key = shown.key;
    this.#view.setState(this.#states.get(shown.key) ?? this.#state(shown));
    this.renew(shown.text);
  }

  /** Puts another text in the place of this one, which can be undone. */
  renew(text: string): void {
    if (text !== this.text) {
      const changes = { from: 0, to: this.#view.state.doc.length, insert: opened(text) };
      this.#view.dispatch({ changes, annotations: isolateHistory.of("full") });
    }
    this.#view.dispatch(setDiagnostics(this.#view.state, []));
  }

  /** Marks what clang and UBSan said of the text that is shown. */
  mark(diagnostics: readonly Diagnostic[]): void {
    const { doc } = this.#view.state;
    const placed = diagnostics.filter(({ line }) => line > 0).slice(0, MOST_MARKS);
    const marks = placed.map((one) => markOf(one, doc.line(Math.min(one.line, doc.lines))));
    this.#view.dispatch(setDiagnostics(this.#view.state, marks));
  }

  /** The selected part, else the expressions at the caret from the smallest on. */
  get expressions(): Part[] {
    const { doc, selection } = this.#view.state;
    const { from, to, head, empty } = selection.main;
    return empty ? this.#around(head) : [{ from, to, text: doc.sliceString(from, to) }];
  }

  /** Puts the caret at the start of a line. */
  goTo(number: number): void {
    const { doc } = this.#view.state;
    const { from } = doc.line(Math.min(Math.max(number, 1), doc.lines));
    this.#view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
    this.focus();
  }

  focus(): void {
    this.#view.focus();
  }

  /** Has the caret seen, if somebody types here. */
  reveal(): void {
    if (!this.#view.hasFocus) return;
    const { head } = this.#view.state.selection.main;
    this.#view.dispatch({ effects: EditorView.scrollIntoView(head) });
  }

  /** Puts the caret where somebody has clicked, and takes the focus. */
  focusAt(x: number, y: number): void {
    const anchor = this.#view.posAtCoords({ x, y }, false);
    this.#view.dispatch({ selection: { anchor } });
    this.focus();
  }

  close(): void {
    this.#view.destroy();
  }

  #state({ text, label, cut }: Shown): EditorState {
    const run = (): boolean => {
      this.handlers.run();
      return true;
    };
    const left = (): boolean => {
      this.handlers.left();
      return false;
    };
    const doc = Text.of(opened(text).split("\n"));
    return EditorState.create({
      doc,
      // Behind what is left out: to be within it is to ask for it.
      selection: { anchor: firstShown(doc, cut) },
      extensions: [
        EditorView.cspNonce.of("workbook"),
        // They scroll with the text, as the figure's numbers do.
        gutters({ fixed: false }),
        lintGutter(),
        lineNumbers(),
        highlightSpecialChars(),
        history(),
        drawSelection(),
        indentOnInput(),
        indentUnit.of("    "),
        bracketMatching(),
        closeBrackets(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        cpp(),
        colouring(this.isCpp),
        cutting(cut),
        // Tab stays the browser's: it leaves the editor (WCAG 2.2, 2.1.2).
        keymap.of([
          { key: "Tab", run: left },
          { key: "Mod-Enter", run },
          { key: "Mod-]", run: indentMore },
          { key: "Mod-[", run: indentLess },
          ...closeBracketsKeymap,
          ...defaultKeymap,
          ...historyKeymap,
        ]),
        // It takes the focus anyway; told so by its tabindex, checkers know that the scrolling box around it does too.
        EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
        EditorView.scrollMargins.of(() => this.handlers.covered()),
        EditorView.domEventHandlers({ beforeinput: replaceSelected }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) this.handlers.changed(this.text);
        }),
        this.#hovering,
      ],
    });
  }

  readonly #hovering = hoverTooltip(async (_view, at) => {
    const [smallest] = this.#around(at);
    const said = smallest && (await this.handlers.pointed(smallest));
    if (!smallest || said === undefined) return null;
    const create = (): { dom: HTMLElement } => ({ dom: element("div", { className: "cw-hover", textContent: said }) });
    return { pos: smallest.from, end: smallest.to, above: true, create };
  });

  /** The expressions that a place is in, from the smallest on. */
  #around(at: number): Part[] {
    const { doc } = this.#view.state;
    const isWord = (text: string): boolean => /[\p{L}\p{N}_]/u.test(text);
    const side = isWord(doc.sliceString(at, at + 1)) || !isWord(doc.sliceString(at - 1, at)) ? 1 : -1;
    const found: Part[] = [];
    let node: ReturnType<typeof syntaxTree>["topNode"] | null = syntaxTree(this.#view.state).resolveInner(at, side);
    for (; node && found.length < MOST_EXPRESSIONS; node = node.parent) {
      const { from, to, type } = node;
      if (type.is("Expression")) found.push({ from, to, text: doc.sliceString(from, to) });
    }
    return found;
  }
}

/** A text without its last newline. */
function opened(text: string): string {
  return text.replace(/\n$/, "");
}

function ended(text: string): string {
  return text === "" ? "" : `${text}\n`;
}

/** The colours that the book's figures have. */
function colouring(isCpp: boolean): Extension {
  const colour = (text: string): DecorationSet => {
    if (text.length > MOST_COLOURED) return Decoration.none;
    return Decoration.set(coloured(text, isCpp).map(({ from, to, kind }) => Decoration.mark({ class: kind }).range(from, to)));
  };
  return StateField.define<DecorationSet>({
    create: ({ doc }) => colour(doc.toString()),
    update: (now, { docChanged, newDoc }) => (docChanged ? colour(newDoc.toString()) : now),
    provide: (field) => EditorView.decorations.from(field),
  });
}

/**
 * Puts typed text in the place of the selected one. Left to itself, Chromium gives it the look of
 * what was there by a style attribute, which the pages' policy refuses and reports.
 */
function replaceSelected(event: InputEvent, view: EditorView): boolean {
  const isTyped = event.inputType === "insertText" && event.data !== null && !event.isComposing;
  if (!isTyped || view.state.selection.main.empty) return false;
  event.preventDefault();
  const { from, to } = view.state.selection.main;
  const typed = event.data ?? "";
  const insert = (): Transaction => view.state.update(view.state.replaceSelection(typed), { userEvent: "input.type", scrollIntoView: true });
  // Such as the one that puts brackets around what is selected.
  const isHandled = view.state.facet(EditorView.inputHandler).some((handle) => handle(view, from, to, typed, insert));
  if (!isHandled) view.dispatch(insert());
  return true;
}

function markOf(diagnostic: Diagnostic, line: Line): Mark {
  const from = Math.min(line.from + Math.max(diagnostic.column - 1, 0), line.to);
  const to = Math.min(line.from + Math.max(diagnostic.end - 1, 0), line.to);
  const option = diagnostic.option ? ` [${diagnostic.option}]` : "";
  return {
    from,
    to: Math.max(from, to),
    severity: diagnostic.severity === "note" ? "info" : diagnostic.severity,
    message: diagnostic.message + option,
  };
}
