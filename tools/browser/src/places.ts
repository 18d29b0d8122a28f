/**
 * Where a reader was: each page that was opened, with the last heading that was reached. The home
 * page offers to go on there, and its chapters say how many of their pages were opened.
 */
import { kept } from "./kept/store";

/** A page that was opened; its key is its address below the book's. */
export interface Visited {
  readonly title: string;
  /** The last heading that was passed: its anchor and its words; empty at the top. */
  readonly anchor: string;
  readonly heading: string;
}

const BASE = new URL("../../", import.meta.url);
const AREA = "places";

/** Remembers the page that is open until what it returns is called; on the home page, shows what is remembered. */
export function places(root: Document): () => void {
  if (root.querySelector(".cw-goon")) void show(root);
  // The page that forgets places does not become one.
  else if (location.href.startsWith(BASE.href) && root.querySelector(".md-content h1") && !root.querySelector(".cwk")) {
    return watch(root, location.pathname.slice(BASE.pathname.length));
  }
  return () => undefined;
}

function watch(root: Document, key: string): () => void {
  const headings = [...root.querySelectorAll<HTMLElement>(".md-content :is(h2, h3)[id]")];
  const first = root.querySelector(".md-content h1");
  const title = words(first);
  let last: string | undefined;
  const note = (): void => {
    if (!first?.isConnected) return; // the next page scrolls already
    const passed = headings.filter((one) => one.getBoundingClientRect().top < innerHeight / 2).at(-1);
    const anchor = passed?.id ?? "";
    if (anchor === last) return;
    last = anchor;
    void kept().put(AREA, key, { title, anchor, heading: words(passed) } satisfies Visited);
  };
  note();
  // The end of a scroll is not waited for: who follows a link while the page still moves leaves before it.
  addEventListener("scroll", note, { passive: true });
  addEventListener("visibilitychange", note);
  return () => {
    removeEventListener("scroll", note);
    removeEventListener("visibilitychange", note);
  };
}

/** The words of a heading, without the sign that links to it. */
function words(heading: Element | null | undefined): string {
  const copy = heading?.cloneNode(true);
  if (!(copy instanceof Element)) return "";
  copy.querySelector(".headerlink")?.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
}

async function show(root: Document): Promise<void> {
  const visited = await kept().all<Visited>(AREA);
  const [last] = [...visited].sort((one, other) => other.when - one.when);
  const line = root.querySelector(".cw-goon");
  if (!last || !line?.isConnected) return;
  const { title, anchor, heading } = last.value;
  const link = root.createElement("a");
  link.href = new URL(last.key + (anchor && `#${anchor}`), BASE).href;
  link.textContent = heading ? `${title}: ${heading}` : title;
  line.replaceChildren("Go on where you were: ", link);
  const keys = new Set(visited.map(({ key }) => key));
  for (const seen of root.querySelectorAll<HTMLElement>(".cw-facts__opened")) {
    const pages = seen.dataset.pages?.split(" ") ?? [];
    const count = pages.filter((page) => keys.has(page)).length;
    if (count > 0) seen.textContent = `You have opened ${count} of ${pages.length} pages.`;
  }
}
