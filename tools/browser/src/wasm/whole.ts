/**
 * Firefox compiles a module while it comes on a thread of its own, and where the page is left meanwhile
 * that thread goes on waiting for the rest. With two processors there is one such thread for all of a
 * site's pages: then nothing is compiled there any more, and neither Python nor clang starts again.
 */

/** Gecko says so with a date; others say that they are "like" it. */
const GECKO = /\bGecko\/\d/;

/** In Firefox a module is compiled when all of it has come. Call it before the packages that compile. */
export function compileWhole(): void {
  if (!GECKO.test(navigator.userAgent)) return;
  const whole = async (source: Response | PromiseLike<Response>): Promise<ArrayBuffer> => (await source).arrayBuffer();
  WebAssembly.compileStreaming = async (source) => WebAssembly.compile(await whole(source));
  WebAssembly.instantiateStreaming = async (source, imports) => WebAssembly.instantiate(await whole(source), imports);
}
