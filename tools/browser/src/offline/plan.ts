/** Which file of the book is taken from where, and which are to be kept: no page, no network. */

import { cacheOfFiles, type Built } from "../files";

/** What carries its content's hash in its name; scripts that fetch by themselves use it too. */
export const filesOf = cacheOfFiles;

/** Pages, the theme's files, the search index, and what was kept when. It exists while a book is kept. */
export function pagesOf(base: URL): string {
  return `workbook-pages ${base.pathname}`;
}

/** Where the pages of a changed book wait until all of it has come. */
export function stagedOf(base: URL): string {
  return `workbook-staged ${base.pathname}`;
}

/** Where the record of a finished download lies, below the book's address. */
export const RECORD = "offline-record";
/** With this header the site itself is asked, and nothing that is kept answers instead. */
export const FRESH = "X-Workbook-Fresh";

export type Way = "kept first" | "network first" | "not ours";

// Ours: name-HASH.ext or folder-HASH/…; the theme's: name.HASH.min.ext.
const OURS = /^assets\/build\/(?:\w+\/)*[\w.]+(?:-[\w.]+)*-[0-9A-Za-z]{8,10}(?:\.[\w.]+|\/.+)$/;
const THEMES = /^assets\/[\w/]+\/[\w]+\.[0-9a-f]{8}\.min\.(?:js|css)$/;

/** Whether the content of an address below the book can never be another. */
export function isHashed(path: string): boolean {
  return OURS.test(path) || THEMES.test(path);
}

/** Where the worker takes an answer from. */
export function way(url: URL, base: URL, { method, headers }: Pick<Request, "method" | "headers">): Way {
  const path = pathBelow(url, base);
  if (method !== "GET" || path === null || path === RECORD || headers.has(FRESH)) return "not ours";
  return isHashed(path) ? "kept first" : "network first";
}

/** The path of an address below the book's; null for one outside. */
export function pathBelow(url: URL, base: URL): string | null {
  const inside = url.origin === base.origin && url.pathname.startsWith(base.pathname);
  return inside ? url.pathname.slice(base.pathname.length) : null;
}

/** The cache in which an address is kept. */
export function cacheOf(url: URL, base: URL): string {
  const path = pathBelow(url, base) ?? "";
  return path.startsWith("assets/build/") && isHashed(path) ? filesOf(base) : pagesOf(base);
}

/**
 * The scripts, sheets and fonts that a page names, as one text. Pages of one build name the same; of
 * another build, a page alone would want scripts that nobody has kept.
 */
export function build(html: string): string {
  return Array.from(new Set(html.match(/assets\/[\w./-]+\.(?:js|css|woff2)\b/g))).sort().join(" ");
}

/** The book's pages as paths, from its sitemap, wherever the sitemap says that the book lies. */
export function pages(sitemap: string): string[] {
  const addresses = Array.from(sitemap.matchAll(/<loc>\s*(.*?)\s*<\/loc>/g), (match) => match[1] ?? "");
  const home = addresses.reduce((one, other) => (other.length < one.length ? other : one), addresses[0] ?? "");
  return addresses.filter((each) => each.startsWith(home)).map((each) => each.slice(home.length));
}

/**
 * Whether an answer to a path below the book's can be what was asked for, by its Content-Type. Some
 * hosts send a page, with status 200, in the place of a file that is missing.
 */
export function fits(path: string, type: string | null): boolean {
  const isPage = /(?:^|\/|\.html)$/.test(path);
  return Boolean(type?.toLowerCase().startsWith("text/html")) === isPage;
}

/** What build.mjs says of its files. */
export interface Manifest {
  readonly files: Readonly<Record<string, Built & { readonly group: string }>>;
}

/** Where the built files lie, and what is said of them. */
export const BUILD = "assets/build/";
export const MANIFEST = `${BUILD}manifest.json`;

/** How many bytes a page takes on its way, for an estimate: the book's mean. */
export const PAGE_BYTES = 12_000;
/** The theme's scripts and sheets, and the search index. */
const REST_BYTES = 250_000;

/** The same from a host that does not pack what it sends. */
const LOOSE_PAGE_BYTES = 65_000;
const LOOSE_REST_BYTES = 2_800_000;

/** The bytes of a whole download, known exactly only when it is done; `most` if the host packs nothing. */
export function estimate(manifest: Manifest, pageCount: number): { bytes: number; most: number } {
  const built = Object.values(manifest.files).reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    bytes: built + pageCount * PAGE_BYTES + REST_BYTES,
    most: built + pageCount * LOOSE_PAGE_BYTES + LOOSE_REST_BYTES,
  };
}

/** Two numbers of bytes as people say them: "37 to 48 MB". */
export function between(bytes: number, most: number): string {
  const [least, unit] = size(bytes).split(" ");
  const [greatest, other] = size(most).split(" ");
  if (unit !== other) return `${least} ${unit} to ${greatest} ${other}`;
  return least === greatest ? `${least} ${unit}` : `${least} to ${greatest} ${unit}`;
}

/** Bytes as people say them. */
export function size(bytes: number): string {
  if (bytes < 1e6) return `${Math.max(1, Math.round(bytes / 1e3))} KB`;
  return `${bytes < 1e7 ? (bytes / 1e6).toFixed(1) : Math.round(bytes / 1e6)} MB`;
}
