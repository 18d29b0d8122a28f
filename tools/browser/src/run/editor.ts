/** The editor: CodeMirror, with the page's colours and clang's messages. */
import { defaultKeymap, history, historyKeymap, indentLess, indentMore, isolateHistory } from "@codemirror/commands";
import { cpp } from "@codemirror/lang-cpp";
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, setDiagnostics, type Diagnostic as Mark } from "@codemirror/lint";
import { EditorState, StateField, type Line } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { Diagnostic } from "../clang/client";
import { indexOf } from "./numbers";

/** The same kinds of words as in the book's static code; the colours are in docs/assets/run.css. */
const STYLE = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier, tags.controlKeyword, tags.operatorKeyword], class: "cw-code-keyword" },
  { tag: [tags.typeName, tags.className, tags.standard(tags.typeName)], class: "cw-code-type" },
  { tag: [tags.string, tags.character, tags.special(tags.string)], class: "cw-code-string" },
  { tag: [tags.number, tags.bool, tags.null], class: "cw-code-number" },
  { tag: tags.comment, class: "cw-code-comment" },
  { tag: [tags.processingInstruction, tags.meta], class: "cw-code-meta" },
  { tag: [tags.function(tags.variableName), tags.function(tags.definition(tags.variableName))], class: "cw-code-function" },
]);

/** More marks than that take long to draw, and nobody looks at each. */
const MOST_MARKS = 500;

export interface Handlers {
  /** The text was changed by the reader. */
  readonly changed: (text: string) => void;
  /** Ctrl+Enter, or Command+Enter. */
  readonly run: () => void;
  /** The numbers that a text's lines have in their file. */
  readonly numbers: (text: string) => readonly number[];
}

export class Editor {
  readonly #view: EditorView;
  readonly #handlers: Handlers;
  /** The files that were shown before: each has its own history, selection and messages. */
  readonly #states = new Map<string, EditorState>();
  #name: string;

  /** `name` is the file's, by which it is shown again; `label` is what a screen reader hears. */
  constructor(parent: HTMLElement, name: string, text: string, label: string, handlers: Handlers) {
    this.#handlers = handlers;
    this.#name = name;
    this.#view = new EditorView({ parent, state: this.#state(text, label) });
  }

  #state(text: string, label: string): EditorState {
    const run = (): boolean => {
      this.#handlers.run();
      return true;
    };
    return EditorState.create({
      doc: text,
      extensions: [
        EditorView.cspNonce.of("workbook"),
        this.#numbers,
        lineNumbers({ formatNumber: (line, state) => String(state.field(this.#numbers)[line - 1] ?? line) }),
        lintGutter(),
        highlightSpecialChars(),
        history(),
        drawSelection(),
        indentOnInput(),
        indentUnit.of("    "),
        bracketMatching(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        cpp(),
        syntaxHighlighting(STYLE),
        // Tab stays the browser's: it leaves the editor (WCAG 2.2, 2.1.2).
        keymap.of([
          { key: "Mod-Enter", run },
          { key: "Mod-]", run: indentMore },
          { key: "Mod-[", run: indentLess },
          ...defaultKeymap,
          ...historyKeymap,
        ]),
        // It takes the focus anyway; told so by its tabindex, checkers know that the scrolling box around it does too.
        EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
        EditorView.domEventHandlers({ beforeinput: replaceSelected }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) this.#handlers.changed(update.state.doc.toString());
        }),
      ],
    });
  }

  readonly #numbers = StateField.define<readonly number[]>({
    create: ({ doc }) => this.#handlers.numbers(doc.toString()),
    update: (now, { docChanged, newDoc }) => (docChanged ? this.#handlers.numbers(newDoc.toString()) : now),
  });

  get text(): string {
    return this.#view.state.doc.toString();
  }

  /** The numbers of the lines, which those of messages are too. */
  get numbers(): readonly number[] {
    return this.#view.state.field(this.#numbers);
  }

  /** Shows another file, as it was left if it was shown before, else with this text. */
  show(name: string, text: string, label: string): void {
    this.#states.set(this.#name, this.#view.state);
    this.#name = name;
    this.#view.setState(this.#states.get(name) ?? this.#state(text, label));
  }

  /** Puts another text in the place of this one, which can be undone; the other files are forgotten. */
  renew(text: string): void {
    this.#states.clear();
    const changes = { from: 0, to: this.#view.state.doc.length, insert: text };
    this.#view.dispatch({ changes, annotations: isolateHistory.of("full") });
    this.#view.dispatch(setDiagnostics(this.#view.state, []));
  }

  /** Marks what clang and UBSan said of the text that is shown. */
  mark(diagnostics: readonly Diagnostic[]): void {
    const { doc } = this.#view.state;
    const placed = diagnostics.filter(({ line }) => line > 0).slice(0, MOST_MARKS);
    const marks = placed.map((one) => markOf(one, doc.line(indexOf(this.numbers, one.line) + 1)));
    this.#view.dispatch(setDiagnostics(this.#view.state, marks));
  }

  /** The selected text and where it lies in the text as the compiler gets it; the word at the caret if nothing is selected. */
  get selection(): { from: number; to: number; text: string } {
    const { doc, selection } = this.#view.state;
    const { main } = selection;
    const range = main.empty ? (this.#view.state.wordAt(main.head) ?? main) : main;
    const place = (at: number): number => {
      const { number } = doc.lineAt(at);
      return at + (this.numbers[number - 1] ?? number) - number;
    };
    return { from: place(range.from), to: place(range.to), text: doc.sliceString(range.from, range.to) };
  }

  /** Puts the caret at the start of the line with this number. */
  goTo(number: number): void {
    const { from } = this.#view.state.doc.line(indexOf(this.numbers, number) + 1);
    this.#view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
    this.focus();
  }

  focus(): void {
    this.#view.focus();
  }

  close(): void {
    this.#view.destroy();
  }
}

/**
 * Puts typed text in the place of the selected one. Left to itself, Chromium gives it the look of
 * what was there by a style attribute, which the pages' policy refuses and reports.
 */
function replaceSelected(event: InputEvent, view: EditorView): boolean {
  const isTyped = event.inputType === "insertText" && event.data !== null && !event.isComposing;
  if (!isTyped || view.state.selection.main.empty) return false;
  event.preventDefault();
  view.dispatch(view.state.replaceSelection(event.data ?? ""), { userEvent: "input.type", scrollIntoView: true });
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
