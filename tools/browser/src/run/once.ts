/** Compiles a text and runs it, without anything to be seen of it. */
import { compiler } from "../clang/client";
import { buildOptions } from "./command";
import { execute } from "./execute";
import type { Undefined } from "./messages";
import type { Edit } from "./program";

export interface Built {
  /** The program; undefined if it was not compiled. */
  readonly wasm: Uint8Array<ArrayBuffer> | undefined;
  /** What the compiler said, its errors first. */
  readonly said: string;
}

export interface Ran {
  readonly stdout: string;
  /** The status that a shell reports; null where it was ended after `LONGEST`, or was not started. */
  readonly status: number | null;
  /** Where UBSan ended it. */
  readonly undefinedAt?: Undefined;
}

/** Milliseconds: no exercise of the book takes as long. */
const LONGEST = 10_000;

export async function built(edit: Edit): Promise<Built> {
  await compiler().load();
  const units = Object.keys(edit.files);
  const { made, diagnostics, text } = await compiler().build(edit.files, units, { std: edit.std, options: buildOptions(edit) });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return { wasm: made, said: errors.map(({ line, message }) => `Line ${line}: ${message}`).join("\n") || text };
}

export async function ran(wasm: Uint8Array<ArrayBuffer>, stdin: string): Promise<Ran> {
  let stdout = "";
  const running = execute({ wasm, args: [], stdin, files: {} }, (stream, text) => {
    if (stream === "stdout") stdout += text;
  });
  const limit = setTimeout(() => running.stop(), LONGEST);
  const { end } = await running.ended;
  clearTimeout(limit);
  const status = "status" in end ? end.status : null;
  return { stdout, status, ...(end.kind === "undefined" ? { undefinedAt: end.at } : {}) };
}
