/** Marks the navigation, where the device keeps something of this book; costs nothing where it does not. */
import { KEPT } from "../kept/news";

let marking: (() => Promise<void>) | undefined;
let waiting = false;

export function marks(root: Document): void {
  if (marking) return void marking();
  void begin(root);
  if (waiting) return;
  waiting = true;
  // The first answer may be given in this page, or in another tab.
  for (const news of [KEPT, "visibilitychange"]) root.addEventListener(news, () => marking ?? void begin(root));
}

async function begin(root: Document): Promise<void> {
  if (!(await named()).some((name) => name.startsWith("workbook "))) return;
  const { mark } = await import("../learn");
  if (marking) return;
  marking = () => mark(root);
  await marking();
}

/** What this host's databases are called; asking opens none, and makes none. */
async function named(): Promise<string[]> {
  try {
    const found = await globalThis.indexedDB?.databases?.(); // to look at it may be forbidden already
    return (found ?? []).map(({ name }) => name ?? "");
  } catch {
    return [];
  }
}
