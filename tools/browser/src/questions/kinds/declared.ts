/** A field whose text is judged by what it declares: C, or English. */
import { part } from "../../elements";
import { fileSize, isKept, PYTHON } from "../../files";
import { graded } from "../grading";
import type { Data, Handle, Judged } from "../question";
import { typing, type Typed } from "./typing";

export interface Declared extends Typed {
  readonly std: string;
}

export interface Way {
  readonly english: boolean;
  /** The C that is wanted, and what is judged of a text: they differ where a hole is filled. */
  readonly wanted: string;
  readonly whole: (given: string) => string;
  /** The beginning of the sentence on what a wrong text means. */
  readonly meaning: string;
}

const MEGABYTE = 1e6;

export function declared(root: HTMLElement, room: HTMLElement, data: Data, changed: () => void, way: Way): Handle {
  const { parts, std } = data as Declared;
  const right = parts.findIndex((one) => one.right);
  const places = parts.flatMap((one, place) => (one.right ? [] : [place]));
  const handle = typing(root, room, data as Typed, changed, (given) =>
    graded(
      {
        text: way.whole(given),
        std,
        english: way.english,
        wanted: way.wanted,
        others: places.map((place) => way.whole(parts[place]?.given ?? "")),
      },
      right,
      places,
      way.meaning,
    ),
  );
  void tellSize(room);
  // Whoever is at the field will want to know.
  room.addEventListener("focusin", () => void import("../../explainer/page").then(({ python }) => python.warm()), { once: true });
  const judge = async (given: string): Promise<Judged> => {
    const judged = await handle.judge(given);
    for (const one of document.querySelectorAll(".cw-question__cost")) one.textContent = ""; // it is there
    return judged;
  };
  return { ...handle, judge };
}

/** Says what is to be fetched, as long as it is not on the device. */
async function tellSize(room: HTMLElement): Promise<void> {
  const note = part(room, ".cw-question__cost");
  if (await isKept(PYTHON)) return;
  const size = PYTHON.reduce((sum, name) => sum + fileSize(name), fileSize("python-worker.js"));
  note.textContent = `Checked here by cexplain (${(size / MEGABYTE).toFixed(0)} MB, once)`;
}
