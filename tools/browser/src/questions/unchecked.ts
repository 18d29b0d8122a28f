/** What a reader typed, chose or arranged for a question and did not check yet, kept under the question's name. */
import { kept } from "../kept/store";
import type { Data } from "./question";

const AREA = "unchecked";

/** What is kept, as the question's kind writes it; undefined where nothing is. */
export async function uncheckedOf({ id, former }: Data): Promise<string | undefined> {
  for (const name of [id, former]) {
    const found = name ? (await kept().get<unknown>(AREA, name))?.value : undefined;
    if (typeof found === "string") return found;
  }
  return undefined;
}

/** Keeps it, or with undefined forgets it; false if only this page's memory has it. */
export async function keepUnchecked({ id, former }: Data, given: string | undefined): Promise<boolean> {
  if (former) await kept().remove(AREA, former);
  return given === undefined ? kept().remove(AREA, id) : kept().put(AREA, id, given);
}
