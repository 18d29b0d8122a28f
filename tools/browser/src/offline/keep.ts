/** Fetches the whole book into this browser's caches, and takes it out of them again. */

import { digest, isBuilt, wasUnpacked, type Built } from "../files";
import {
  BUILD,
  FRESH,
  MANIFEST,
  PAGE_BYTES,
  RECORD,
  type Manifest,
  build,
  cacheOf,
  estimate,
  filesOf,
  fits,
  isHashed,
  pages,
  pagesOf,
  pathBelow,
  stagedOf,
} from "./plan";

/** What there is to keep, as the site says now. */
export interface Offered {
  readonly said: string; // the manifest as it came
  readonly manifest: Manifest;
  readonly pages: readonly string[];
  readonly bytes: number; // an estimate
  readonly most: number; // from a host that packs nothing
}

/** What the book consists of. */
export interface Contents extends Offered {
  readonly stamp: string; // of all text and all files: another one means another book
  readonly index: string; // the path of what the search reads
}

/** What was kept, and when. */
export interface Kept {
  readonly stamp: string;
  readonly index: string;
  readonly bytes: number;
  readonly when: number; // milliseconds since 1970
}

/** How many files are on their way at a time. */
const ABREAST = 6;
const INDEXES = ["search/search_index.json", "search.json"]; // Material's, Zensical's

const OTHER = "something else came in its place";

/** Where the search index may be, the likelier first: what is not there makes noise on the console. */
function indexesOf(page: Document): readonly string[] {
  return page.querySelector(".md-search__form") ? INDEXES : [...INDEXES].reverse();
}

/** Who answers: the site alone, or what is kept where the site cannot be reached. */
export type Asked = "site" | "whoever answers";

/** Asks what there is to keep; throws if nobody answers. */
export async function offered(base: URL, asked: Asked): Promise<Offered> {
  const [said, sitemap] = await Promise.all([text(MANIFEST, base, asked), text("sitemap.xml", base, asked)]);
  const found = pages(sitemap); // its dates say when it was built, and no more
  const manifest = JSON.parse(said) as Manifest;
  return { said, manifest, pages: found, ...estimate(manifest, found.length) };
}

/** The same, with what tells this book from another: all of its text has to come for that. */
export async function contents(base: URL, asked: Asked, indexes = indexesOf(document)): Promise<Contents> {
  const [book, [index, words]] = await Promise.all([
    offered(base, asked),
    firstOf(indexes, (path) => text(path, base, asked)),
  ]);
  const stamp = await digest(new TextEncoder().encode(book.said + book.pages.join(" ") + words));
  return { ...book, stamp, index };
}

async function text(path: string, base: URL, asked: Asked): Promise<string> {
  return (await ask(path, base, asked, { cache: "no-cache" })).text();
}

/** An answer that is one; throws for every other. */
async function ask(path: string, base: URL, asked: Asked, options: RequestInit): Promise<Response> {
  const { href } = new URL(path, base);
  const answer = await fetch(href, { ...options, headers: asked === "site" ? { [FRESH]: "1" } : {} });
  if (!answer.ok) throw new Error(`${href} answered with status ${answer.status}.`);
  if (!fits(path, answer.headers.get("Content-Type"))) throw new Error(`${href} is missing: ${OTHER}.`);
  return answer;
}

/** The first path that gives something, with what it gives; throws what the last one throws. */
async function firstOf(paths: readonly string[], get: (path: string) => Promise<string>): Promise<[string, string]> {
  const [path = "", ...others] = paths;
  try {
    return [path, await get(path)];
  } catch (error) {
    if (others.length === 0) throw error;
    return firstOf(others, get);
  }
}

/** The record of a finished download; null if there is none. Throws where nothing may be kept. */
export async function kept(base: URL): Promise<Kept | null> {
  const found = await caches.match(new URL(RECORD, base).href, { cacheName: pagesOf(base) });
  return found ? ((await found.json()) as Kept) : null;
}

/** Whether anything of the book is here: a download that was begun, or what a program or the explainer needed. */
export async function begun(base: URL): Promise<boolean> {
  if (await caches.has(pagesOf(base))) return true;
  if (!(await caches.has(filesOf(base)))) return false;
  return (await (await caches.open(filesOf(base))).keys()).length > 0;
}

/**
 * Keeps all of it. `arrived` is told of bytes as they come; `stop` ends it, and what has
 * come stays for the next time. A book that is here already stays whole until all of the new one
 * has come. Throws what went wrong.
 */
