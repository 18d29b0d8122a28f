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

/**
 * A file's bytes, unpacked if they are gzip's: from this machine's cache, else from the
 * site, and then kept. `arrived` is told how many bytes have come so far.
 * Throws if what comes is not the file that the build made.
 */
export async function fetchFile(name: string, arrived: (bytes: number) => void): Promise<ArrayBuffer> {
  const { bytes } = known(name);
  const url = fileUrl(name);
  const cache = await open();
  const found = await cache?.match(url);
  if (found) {
    arrived(bytes);
    return unpacked(await found.arrayBuffer());
  }
  const response = await fetch(url).catch(() => {
    throw new Error(`${url} cannot be fetched: is the network off?`);
  });
  if (!response.ok || !response.body) throw new Error(`${url} answered with status ${response.status}.`);
  // A host that unpacks on the way (Content-Encoding) sends more than the file has.
  const content = await read(response.body, (done) => arrived(Math.min(done, bytes)));
  if (await isBuilt(content, known(name))) {
    // A browser without room for it works all the same, and fetches it again next time.
    await cache?.put(url, new Response(content)).catch(() => undefined);
  } else if (!wasUnpacked(name, content)) {
    throw new Error(`${url} did not arrive as it was built. Reload the page, then try again.`);
  }
  return unpacked(content);
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
