/**
 * Which version of a program is shown: the book's, the reader's own, or the one that a link brought.
 * Whoever changes one that is not the reader's own makes it so; the reader's former version is set
 * aside. Nothing is ever thrown away, and the book's version can always be looked at.
 */
import { kept, type Store } from "../kept/store";
import { digestOf, draftsIn, NONE, setAside, valueOf, type Draft, type Drafts } from "./drafts";
import { isSame, original, type Edit, type Program } from "./program";

export type Which = "book" | "mine" | "link";

const AREA = "drafts";

export class Versions {
  #now: Which = "book";
  #drafts: Drafts = NONE;
  #link: Edit | undefined;
  /** What the device was told last, as text: what others change is told from that. */
  #told = "";
  #saving: Promise<void> | undefined;
  #isStale = false;
  readonly #book: string;
  readonly #end: () => void;

  /** `heard` is called when another tab or figure has changed the reader's version, `troubled` when the device keeps nothing. */
  constructor(
    readonly program: Program,
    readonly heard: () => void,
    readonly troubled: (sentence: string) => void,
    readonly store: Store = kept(),
  ) {
    this.#book = digestOf(program);
    this.#end = store.heard((area, key) => {
      if (area === AREA && (key === undefined || key === program.name)) void this.#renew();
    });
  }

  /** Reads what the device has. */
  async load(): Promise<void> {
    const entry = await this.store.get(AREA, this.program.name);
    this.#drafts = draftsIn(entry?.value, this.program);
    this.#told = JSON.stringify(valueOf(this.#drafts));
    if (this.store.trouble) this.troubled(this.store.trouble);
  }

  get now(): Which {
    return this.#now;
  }

  get mine(): Draft | undefined {
    return this.#drafts.mine;
  }

  get link(): Edit | undefined {
    return this.#link;
  }

  get earlier(): readonly Draft[] {
    return this.#drafts.earlier;
  }

  /** Whether the reader's version was shown when the page was left. */
  get wasOpen(): boolean {
    return this.#drafts.isOpen && this.#drafts.mine !== undefined;
  }

  /** Whether the book's text has changed since the reader's version began. */
  get isBehind(): boolean {
    return this.#drafts.mine !== undefined && this.#drafts.mine.book !== this.#book;
  }

  /** The version that is shown. */
  get edit(): Edit {
    const shown = { book: undefined, mine: this.#drafts.mine?.edit, link: this.#link }[this.#now];
    return shown ?? original(this.program);
  }

  /** Whether what is shown is the book's own, in all that decides the result. */
  get isBooks(): boolean {
    return isSame(this.edit, original(this.program));
  }

  /** Whether its text is, whatever the settings are. */
  get isBooksText(): boolean {
    const { files } = this.program;
    return Object.keys(files).every((name) => this.edit.files[name] === files[name]);
  }

  choose(which: Which): void {
    this.#now = which;
    if (which !== "link") this.#open(which === "mine");
  }

  /** Takes a program from a link; the reader's own is recognised. */
  take(link: Edit): void {
    const known = ([["mine", this.#drafts.mine?.edit], ["book", original(this.program)]] as const).find(
      ([, edit]) => edit && isSame(edit, link),
    );
    this.#link = known ? undefined : link;
    this.choose(known ? known[0] : "link");
  }

  /** What the reader made of the version that is shown; true if it became the reader's own by that. */
  change(edit: Edit): boolean {
    if (isSame(edit, this.edit)) return false;
    const before = this.#now;
    if (before !== "mine") this.#drafts = setAside(this.#drafts, edit);
    // To have undone everything is to be back at the book's.
    const isBooks = isSame(edit, original(this.program));
    const book = before === "mine" ? (this.#drafts.mine?.book ?? this.#book) : this.#book;
    this.#drafts = { ...this.#drafts, mine: isBooks ? undefined : { edit, when: Date.now(), book }, isOpen: !isBooks };
    this.#now = isBooks ? "book" : "mine";
    void this.#save();
    return before !== this.#now;
  }

  /** Goes back to the book's; the reader's version, if it was that, is set aside and returned. */
  reset(): Draft | undefined {
    if (this.#now !== "mine") {
      this.choose("book");
      return undefined;
    }
    const { mine } = this.#drafts;
    this.#drafts = { ...setAside(this.#drafts), isOpen: false };
    this.#now = "book";
    void this.#save();
    return mine;
  }

  /** Makes an earlier version the reader's own again; what was that takes its place. */
  bringBack(draft: Draft): void {
    const { mine, earlier } = this.#drafts;
    const others = earlier.filter(({ edit, when }) => when !== draft.when || !isSame(edit, draft.edit));
    this.#drafts = { mine: draft, earlier: mine ? [mine, ...others] : others, isOpen: true };
    this.#now = "mine";
    void this.#save();
  }

  /** Remembers whether the reader's version is being shown. */
  close(): void {
    this.#open(false);
  }

  /** Listens no more. */
  end(): void {
    this.#end();
  }

  #open(isOpen: boolean): void {
    if (isOpen === this.#drafts.isOpen || !this.#drafts.mine) return;
    this.#drafts = { ...this.#drafts, isOpen };
    void this.#save();
  }

  /** Tells the device at once, for the page may be left at any time; what comes meanwhile is told after that. */
  async #save(): Promise<void> {
    this.#isStale = true;
    this.#saving ??= this.#saveAll().finally(() => (this.#saving = undefined));
    await this.#saving;
  }

  async #saveAll(): Promise<void> {
    while (this.#isStale) {
      this.#isStale = false;
      const value = valueOf(this.#drafts);
      this.#told = JSON.stringify(value);
      const { mine, earlier } = this.#drafts;
      const isKept = await (mine || earlier.length > 0
        ? this.store.put(AREA, this.program.name, value)
        : this.store.remove(AREA, this.program.name));
      if (!isKept && this.store.trouble) this.troubled(this.store.trouble);
    }
  }

  /** Takes over what another tab has changed, unless something of this one is on its way. */
  async #renew(): Promise<void> {
    if (this.#saving) return;
    const entry = await this.store.get(AREA, this.program.name);
    const drafts = draftsIn(entry?.value, this.program);
    const value = JSON.stringify(valueOf(drafts));
    if (this.#saving || value === this.#told) return;
    this.#told = value;
    const { isOpen } = this.#drafts; // whether it is shown is each page's own
    this.#drafts = { ...drafts, isOpen };
    if (!drafts.mine && this.#now === "mine") this.#now = "book";
    this.heard();
  }
}
