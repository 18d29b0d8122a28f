/** Reads a declaration with the page's own cexplain, which is fetched when somebody asks for the first time. */
import type { Python } from "../python/client";
import type { Explained } from "../python/messages";

/** Columns of a picture that nobody draws here. */
const LIMIT = 72;

let python: Python | undefined;

/** Whether it answers at once. */
export function isReady(): boolean {
  return python?.stage.kind === "ready";
}

/** What a declaration says in English; throws a sentence for one that is not C's, or if Python does not come. */
export async function read(declaration: string): Promise<string> {
  // Bundled with the explainer's page, which would else have to wait for one more file.
  ({ python } = await import("../explainer/page"));
  const { readings } = (await python.ask({ ask: "read", text: declaration, std: null, limit: LIMIT })) as Explained;
  const prose = readings[0]?.prose;
  if (prose === undefined) throw new Error("cexplain reads C, and cannot read this type.");
  return prose;
}
