/** The panel on the offline page: one click keeps the whole book, another removes it. */

import { contents, keep, kept, remove } from "./keep";
import { type Action, type State, view } from "./view";

const BASE = new URL("../../", import.meta.url);

// Beyond the page: instant navigation swaps pages while a download goes on.
let now: State | null = null;
let running: AbortController | null = null;
let panel: HTMLElement | null = null;

/** Fills the panel of the page that is open. */
export function mount(root: HTMLElement): void {
  panel = root;
  if (now?.kind === "keeping") show(now);
  else void look().then(show);
}

/** What is on this device, and what the site has. */
async function look(): Promise<State> {
  if (!isSecureContext || !("serviceWorker" in navigator) || !("caches" in window)) {
    return { kind: "unable", why: "This browser keeps books only from an address that begins with https." };
  }
  const record = await kept(BASE);
  try {
    const book = await contents(BASE);
    // Answered by the worker from what is kept, the two are the same.
    if (!record) return { kind: "absent", bytes: book.bytes };
    if (record.stamp !== book.stamp) return { kind: "changed", bytes: book.bytes };
    return { kind: "kept", bytes: record.bytes, when: record.when };
  } catch {
    return { kind: "unreachable", keptBytes: record?.bytes ?? null };
  }
}

const ACTIONS: Record<Action, () => Promise<void>> = {
  async keep() {
    const stop = new AbortController();
    running = stop;
    try {
      const book = await contents(BASE);
      let done = 0;
      show({ kind: "keeping", done, bytes: book.bytes });
      await navigator.serviceWorker.register(new URL("offline.js", BASE), { scope: BASE.pathname });
      // A browser short of room may else throw the book away first.
      void navigator.storage?.persist?.();
      const record = await keep(
        BASE,
        book,
        (bytes) => {
          done += bytes;
          if (!stop.signal.aborted) show({ kind: "keeping", done, bytes: book.bytes });
        },
        stop.signal,
      );
      show({ kind: "kept", bytes: record.bytes, when: record.when });
    } catch (error) {
      const why = stop.signal.aborted ? "it was stopped." : error instanceof Error ? error.message : String(error);
      stop.abort(); // what else is on its way need not come
      show({ kind: "failed", why });
    } finally {
      running = null;
    }
  },
  async stop() {
    running?.abort();
  },
  async remove() {
    const registration = await navigator.serviceWorker.getRegistration(BASE.href);
    await registration?.unregister();
    await remove(BASE);
    now = null;
    show(await look());
  },
};

/** Draws a state: the words when they change, the bar as it grows. */
function show(state: State): void {
  const before = now;
  now = state;
  if (!panel?.isConnected) return;
  const { says, progress, offers } = view(state);
  const bar = part("progress", "cw-offline__bar") as HTMLProgressElement;
  bar.hidden = progress === null;
  bar.value = progress ?? 0;
  if (before?.kind === state.kind && panel.dataset.state === state.kind) return;
  panel.dataset.state = state.kind;
  const had = panel.contains(document.activeElement);
  part("p", "cw-offline__says").textContent = says;
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