export async function keep(
  base: URL,
  book: Contents,
  arrived: (bytes: number) => void,
  stop: AbortController,
): Promise<Kept> {
  const final = await caches.open(pagesOf(base));
  const renewed = (await kept(base)) !== null;
  if (renewed) await caches.delete(stagedOf(base));
  const changing = renewed ? await caches.open(stagedOf(base)) : final;
  const wanted = new Set<string>();
  let bytes = 0;
  const count = (more: number, onTheWay = more): void => {
    bytes += more;
    arrived(onTheWay);
  };
  /** Asks the site for a path, unless its content is here and can never be another. */
  const asked = async (path: string): Promise<Response | null> => {
    const url = new URL(path, base);
    wanted.add(url.href);
    const hashed = isHashed(path);
    if (hashed && (await caches.match(url.href, { cacheName: cacheOf(url, base) }))) return null;
    return ask(path, base, "site", { signal: stop.signal, cache: hashed ? "default" : "no-cache" });
  };
  const put = async (path: string, answer: Response): Promise<void> => {
    const url = new URL(path, base);
    const cache = isHashed(path) ? await caches.open(cacheOf(url, base)) : changing;
    await cache.put(url.href, answer);
  };
  const file = async (path: string, known?: Built): Promise<void> => {
    const answer = await asked(path);
    if (!answer) return count(known?.bytes ?? 0);
    const come = counted(answer, count, known?.bytes);
    await put(path, known ? await checked(path, come, known) : come);
  };
  const linked = new Set<string>();
  const page = async (path: string): Promise<void> => {
    const answer = await asked(path);
    if (!answer) return;
    const html = await answer.text();
    if (build(html) === "") throw new Error(`${new URL(path, base).href} is missing: ${OTHER}.`);
    count(html.length, PAGE_BYTES); // it came packed
    await put(path, new Response(html, { headers: answer.headers }));
    for (const each of assets(html, new URL(path, base), base)) linked.add(each);
  };

  const paths = [...book.pages, "404.html"];
  await abreast(paths, page, stop);
  await abreast([...linked].filter((path) => !path.startsWith(BUILD)), (path) => file(path), stop);
  await Promise.all(["sitemap.xml", MANIFEST, book.index].map((path) => file(path)));
  // The largest ones last: whoever stops there has the whole text.
  const built = Object.entries(book.manifest.files).sort(([, a], [, b]) => a.bytes - b.bytes);
  await abreast(built, ([path, each]) => file(BUILD + path, each), stop);
  if ((await contents(base, "site", [book.index])).stamp !== book.stamp) {
    throw new Error("the book changed on the site meanwhile.");
  }

  const record: Kept = { stamp: book.stamp, index: book.index, bytes, when: Date.now() };
  const recordUrl = new URL(RECORD, base).href;
  if (renewed) await move(changing, final);
  await final.put(recordUrl, Response.json(record));
  wanted.add(recordUrl);
  for (const cache of [final, await caches.open(filesOf(base))]) {
    for (const { url } of await cache.keys()) if (!wanted.has(url)) await cache.delete(url);
  }
  await caches.delete(stagedOf(base));
  return record;
}

/** Takes everything of this book out of this browser. */
export async function remove(base: URL): Promise<void> {
  for (const name of [pagesOf(base), stagedOf(base), filesOf(base)]) await caches.delete(name);
}

/** Puts what lies in one cache into another, each in the place of its former content. */
async function move(from: Cache, to: Cache): Promise<void> {
  for (const request of await from.keys()) {
    const content = await from.match(request);
    if (content) await to.put(request, content);
    await from.delete(request);
  }
}

/** The files of a page that its markup names, and the script that its search starts. */
function assets(html: string, page: URL, base: URL): string[] {
  const found = new DOMParser().parseFromString(html, "text/html");
  const names = [
    ...Array.from(found.querySelectorAll("link:is([rel=stylesheet], [rel=icon])"), (one) => one.getAttribute("href")),
    ...Array.from(found.querySelectorAll("script[src], img[src]"), (one) => one.getAttribute("src")),
  ];
  const config = JSON.parse(found.querySelector("#__config")?.textContent ?? "{}") as { search?: string };
  names.push(config.search ?? null);
  const paths = names.map((name) => (name ? pathBelow(new URL(name, page), base) : null));
  return paths.filter((path): path is string => Boolean(path));
}

/** An answer that tells how many bytes of it have come: `known` for all of it, if that is known. */
function counted(answer: Response, count: (bytes: number) => void, known?: number): Response {
  let come = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(part, controller) {
      // A host may pack what it sends: no more is counted than the build says.
      const more = Math.min(part.length, (known ?? Number.POSITIVE_INFINITY) - come);
      come += more;
      count(more);
      controller.enqueue(part);
    },
  });
  const { status, statusText, headers } = answer;
  return new Response(answer.body?.pipeThrough(counter) ?? null, { status, statusText, headers });
}

/** An answer whose content is what the build made; throws for every other. */
async function checked(path: string, answer: Response, known: Built): Promise<Response> {
  const content = await answer.arrayBuffer();
  if (!(await isBuilt(content, known)) && !wasUnpacked(path, content)) {
    throw new Error(`${answer.url || path} did not arrive as it was built.`);
  }
  const { status, statusText, headers } = answer;
  return new Response(content, { status, statusText, headers });
}

/** Works through a list, several at a time. The first failure stops all of them, and is thrown when they have ended. */
async function abreast<T>(list: readonly T[], work: (item: T) => Promise<unknown>, stop: AbortController): Promise<void> {
  const left = list.values();
  const failures: unknown[] = [];
  const hand = async (): Promise<void> => {
    for (const item of left) {
      if (stop.signal.aborted) failures.push(stop.signal.reason);
      if (failures.length > 0) return;
      await work(item).catch((error: unknown) => {
        failures.push(error);
        stop.abort();
      });
    }
  };
  await Promise.all(Array.from({ length: ABREAST }, hand));
  if (failures.length > 0) throw failures[0];
}
