/** The page for teachers: links to make, and results to read. */
import { part } from "../elements";
import { maker } from "./maker";
import { results } from "./results";

/** Brings the page to life. It keeps nothing, and listens to nothing outside of itself. */
export function mount(root: HTMLElement): void {
  if (root.classList.contains("is-live")) return;
  maker(part<HTMLFormElement>(root, ".cwt-maker"));
  results(part(root, ".cwt-results"));
  root.classList.add("is-live");
}
