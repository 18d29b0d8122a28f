/** Mends what the theme's own scripts make, which no template reaches. */
import { fades } from "./edges";
import { markRepeated } from "./paper";

import { idle } from "./far";

let watching = false;

/** Names or tames the theme's controls in `root`, and those that it adds later. */
export function mendPage(root: Document): void {
  mend(root);
  openTab(root);
  markTab(root);
  if (watching) return;
  watching = true;
  window.addEventListener("keydown", quietBareKeys, { capture: true });
  window.addEventListener("beforeprint", () => markRepeated(root));
  root.addEventListener("toggle", (event) => unfolded(event.target), { capture: true });
  window.addEventListener("resize", () => narrowed(root));
  // The theme adds its buttons as blocks of code come into view.
  new MutationObserver((changes) => {
    if (changes.some((change) => change.addedNodes.length > 0)) mend(root);
  }).observe(root.body, { childList: true, subtree: true });
}

function mend(root: ParentNode): void {
  // Each block's buttons would be a landmark, all of one name (WCAG 2.2, 1.3.1).
  for (const buttons of root.querySelectorAll("nav.md-code__nav:not([role])")) {
    buttons.setAttribute("role", "presentation");
  }
  // Over the code they would hide its end: a figure has them in its title bar, a reading beside its declaration.
  for (const buttons of root.querySelectorAll(".cw-program > pre > .md-code__nav, .cw-source > .md-code__nav")) {
    const code = buttons.parentElement;
    const title = code?.closest(".cw-evidence")?.querySelector(":scope > .cw-evidence__caption");
    if (title) title.append(buttons);
    else if (code?.matches(".cw-reading > .cw-source")) code.before(buttons);
  }
  // Results scroll in a box that takes the focus (4.1.2).
  for (const box of root.querySelectorAll(".md-search__scrollwrap[tabindex]:not([role])")) {
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", "Search results");
  }
  // It hides as the page scrolls, the focus with it; the keyboard has a key of its own for the top.
  for (const top of root.querySelectorAll<HTMLElement>("button.md-top:not([tabindex='-1'])")) {
    top.tabIndex = -1;
    keeping.observe(top, { attributeFilter: ["tabindex"] });
  }
  // On a narrow page nothing else opens the navigation, and no key reaches a label (2.1.1).
  for (const label of root.querySelectorAll("label.md-header__button[for=__drawer]")) {
    const opener = document.createElement("button");
    opener.type = "button";
    opener.className = label.className;
    opener.setAttribute("for", "__drawer"); // by which the theme's sheet knows it
    opener.setAttribute("aria-label", "Navigation");
    opener.append(...label.childNodes);
    opener.addEventListener("click", () => document.getElementById("__drawer")?.click());
    label.replaceWith(opener);
  }
}

/**
 * Lets the keyboard into blocks and tables that scroll sideways (2.1.1): with `content.lazy` the
 * theme would do it when they come into view. To be called when the page is laid out.
 */
export function mendCode(root: ParentNode): void {
  const known = "pre[tabindex], pre > code[tabindex], .cw-asm__scroll, .cw-table, .cw-drawing__scroll";
  for (const box of root.querySelectorAll<HTMLElement>(known)) {
    if (!box.closest("details:not([open])")) fades(box);
  }
  for (const code of root.querySelectorAll<HTMLElement>("pre > code:not([tabindex])")) {
    // What is folded in is not laid out, and to measure it would change that.
    if (code.closest("details:not([open])")) continue;
    // A reading's declaration scrolls in the box around its code, which the theme does not look at.
    const box = [code, code.parentElement].find((each) => each && scrolls(each));
    if (!box) continue;
    fades(box);
    if (box.tabIndex >= 0) continue;
    box.tabIndex = 0;
    keeping.observe(box, { attributeFilter: ["tabindex"] });
  }
  for (const box of root.querySelectorAll<HTMLElement>(".md-typeset__scrollwrap:not([tabindex])")) {
    if (box.closest("details:not([open])") || !scrolls(box)) continue;
    box.tabIndex = 0;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", "Table");
  }
}

const scrolls = (box: Element): boolean => box.scrollWidth > box.clientWidth;

/**
 * The theme takes a block's place among the stops away when it first looks at it, and whoever stands
 * there would be lost; to its button for the top it gives one.
 */
const keeping = new MutationObserver((changes) => {
  for (const { target } of changes) {
    if (!(target instanceof HTMLElement)) continue;
    if (target.matches(".md-top")) {
      if (target.tabIndex >= 0) target.tabIndex = -1;
    } else if (target.tabIndex < 0 && scrolls(target)) target.tabIndex = 0;
  }
});

let width = window.innerWidth;
let measuring = false;

/** Looks anew for what scrolls in a window of another width: a phone was turned, letters enlarged. */
function narrowed(root: Document): void {
  if (window.innerWidth === width || measuring) return;
  measuring = true;
  idle(() => {
    measuring = false;
    width = window.innerWidth;
    mendCode(root);
  });
}

function unfolded(target: EventTarget | null): void {
  if (target instanceof HTMLDetailsElement && target.open) mendCode(target);
}

/** Opens the tab whose address was followed; the theme would do so by a script within the page. */
function openTab(root: Document): void {
  const target = root.getElementById(named(location.hash));
  if (target instanceof HTMLInputElement && target.name.startsWith("__tabbed_")) target.checked = true;
}

/**
 * Marks the tab of a page that is in no navigation: that of the list which it belongs to. The rules
 * are two hundred pages, and each page would carry all of their links.
 */
function markTab(root: Document): void {
  if (root.querySelector(".md-tabs__item--active")) return;
  const { href } = new URL("..", location.href);
  if (href === new URL(homeOf(root)).href) return;
  const sections = [...root.querySelectorAll(".md-nav--primary > .md-nav__list > .md-nav__item")];
  const place = sections.findIndex((section) =>
    [...section.querySelectorAll<HTMLAnchorElement>("a.md-nav__link")].some((link) => link.href.split("#")[0] === href),
  );
  const link = root.querySelectorAll("a.md-tabs__link")[place];
  link?.parentElement?.classList.add("md-tabs__item--active");
  link?.setAttribute("aria-current", "true");
}

/** The book's own address. */
function homeOf(root: Document): string {
  return root.querySelector<HTMLAnchorElement>("a.md-logo")?.href ?? location.href;
}

/** The id that a fragment names; one whose escapes are broken stands for itself. */
function named(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}

/**
 * Keeps single letters from the theme, which leaves the page on "n" and opens the
 * search on "s": whoever speaks to the machine would do so by dictating (2.1.4).
 */
function quietBareKeys(event: KeyboardEvent): void {
  const bare = event.key.length === 1 && event.key !== " ";
  const target = event.target;
  const typing =
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, textarea, select"));
  if (bare && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.stopImmediatePropagation();
  }
}
