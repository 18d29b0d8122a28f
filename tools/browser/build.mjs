// Bundles the pages' scripts and copies the fonts into docs/assets/build/.
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "..", "..", "docs", "assets", "build");
const packageFolder = (name) =>
  dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));

// The faces that the style sheets use, and no others: each costs a reader some 20 KB.
const FACES = [
  ["ibm-plex-sans", "IBM Plex Sans", 400, "normal"],
  ["ibm-plex-sans", "IBM Plex Sans", 400, "italic"],
  ["ibm-plex-sans", "IBM Plex Sans", 600, "normal"],
  ["ibm-plex-serif", "IBM Plex Serif", 400, "normal"],
  ["ibm-plex-serif", "IBM Plex Serif", 600, "normal"],
  ["ibm-plex-mono", "IBM Plex Mono", 400, "normal"],
  ["ibm-plex-mono", "IBM Plex Mono", 600, "normal"],
];

const rule = (family, weight, style, file) => `@font-face {
  font-family: "${family}";
  font-weight: ${weight};
  font-style: ${style};
  font-display: swap;
  src: url("fonts/${file}") format("woff2");
}
`;

async function fonts() {
  const rules = [];
  const licences = new Map();
  await mkdir(join(out, "fonts"), { recursive: true });
  for (const [name, family, weight, style] of FACES) {
    const folder = packageFolder(`@fontsource/${name}`);
    const file = `${name}-latin-${weight}-${style}.woff2`;
    await copyFile(join(folder, "files", file), join(out, "fonts", file));
    rules.push(rule(family, weight, style, file));
    licences.set(family, await readFile(join(folder, "LICENSE"), "utf8"));
  }
  await writeFile(join(out, "fonts.css"), rules.join(""));
  const text = [...licences].map(([family, licence]) => `${family}\n\n${licence}`);
  await writeFile(join(out, "fonts", "LICENSE.txt"), text.join("\n\n"));
}

await rm(out, { recursive: true, force: true });
await fonts();
await build({
  entryPoints: { workbook: join(here, "src", "main.ts") },
  outdir: out,
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2022"],
  legalComments: "none",
  logLevel: "warning",
});
