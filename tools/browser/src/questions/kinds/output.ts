/** What a program prints or another short answer, typed: spaces between words do not count, all else does. */
import type { Data, Handle, Judged, Kind } from "../question";
import { typing, type Typed } from "./typing";

export function lines(text: string): string[] {
  return text
    .trim()
    .split("\n")
    .map((line) => line.trim().replace(/\s+/g, " "));
}

/** `prints` is false where no program is asked about: a size, an index, a name. */
interface Asked extends Typed {
  readonly prints: boolean;
}

export function judged(given: string, { parts, prints }: Asked): Judged {
  const mine = lines(given).join("\n");
  const part = parts.findIndex((one) => lines(one.given).join("\n") === mine);
  if (part >= 0) return { right: parts[part]?.right ?? false, part };
  if (!prints) return { right: false, says: "That is not it." };
  return { right: false, says: hint(lines(given), lines(parts.find((one) => one.right)?.given ?? "")) };
}

function hint(mine: readonly string[], wanted: readonly string[]): string {
  if (mine.length !== wanted.length) {
    return `It prints ${wanted.length === 1 ? "one line" : `${wanted.length} lines`}.`;
  }
  const first = mine.findIndex((line, place) => line !== wanted[place]);
  return mine.length > 1 ? `Line ${first + 1} is different.` : "It prints something else.";
}

function open(root: HTMLElement, room: HTMLElement, data: Data, changed: () => void): Handle {
  return typing(root, room, data as Typed, changed, (given) => judged(given, data as Asked));
}

export const output: Kind = { open, nothing: "Type your answer first.", tries: Infinity };
