/**
 * A link that holds an edited program: its fragment never reaches a server, and what
 * comes from one is text in an editor and values in fields, never HTML.
 */
import { LEVELS, standards, type Edit, type Program } from "./program";

const KEY = "program";
/** Longest fragment that is looked at, in characters, and longest text that comes out of it, in bytes. */
const LONGEST_LINK = 200_000;
const LONGEST_TEXT = 400_000;

/** The fragment, with its '#', for an edited program. */
export async function fragmentOf(program: Program, edit: Edit): Promise<string> {
  const changed = Object.entries(edit.files).filter(([name, text]) => text !== program.files[name]);
  const { std, level, options, args, stdin, ubsan } = edit;
  const state = { files: Object.fromEntries(changed), std, level, options, args, stdin, ubsan };
  const packed = await through(new CompressionStream("deflate-raw"), new TextEncoder().encode(JSON.stringify(state)));
  return `#${KEY}=${encodeURIComponent(program.name)}&z=${base64(packed)}`;
}

/** The name of the program that a fragment is about, or undefined. */
export function nameIn(fragment: string): string | undefined {
  if (fragment.length > LONGEST_LINK) return undefined;
  return new URLSearchParams(fragment.replace(/^#/, "")).get(KEY) ?? undefined;
}

/** The edited program of a fragment; throws a sentence for one that was cut or made up. */
export async function editIn(fragment: string, program: Program, start: Edit): Promise<Edit> {
  const packed = new URLSearchParams(fragment.replace(/^#/, "")).get("z") ?? "";
  let state: unknown;
  try {
    const text = await through(new DecompressionStream("deflate-raw"), bytes(packed), LONGEST_TEXT);
    state = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(text));
  } catch {
    throw new Error("This link's program cannot be read: the link was cut or changed. Here is the book's own text.");
  }
  return { ...start, ...accepted(state, program, start) };
}

/** Of what a link says, only what has the right type and a known value. */
function accepted(state: unknown, program: Program, start: Edit): Partial<Edit> {
  if (typeof state !== "object" || state === null) return {};
  const said = state as Record<string, unknown>;
  const text = (name: "options" | "args" | "stdin"): string => {
    const value = said[name];
    return typeof value === "string" ? value : start[name];
  };
  const one = (name: "std" | "level", known: readonly string[]): string => {
    const value = said[name];
    return typeof value === "string" && known.includes(value) ? value : start[name];
  };
  const files = typeof said["files"] === "object" && said["files"] !== null ? said["files"] : {};
  const changed = Object.entries(files).filter(
    ([name, content]) => Object.hasOwn(program.files, name) && typeof content === "string",
  );
  return {
    files: { ...start.files, ...(Object.fromEntries(changed) as Record<string, string>) },
    std: one("std", standards(program.std)),
    level: one("level", LEVELS),
    options: text("options"),
    args: text("args"),
    stdin: text("stdin"),
    // A link from before there was a choice has none.
    ubsan: typeof said["ubsan"] === "boolean" ? said["ubsan"] : start.ubsan,
  };
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
