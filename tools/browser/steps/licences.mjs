// What the licences of others' work ask to be passed on with it.
import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const MODULES = join(dirname(fileURLToPath(import.meta.url)), "..", "node_modules");

/** Writes one text: the licence of each bundled package and font, and those that lie in `folders`. */
export async function licences(files, fonts, folders) {
  const parts = [];
  for (const name of [...files.packages].sort()) {
    const { license } = JSON.parse(await readFile(join(MODULES, name, "package.json"), "utf8"));
    const texts = await textsIn(join(MODULES, name), /^licen[cs]e|^copying|^notice/i);
    parts.push(`${name} (${license})\n\n${texts.join("\n\n")}`);
  }
  parts.push(`${fonts} (OFL-1.1)\n\n${(await textsIn(join(MODULES, fonts), /^LICENSE$/)).join("")}`);
  // Some packages hold no text, the compiler's and Pyodide's: LLVM's and CPython's are among these.
  for (const folder of folders) {
    for (const name of (await readdir(folder)).filter((file) => file.endsWith(".txt")).sort()) {
      parts.push(`${basename(name, ".txt")}\n\n${await readFile(join(folder, name), "utf8")}`);
    }
  }
  await files.write("licences.txt", parts.join(`\n\n${"-".repeat(72)}\n\n`), "core");
}

async function textsIn(folder, pattern) {
  const names = (await readdir(folder)).filter((name) => pattern.test(name)).sort();
  return Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
}
