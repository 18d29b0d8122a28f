/** What a page says of its programs, in its figures and in its address: all that is needed before one is used. */
import type { Program } from "./program";

/** The part of an address that names a program. */
const KEY = "program";
/** The longest name that is looked at, in characters. */
const LONGEST_NAME = 200;

/** The name of the program that a fragment is about, or undefined. */
export function nameIn(fragment: string): string | undefined {
  const name = new URLSearchParams(fragment.replace(/^#/, "")).get(KEY);
  return name === null || name.length > LONGEST_NAME ? undefined : name;
}

/** The program in a figure's data, or undefined if the figure has none. */
export function programOf(figure: HTMLElement): Program | undefined {
  const data = figure.querySelector<HTMLElement>(":scope > .cw-desk")?.dataset["program"];
  if (!data) return undefined;
  return { ...(JSON.parse(data) as Omit<Program, "name">), name: figure.dataset["snippet"] ?? "" };
}
