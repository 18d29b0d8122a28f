// The installed npm packages' files.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Returns the folder of an installed package. */
export const packageFolder = (name) =>
  dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));

/** Returns the content of a package's file. */
export const packaged = (name, file) => readFile(join(packageFolder(name), file));
