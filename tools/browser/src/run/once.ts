/** Compiles a text and runs it once, without anything to be seen of it. */
import { compiler } from "../clang/client";
import { buildOptions } from "./command";
import { execute } from "./execute";
import type { Edit } from "./program";

export interface Once {
  /** It was compiled. */
  readonly built: boolean;
  /** What the compiler said, its errors first. */
  readonly said: string;
  readonly stdout: string;
  /** The status that a shell reports; null where it was ended after `LONGEST`, or was not started. */
  readonly status: number | null;
}

/** Milliseconds: no exercise of the book takes as long. */
const LONGEST = 10_000;

export async function once(edit: Edit): Promise<Once> {
  await compiler().load();
  const units = Object.keys(edit.files);
  const made = await compiler().build(edit.files, units, { std: edit.std, options: buildOptions(edit) });
  const errors = made.diagnostics.filter(({ severity }) => severity === "error");
  const said = errors.map(({ line, message }) => `Line ${line}: ${message}`).join("\n") || made.text;
  if (!made.made) return { built: false, said, stdout: "", status: null };
  let stdout = "";
  const running = execute({ wasm: made.made, args: [], stdin: edit.stdin, files: {} }, (stream, text) => {
    if (stream === "stdout") stdout += text;
  });
  const limit = setTimeout(() => running.stop(), LONGEST);
  const { end } = await running.ended;
  clearTimeout(limit);
  return { built: true, said: "", stdout, status: "status" in end ? end.status : null };
}
