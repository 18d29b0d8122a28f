// The faces that the style sheets use, and no others: each costs a reader some 20 KB.
import { packaged } from "./packages.mjs";

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
  src: url("${file}") format("woff2");
}
`;

/** Writes the faces, their licences and the style sheet that names them. */
export async function fonts(files) {
  const rules = [];
  const licences = new Map();
  for (const [name, family, weight, style] of FACES) {
    const file = `${name}-latin-${weight}-${style}.woff2`;
    const content = await packaged(`@fontsource/${name}`, `files/${file}`);
    rules.push(rule(family, weight, style, await files.put(`fonts/${file}`, content, "core")));
    licences.set(family, await packaged(`@fontsource/${name}`, "LICENSE"));
  }
  const text = [...licences].map(([family, licence]) => `${family}\n\n${licence}`);
  await files.write("fonts/LICENSE.txt", text.join("\n\n"), "core");
  await files.write("fonts.css", rules.join(""), "core");
}
