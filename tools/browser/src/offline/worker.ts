/**
 * The service worker. It exists only for readers who asked to keep the book: what carries a
 * hash comes from this machine, everything else from the site while that can be reached.
 */

import { isBuilt, wasUnpacked } from "../files";
import { BUILD, build, cacheOf, fits, MANIFEST, pagesOf, pathBelow, way, type Manifest } from "./plan";

/** The part of a service worker's world that this one uses. */
interface World {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(kind: "install" | "activate", react: (event: Lasting) => void): void;
  addEventListener(kind: "fetch", react: (event: Fetching) => void): void;
}
interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** How long a page waits for a network that does not answer, in milliseconds. */
const PATIENCE = 4000;

const world = self as unknown as World;
const base = new URL(world.registration.scope);

world.addEventListener("install", (event) => event.waitUntil(world.skipWaiting()));
world.addEventListener("activate", (event) => event.waitUntil(world.clients.claim()));
world.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  switch (way(url, base, event.request)) {
    case "kept first":
      event.respondWith(keptFirst(event, cacheOf(url, base)));
      break;
    case "network first":
      event.respondWith(networkFirst(event));
      break;
    case "not ours":
      break;
  }
});

/** The file from this machine; else from the site, and then kept. */
async function keptFirst(event: Fetching, name: string): Promise<Response> {
  const { request } = event;
  const found = await caches.match(request.url, { cacheName: name });
  if (found) return found;
  const answer = await fetch(request);
  // A new build's files, for a page that came from the network.
  if (answer.status === 200) event.waitUntil(keep(request.url, answer.clone(), name));
  return answer;
}

/** Keeps a file for good, if it is what it should be, and the book was not taken away while its pages are open. */
async function keep(address: string, answer: Response, name: string): Promise<void> {
  const path = pathBelow(new URL(address), base) ?? "";
  if (!fits(path, answer.headers.get("Content-Type")) || !(await caches.has(pagesOf(base)))) return;
  const content = await answer.arrayBuffer();
  // Of the theme's files nothing more is known than their type.
  if (path.startsWith(BUILD) && !(await isOfTheBuild(path, content))) return;
  const { status, headers } = answer;
  const cache = await caches.open(name);
  await cache.put(address, new Response(content, { status, headers })).catch(() => undefined);
}

/** Whether a file is what the site's build made. */
async function isOfTheBuild(path: string, content: ArrayBuffer): Promise<boolean> {
  const name = path.slice(BUILD.length);
  let known = manifest?.files[name];
  if (!known) {
    manifest = await fetch(new URL(MANIFEST, base), { cache: "no-cache" })
      .then((answer) => answer.json() as Promise<Manifest>)
      .catch(() => undefined);
    known = manifest?.files[name];
  }
  return known !== undefined && ((await isBuilt(content, known)) || wasUnpacked(name, content));
}

/** The build's list as it was when a file was looked for that it did not have before. */
let manifest: Manifest | undefined;

/** The page as the site has it now; without the site, or while it only fails, as it was kept. */
async function networkFirst(event: Fetching): Promise<Response> {
  const { request } = event;
  const answer = fetch(request);
  try {
    const found = await Promise.race([answer, patience()]);
    if (found?.ok && !found.redirected) event.waitUntil(renew(request.url, found.clone()));
    if (found && found.status < 500) return found;
  } catch {
    // The site cannot be reached.
  }
  return (await kept(request.url)) ?? (await answer.catch(() => undefined)) ?? missing(request);
}

function patience(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), PATIENCE));
}

/**
 * Replaces what is kept of a page. What was never kept is not, nor what belongs to another build: its
 * scripts would look for files that are not here. That one is fetched as a whole, or not at all.
 */
async function renew(address: string, answer: Response): Promise<void> {
  if (!answer.headers.get("Content-Type")?.startsWith("text/html")) return;
  const before = await kept(address);
  if (!before) return;
  const { status, headers } = answer;
  const [old, html] = await Promise.all([before.text(), answer.text()]);
  if (build(old) !== build(html)) return;
  const cache = await caches.open(pagesOf(base));
  await cache.put(plain(address), new Response(html, { status, headers })).catch(() => undefined);
}

async function kept(address: string): Promise<Response | undefined> {
  const key = plain(address);
  const cacheName = pagesOf(base);
  return (await caches.match(key, { cacheName })) ?? caches.match(`${key}/`, { cacheName });
}

/** An address without its query and fragment: a search's result is its page. */
function plain(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}

/** The book's own page for what is not there; for everything else a failure, as without a worker. */
async function missing(request: Request): Promise<Response> {
  if (request.mode !== "navigate") return Response.error();
  const page = await kept(new URL("404.html", base).href);
  return page ? new Response(page.body, { status: 404, headers: page.headers }) : Response.error();
}
