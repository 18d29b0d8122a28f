/** Fetches the whole book into this browser's caches, and takes it out of them again. */

import { FILES, PAGES, PAGE_BYTES, RECORD, type Manifest, cacheOf, estimate, isHashed, pages, pathBelow } from "./plan";

/** What the book consists of, as the site says now. */
export interface Contents {
  readonly manifest: Manifest;
  readonly pages: readonly string[];
  readonly bytes: number; // an estimate
  readonly stamp: string; // another one means another book
}

/** What was kept, and when. */
export interface Kept {
  readonly stamp: string;
  readonly bytes: number;
  readonly when: number; // milliseconds since 1970
}

/** How many files are on their way at a time. */
const ABREAST = 6;
const INDEXES = ["search/search_index.json", "search.json"]; // Material's, Zensical's

/** Asks the site what there is; throws if it cannot be reached. */
export async function contents(base: URL): Promise<Contents> {
  const [manifest, sitemap] = await Promise.all([
    text(new URL("assets/build/manifest.json", base)),
    text(new URL("sitemap.xml", base)),
  ]);
  const found = pages(sitemap);
  const parsed = JSON.parse(manifest) as Manifest;
  return { manifest: parsed, pages: found, bytes: estimate(parsed, found.length), stamp: await digest(manifest + sitemap) };
}

async function text(url: URL): Promise<string> {
  const answer = await fetch(url, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${url.href} answered with status ${answer.status}.`);
  return answer.text();
}

async function digest(words: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(words)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The record of a finished download; null if there is none. */
export async function kept(base: URL): Promise<Kept | null> {
  const found = await (await caches.open(PAGES)).match(new URL(RECORD, base).href);
  return found ? ((await found.json()) as Kept) : null;
}

/**
 * Keeps all of it. `arrived` is told of bytes as they come; `signal` stops it, and what has
 * come stays for the next time. Throws what went wrong.
 */
export async function keep(
  base: URL,
  book: Contents,
  arrived: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Kept> {
  const files = await caches.open(FILES);
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
    if (hashed && (await (await caches.open(cacheOf(url, base))).match(url.href))) return null;
    const answer = await fetch(url, { signal, cache: hashed ? "default" : "no-cache" });
    if (!answer.ok) throw new Error(`${url.href} answered with status ${answer.status}.`);
    return answer;
  };
  const put = async (path: string, answer: Response): Promise<void> => {
    const url = new URL(path, base);
    await (await caches.open(cacheOf(url, base))).put(url.href, answer);
  };
  const file = async (path: string, known?: number): Promise<void> => {
    const answer = await asked(path);
    if (answer) await put(path, counted(answer, count, known));
    else count(known ?? 0);
  };
  const linked = new Set<string>();
  const page = async (path: string): Promise<void> => {
    const answer = await asked(path);
    if (!answer) return;
    const html = await answer.text();
    count(html.length, PAGE_BYTES); // it came packed
    await put(path, new Response(html, { headers: answer.headers }));
    for (const each of assets(html, new URL(path, base), base)) linked.add(each);
  };

  const paths = [...book.pages, "404.html"];
  await abreast(paths, page);
  await abreast([...linked].filter((path) => !path.startsWith("assets/build/")), (path) => file(path));
  await Promise.all([file("sitemap.xml"), file("assets/build/manifest.json"), anyOf(INDEXES, file)]);
  // The largest ones last: whoever stops there has the whole text.
  const built = Object.entries(book.manifest.files).sort(([, a], [, b]) => a.bytes - b.bytes);
  await abreast(built, ([path, each]) => file(`assets/build/${path}`, each.bytes));

  const record: Kept = { stamp: book.stamp, bytes, when: Date.now() };
  const recordUrl = new URL(RECORD, base).href;
  await (await caches.open(PAGES)).put(recordUrl, Response.json(record));
  wanted.add(recordUrl);
  for (const cache of [files, await caches.open(PAGES)]) await drop(cache, base, (url) => !wanted.has(url));
  return record;
}

/** Takes everything of this book out of this browser. */
export async function remove(base: URL): Promise<void> {
  for (const name of [FILES, PAGES]) await drop(await caches.open(name), base, () => true);
}

async function drop(cache: Cache, base: URL, which: (url: string) => boolean): Promise<void> {
  for (const { url } of await cache.keys()) {
    if (pathBelow(new URL(url), base) !== null && which(url)) await cache.delete(url);
  }
}

/** Keeps whichever of some files the site has. */
async function anyOf(paths: readonly string[], get: (path: string) => Promise<unknown>): Promise<void> {
  const found = await Promise.allSettled(paths.map((path) => get(path)));
  const failures = found.filter((each) => each.status === "rejected");
  if (failures.length === found.length) throw failures[0]?.reason;
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

/** Works through a list, several at a time; the first failure ends it. */
async function abreast<T>(list: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const left = list.values();
  const hand = async (): Promise<void> => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: ABREAST }, hand));
}
