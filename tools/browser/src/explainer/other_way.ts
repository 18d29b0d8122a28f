/** Whether a text was meant for the other direction: English where C is read, or C where English is. */
import type { Explained } from "../python/messages";
import type { State } from "./state";

const ENGLISH = /^\s*(?:declare|cast)\s|\b(?:is|as|into|to|of|returning|taking)\s+(?:an?\s+)?(?:pointers?|arrays?|functions?)\b/i;
/** No English has these, and few declarations do without them. */
const C = /[*;[{]/;

/** A sentence that says so; null where nothing looks wrong. */
export function otherWay({ text, way }: Pick<State, "text" | "way">, { ok }: Pick<Explained, "ok">): string | null {
  // A text of names alone reads as C with macros in it, so that it was read says nothing.
  if (way === "read" && ENGLISH.test(text) && !C.test(text)) {
    return "This looks like English. English to C, above, makes C of it.";
  }
  if (way === "write" && !ok && C.test(text)) {
    return "This looks like C. C to English, above, reads it.";
  }
  return null;
}
