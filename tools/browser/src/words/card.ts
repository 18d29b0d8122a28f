/**
 * The card that explains a marked word: for the pointer, the keyboard, a finger and a screen reader.
 *
 * It stands behind its word in the document, so that Tab goes on into it. It stays while the pointer
 * or the focus is in the word or in it, and Escape closes it (WCAG 2.2, 1.4.13).
 */

import { element } from "../elements";
import { place } from "./place";
import { plain, pieces } from "./text";

const PATIENCE = 180; // ms until a pointer means it, or has really left
const HIDDEN = "cw-meanings";

/** The word whose card is open, and the card. */
let open: { word: HTMLAnchorElement; card: HTMLElement } | undefined;
let timer = 0;
let finger = false;
/** The word that gets the focus back from its card, and keeps it closed. */
let returned: HTMLAnchorElement | undefined;

/** Gives all words of a page their cards. */
export function mount(words: HTMLAnchorElement[]): void {
  close();
  describe(words);
  for (const word of words) follow(word);
  window.addEventListener("scroll", move, { capture: true, passive: true });
  window.addEventListener("resize", move);
  document.addEventListener("keydown", keys);
  document.addEventListener("pointerdown", outside);
}

/** Lets screen readers say what a word means when it is reached; nobody sees these texts. */
function describe(words: HTMLAnchorElement[]): void {
  document.querySelector(`.${HIDDEN}`)?.remove();
  const all = element("div", HIDDEN);
  all.hidden = true;
  words.forEach((word, index) => {
    const means = element("span", "", plain(word.dataset.means ?? ""));
    means.id = `cw-means-${index}`;
    word.setAttribute("aria-describedby", means.id);
    all.append(means);
  });
  document.body.append(all);
}

function follow(word: HTMLAnchorElement): void {
  word.addEventListener("pointerenter", (event) => {
    if (event.pointerType !== "touch") soon(() => show(word));
  });
  word.addEventListener("pointerleave", (event) => {
    if (event.pointerType !== "touch") soon(closeUnlessUsed);
  });
  word.addEventListener("focus", () => {
    // A finger gives the focus before its click; the click opens the card then.
    if (!finger && returned !== word && word.matches(":focus-visible")) show(word);
    returned = undefined;
  });
  word.addEventListener("blur", leave);
  word.addEventListener("pointerdown", (event) => {
    finger = event.pointerType === "touch";
  });
  word.addEventListener("click", (event) => {
    const tapped = finger;
    finger = false;
    if (!tapped || open?.word === word) return;
    event.preventDefault(); // the first tap explains, the second follows the link
    event.stopPropagation();
    show(word);
  });
}

function show(word: HTMLAnchorElement): void {
  if (open?.word === word) return;
  close();
  const card = filled(word);
  card.addEventListener("pointerleave", () => soon(closeUnlessUsed));
  card.addEventListener("focusout", leave);
  word.after(card);
  word.setAttribute("aria-expanded", "true");
  open = { word, card };
  move();
}

/** A card with what a word means and where to read on. */
function filled(word: HTMLAnchorElement): HTMLElement {
  const card = element("span", "cw-meaning");
  const means = element("span", "cw-meaning__means");
  means.append(...pieces(word.dataset.means ?? ""));
  const links = element("span", "cw-meaning__links");
  if (word.dataset.where) links.append(link(word.dataset.where, word.dataset.whereWords ?? ""));
  links.append(link(word.href, "All words"));
  card.append(element("span", "cw-meaning__word", word.dataset.word ?? ""), means, links);
  return card;
}

function link(address: string, text: string): HTMLAnchorElement {
  const made = element("a", "", text);
  made.href = address;
  return made;
}

/** Does something if nothing else is asked for meanwhile. */
function soon(then: () => void): void {
  window.clearTimeout(timer);
  timer = window.setTimeout(then, PATIENCE);
}

/** Closes the card when the focus goes elsewhere: at once, for it may lie above what has it now. */
function leave(event: FocusEvent): void {
  const next = event.relatedTarget;
  if (open && next instanceof Node && !open.card.contains(next) && !open.word.contains(next)) close();
}

function closeUnlessUsed(): void {
  if (!open) return;
  const parts = [open.word, open.card];
  const focused = parts.some((part) => part.contains(document.activeElement) && part.matches(":focus-visible, :focus-within"));
  if (!focused && !parts.some((part) => part.matches(":hover"))) close();
}

function close(): void {
  window.clearTimeout(timer);
  if (!open) return;
  const { word, card } = open;
  open = undefined;
  const inside = card.contains(document.activeElement);
  card.remove();
  word.removeAttribute("aria-expanded");
  if (!inside) return;
  returned = word;
  word.focus();
}

/** Keeps the card at its word; a word that is out of sight has none. */
function move(): void {
  if (!open) return;
  const box = open.word.getClientRects()[0];
  if (!open.word.isConnected || !box || box.bottom < 0 || box.top > window.innerHeight) return close();
  const { left, top } = place(box, open.card.getBoundingClientRect(), {
    width: document.documentElement.clientWidth,
    height: window.innerHeight,
  });
  open.card.style.left = `${left}px`;
  open.card.style.top = `${top}px`;
}

function keys(event: KeyboardEvent): void {
  finger = false; // a touch that became a scroll had no click
  if (event.key === "Escape") close();
}

function outside(event: PointerEvent): void {
  const target = event.target;
  if (!open || !(target instanceof Node)) return;
  if (!open.card.contains(target) && !open.word.contains(target)) close();
}
