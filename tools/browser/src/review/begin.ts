/** Marks the navigation, where the device keeps something of this book; costs nothing where it does not. */

let marking: (() => Promise<void>) | undefined;

export function marks(root: Document): void {
  const again = (): void => void marking?.();
  if (marking) return again();
  void begin(root);
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
