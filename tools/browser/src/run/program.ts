/** A program of a page: what tools/cworkbook/runnable_html.py says of it, and what a reader makes of it. */

/** How a recorded run ended. */
export interface Recorded {
  readonly compiler: string;
  readonly std: string;
  readonly level: string;
  readonly stdout: string;
  /** The status that a shell reports; null while it was still running. */
  readonly exit: number | null;
  readonly hangs: boolean;
}

export interface Program {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** The files that are compiled, in order; the others are included by them. */
  readonly units: readonly string[];
  /** The file that the page shows. */
  readonly shown: string;
  /** Whether it is to be run, and not only compiled. */
  readonly runs: boolean;
  readonly std: string;
  readonly level: string;
  readonly options: readonly string[];
  readonly args: readonly string[];
  readonly stdin: string;
  /** Whether it was recorded under UBSan. */
  readonly ubsan: boolean;
  /** The recorded output differs from run to run. */
  readonly varies: boolean;
  /** Why the page's own result is known to be another; empty if it is not. */
  readonly differs: string;
  readonly recorded: readonly Recorded[];
}

/** What a reader can change. */
export interface Edit {
  readonly files: Readonly<Record<string, string>>;
  readonly std: string;
  readonly level: string;
  /** As typed, words with spaces between them. */
  readonly options: string;
  readonly args: string;
  readonly stdin: string;
  /** Whether undefined behaviour is to end the program. */
  readonly ubsan: boolean;
}

const C_YEARS = ["89", "99", "11", "17", "23"];
const CPP_YEARS = ["98", "11", "14", "17", "20", "23", "26"];
const both = (language: string, years: readonly string[]): string[] =>
  years.flatMap((year) => [`${language}${year}`, `gnu${language === "c" ? "" : "++"}${year}`]);

export const LEVELS: readonly string[] = ["-O0", "-O1", "-O2", "-O3", "-Os", "-Oz"];

/** The standards that a program's language has. */
export function standards(std: string): readonly string[] {
  return std.includes("++") ? both("c++", CPP_YEARS) : both("c", C_YEARS);
}

/** The program as the book has it. */
export function original(program: Program): Edit {
  const { files, std, level, stdin, ubsan } = program;
  const options = program.options.map(quoted).join(" ");
  return { files, std, level, options, args: program.args.map(quoted).join(" "), stdin, ubsan };
}

/** Whether nothing that decides the result was changed. */
export function isOriginal(edit: Edit, program: Program): boolean {
  const { files, options, args, stdin, ubsan } = original(program);
  const same = Object.entries(files).every(([name, text]) => edit.files[name] === text);
  return same && edit.options === options && edit.args === args && edit.stdin === stdin && edit.ubsan === ubsan;
}

/** Whether two edits are the same in all that a reader can change. */
export function isSame(one: Edit, other: Edit): boolean {
  const names = Object.keys({ ...one.files, ...other.files });
  const settings = ["std", "level", "options", "args", "stdin", "ubsan"] as const;
  return names.every((name) => one.files[name] === other.files[name]) && settings.every((name) => one[name] === other[name]);
}

/** The words of a line, with quotation marks as in a shell. */
export function words(line: string): string[] {
  const found = line.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+/g);
  return Array.from(found, ([word]) => word.replace(/"([^"]*)"|'([^']*)'/g, (_all, one, other) => one ?? other ?? ""));
}

function quoted(word: string): string {
  if (word !== "" && !/[\s"']/.test(word)) return word;
  return word.includes("'") ? `"${word}"` : `'${word}'`;
}
