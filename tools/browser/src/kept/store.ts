/**
 * What a reader made, kept on the device: in IndexedDB, for this book only.
 *
 * Nothing is lost while the page is open: what the device does not take (a full disk, storage
 * that is forbidden) stays in the page's memory, is offered again as soon as the device takes
 * anything, and `trouble` says why until then. What is still unsaved when the page is left is left to
 * the next one. Other tabs of the book hear of each change.
 */
import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import { AREAS, type Area, type Entry } from "./areas";
import { leave, take, type Leftover } from "./leftovers";
import { KEPT } from "./news";

interface Book extends DBSchema {
  entries: { key: [string, string]; value: Entry; indexes: { area: string } };
}

/** Told after each change, this tab's and others'; an area alone where all of it changed. */
export type Listener = (area: Area, key?: string) => void;

interface Change {
  readonly area: Area;
  readonly key?: string;
}

const STORE = "entries";
const VERSION = 1;
const REASONS: Readonly<Record<string, string>> = {
  QuotaExceededError: "The device has no room left.",
  VersionError: "A newer version of the book is open in another tab.",
};
const OTHERWISE = "This browser lets the book keep nothing here.";
/** What errors are called whose cause is a connection that the browser has ended without a word. */
const ENDED: ReadonlySet<string> = new Set(["InvalidStateError", "UnknownError"]);

export class Store {
  readonly #listeners = new Set<Listener>();
  /** What the device has not taken yet; it counts before what the device has. */
  readonly #unsaved = new Map<string, Leftover>();
  /** Those of them that it has refused. */
  readonly #refused = new Set<Leftover>();
  readonly #others: BroadcastChannel | undefined;
  #database: Promise<IDBPDatabase<Book>> | undefined;
  #trouble: string | undefined;

