/** The build's files, by the names that scripts use; a file's real name carries its content's hash. */

/** What a file holds, as the build says. */
export interface Built {
  readonly bytes: number;
  readonly sha256: string;
}

interface Known extends Built {
  readonly path: string;
}

/** Put in by the build (files.mjs): what was made before the script that asks. */
declare const __FILES__: Record<string, Known>;

/**
 * The cache that the pages and the service worker share; its keys are the files' addresses.
 * Each book of a host has its own: `base` is the book's address.
 */
export function cacheOfFiles(base: URL): string {
  return `workbook-files ${base.pathname}`;
}

/** What has to come before Python runs, by the build's names. */
export const PYTHON = [
  "pyodide.asm.wasm.gz",
  "python_stdlib.zip",
  "pycparser.whl",
  "cexplain.whl",
] as const;

/** The files that the compiler is made of; the compressed ones are the large ones. */
export const COMPILER = [
  "llvm.core.wasm.gz",
  "llvm.core2.wasm",
  "llvm.core3.wasm",
  "llvm.core4.wasm",
  "llvm-resources.tar.gz",
] as const;

/** Marks what is kept as it is used. What the offline copy fetched has no mark, and is packed until its first use. */
const AS_USED = "X-Workbook-As-Used";

// The browser's own: a Worker replaces the name for a package that fetches by itself.
const fetch = globalThis.fetch.bind(globalThis);

/** The address of a file, or of a folder ("pyodide/"); throws for a name that the build does not know. */
export function fileUrl(name: string): string {
  return new URL(known(name).path, import.meta.url).href;
}

/** How many bytes a file takes on its way. */
export function fileSize(name: string): number {
  return known(name).bytes;
}

/** Whether every one of the files is on this machine already. */
export async function isKept(names: readonly string[]): Promise<boolean> {
  const cache = await open();
  if (!cache) return false;
  const found = await Promise.all(names.map((name) => cache.match(fileUrl(name))));
  return found.every((response) => response !== undefined);
}

/** A file's bytes, unpacked if they are gzip's; like `fetchResponse`. */
export async function fetchFile(name: string, arrived: (bytes: number) => void): Promise<ArrayBuffer> {
  return (await fetchResponse(name, arrived)).arrayBuffer();
}

/**
 * A file as it is used, unpacked if it is gzip's, with its type: from this machine's cache, else from
 * the site, and then kept. A kept one is handed over while it is read, so that it can be compiled
 * meanwhile. `arrived` is told how many bytes have come so far.
 * Throws if what comes is not the file that the build made.
 */
export async function fetchResponse(name: string, arrived: (bytes: number) => void): Promise<Response> {
  const url = fileUrl(name);
  const cache = await open();
  const found = await cache?.match(url);
  if (found) arrived(fileSize(name));
  if (found?.headers.has(AS_USED)) return found;
  const content = found ? await found.arrayBuffer() : await fetched(name, arrived);
  const isSure = found !== undefined || (await isBuilt(content, known(name)));
  if (!isSure && !wasUnpacked(name, content)) {
    throw new Error(`${url} did not arrive as it was built. Reload the page, then try again.`);
  }
  const used = await unpacked(content);
  const headers = { "Content-Type": typeOf(name), [AS_USED]: "1" };
  if (cache && isSure) keep(cache, url, new Response(used, { headers }), content);
  return new Response(used, { headers });
}

/** Takes files out of the cache: what is kept of them is of no use. */
export async function forget(names: readonly string[]): Promise<void> {
  const cache = await open();
  await Promise.all(names.map((name) => cache?.delete(fileUrl(name))));
}

/**
 * Where the memory of a Worker that has started is kept. The script's own name stands for all of it: it
 * changes with each file that the script was built with.
 */
const MEMORY = `${import.meta.url}?memory`;

