/** What programs in the pages are compiled for: WebAssembly whose pointers and long have 8 bytes, as on x86-64. */
export const FOR_PAGE: readonly string[] = ["--target=wasm64-wasip1"];
