/** Makes the questions of a page live. */
// The build makes a file of what the same scripts share. With this one here as well, what it
// shares with the page's own script is one file for every page, and not two.
import "../reading";
import { mount } from "./mount";

export { mount };

/** Starts every question of `root`; each needs a moment that it spends with the device's store. */
export function questions(root: ParentNode): void {
  for (const section of root.querySelectorAll<HTMLElement>(".cw-question:not(.is-live)")) {
    mount(section).catch((error: unknown) => {
      section.classList.add("is-dead"); // its answers are folded, as without scripts
      console.warn(error);
    });
  }
}
