/** The panel on the offline page: one click keeps the whole book, another removes it. */

import { begun, contents, keep, kept, offered, remove } from "./keep";
import { type Action, type State, reason, view } from "./view";

const BASE = new URL("../../", import.meta.url);

// Beyond the page: instant navigation swaps pages while a download goes on.
let now: State | null = null;
let running: AbortController | null = null;
let panel: HTMLElement | null = null;

/** Only one tab at a time fetches the book, or removes it. */
const LOCK = `workbook-offline ${BASE.pathname}`;

/** Fills the panel of the page that is open. */
export function mount(root: HTMLElement): void {
  panel = root;
  if (now?.kind === "keeping") show(now);
  else void refresh();
}

// What other tabs did meanwhile.
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible" && panel?.isConnected && !running) void refresh();
});

/** Shows what is on this device, and once more when another tab has done what it is at. */
async function refresh(): Promise<void> {
  const state = await look();
  show(state);
  if (state.kind !== "busy") return;
  await navigator.locks.request(LOCK, { mode: "shared" }, () => undefined);
  await refresh();
}

/** What is on this device, and what the site has. */
async function look(): Promise<State> {
  if (!isSecureContext) {
    return { kind: "unable", why: "This browser keeps books only from an address that begins with https." };
  }
  if (!("serviceWorker" in navigator) || !("caches" in window) || !("locks" in navigator)) {
    return { kind: "unable", why: "This browser keeps no books, or not in a private window." };
  }
  const { held } = await navigator.locks.query();
  if (held?.some(({ name }) => name === LOCK)) return { kind: "busy" };
  const found = await Promise.all([kept(BASE), begun(BASE)]).catch(() => null);
  if (!found) return { kind: "unable", why: "This browser was told to keep nothing of this site." };
  const [record, some] = found;
  try {
    if (!record) {
      const { bytes, most } = await offered(BASE, "whoever answers");
      return { kind: some ? "partial" : "absent", bytes, most };
    }
    // Answered by the worker from what is kept, the two are the same.
    const book = await contents(BASE, "whoever answers", [record.index]);
    if (record.stamp !== book.stamp) return { kind: "changed", bytes: book.bytes };
  } catch {
    if (!record) return { kind: "unreachable", kept: some ? "partial" : "none" };
  }
  return { kind: "kept", bytes: record.bytes, when: record.when };
}

const ACTIONS: Record<Action, () => Promise<void>> = {
  keep: () => alone(fetchAll),
  async stop() {
    running?.abort();
  },
  remove: () =>
    alone(async () => {
      const registration = await navigator.serviceWorker.getRegistration(BASE.href);
      await registration?.unregister();
      await remove(BASE);
    }),
};

/** Does what no other tab may do at the same time, and shows what came of it. */
async function alone(work: () => Promise<State | undefined>): Promise<void> {
  const state = await navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => (lock ? work() : undefined));
  if (state) show(state);
  else await refresh();
}

/** Fetches the book, and shows how far it is; returns a state if something went wrong. */
async function fetchAll(): Promise<State | undefined> {
  const stop = new AbortController();
  running = stop;
  let all = 0;
  try {
    const book = await contents(BASE, "site");
    all = book.bytes;
    let done = 0;
    show({ kind: "keeping", done, bytes: all });
    await navigator.serviceWorker.register(new URL("offline.js", BASE), { scope: BASE.pathname });
    // A browser short of room may else throw the book away first.
    void navigator.storage?.persist?.();
    const record = await keep(
      BASE,
      book,
      (bytes) => {
        done += bytes;
        if (!stop.signal.aborted) show({ kind: "keeping", done, bytes: all });
      },
      stop,
    );
    return { kind: "kept", bytes: record.bytes, when: record.when };
  } catch (error) {
    return { kind: "failed", why: reason(error, all) };
  } finally {
    running = null;
  }
}

/** Draws a state: the words when they change, the bar as it grows. */
function show(state: State): void {
  now = state;
  if (!panel?.isConnected) return;
  const { says, progress, offers } = view(state);
  const bar = part("progress", "cw-offline__bar") as HTMLProgressElement;
  bar.hidden = progress === null;
  bar.value = progress ?? 0;
  const words = part("p", "cw-offline__says");
  if (panel.dataset.state === state.kind && words.textContent === says) return;
  panel.dataset.state = state.kind;
  const had = panel.contains(document.activeElement);
  words.textContent = says;
  const buttons = offers.map(([action, label]) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "cw-button";
    button.textContent = label;
    button.addEventListener("click", () => void ACTIONS[action]());
    return button;
  });
  part("div", "cw-offline__offers").replaceChildren(...buttons);
  if (had) buttons[0]?.focus(); // the button that had the focus is gone
}

/** A part of the panel, which its page holds already. */
function part(tag: string, name: string): HTMLElement {
  const found = panel?.querySelector<HTMLElement>(`${tag}.${name}`);
  if (!found) throw new Error(`The panel has no ${name}.`);
  return found;
}
