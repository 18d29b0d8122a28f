/** Takes everything that is kept along as a file, and back from one. */
import { button, element } from "../elements";
import { catchUp } from "../review/collect";
import { AREAS, type Entry } from "./areas";
import { download } from "./download";
import { entriesIn, fileOf, later } from "./file";
import { kept } from "./store";

/** Puts the buttons into a place of the page; `tell` gets a sentence on how it went. */
export function carrying(place: HTMLElement, tell: (text: string) => void): void {
  const input = element("input", "cwr-file");
  input.type = "file";
  input.accept = "application/json,.json";
  input.setAttribute("aria-label", "An exported file");
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    if (file) void take(file).then(tell).finally(() => (input.value = ""));
  });
  place.append(button("Export", () => void give().then(tell)), button("Import", () => input.click()), input);
}

/** All that is kept. */
export async function everything(): Promise<Entry[]> {
  return (await Promise.all(AREAS.map((area) => kept().all(area)))).flat();
}

async function give(): Promise<string> {
  await catchUp(); // a card that is not made yet belongs into the file
  const now = Date.now();
  const name = `workbook-${new Date(now).toISOString().slice(0, 10)}.json`;
  download(name, fileOf(await everything(), now), "application/json");
  return `${name} holds all that this book keeps on this device.`;
}

async function take(file: File): Promise<string> {
  try {
    const mine = await everything();
    const entries = later(mine, entriesIn(await file.text())).filter((entry) => !mine.includes(entry));
    for (const { area, key, value, when } of entries) await kept().put(area, key, value, when);
    return entries.length === 0 ? "The file holds nothing newer." : `${entries.length} newer things were taken from the file.`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
