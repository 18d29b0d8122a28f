// What the licences of others' work ask to be passed on with it.
import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const MODULES = join(dirname(fileURLToPath(import.meta.url)), "..", "node_modules");

/** Writes one text: each bundled package's licence, and the notices in the folder `runtime`. */
export async function licences(files, runtime) {
  const parts = [];
  for (const name of [...files.packages].sort()) {
    const { license } = JSON.parse(await readFile(join(MODULES, name, "package.json"), "utf8"));
    const texts = await textsIn(join(MODULES, name), /^licen[cs]e|^copying|^notice/i);
    parts.push(`${name} (${license})\n\n${texts.join("\n\n")}`);
  }
  // The compiler's own package holds no text: LLVM's is among these.
  for (const name of (await readdir(runtime)).filter((file) => file.endsWith(".txt")).sort()) {
    parts.push(`${basename(name, ".txt")}\n\n${await readFile(join(runtime, name), "utf8")}`);
  }
  await files.write("licences.txt", parts.join(`\n\n${"-".repeat(72)}\n\n`), "core");
}

async function textsIn(folder, pattern) {
  const names = (await readdir(folder)).filter((name) => pattern.test(name)).sort();
  return Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
}
