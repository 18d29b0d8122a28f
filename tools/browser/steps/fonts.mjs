// The faces that the style sheets use, and no others, each cut down to the characters it needs.
import subset from "subset-font";
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

// A page in English and C needs the first part, some 9 KB of a face's 20; others ask for the rest.
const PARTS = {
  "": ["20-7e", "a0", "b6-b7", "d7", "2013-2014", "2018-2019", "201c-201d", "2022", "2026", "2192"],
  "-more": [
    ...["a1-b5", "b8-d6", "d8-ff", "131", "152-153", "2010-2012", "201a", "201e", "2020-2021"],
    ...["2030", "2039-203a", "20ac", "2122", "2190-2191", "2193", "2212", "2215"],
  ],
};

/**
 * Writes the faces and their licences. Returns the rules that name them, as seen from the
 * folder of `files`, and the paths of those to ask for early.
 */
export async function fonts(files) {
  const rules = [];
  const early = [];
  const licences = new Map();
  for (const [name, family, weight, style] of FACES) {
    const file = `${name}-latin-${weight}-${style}.woff2`;
    const whole = await packaged(`@fontsource/${name}`, `files/${file}`);
    for (const [part, ranges] of Object.entries(PARTS)) {
      const cut = await subset(whole, characters(ranges), { targetFormat: "woff2", noHinting: true });
      const put = `fonts/${name}-${weight}-${style}${part}.woff2`;
      const path = await files.put(put, cut, "core");
      rules.push(rule(family, weight, style, path, ranges));
      // Asked for with the page, ahead of the style sheet: then no text waits or moves for it.
      if (part === "") early.push(path);
    }
    licences.set(family, await packaged(`@fontsource/${name}`, "LICENSE"));
  }
  const text = [...licences].map(([family, licence]) => `${family}\n\n${licence}`);
  await files.write("fonts/LICENSE.txt", text.join("\n\n"), "core");
  return { rules: rules.join(""), early };
}

/** All characters of some ranges. */
function characters(ranges) {
  const codes = ranges.flatMap((range) => {
    const [first, last = first] = range.split("-").map((digits) => Number.parseInt(digits, 16));
    return Array.from({ length: last - first + 1 }, (_, n) => first + n);
  });
  return String.fromCodePoint(...codes);
}

// "optional": whoever would wait too long for a face reads on in the system's own; nothing moves.
const rule = (family, weight, style, file, ranges) => `@font-face {
  font-family: "${family}";
  font-weight: ${weight};
  font-style: ${style};
  font-display: optional;
  src: url("${file}") format("woff2");
  unicode-range: ${ranges.map((range) => `U+${range}`).join(", ")};
}
`;
