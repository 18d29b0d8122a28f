/** What a figure leaves out of its file, above and below: left out in the editor too, until somebody goes there. */
import { StateEffect, StateField, type EditorState, type Extension, type Range, type Text } from "@codemirror/state";
import { Decoration, EditorView, WidgetType, type DecorationSet } from "@codemirror/view";
import { button } from "./dom";

/** How many lines are left out. */
export interface Cut {
  readonly above: number;
  readonly below: number;
}

const showAll = StateEffect.define<null>();

/** The rule that stands for some lines, and shows them when it is pressed. */
class Rule extends WidgetType {
  constructor(
    readonly first: number,
    readonly last: number,
  ) {
    super();
  }

  override eq(other: Rule): boolean {
    return other.first === this.first && other.last === this.last;
  }

  override toDOM(view: EditorView): HTMLElement {
    const lines = this.first === this.last ? `line ${this.first}` : `lines ${this.first} to ${this.last}`;
    const made = button(lines, "cw-cut", () => view.dispatch({ effects: showAll.of(null) }));
    made.setAttribute("aria-label", `Show ${lines}`);
    return made;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

/** Leaves out what a figure does, of a text that still has those lines as the book has them. */
export function cuts(cut: Cut, book: string, text: string): Cut {
  const [before, now] = [book, text].map((each) => each.split("\n"));
  const isKept = (from: number, to?: number): boolean =>
    String(before?.slice(from, to).join("\n")) === String(now?.slice(from, to).join("\n"));
  return {
    above: cut.above > 0 && isKept(0, cut.above) ? cut.above : 0,
    below: cut.below > 0 && isKept(-cut.below) ? cut.below : 0,
  };
}

/** The extension for a text whose first and last lines are left out; the caret begins between them. */
export function cutting(cut: Cut): Extension {
  return StateField.define<DecorationSet>({
    create: ({ doc }) => Decoration.set(rules(doc, cut)),
    update(before, { changes, docChanged, effects, state }) {
      if (before.size === 0) return before;
      const isChanged = docChanged && isAny(before, (from, to) => changes.touchesRange(from, to) !== false);
      const now = docChanged && !isChanged ? before.map(changes) : before;
      const isAsked = effects.some((effect) => effect.is(showAll));
      return isAsked || isChanged || isSelected(now, state) ? Decoration.none : now;
    },
    provide: (field) => EditorView.decorations.from(field),
  });
}

/** Where the caret begins. */
export function firstShown(doc: Text, cut: Cut): number {
  return doc.line(Math.min(cut.above + 1, doc.lines)).from;
}

function rules(doc: Text, { above, below }: Cut): Range<Decoration>[] {
  const made: Range<Decoration>[] = [];
  const rule = (first: number, last: number): void => {
    const widget = new Rule(first, last);
    made.push(Decoration.replace({ widget, block: true }).range(doc.line(first).from, doc.line(last).to));
  };
  if (above + below >= doc.lines) return [];
  if (above > 0) rule(1, above);
  if (below > 0) rule(doc.lines - below + 1, doc.lines);
  return made;
}

/** Whether somebody has gone into what is left out, or has selected it. */
function isSelected(now: DecorationSet, { selection }: EditorState): boolean {
  return isAny(now, (from, to) => selection.ranges.some((range) => range.from <= to && range.to >= from));
}

function isAny(now: DecorationSet, holds: (from: number, to: number) => boolean): boolean {
  for (const part = now.iter(); part.value; part.next()) if (holds(part.from, part.to)) return true;
  return false;
}