/** The memory that a Worker of this very script has left on this machine. */
export async function keptMemory(): Promise<ArrayBuffer | undefined> {
  const found = await (await open())?.match(MEMORY);
  return found?.arrayBuffer();
}

/** Keeps the memory of a Worker, in the place of those of older scripts, where there is room for it. */
export function keepMemory(memory: Uint8Array<ArrayBuffer>): void {
  keeping(async () => {
    const cache = await open();
    for (const { url } of (await cache?.keys()) ?? []) if (url.endsWith("?memory")) await cache?.delete(url);
    await cache?.put(MEMORY, new Response(memory));
  });
}

/** Takes it out again. */
export async function forgetMemory(): Promise<void> {
  await (await open())?.delete(MEMORY);
}

/** What is on its way into the cache. */
const onTheWay = new Set<Promise<void>>();

/** Settles when what has come is kept, or cannot be: a Worker that ended before would fetch it again. */
export async function isSettled(): Promise<void> {
  await Promise.all(onTheWay);
}

/**
 * Keeps a file as it is used, in the place of its packed form. Without room for that it is kept as it
 * came; without room for either a browser works all the same, and fetches it again next time.
 */
function keep(cache: Cache, url: string, used: Response, came: ArrayBuffer): void {
  keeping(() => cache.put(url, used).catch(() => cache.put(url, new Response(came))));
}

function keeping(put: () => Promise<void>): void {
  const end = put()
    .catch(() => undefined)
    .finally(() => onTheWay.delete(end));
  onTheWay.add(end);
}

/** What the site sends, whatever that is. */
async function fetched(name: string, arrived: (bytes: number) => void): Promise<ArrayBuffer> {
  const url = fileUrl(name);
  const response = await fetch(url).catch(() => {
    throw new Error(`${url} cannot be fetched: is the network off?`);
  });
  if (!response.ok || !response.body) throw new Error(`${url} answered with status ${response.status}.`);
  // A host that unpacks on the way (Content-Encoding) sends more than the file has.
  return read(response.body, (done) => arrived(Math.min(done, fileSize(name))));
}

/** What browsers must be told of a file's content: they compile WebAssembly alone while it comes. */
function typeOf(name: string): string {
  return /\.wasm(?:\.gz)?$/.test(name) ? "application/wasm" : "application/octet-stream";
}

function known(name: string): Known {
  const found = __FILES__[name];
  if (!found) throw new Error(`The build made no file ${name}.`);
  return found;
}

/** The cache, which only secure pages have (https, or one's own machine). */
async function open(): Promise<Cache | undefined> {
  return globalThis.caches?.open(cacheOfFiles(new URL("../../", import.meta.url))).catch(() => undefined);
}

async function read(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  arrived: (bytes: number) => void,
): Promise<ArrayBuffer> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let done = 0;
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    parts.push(next.value);
    done += next.value.length;
    arrived(done);
  }
  return new Blob(parts).arrayBuffer();
}

/** Whether the content is what the build made; a page that is not secure can count only. */
export async function isBuilt(content: ArrayBuffer, { bytes, sha256 }: Built): Promise<boolean> {
  if (content.byteLength !== bytes) return false;
  return !globalThis.crypto?.subtle || (await digest(content)) === sha256;
}

/** Whether a packed file was unpacked on its way, so that nothing says what it must hold. */
export function wasUnpacked(name: string, content: ArrayBuffer): boolean {
  return name.endsWith(".gz") && !isPacked(content);
}

/** The SHA-256 of some bytes in hexadecimal digits; on secure pages only. */
export async function digest(content: BufferSource): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function isPacked(content: ArrayBuffer): boolean {
  const [first, second] = new Uint8Array(content, 0, Math.min(2, content.byteLength));
  return first === 0x1f && second === 0x8b;
}

async function unpacked(content: ArrayBuffer): Promise<ArrayBuffer> {
  if (!isPacked(content)) return content;
  const stream = new Blob([content]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}
