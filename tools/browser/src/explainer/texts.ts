/** A reader's own texts, as the device keeps them: the one at work, and those that were set aside. */
import { same, stateIn, type State } from "./state";

export interface Texts {
  readonly mine: State | null;
  /** The address's fragment when the text was typed: it names that text, though it may hold an older one. */
  readonly hash: string;
  /** What was set aside, the newest first. */
  readonly earlier: readonly State[];
}

export const NONE: Texts = { mine: null, hash: "", earlier: [] };

/** As many as anybody looks through. */
const MOST_EARLIER = 10;

/** What the device has, of which anything may be damaged or come from somebody else's export. */
export function textsIn(value: unknown): Texts {
  if (typeof value !== "object" || value === null) return NONE;
  const { mine, hash, earlier } = value as Partial<Record<keyof Texts, unknown>>;
  const list = Array.isArray(earlier) ? earlier : [];
  return {
    mine: stateIn(mine),
    hash: typeof hash === "string" ? hash : "",
    earlier: list.map(stateIn).filter((one) => one !== null).slice(0, MOST_EARLIER),
  };
}

/** The earlier texts once more, with some set aside; what is there already, or is to be shown next, is not. */
export function withAside(earlier: readonly State[], aside: readonly (State | null)[], next: State): State[] {
  const all = [...aside, ...earlier].filter((one) => one !== null && one.text.trim() !== "" && !same(one, next)) as State[];
  return all.filter((one, index) => all.findIndex((other) => same(one, other)) === index).slice(0, MOST_EARLIER);
}

/** The beginning of a text's first line that says anything. */
export function beginning({ text }: State, most = 40): string {
  const line = (text.trim().split("\n")[0] ?? "").trim();
  const short = [...line].slice(0, most).join("");
  return short === text.trim() ? short : `${short}…`;
}