  /** `base` is the book's address: other books of the same host have stores of their own. */
  constructor(private readonly base: URL) {
    this.#others = globalThis.BroadcastChannel ? new BroadcastChannel(this.#name) : undefined;
    this.#others?.addEventListener("message", ({ data }: MessageEvent<Change>) => this.#tell(data));
    // A page that the browser had put away has heard of nothing meanwhile.
    globalThis.addEventListener?.("pageshow", ({ persisted }) => {
      if (persisted) for (const area of AREAS) this.#tell({ area });
    });
    globalThis.addEventListener?.("pagehide", () => leave(this.#left, [...this.#unsaved.values()]));
    for (const one of take(this.#left)) void this.#takeUp(one);
  }

  /** Why something is kept in this page's memory only, as a sentence; undefined while the device takes everything. */
  get trouble(): string | undefined {
    return this.#trouble;
  }

  /** What is kept under a key, or undefined. */
  async get<T>(area: Area, key: string): Promise<Entry<T> | undefined> {
    const unsaved = this.#unsaved.get(nameOf(area, key));
    if (unsaved) return unsaved.entry as Entry<T> | undefined;
    return (await this.#reading((book) => book.get(STORE, [area, key]), undefined)) as Entry<T> | undefined;
  }

  /** All that is kept of one area, by key. */
  async all<T>(area: Area): Promise<Entry<T>[]> {
    const found = await this.#reading((book) => book.getAllFromIndex(STORE, "area", area), []);
    const entries = new Map(found.map((entry) => [nameOf(area, entry.key), entry]));
    for (const [name, one] of this.#unsaved) {
      if (one.area !== area) continue;
      if (one.entry) entries.set(name, one.entry);
      else entries.delete(name);
    }
    return [...entries.values()] as Entry<T>[];
  }

  /** Keeps a value; false if only this page's memory has it. `when` is for what comes from elsewhere. */
  async put(area: Area, key: string, value: unknown, when = Date.now()): Promise<boolean> {
    return this.#change({ area, key, entry: { area, key, value, when }, when });
  }

  /** Takes a value away; false if the device could not be told. */
  async remove(area: Area, key: string): Promise<boolean> {
    return this.#change({ area, key, when: Date.now() });
  }

  /** Has a listener told of each change; returns what ends that. */
  heard(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get #name(): string {
    return `workbook ${this.base.pathname}`;
  }

  /** What is not saved when a page is left is called this. */
  get #left(): string {
    return `${this.#name} left`;
  }

  /** Makes a change that the page before has left, unless there was a later one. */
  async #takeUp(one: Leftover): Promise<void> {
    const { area, key, when } = one;
    const name = nameOf(area, key);
    this.#unsaved.set(name, one);
    const there = await this.#reading((book) => book.get(STORE, [area, key]), undefined);
    if (!there || there.when <= when) await this.#save(one);
    else if (this.#unsaved.get(name) === one) this.#unsaved.delete(name);
    this.#changed({ area, key });
  }

  async #change(one: Leftover): Promise<boolean> {
    this.#unsaved.set(nameOf(one.area, one.key), one); // whoever asks before the device has answered gets the new one
    const kept = await this.#save(one);
    this.#changed({ area: one.area, key: one.key });
    if (kept) await this.#saveRefused();
    return kept;
  }

  /** Tells the device of a change, unless there is a newer one; false if it does not take it. */
  async #save(one: Leftover): Promise<boolean> {
    const { area, key, entry } = one;
    const name = nameOf(area, key);
    try {
      await this.#asking(async (book) => {
        if (this.#unsaved.get(name) !== one) return;
        await (entry ? book.put(STORE, entry) : book.delete(STORE, [area, key]));
      });
    } catch (error) {
      this.#refused.add(one);
      this.#failed(error);
      return false;
    }
    if (this.#unsaved.get(name) === one) this.#unsaved.delete(name);
    this.#refused.delete(one);
    return true;
  }

  /** Offers the device once more what it has refused: there may be room again. */
  async #saveRefused(): Promise<void> {
    for (const one of [...this.#refused]) if (!(await this.#save(one))) return;
    this.#trouble = undefined;
  }

  #open(): Promise<IDBPDatabase<Book>> {
    this.#database ??= (async () =>
      openDB<Book>(this.#name, VERSION, {
        upgrade(book) {
          book.createObjectStore(STORE, { keyPath: ["area", "key"] }).createIndex("area", "area");
        },
        blocking: () => void this.#close(),
        terminated: () => (this.#database = undefined),
      }))().catch((error: unknown) => {
      this.#database = undefined; // the next one who asks tries again
      throw error;
    });
    return this.#database;
  }

  /** A newer book in another tab wants to change the store. */
  async #close(): Promise<void> {
    const book = await this.#database;
    this.#database = undefined;
    book?.close();
  }

  async #reading<T>(ask: (book: IDBPDatabase<Book>) => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await this.#asking(ask);
    } catch (error) {
      this.#failed(error);
      return otherwise;
    }
  }

  /** Asks the device, and once more over a new connection if the one there was has ended. */
  async #asking<T>(ask: (book: IDBPDatabase<Book>) => Promise<T>): Promise<T> {
    try {
      return await ask(await this.#open());
    } catch (error) {
      if (!(error instanceof DOMException) || !ENDED.has(error.name)) throw error;
      this.#database = undefined;
      return ask(await this.#open());
    }
  }

  #failed(error: unknown): void {
    const name = error instanceof DOMException ? error.name : "";
    this.#trouble = `${REASONS[name] ?? OTHERWISE} What you do is kept until you close this page.`;
  }

  #changed(change: Change): void {
    this.#tell(change);
    this.#others?.postMessage(change);
  }

  #tell({ area, key }: Change): void {
    for (const listener of this.#listeners) listener(area, key);
    // Who has not loaded this module yet hears of an answer by the document.
    if (area === "answers") globalThis.document?.dispatchEvent(new Event(KEPT));
  }
}

function nameOf(area: Area, key: string): string {
  return `${area}\n${key}`;
}

let shared: Store | undefined;

/** The book's one store. */
export function kept(): Store {
  // The scripts lie two folders below the book.
  return (shared ??= new Store(new URL("../../", import.meta.url)));
}
