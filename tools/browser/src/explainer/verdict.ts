/** What clang's answer means: whether it takes the input, and whether the types are the same. */
import type { Diagnostic } from "../clang/diagnostics";
import type { Confirmation } from "../python/messages";
import { edition } from "./state";

/** How confirm.py names a type that stands alone. */
const ALONE = "the type";

export interface Verdict {
  /** "same": confirmed; "other": clang sees it differently; "wrong": clang refuses the input. */
  readonly kind: "same" | "other" | "wrong";
  readonly words: string;
}

/** Returns the verdict on what clang said of a confirmation's code. */
export function verdict(
  { names, std, ok }: Confirmation,
  said: readonly Pick<Diagnostic, "file" | "line" | "column" | "severity" | "message">[],
): Verdict {
  const errors = said.filter(({ severity }) => severity === "error");
  const refused = errors.find(({ file }) => file === "input");
  const asked = edition(std);
  if (refused) {
    const place = `line ${refused.line}, column ${refused.column}: ${refused.message}`;
    return ok
      ? { kind: "wrong", words: `clang does not accept this as ${asked}: ${place}.` }
      : { kind: "same", words: `clang does not accept it either (${asked}): ${place}.` };
  }
  const other = errors.find(({ file }) => file === "types");
  if (other) return { kind: "other", words: `clang sees it differently (${asked}): ${other.message}.` };
  const [first] = errors;
  if (first) return { kind: "other", words: `clang cannot compare it (${asked}): ${first.message}.` };
  if (!ok) return { kind: "other", words: `clang accepts this as ${asked}, and cexplain does not.` };
  if (names.length === 0) {
    return { kind: "same", words: `clang accepts it as ${asked}. There is no type here to compare.` };
  }
  if (names.includes(ALONE)) {
    return { kind: "same", words: `clang agrees: this is the type that the reading says (${asked}).` };
  }
  const what = names.length === 1 ? `${names[0]} has` : `${listed(names)} have`;
  return { kind: "same", words: `clang agrees: ${what} the type that the reading says (${asked}).` };
}

const listed = (names: readonly string[]): string =>
  `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
