/** Hands a text to the browser as a file to save: nothing is sent anywhere. */
import { element } from "../elements";

/** Saves a text under a name; `type` is its media type. */
export function download(name: string, text: string, type: string): void {
  const link = element("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
