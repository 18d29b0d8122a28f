/** What a reader chooses before being asked: kinds, a level, a seed, or a sheet for paper. */
import { copied } from "../copying";
import { button, part } from "../elements";
import { frameWithLink } from "../explainer/embedded";
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
    const copies = (what: string, words: string, make: (address: string) => string): void =>
      part(form, `[data-copy="${what}"]`).addEventListener("click", () => void this.copy(words, make));
    copies("link", "The link is copied. Everybody who opens it gets the same questions.", (address) => address);
    copies("frame", "Two lines are copied. They ask the same questions on a page of yours.", framed);
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

  /** Copies what is made of the link, and says so; where the browser refuses, it is shown. */
  private async copy(words: string, make: (address: string) => string): Promise<void> {
    const shown = this.form.closest(".cwp")?.querySelector(".cwp-paper") !== null;
    const state = this.chosen(shown);
    if (!state) return;
    this.show(state);
    const text = make(this.wishes.address(state));
    this.said.textContent = (await copied(text)) ? words : text;
  }
}

/** Practice on somebody's page. */
function framed(address: string): string {
  return frameWithLink(address.replace("#", "?embed#"), address, document.title);
}
