/** What a reader chooses before being asked: kinds, a level, a seed, or a sheet for paper. */
import { button, part } from "../elements";
import { drawnSeed, inWords, isSeed, known, MOST, type State } from "./state";

interface Wishes {
  begin(state: State): void;
  /** The link of a state. */
  address(state: State): string;
}

export class Settings {
  private readonly boxes: HTMLInputElement[];
  private readonly level: HTMLSelectElement;
  private readonly seed: HTMLInputElement;
  private readonly count: HTMLInputElement;
  private readonly key: HTMLInputElement;
  private readonly said: HTMLElement;
  private readonly fold: HTMLDetailsElement;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly wishes: Wishes,
  ) {
    this.boxes = [...form.querySelectorAll<HTMLInputElement>('input[name="kind"]')];
    this.level = part(form, 'select[name="level"]');
    this.seed = part(form, 'input[name="seed"]');
    this.count = part(form, 'input[name="count"]');
    this.key = part(form, 'input[name="key"]');
    this.said = part(form, ".cwp-said");
    this.fold = part(form, ".cwp-choose");
    form.addEventListener("change", () => this.tell());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.begin(false);
    });
    part(form, ".cwp-sheet").append(
      button("Make the sheet", () => this.begin(true)),
      button("Print", () => window.print()),
    );
    part(form, ".cwp-buttons").append(button("Copy the link", () => void this.copy()));
  }

  /** Shows a state, as a link or an earlier choice has it. */
  show({ seed, kinds, level, sheet, key }: State): void {
    for (const box of this.boxes) box.checked = kinds.includes(box.value);
    this.level.value = level === null ? "" : String(level);
    this.seed.value = seed;
    if (sheet !== null) this.count.value = String(sheet);
    if (sheet !== null) this.key.checked = key;
    this.tell();
  }

  /** Says in the fold's line what is chosen in it. */
  private tell(): void {
    part(this.fold, ".cwp-chosen").textContent = inWords(this.kinds(), this.chosenLevel());
  }

  private kinds(): string[] {
    return known(this.boxes.filter((box) => box.checked).map((box) => box.value));
  }

  private chosenLevel(): number | null {
    return this.level.value === "" ? null : Number(this.level.value);
  }

  private begin(sheet: boolean): void {
    const state = this.chosen(sheet);
    if (!state) return;
    this.fold.open = false; // what was asked for stands below it
    this.wishes.begin(state);
  }

  /** What is chosen; null, and said why, where it cannot be taken. */
  private chosen(sheet: boolean): State | null {
    this.said.textContent = "";
    const typed = this.seed.value.trim();
    if (typed !== "" && !isSeed(typed)) {
      this.said.textContent = "A seed is a number or a word of at most 60 characters.";
      this.seed.focus();
      return null;
    }
    const count = Number(this.count.value);
    if (sheet && !(Number.isInteger(count) && count >= 1 && count <= MOST)) {
      this.said.textContent = `A sheet has 1 to ${MOST} questions.`;
      this.count.focus();
      return null;
    }
    return {
      seed: typed || drawnSeed(),
      kinds: this.kinds(),
      level: this.chosenLevel(),
      sheet: sheet ? count : null,
      key: this.key.checked,
    };
  }

  private async copy(): Promise<void> {
    const shown = this.form.closest(".cwp")?.querySelector(".cwp-paper") !== null;
    const state = this.chosen(shown);
    if (!state) return;
    this.show(state);
    try {
      await navigator.clipboard.writeText(this.wishes.address(state));
      this.said.textContent = "The link is copied. Everybody who opens it gets the same questions.";
    } catch {
      this.said.textContent = this.wishes.address(state);
    }
  }
}

