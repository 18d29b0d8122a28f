/** The editor: CodeMirror, with the page's colours and clang's messages. */
import { defaultKeymap, history, historyKeymap, indentLess, indentMore } from "@codemirror/commands";
import { cpp } from "@codemirror/lang-cpp";
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, setDiagnostics, type Diagnostic as Mark } from "@codemirror/lint";
import { Compartment, EditorState, type Text } from "@codemirror/state";
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

export interface Handlers {
  /** The text was changed by the reader. */
  readonly changed: (text: string) => void;
  /** Ctrl+Enter, or Command+Enter. */
  readonly run: () => void;
}

export class Editor {
  readonly #view: EditorView;
  readonly #label = new Compartment();
  #quiet = false;

  constructor(parent: HTMLElement, text: string, label: string, handlers: Handlers) {
    const run = (): boolean => {
      handlers.run();
      return true;
    };
    this.#view = new EditorView({
      parent,
      state: EditorState.create({
        doc: text,
        extensions: [
          EditorView.cspNonce.of("workbook"),
          lineNumbers(),
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
          this.#label.of(EditorView.contentAttributes.of({ "aria-label": label })),
          // It takes the focus anyway; told so, checkers know that the scrolling box around it does too.
          EditorView.contentAttributes.of({ tabindex: "0" }),
          EditorView.domEventHandlers({ beforeinput: replaceSelected }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged && !this.#quiet) handlers.changed(update.state.doc.toString());
          }),
        ],
      }),
    });
  }

  get text(): string {
    return this.#view.state.doc.toString();
  }

  /** Shows another text under another name; its messages and its history are its own. */
  show(text: string, label: string): void {
    this.#quiet = true;
    this.#view.dispatch({
      changes: { from: 0, to: this.#view.state.doc.length, insert: text },
      effects: this.#label.reconfigure(EditorView.contentAttributes.of({ "aria-label": label })),
    });
    this.#view.dispatch(setDiagnostics(this.#view.state, []));
    this.#quiet = false;
  }

  /** Marks what clang said of the text that is shown. */
  mark(diagnostics: readonly Diagnostic[]): void {
    const { doc } = this.#view.state;
    const marks = diagnostics.filter(({ line }) => line > 0 && line <= doc.lines).map((one) => markOf(one, doc));
    this.#view.dispatch(setDiagnostics(this.#view.state, marks));
  }

  /** The selected text and where it lies; the word at the caret if nothing is selected. */
  get selection(): { from: number; to: number; text: string } {
    const { main } = this.#view.state.selection;
    const range = main.empty ? (this.#view.state.wordAt(main.head) ?? main) : main;
    return { from: range.from, to: range.to, text: this.#view.state.sliceDoc(range.from, range.to) };
  }

  /** Puts the caret at the start of a line, counted from 1. */
  goTo(line: number): void {
    const { doc } = this.#view.state;
    const { from } = doc.line(Math.min(Math.max(line, 1), doc.lines));
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

function markOf(diagnostic: Diagnostic, doc: Text): Mark {
  const line = doc.line(diagnostic.line);
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
