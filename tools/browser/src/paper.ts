/** What paper need not have twice: a program that a figure above has shown already. */

/** Marks the figures whose program another one of the page shows, for the style sheet of paper. */
export function markRepeated(root: ParentNode): void {
  const shown = new Set<string>();
  for (const figure of root.querySelectorAll<HTMLElement>(".cw-evidence")) {
    const program = figure.querySelector(".cw-program code")?.textContent;
    if (program === undefined || program === null) continue;
    figure.toggleAttribute("data-cw-again", shown.has(program));
    shown.add(program);
  }
}
