// The tags by which every page finds files whose names change with their content.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const address = (path) => `{{ 'assets/build/${path}' | url }}`;

/** Writes the templates that overrides/ includes where they exist (both engines read them). */
export async function tags(top, { early, style, script, fonts }) {
  const out = join(top, "overrides", "built");
  const templates = {
    "styles.html": [
      ...fonts.map((path) => `<link rel="preload" href="${address(path)}" as="font" type="font/woff2" crossorigin>`),
      `<link rel="stylesheet" href="${address(style)}">`,
    ],
    "early.html": [`<script src="${address(early)}" data-base="{{ base_url }}" data-scripts></script>`],
    "scripts.html": [`<script type="module" src="${address(script)}"></script>`],
    "licences.html": [`<a href="${address("licences.txt")}">Licences of what the pages use</a>`],
  };
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  for (const [name, lines] of Object.entries(templates)) {
    await writeFile(join(out, name), `${lines.join("\n")}\n`);
  }
}
