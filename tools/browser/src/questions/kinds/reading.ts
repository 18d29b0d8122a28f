/** A declaration, said in English. */
import type { Data, Handle, Kind } from "../question";
import { declared } from "./declared";

interface Read extends Data {
  readonly declaration: string;
}

function open(root: HTMLElement, room: HTMLElement, data: Data, changed: () => void): Handle {
  const { declaration } = data as Read;
  const way = { english: true, wanted: declaration, whole: (given: string) => given, meaning: "What you say is this:" };
  return declared(root, room, data, changed, way);
}

export const reading: Kind = { open, nothing: "Say it in words first.", tries: Infinity };
