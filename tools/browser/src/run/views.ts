/** What else the compiler can show of the edited text, beside running it. */
import type { Editor } from "./editor";
import type { Edit } from "./program";

/** Where a view finds the text. */
export interface Source {
  readonly edit: () => Edit;
  /** The file in the editor. */
  readonly file: () => string;
  readonly units: readonly string[];
  readonly editor: Editor;
}

export interface View {
  readonly name: string;
  readonly root: HTMLElement;
  /** Shows the text as it is now; the compiler is there. */
  show(): Promise<void>;
  /** Says why it cannot. */
  fail(message: string): void;
}

/** The views, in the order of their tabs. */
export function views(_source: Source): readonly View[] {
  return [];
}
