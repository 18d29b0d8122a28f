/** Takes an answer to what a card asks, or may ask from now on. */
import { kept } from "../kept/store";
import { isCard, type Card } from "./cards";
import { changed } from "./schedule";

/** A first answer that is right makes no card; the same answer twice, as two tabs may see it, counts once. */
export async function took(key: string, about: Omit<Card, "state">, right: boolean, when: number): Promise<void> {
  const found = (await kept().get<unknown>("cards", key))?.value;
  const after = changed(isCard(found) ? found.state : undefined, right, when);
  if (after) await kept().put("cards", key, { ...about, state: after }, when);
}
