/** The page of all that the book keeps on the device: what it is, a file of it, and what forgets it. */
import { button, element, part } from "../elements";
import type { Entry } from "./areas";
import { carrying, everything } from "./carry";
import { KINDS, LISTED, ofKind, room, summary, whereIs, type Kind, type Known } from "./kinds";
import { kept } from "./store";
import { twice } from "./twice";

const HOME = new URL("../../", import.meta.url);
const DAY = new Intl.DateTimeFormat("en", { dateStyle: "long", timeStyle: "short" });

/** A kind's section in the page. */
interface Section {
  readonly kind: Kind;
  readonly place: HTMLElement;
  readonly says: HTMLElement;
  readonly list: HTMLElement;
  readonly forget: HTMLButtonElement;
}

let current: { root: HTMLElement; leave: () => void } | null = null;

/** Brings the page to life, once each time it is there. */
export function mount(root: HTMLElement): void {
  if (current?.root === root) return;
  leave();
  const page = new Keeping(root);
  current = { root, leave: () => page.leave() };
}

export function leave(): void {
  current?.leave();
  current = null;
}

class Keeping {
  private readonly known: Known;
  private readonly said: HTMLElement;
  private readonly sections: readonly Section[];
  private readonly all: HTMLButtonElement;
  private readonly undo: HTMLButtonElement;
  private readonly unhear: () => void;
  /** What was forgotten last: it can be had back until the page is left. */
  private forgotten: readonly Entry[] = [];

  constructor(private readonly root: HTMLElement) {
    this.known = JSON.parse(part(root, ".cwk-known").dataset["known"] ?? "{}") as Known;
    this.said = part(root, ".cwk-said");
    this.sections = KINDS.map((kind) => this.section(kind));
    this.all = twice("Forget everything", "Forget all of it?", "Forget everything", () => void this.forget());
    this.undo = button("Undo", () => void this.bringBack());
    this.undo.hidden = true;
    const files = part(root, ".cwk-files");
    carrying(files, (text) => this.tell(text));
    files.append(this.all, this.undo);
    this.unhear = kept().heard(() => void this.draw());
    root.classList.add("is-live");
    void this.draw();
  }

  leave(): void {
    this.unhear();
  }

  private section(kind: Kind): Section {
    const place = part(this.root, `[data-kind=${kind.name}]`);
    const title = place.dataset["title"] ?? kind.name;
    const says = element("p", "cwk-says");
    const list = element("ul", "cwk-list");
    const forget = twice("Forget", "Forget all?", `Forget ${title}`, () => void this.forget(kind));
    return { kind, place, says, list, forget };
  }

  private async draw(): Promise<void> {
    const entries = await everything();
    for (const { kind, place, says, list, forget } of this.sections) {
      const own = ofKind(kind, entries);
      says.textContent = summary(kind, own, (when) => DAY.format(when));
      forget.disabled = own.length === 0;
      const thing = LISTED[kind.name]?.thing;
      if (thing) list.replaceChildren(...own.map((entry) => this.item(kind, thing, entry)));
      list.hidden = list.childElementCount === 0;
      if (!says.isConnected) place.replaceChildren(says, list, forget); // filled, so that nothing moves in it
    }
    this.all.disabled = entries.length === 0;
    if (kept().trouble) this.tell(kept().trouble ?? "");
    const used = await usage();
    part(this.root, ".cwk-room").textContent =
      used === undefined ? "" : `This browser says that all of this host takes ${room(used)} of the device, the offline book included.`;
  }

  private item(kind: Kind, thing: string, { key, when }: Entry): HTMLElement {
    const item = element("li");
    const where = whereIs(kind.name, key, this.known);
    const name = element("code", "", key);
    if (where === undefined) {
      item.append(name, `, ${DAY.format(when)}. The book does not have this ${thing} any more; the file that you export has what you made.`);
      return item;
    }
    const link = element("a");
    link.href = new URL(where, HOME).href;
    link.append(name);
    item.append(link, `, ${DAY.format(when)}`);
    return item;
  }

  /** Forgets a kind, or everything. */
  private async forget(kind?: Kind): Promise<void> {
    const entries = await everything();
    this.forgotten = kind ? ofKind(kind, entries) : entries;
    let isTold = true;
    for (const { area, key } of this.forgotten) isTold = (await kept().remove(area, key)) && isTold;
    this.undo.hidden = false;
    this.undo.focus(); // the button that was pressed can do nothing any more
    this.tell(isTold ? "It is forgotten. Until you leave this page, Undo brings it back." : (kept().trouble ?? ""));
  }

  private async bringBack(): Promise<void> {
    for (const { area, key, value, when } of this.forgotten) await kept().put(area, key, value, when);
    this.forgotten = [];
    this.undo.hidden = true;
    this.all.focus();
    this.tell("Everything that you forgot last is back.");
  }

  private tell(text: string): void {
    this.said.textContent = text;
  }
}

/** How many bytes the host takes, as far as the browser says. */
async function usage(): Promise<number | undefined> {
  try {
    return (await navigator.storage.estimate()).usage;
  } catch {
    return undefined; // only a page from an address with https is told
  }
}
