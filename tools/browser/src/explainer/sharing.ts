/** What is behind "Share": texts to take away, made of what is shown. */
import type { Python } from "../python/client";
import type { Explained, Picture } from "../python/messages";
import { copyButtons, type Made } from "../copying";
import { embedding, frame, line, markdown, plainText } from "./exports";
import { nearest } from "./places";
import { fitsALink, fragment, IN_A_LINK, type State } from "./state";

export interface Answered {
  readonly state: State;
  readonly answer: Explained;
}

/** What is asked of the page: its state, what is known of it, and the caret's place in code points. */
export interface Shown {
  readonly state: () => State;
  readonly answered: () => Promise<Answered>;
  readonly place: () => number;
}

const TOO_LONG = { failed: `a link takes ${IN_A_LINK} characters, and this text is longer.` };

/** Lets the buttons in `row` copy. */
export function share(row: HTMLElement, python: Python, { state, answered, place }: Shown): void {
  const address = `${location.origin}${location.pathname}`;
  const script = new URL("cexplain.js", import.meta.url).href;
  const link = (): Made => (fitsALink(state()) ? address + fragment(state()) : TOO_LONG);
  // English that is not understood shows nothing on another page.
  const inC = async (make: (state: State, says: string) => string): Promise<Made> => {
    const { state, answer } = await answered();
    const text = state.way === "read" ? state.text : answer.c;
    if (!text?.trim()) return null;
    if (!fitsALink({ text })) return TOO_LONG;
    return make({ ...state, way: "read", text }, line(answer, state.style));
  };
  const said = (make: (state: State, answer: Explained) => string) => async (): Promise<Made> => {
    if (state().text.trim() === "") return null;
    const { state: asked, answer } = await answered();
    return make(asked, answer);
  };
  copyButtons(row, {
    link,
    text: said(plainText),
    markdown: said((asked, answer) => markdown(asked, answer, address + (fitsALink(asked) ? fragment(asked) : ""))),
    svg: async () => {
      const { state, answer } = await answered();
      const text = answer.c ?? state.text;
      // Of several declarations the one that somebody is at.
      const index = answer.c ? 0 : nearest(answer.readings, place());
      const drawn = await python.ask({ ask: "picture", text, std: state.std, index });
      return (drawn as Picture).svg;
    },
    page: () => inC((state, says) => embedding(state, script, says)),
    frame: () => inC((state, says) => frame(state, address, says)),
  });
}
