/** A declaration, written in C. */
import type { Data, Handle, Kind } from "../question";
import { declared, type Declared } from "./declared";

function open(root: HTMLElement, room: HTMLElement, data: Data, changed: () => void): Handle {
  const wanted = (data as Declared).parts.find((one) => one.right)?.given ?? "";
  const way = { english: false, wanted, whole: (given: string) => given, meaning: "What you wrote says:" };
  return declared(root, room, data, changed, way);
}

export const write: Kind = { open, nothing: "Write it first.", tries: Infinity };
