/** Mends what the theme's own scripts make and its templates do not let us reach. */

/** Names the controls that the theme leaves without a name. */
export function mendPage(root: ParentNode): void {
  // Results come and go in a scrolled box that takes the focus (WCAG 2.2, 4.1.2).
  for (const box of root.querySelectorAll(".md-search__scrollwrap[tabindex]:not([role])")) {
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", "Search results");
  }
}
