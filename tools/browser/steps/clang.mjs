// The compiler in WebAssembly, and the headers and libraries that its programs need.
import { readFile, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createTar, parseTar } from "nanotar";

const GROUP = "compiler";
const LIBRARIES = "lib/wasm64-wasip1/";
const C_HEADERS = "include/wasm64-wasip1/";
/** What the compiler itself calls; clang looks for it elsewhere. */
const BUILTINS = "libclang_rt.builtins.a";
const BUILTINS_FOLDER = "lib/wasm64-unknown-wasip1/";

// The package brings headers for every processor that LLVM knows, and libraries and C's headers for pointers of 32 bits.
const KEPT = [
  /^include\/c\+\+(?:$|\/)/,
  /^include\/(?:__float|__std)\w*\.h$/,
  /^include\/(?:float|inttypes|iso646|limits|stdalign|stdarg|stdatomic|stdbool|stdckdint|stdcountof|stddef|stddefer|stdint|stdnoreturn|tgmath|unwind|varargs)\.h$/,
];
// C++03 as an extra copy of its library, which nobody asks for.
const DROPPED = /^include\/c\+\+\/v1\/__cxx03(?:$|\/)/;

/**
 * Writes the compiler's parts, and the tar of what it reads. The libraries and C's headers are
 * those in the folder `runtime`: the package's are for pointers of 32 bits.
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

/** The tar of headers and libraries, in the package's own layout; `runtime` is the folder of ours. */
export async function resources(runtime) {
  const packed = await compiler("llvm-resources.tar");
  const all = parseTar(packed.buffer.slice(packed.byteOffset, packed.byteOffset + packed.length));
  const theirs = all.filter(({ name, type }) => {
    const path = name.replace(/\/$/, "");
    return KEPT.some((kept) => kept.test(path)) && !DROPPED.test(path);
  });
  const entries = theirs.map(({ name, type, data }) =>
    type === "directory" ? { name: name.replace(/\/$/, "") } : { name, data },
  );
  const folders = new Set();
  for (const [name, data] of await own(runtime)) {
    // Each folder comes before what is in it.
    for (let at = name.indexOf("/"); at > 0; at = name.indexOf("/", at + 1)) folders.add(name.slice(0, at));
    entries.push({ name, data });
  }
  const made = [...folders].sort().filter((name) => name !== "include").map((name) => ({ name }));
  // No time of day gets into the content, and so into its hash.
  return createTar([{ name: "include" }, ...made, ...entries], { attrs: { mtime: 0 } });
}

/** Our libraries and C's headers by their place in the tar. */
async function own(folder) {
  const names = (await readdir(folder, { recursive: true }).catch(() => [])).filter((name) => /\.[aho]$/.test(name)).sort();
  if (names.length === 0) throw new Error(`there are no libraries in ${folder}: run make build`);
  return Promise.all(names.map(async (name) => [placeOf(name), await readFile(join(folder, name))]));
}

function placeOf(name) {
  if (name.endsWith(".h")) return C_HEADERS + name.replace(/^include\//, "");
  return (name === BUILTINS ? BUILTINS_FOLDER : LIBRARIES) + name;
}
