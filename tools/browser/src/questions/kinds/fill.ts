/** A hole in a line of C, filled: by the same tokens, or so that the line declares the same. */
import type { Data, Handle, Judged, Kind } from "../question";
import { declared, type Declared } from "./declared";
import { typing, type Typed } from "./typing";

interface Filled extends Declared {
  readonly code: string;
  readonly says: string;
}

const HOLE = "___";
const TOKENS = /\w+|[^\w\s]/g;

export function judged(given: string, { parts }: Typed): Judged {
  const mine = tokens(given);
  const part = parts.findIndex((one) => tokens(one.given) === mine);
  return part < 0 ? { right: false } : { right: parts[part]?.right ?? false, part };
}

const tokens = (text: string): string => (text.match(TOKENS) ?? []).join(" ");

function open(root: HTMLElement, room: HTMLElement, data: Data, changed: () => void): Handle {
  const { code, says, parts } = data as Filled;
  const whole = (given: string): string => code.split(HOLE).join(given);
  if (!says) return typing(root, room, data as Typed, changed, (given) => judged(given, data as Typed));
  const wanted = whole(parts.find((one) => one.right)?.given ?? "");
  return declared(root, room, data, changed, { english: false, wanted, whole, meaning: "Filled so, it says:" });
}

export const fill: Kind = { open, nothing: "Fill the hole first.", tries: Infinity };
