/** Programs have addresses of 64 bits; for a browser that has none so long, they are cut to 32 before they run. */

/** A module that has a memory and a table with such addresses, and nothing else. */
const WIDE = new Uint8Array([
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0], // WebAssembly, version 1
  ...[4, 4, 1, 0x70, 4, 0], // a table of functions
  ...[5, 3, 1, 4, 0], // a memory
]);

/** The program as this browser takes it, or a sentence that says why it does not. */
export async function fitting(program: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | string> {
  if (WebAssembly.validate(WIDE)) return program;
  // Safari needs it, up to version 26 at least; nobody else fetches it.
  const { narrowed, TooWide } = await import("../wasm/narrow");
  try {
    return narrowed(program);
  } catch (error) {
    if (error instanceof TooWide) return `The program has ${error.message}, which this browser does not run.`;
    throw error;
  }
}
