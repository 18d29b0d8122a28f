/** Where to go with a text that is no declaration: what to add to it, and a program that runs it. */
import { element } from "../elements";
import type { Explained } from "../python/messages";
import { inProgram } from "./in_program";

/** A program of the book that runs in its page; a reader's own version of it stays (run/versions.ts). */
const PAGE = "declarations/";
const PROGRAM = "declarations/sizes.c";
const FILE = "sizes.c";
const BOOK = new URL("../../", import.meta.url);

const WORDS = {
  directive: "A directive is for the preprocessor and declares nothing by itself.",
  statement: "A declaration says what a name is. This says what to do.",
};

/** Fills `place` with the way on from an answer, or empties it. */
export function leadOn(place: HTMLElement, text: string, { leads }: Explained): void {
  place.replaceChildren();
  if (!leads) return;
  const { kind, names } = leads;
  place.append(WORDS[kind], " ");
  if (names.length > 0) {
    place.append("Declare ", listed(names), " before it, and the reading says the type of the whole. ");
  }
  const link = element("a", "", "Run it in a program");
  place.append(link, ` (it opens in ${FILE}, beside the book’s text).`);
  const program = inProgram(text, kind);
  void import("../run/share")
    .then(({ fragmentFor }) => fragmentFor(PROGRAM, { files: { [FILE]: program } }))
    .then(
      (fragment) => (link.href = new URL(PAGE + fragment, BOOK).href),
      () => place.replaceChildren(WORDS[kind]), // it is too long for a link, or the script did not arrive
    );
}

function listed(names: readonly string[]): DocumentFragment {
  const made = document.createDocumentFragment();
  names.forEach((name, index) => {
    if (index > 0) made.append(index === names.length - 1 ? " and " : ", ");
    made.append(element("code", "", name));
  });
  return made;
}
