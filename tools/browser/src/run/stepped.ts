/** The steps of a figure's program: what is stepped through, at which step, and the address that says so. */
import type { StepView } from "../step/view/view";
import { element } from "./dom";
import { isSame, type Edit } from "./program";
import { stepIn, withStep } from "./share";

/** How long a reader has to rest at a step before the address follows, in milliseconds. */
const REST = 400;

export class Stepped {
  /** Where the steps are shown. */
  readonly root = element("div");
  #edit: Edit | undefined;
  #view: StepView | undefined;
  /** The step of a link that waits for the reader's press. */
  #waiting: { readonly edit: Edit; readonly step: number } | undefined;
  #resting: number | undefined;

  /** `isLinked` tells whether the address is about this program. */
  constructor(readonly isLinked: () => boolean) {}

  /** Whether this text is what is being stepped through. */
  isOf(edit: Edit): boolean {
    return this.#edit !== undefined && isSame(this.#edit, edit);
  }

  /** The step at which this text is shown; undefined if it is not being stepped through. */
  stepOf(edit: Edit): number | undefined {
    return this.isOf(edit) ? this.#view?.at : undefined;
  }

  /** When this text is stepped through, that is to begin at a step. */
  want(edit: Edit, step: number): void {
    this.#waiting = { edit, step };
  }

  /** Where the steps of a text are to begin. */
  wanted(edit: Edit): number {
    return this.#waiting && isSame(this.#waiting.edit, edit) ? this.#waiting.step : 0;
  }

  /** The steps of a text are there; undefined if its recording has failed or was stopped. */
  begin(edit: Edit, view: StepView | undefined): void {
    this.#edit = view && edit;
    this.#view = view;
    if (view) this.#waiting = undefined;
  }

  goTo(step: number): void {
    this.#view?.goTo(step);
  }

  /** Another moment is shown: an address that names a step names that one, so that a reload comes back to it. */
  shown(step: number): void {
    clearTimeout(this.#resting);
    // Browsers let an address change so often and no more: a slider would ask for it at each pixel.
    this.#resting = window.setTimeout(() => this.#tell(step), REST);
  }

  /** The reader has put the steps away: a reload brings them back no more. */
  put(): void {
    this.end();
    this.#tell(undefined);
  }

  /** The page is left, and its address is another's already. */
  end(): void {
    clearTimeout(this.#resting);
    this.#edit = this.#view = undefined;
  }

  #tell(step: number | undefined): void {
    if (!this.isLinked() || stepIn(location.hash) === undefined) return;
    history.replaceState(history.state, "", location.pathname + location.search + withStep(location.hash, step));
  }
}
