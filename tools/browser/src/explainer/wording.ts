/** What the page says of its directions. */
import type { Way } from "./state";

export const HINTS = {
  read: "Declarations, casts, types, struct bodies; several at once.",
  write: "Such as: p is a pointer to int. Or: declare p as pointer to int. Or: cast p into pointer to char.",
};
export const MEANT: Record<Way, { words: string; press: string }> = {
  write: { words: "This is English, and C is read here.", press: "Read it as English" },
  read: { words: "This is C, and English is read here.", press: "Read it as C" },
};
export const LABELS = { read: "C", write: "English" };
