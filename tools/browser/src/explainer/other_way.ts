/** Whether a text was meant for the other direction: English where C is read, or C where English is. */
import type { Explained } from "../python/messages";
import type { State } from "./state";

const ENGLISH = /^\s*(?:declare|cast)\s|\b(?:is|as|into|to|of|returning|taking)\s+(?:an?\s+)?(?:pointers?|arrays?|functions?)\b/i;
/** No English has these, and few declarations do without them. */
const C = /[*;[{]/;

/** A sentence that says so; null where nothing looks wrong. */
export function otherWay(
  { text, way }: Pick<State, "text" | "way">,
  { ok, c }: Pick<Explained, "ok" | "c">,
): string | null {
  // A text of names alone reads as C with macros in it, so that it was read says nothing.
  if (way === "read" && ENGLISH.test(text) && !C.test(text)) {
    return "This looks like English. English to C, above, makes C of it.";
  }
  // English may hold words of C, and C itself is understood there and comes back as it is.
  if (way === "write" && C.test(text) && (!ok || bare(c ?? "") === bare(text))) {
    return "This looks like C. C to English, above, reads it.";
  }
  return null;
}

/** C without what writers choose: spaces, and the semicolon at its end. */
function bare(c: string): string {
  return c.replace(/\s/g, "").replace(/;$/, "");
}
