/** The parts of a class sheet on the page: its head, a button for each question, and the place to hand it in. */
import { button, element } from "../elements";
import { dayOf, type ClassLink } from "./link";
import type { Done, State } from "./sheet";

const STATES: Readonly<Record<State, string>> = {
  open: "open",
  first: "right at the first try",
  later: "right at a later try",
  wrong: "not right yet",
};

/** The title, and until when; `now` in milliseconds since 1970. */
export function head({ title, seed, due }: ClassLink, now: number): HTMLElement {
  const made = element("div", "cwc-head");
  made.append(element("h2", "", title || `Sheet ${seed}`));
  const end = dayOf(due);
  if (end === null) return made;
  const day = new Intl.DateTimeFormat(undefined, { dateStyle: "full" });
  const time = element("time", "", day.format(end));
  time.dateTime = due;
  time.lang = day.resolvedOptions().locale;
  const line = element("p", "cwc-due");
  if (now <= end) line.append("Due ", time, ".");
  else line.append("It was due ", time, ". You can still finish it: the file says when each answer was given.");
  made.append(line);
  return made;
}

/** A button for each question, numbered, with how far the learner is. */
export class Numbers {
  readonly root = element("nav", "cwc-numbers");
  private readonly buttons: HTMLButtonElement[];

  constructor(count: number, show: (place: number) => void) {
    this.root.setAttribute("aria-label", "Questions of this sheet");
    const list = element("ol", "cwc-items");
    this.buttons = Array.from({ length: count }, (_, place) => {
      const one = button(String(place + 1), () => show(place));
      const item = element("li");
      item.append(one);
      list.append(item);
      return one;
    });
    this.root.append(list);
  }

  /** Shows how far the learner is; `at` is what is shown below. Those that have not come yet are not to be pressed. */
  draw(done: readonly Done[], at: number): void {
    for (const [place, one] of this.buttons.entries()) {
      const state = done[place]?.state;
      one.disabled = state === undefined;
      one.dataset["state"] = state ?? "open";
      one.setAttribute("aria-label", `${place + 1}: ${state === undefined ? "not here yet" : STATES[state]}`);
      if (place === at) one.setAttribute("aria-current", "true");
      else one.removeAttribute("aria-current");
    }
  }
}

/** How far the learner is, in a sentence. */
export function score(done: readonly Done[], count: number): string {
  const answered = done.filter(({ state }) => state !== "open").length;
  const right = done.filter(({ state }) => state === "first" || state === "later").length;
  return `${answered} of ${count} answered, ${right} right.`;
}

/** The next item that is open after a place, from the beginning again at the end; -1 where none is. */
export function nextOpen(done: readonly Done[], at: number): number {
  const places = [...done.keys()];
  const after = [...places.slice(at + 1), ...places.slice(0, at + 1)];
  return after.find((place) => done[place]?.state === "open") ?? -1;
}

/** Where a learner types a name and saves the file. */
export class HandIn {
  readonly root = element("form", "cwc-hand");
  private readonly input = element("input", "cwp-field");
  private readonly said = element("p", "cwc-saved");
  private readonly save = button("Save what I did", () => undefined);

  constructor(name: string, typed: (name: string) => void, save: (name: string) => string) {
    const label = element("label", "cwx-labelled", "Your name, if your teacher wants it ");
    this.input.name = "name";
    this.input.maxLength = 80;
    this.input.autocomplete = "name";
    this.input.value = name;
    this.input.addEventListener("input", () => typed(this.input.value.trim()));
    label.append(this.input);
    this.save.type = "submit";
    this.save.classList.add("cw-button--main");
    this.said.setAttribute("role", "status");
    const row = element("div", "cwc-row");
    row.append(label, this.save);
    this.root.append(
      element("h2", "", "Hand it in"),
      element("p", "", "This saves a file on your device. Nothing is sent: you give the file to your teacher yourself."),
      row,
      this.said,
    );
    this.root.addEventListener("submit", (event) => {
      event.preventDefault();
      this.said.textContent = save(this.input.value.trim());
    });
  }

  /** Puts the name there that another tab has; what is being typed stays. */
  put(name: string): void {
    if (document.activeElement !== this.input) this.input.value = name;
  }

  focus(): void {
    this.save.focus();
  }
}

/** The sheets that are on the device, with links that go on. */
export function sheetList(sheets: readonly { readonly link: string; readonly title: string }[]): HTMLElement[] {
  if (sheets.length === 0) return [];
  const list = element("ul");
  for (const { link, title } of sheets) {
    const item = element("li");
    const to = element("a", "", title || `Sheet ${new URLSearchParams(link.slice(1)).get("seed") ?? ""}`);
    to.href = link;
    item.append(to);
    list.append(item);
  }
  return [element("h2", "", "Your sheets"), list];
}

/** What is shown where a question cannot come. */
export function failed(why: string, again: () => void): HTMLElement[] {
  return [element("p", "", why), button("Try again", again)];
}

