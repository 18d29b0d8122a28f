/**
 * A link that holds an edited program: its fragment never reaches a server, and what
 * comes from one is text in an editor and values in fields, never HTML.
 */
import { LEVELS, standards, type Edit, type Program } from "./program";

/** As here.ts reads it: that is in every page, and this comes later. */
const KEY = "program";
/** Longest fragment that is looked at, in characters, and longest text that comes out, in bytes. */
const LONGEST_LINK = 200_000;
const LONGEST_TEXT = 400_000;
/** The moment of a run that is stepped through: how many steps have been made. */
const STEP = "step";
const UNREADABLE = "This link's program cannot be read: the link was cut or changed. Here is the book's own.";

/** Whether a fragment asks for the reader's own version of its program. */
export function asksForMine(fragment: string): boolean {
  return new URLSearchParams(fragment.replace(/^#/, "")).get("version") === "mine";
}

/** The step at which a fragment wants its program shown; undefined if it only wants the program. */
export function stepIn(fragment: string): number | undefined {
  const said = new URLSearchParams(fragment.replace(/^#/, "")).get(STEP) ?? "";
  return /^\d{1,9}$/.test(said) ? Number(said) : undefined;
}

/** The same fragment with another step, or with none. */
export function withStep(fragment: string, step: number | undefined): string {
  const bare = fragment.replace(new RegExp(`&${STEP}=[^&]*`, "g"), "");
  return step === undefined ? bare : `${bare}&${STEP}=${step}`;
}

/** The fragment, with its '#', for an edited program; throws a sentence for one that no link can hold. */
export async function fragmentOf(program: Program, edit: Edit): Promise<string> {
  const changed = Object.entries(edit.files).filter(([name, text]) => text !== program.files[name]);
  const { std, level, options, args, stdin, ubsan } = edit;
  return fragmentFor(program.name, { files: Object.fromEntries(changed), std, level, options, args, stdin, ubsan });
}

/** The same for a program's name and as much of what is edited as is known; the program has the rest. */
export async function fragmentFor(name: string, state: Partial<Edit>): Promise<string> {
  const packed = await through(new CompressionStream("deflate-raw"), new TextEncoder().encode(JSON.stringify(state)));
  const fragment = `#${KEY}=${encodeURIComponent(name)}&z=${base64(packed)}`;
  if (fragment.length <= LONGEST_LINK) return fragment;
  throw new Error(`This text is too long for a link, which may have ${LONGEST_LINK.toLocaleString("en")} characters at most.`);
}

/**
 * The edited program of a fragment, and a sentence on what of it could not be had, else "".
 * Throws a sentence for one that was cut or made up.
 */
export async function editIn(fragment: string, program: Program, start: Edit): Promise<[Edit, string]> {
  if (fragment.length > LONGEST_LINK) throw new Error("This link is too long to be one of this book's. Here is the book's own text.");
  const packed = new URLSearchParams(fragment.replace(/^#/, "")).get("z") ?? "";
  let state: unknown;
  try {
    const text = await through(new DecompressionStream("deflate-raw"), bytes(packed), LONGEST_TEXT);
    state = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(text));
  } catch {
    throw new Error(UNREADABLE);
  }
  if (typeof state !== "object" || state === null || Array.isArray(state)) throw new Error(UNREADABLE);
  return accepted(state as Record<string, unknown>, program, start);
}

/** Of what a link or the device says, only what has the right type and a known value; and a sentence as for `editIn`. */
export function accepted(said: Record<string, unknown>, program: Program, start: Edit): [Edit, string] {
  const text = (name: "options" | "args" | "stdin"): string => {
    const value = said[name];
    return typeof value === "string" ? value : start[name];
  };
  const one = (name: "std" | "level", known: readonly string[]): string => {
    const value = said[name];
    return typeof value === "string" && known.includes(value) ? value : start[name];
  };
  const [files, missing] = filesOf(said["files"], program);
  const edit = {
    files: { ...start.files, ...files },
    std: one("std", standards(program.std)),
    level: one("level", LEVELS),
    options: text("options"),
    args: text("args"),
    stdin: text("stdin"),
    // A link from before there was a choice has none.
    ubsan: typeof said["ubsan"] === "boolean" ? said["ubsan"] : start.ubsan,
  };
  return [edit, missing];
}

/** A link's texts by the names that the program's files have now, and a sentence on those that have none. */
function filesOf(said: unknown, program: Program): [Record<string, string>, string] {
  const texts = Object.entries(typeof said === "object" && said !== null ? said : {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  const known = texts.filter(([name]) => Object.hasOwn(program.files, name));
  const [lost, ...others] = texts.filter(([name]) => !Object.hasOwn(program.files, name));
  if (!lost) return [Object.fromEntries(known), ""];
  const names = Object.keys(program.files);
  if (others.length === 0 && known.length === 0 && names.length === 1) {
    return [{ [names[0] ?? ""]: lost[1] }, `The file was called ${lost[0]} when this was written; here is its text.`];
  }
  const gone = [lost, ...others].map(([name]) => name).join(", ");
  return [Object.fromEntries(known), `This program has no file ${gone} any more, so that text is left out.`];
}

/** What a stream makes of some bytes; throws if that is more than `longest`. */
async function through(
  stream: CompressionStream | DecompressionStream,
  content: Uint8Array<ArrayBuffer>,
  longest = Number.POSITIVE_INFINITY,
): Promise<Uint8Array> {
  const reader = new Blob([content]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > longest) {
      await reader.cancel();
      throw new Error("too long");
    }
    parts.push(next.value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function base64(content: Uint8Array): string {
  const binary = Array.from(content, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
