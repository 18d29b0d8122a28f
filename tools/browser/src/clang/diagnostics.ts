/** clang's messages as data: each with its place, in the units of the editor. */

export type Severity = "error" | "warning" | "note";

export interface Diagnostic {
  /** The file's name as the compiler was given it; empty for a message about no file. */
  readonly file: string;
  /** From 1; 0 where there is no place. */
  readonly line: number;
  /** From 1, in UTF-16 units, as editors count; 0 where there is no place. */
  readonly column: number;
  /** Where the marked text of the same line ends, likewise; the column itself if none is marked. */
  readonly end: number;
  readonly severity: Severity;
  readonly message: string;
  /** The option that controls it, such as -Wformat; empty without one. */
  readonly option: string;
}

const LINE =
  /^(?<file>[^:\n]*):(?<line>\d+):(?<column>\d+):(?<ranges>(?:\{[\d:-]+\})*:?) (?<severity>fatal error|error|warning|note): (?<message>.*?)(?: \[(?<option>[^\]\s]+)\])?$/;
/** What no line of a text is to blame for: by the driver, the linker, or the compiler's inner parts. */
const BARE = /^(?:[\w.+-]+: )?(?<severity>fatal error|error|warning): (?:\S+\.o: )?(?<message>.*)$/;
/** What the driver says when the linker has said why. */
const SAID_BEFORE = /^linker command failed/;
const UNDEFINED = /^undefined symbol: .*/;
/** As includes beside a text name it. */
const HERE = /^\.\//;
const RANGE = /\{(\d+):(\d+)-(\d+):(\d+)\}/g;

/**
 * The messages in what clang said with -fdiagnostics-print-source-range-info.
 * `sources` are the texts by file name, to turn clang's bytes into the editor's units.
 */
export function parseDiagnostics(said: string, sources: Readonly<Record<string, string>>): Diagnostic[] {
  const found: Diagnostic[] = [];
  const lines = new Map(Object.entries(sources).map(([name, text]) => [name, text.split("\n")]));
  for (const line of said.split("\n")) {
    const match = LINE.exec(line)?.groups;
    const bare = match ? undefined : BARE.exec(line)?.groups;
    if (match) found.push(placed(match, lines));
    else if (bare && !SAID_BEFORE.test(bare["message"] ?? "")) found.push(unplaced(bare));
  }
  return found;
}

/** What clang said without the ranges that only we asked for. */
export function readable(said: string): string {
  return said.replace(/^([^:\n]*:\d+:\d+:)(?:\{[\d:-]+\})+:( (?:fatal error|error|warning|note): )/gm, "$1$2");
}

type Groups = Readonly<Record<string, string | undefined>>;

/** A file's name as the editor has it. */
export function plainName(file: string): string {
  return file.replace(HERE, "");
}

function placed(groups: Groups, lines: ReadonlyMap<string, readonly string[]>): Diagnostic {
  const file = plainName(groups["file"] ?? "");
  const line = Number(groups["line"]);
  const byte = Number(groups["column"]);
  const text = lines.get(file)?.[line - 1] ?? "";
  const ends = [...(groups["ranges"] ?? "").matchAll(RANGE)]
    .filter(([, from, start, to, end]) => Number(from) === line && Number(to) === line && Number(start) <= byte && byte < Number(end))
    .map(([, , , , end]) => Number(end));
  const column = units(text, byte);
  return {
    file,
    line,
    column,
    end: ends.length > 0 ? units(text, Math.max(...ends)) : column,
    severity: severity(groups["severity"]),
    message: groups["message"] ?? "",
    option: groups["option"] ?? "",
  };
}

function unplaced(groups: Groups): Diagnostic {
  return {
    file: "",
    line: 0,
    column: 0,
    end: 0,
    severity: severity(groups["severity"]),
    message: (groups["message"] ?? "").replace(UNDEFINED, `$& (neither the text nor the page's C library defines it)`),
    option: "",
  };
}

function severity(word: string | undefined): Severity {
  return word === "warning" || word === "note" ? word : "error";
}

/** The column in UTF-16 units of a column in bytes of UTF-8; both count from 1. */
export function units(line: string, byteColumn: number): number {
  let bytes = 1;
  let column = 1;
  for (const character of line) {
    if (bytes >= byteColumn) break;
    bytes += new TextEncoder().encode(character).length;
    column += character.length;
  }
  return column;
}
