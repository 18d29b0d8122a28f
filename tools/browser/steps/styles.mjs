// What a page is drawn with: one style sheet of all, for each more is one more request before that,
// and the script that runs before.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { transform } from "esbuild";

const SMALL = { minify: true, legalComments: "none", target: ["chrome100", "firefox100", "safari15.4"] };

/** Writes the sheets that overrides/unbuilt/styles.html names, behind the rules of the faces. */
export async function styles(files, top, faces) {
  const sheets = await Promise.all(
    (await listed(top)).map((path) => readFile(join(top, "docs", path), "utf8")),
  );
  for (const sheet of sheets) {
    if (/\burl\((?!["']?data:)/.test(sheet)) throw new Error("a sheet of ours names a file: say how it moves");
  }
  const { code } = await transform([faces, ...sheets].join("\n"), {
    ...SMALL,
    loader: "css",
  });
  return files.put("workbook.css", code, "core");
}

/** Writes a sheet that a script asks for, when somebody needs it. */
export async function sheet(files, name, path, group) {
  const { code } = await transform(await readFile(path, "utf8"), { ...SMALL, loader: "css" });
  return files.put(name, code, group);
}

/** Writes a plain script as it is, but small. */
export async function script(files, name, path) {
  const { code } = await transform(await readFile(path, "utf8"), { minify: true, target: "es2022" });
  return files.put(name, code, "core");
}

/** The paths below docs/ of the sheets, in their order. */
async function listed(top) {
  const template = await readFile(join(top, "overrides", "unbuilt", "styles.html"), "utf8");
  const paths = Array.from(template.matchAll(/'(assets\/\S+\.css)' \| url/g), (match) => match[1]);
  if (paths.length === 0) throw new Error("overrides/unbuilt/styles.html names no style sheet");
  return paths;
}
