// The compiler in WebAssembly, and the headers and libraries that its programs need.
import { readFile, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createTar, parseTar } from "nanotar";

const GROUP = "compiler";
const LIBRARIES = "lib/wasm32-wasip1/";

// The package brings headers for every processor that LLVM knows; programs here see one, and no other library.
const KEPT = [
  /^include\/(?:c\+\+|wasm32-wasip1)(?:$|\/)/,
  /^include\/(?:__float|__std)\w*\.h$/,
  /^include\/(?:float|inttypes|iso646|limits|stdalign|stdarg|stdatomic|stdbool|stdckdint|stdcountof|stddef|stddefer|stdint|stdnoreturn|tgmath|unwind|varargs)\.h$/,
  /^lib\/[\w-]+\/[\w+.-]+\.[ao]$/,
];
// C++03 as an extra copy of its library, which nobody asks for; counters of a profiler.
const DROPPED = [/^include\/c\+\+\/v1\/__cxx03(?:$|\/)/, /libclang_rt\.profile\.a$/];

/**
 * Writes the compiler's parts, and the tar of what it reads. The libraries in the folder
 * `runtime` take the place of the package's, which know no exceptions.
 */
export async function clang(files, runtime) {
  for (const name of ["llvm.core2.wasm", "llvm.core3.wasm", "llvm.core4.wasm"]) {
    await files.put(name, await compiler(name), GROUP);
  }
  await files.putPacked("llvm.core.wasm", await compiler("llvm.core.wasm"), GROUP);
  await files.putPacked("llvm-resources.tar", await resources(runtime), GROUP);
}

// The package names its script alone; the rest lies beside it.
const GENERATED = dirname(fileURLToPath(import.meta.resolve("@yowasp/clang")));
const compiler = (name) => readFile(join(GENERATED, name));

/** The tar of headers and libraries, in the package's own layout. */
async function resources(runtime) {
  const own = await libraries(runtime);
  const packed = await compiler("llvm-resources.tar");
  const all = parseTar(packed.buffer.slice(packed.byteOffset, packed.byteOffset + packed.length));
  const chosen = all.filter(({ name, type }) => {
    const path = name.replace(/\/$/, "");
    const folder = type === "directory" && /^(?:include|lib(?:\/[\w-]+)?)$/.test(path);
    const wanted = folder || KEPT.some((kept) => kept.test(path));
    return wanted && !DROPPED.some((dropped) => dropped.test(path)) && !(path in own);
  });
  const entries = chosen.map(({ name, type, data }) =>
    type === "directory" ? { name: name.replace(/\/$/, "") } : { name, data },
  );
  for (const [name, data] of Object.entries(own)) entries.push({ name, data });
  // No time of day gets into the content, and so into its hash.
  return createTar(entries, { attrs: { mtime: 0 } });
}

/** The libraries of a folder by their place in the tar. */
async function libraries(folder) {
  const names = await readdir(folder).catch(() => []);
  const found = names.filter((name) => name.endsWith(".a")).sort();
  if (found.length === 0) throw new Error(`there are no C++ libraries in ${folder}: run make build`);
  const read = found.map(async (name) => [LIBRARIES + name, await readFile(join(folder, name))]);
  return Object.fromEntries(await Promise.all(read));
}
