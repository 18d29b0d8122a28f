/** The list of an exercise's checks: each passed, failed with what was found, or not tried. */
import { element } from "../elements";
import type { Outcome } from "./question";

/** A sign and a word: neither is told by its colour alone. */
const MARKS = { passed: "\u2713 Passed", failed: "\u2717 Failed" } as const;

export class Checklist {
  readonly #rows: readonly HTMLElement[];

  constructor(room: HTMLElement) {
    this.#rows = [...room.querySelectorAll<HTMLElement>(".cw-check")];
  }

  /** Says how a check went. */
  tell(place: number, { passed, says, shows }: Outcome): void {
    const row = this.#rows[place];
    if (!row) return;
    this.#mark(row, passed ? "passed" : "failed");
    for (const line of says.split("\n").filter((one) => one !== "")) row.append(element("p", "cw-check__found", line));
    if (!shows) return;
    const frame = element("pre", "cw-question__shows");
    frame.tabIndex = 0; // it may be wider than the page
    frame.append(element("code", "", shows));
    row.append(frame);
  }

  /** As if nothing had been tried. */
  clear(): void {
    for (const row of this.#rows) this.#mark(row, undefined);
  }

  /** Says that all of them passed, as they did once. */
  passed(): void {
    for (const row of this.#rows) this.#mark(row, "passed");
  }

  #mark(row: HTMLElement, how: "passed" | "failed" | undefined): void {
    for (const one of row.querySelectorAll(".cw-check__found, .cw-question__shows")) one.remove();
    row.classList.toggle("is-passed", how === "passed");
    row.classList.toggle("is-failed", how === "failed");
    const mark = row.querySelector(".cw-check__mark");
    if (mark) mark.textContent = how ? MARKS[how] : "Not tried";
  }
}
