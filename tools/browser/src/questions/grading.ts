/** Asks the page's own cexplain whether two texts declare the same; Python starts when somebody asks. */
import type { Asked, Graded } from "../python/messages";
import type { Judged } from "./question";

/**
 * How a text answers; `places` are those of the parts that `others` are. `meaning` leads to what it
 * means: C, where the text is English, else a sentence.
 */
export async function graded(
  asked: Omit<Asked, "ask">,
  right: number,
  places: readonly number[],
  meaning: string,
): Promise<Judged> {
  // Bundled with the explainer's page, which would else have to wait for one more file.
  const { python } = await import("../explainer/page");
  const answer = (await python.ask({ ask: "grade", ...asked })) as Graded;
  if (answer.right) return { right: true, part: right };
  const part = places[answer.other];
  if (part !== undefined) return { right: false, part };
  const { means, says } = answer;
  const words = (...all: string[]): string => all.filter((one) => one !== "").join("\n");
  if (means === null) return { right: false, says };
  if (asked.english) return { right: false, says: words(says, meaning), shows: means.trim() };
  return { right: false, says: words(says, meaning, means) };
}
