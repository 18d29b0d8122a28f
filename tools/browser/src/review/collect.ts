/** Makes a card of each question that was missed, wherever in the book it was answered. */
import { kept } from "../kept/store";
import type { Answer, Try } from "../questions/answers";
import { isCard } from "./cards";
import { took } from "./took";

/**
 * Takes what was answered since the last time. The answers hold when each was given, so a card is the
 * same whether it is made at once or days later.
 */
export async function catchUp(): Promise<void> {
  for (const { key } of await kept().all("answers")) await taken(key);
}

/** Takes what was last answered to a question, if that is news for its card. */
async function taken(id: string): Promise<void> {
  if (id.includes("/")) return; // practice keeps its own cards
  const answer = (await kept().get<unknown>("answers", id))?.value;
  const first = firstOf(answer);
  if (!first || isExtra(answer)) return;
  const card = (await kept().get<unknown>("cards", id))?.value;
  const before = isCard(card) ? card.state : undefined;
  if (before ? first.when <= before.last || (first.right && first.when < before.due) : first.right) return;
  await took(id, { chapter: chapterOf(id) }, first.right, first.when);
}

/** The first try since the question was asked anew: it says what was known, later ones had help. */
export function firstOf(value: unknown): Try | undefined {
  const { tries, since } = (value ?? {}) as Partial<Answer>;
  const found = Array.isArray(tries) ? (tries as (Try | null)[])[since ?? 0] : undefined;
  return typeof found?.right === "boolean" && Number.isFinite(found.when) ? found : undefined;
}

/** Whether it was asked between its dates, which then stay as they are. */
function isExtra(value: unknown): boolean {
  const { extra, since } = (value ?? {}) as Partial<Answer>;
  return extra !== undefined && extra === since;
}

/** The chapter of a question: its name begins with the chapter's folder. */
export function chapterOf(id: string): string {
  return id.split("-", 1)[0] ?? id;
}
