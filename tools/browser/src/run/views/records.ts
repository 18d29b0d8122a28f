/** The records that a text defines: which of clang's are the text's own, and how they are named. */

type Files = Readonly<Record<string, string>>;

/** A record as clang names it in a layout. */
export interface Named {
  /** For the reader: "struct S", or where one without a name stands. */
  readonly title: string;
  /** How the text itself can name it at file scope; undefined where it cannot. */
  readonly spelled: string | undefined;
  /** What tells it from others in each of clang's dumps. */
  readonly key: string;
}

const PLACE = /\((?:unnamed|anonymous)[^)]* at (?<file>[^:]+):(?<line>\d+):(?<column>\d+)\)/;
const LETTER = "[\\p{L}\\p{M}\\p{N}_$]";

/** The record that clang calls `name`; undefined if it is none of these files' own. */
export function recordIn(files: Files, name: string, isCpp: boolean): Named | undefined {
  const place = PLACE.exec(name);
  if (place?.groups) return unnamed(files, name, place.groups as Record<"file" | "line" | "column", string>);
  if (name.includes("std::") || !isDefined(Object.values(files).join("\n"), name)) return undefined;
  // A class is a struct for whoever only asks for its size.
  const spelled = isCpp ? name.replace(/^(?:class|struct|union) /, "") : name;
  return { title: name, spelled, key: name };
}

/** Whether an attribute behind some record's brace may still change its layout. */
export function hasLateAttributes(files: Files): boolean {
  return Object.values(files).some((text) => /\}\s*(?:__attribute__|\[\[)/.test(text));
}

/** What tells a record from others: its place if it has no name of its own, else its name. */
export function keyOf(name: string): string {
  const { file, line, column } = PLACE.exec(name)?.groups ?? {};
  return file === undefined ? name : `${file.replace(/^\.\//, "")}:${line}:${column}`;
}

/** Whether a text defines the record: its tag, perhaps behind attributes, and then members. */
function isDefined(text: string, name: string): boolean {
  const tag = new RegExp(`(${LETTER}+)(?:<.*>)?$`, "u").exec(name)?.[1];
  if (tag === undefined) return false;
  const before = `(?<!${LETTER})(?:struct|class|union)(?!${LETTER})[^;{}]*?`;
  const behind = "\\s*(?:<[^;{}]*>\\s*)?(?:final\\s*)?(?::[^;{}=]*)?\\{";
  return new RegExp(`${before}(?<!${LETTER})${tag.replaceAll("$", "\\$")}(?!${LETTER})${behind}`, "u").test(text);
}

function unnamed(files: Files, name: string, place: Record<"file" | "line" | "column", string>): Named | undefined {
  const file = place.file.replace(/^\.\//, "");
  const text = Object.hasOwn(files, file) ? files[file] : undefined; // #line may name a file "constructor"
  if (text === undefined) return undefined;
  const lines = text.split("\n");
  const start = lines.slice(0, Number(place.line) - 1).join("\n").length + Number(place.column);
  const kind = /^\w+/.exec(name)?.[0] ?? "struct";
  const declared = behind(text.slice(start - 1));
  const isTypedef = new RegExp(`(?<!${LETTER})typedef(?:\\s+(?:const|volatile))*\\s*$`, "u").test(text.slice(0, start - 1));
  const key = keyOf(name);
  if (declared && isTypedef) return { title: `${kind} ${declared}`, spelled: declared, key };
  const of = declared ? `, of ${declared}` : "";
  return { title: `${kind} without a name, line ${place.line}${of}`, spelled: undefined, key };
}

/** The identifier behind a record's members: `text` begins at or before the keyword. */
function behind(text: string): string | undefined {
  const open = text.indexOf("{");
  if (open < 0) return undefined;
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === "{") depth++;
    else if (text[at] === "}" && --depth === 0) {
      const rest = text.slice(at + 1).replace(/^\s*(?:__attribute__\s*\(\((?:[^()]|\([^()]*\))*\)\)\s*)*/, "");
      return new RegExp(`^${LETTER}+`, "u").exec(rest)?.[0];
    }
  }
  return undefined;
}
