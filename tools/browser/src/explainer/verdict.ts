/** What clang's answer means: whether it takes the input, and whether the types are the same. */
import type { Diagnostic } from "../clang/diagnostics";
import type { Confirmation } from "../python/messages";

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
  const edition = std.replace(/^gnu/, "GNU C").replace(/^c/, "C");
  if (refused) {
    const place = `line ${refused.line}, column ${refused.column}: ${refused.message}`;
    return ok
      ? { kind: "wrong", words: `clang does not accept this as ${edition}: ${place}.` }
      : { kind: "same", words: `clang does not accept it either (${edition}): ${place}.` };
  }
  const [first] = errors;
  if (first) return { kind: "other", words: `clang sees it differently (${edition}): ${first.message}.` };
  if (!ok) return { kind: "other", words: `clang accepts this as ${edition}, and cexplain does not.` };
  if (names.length === 0) {
    return { kind: "same", words: `clang accepts it as ${edition}. There is no type here to compare.` };
  }
  const what = names.length === 1 ? `${names[0]} has` : `${listed(names)} have`;
  return { kind: "same", words: `clang agrees: ${what} the type that the reading says (${edition}).` };
}

const listed = (names: readonly string[]): string =>
  `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
