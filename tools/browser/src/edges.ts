/** Marks what goes on beyond its right edge when it is scrolled: style sheets let it fade there. */

const SCROLLS = "pre, pre > code, .cw-table, .cw-asm__scroll, .cw-drawing__scroll, .md-typeset__scrollwrap";
let watching = false;

/** Looks at a box that may scroll sideways, now and whenever it is scrolled. */
export function fades(box: HTMLElement): void {
  look(box);
  if (watching) return;
  watching = true;
  const scrolled = ({ target }: Event): void => {
    if (target instanceof HTMLElement && target.matches(SCROLLS)) look(target);
  };
  document.addEventListener("scroll", scrolled, { capture: true, passive: true });
}

function look(box: HTMLElement): void {
  box.toggleAttribute("data-cw-more", box.scrollWidth - box.clientWidth - box.scrollLeft > 1);
}
