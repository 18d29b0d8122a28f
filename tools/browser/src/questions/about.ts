/** The program that a question is about, where the page shows it above: without it nobody could answer elsewhere. */

/** The figures above a question that show its program; none where the question itself has a program or a figure. */
export function about(section: HTMLElement): HTMLElement[] {
  const names = (section.dataset["about"] ?? "").split(" ").filter((name) => name !== "");
  const own = ".cw-question__asked :is(figure, pre), .cw-question__program, .cw-question__code";
  if (names.length === 0 || section.querySelector(own)) return [];
  const shown = new Set<string>();
  return [...section.ownerDocument.querySelectorAll<HTMLElement>("figure[data-snippet]")].filter((figure) => {
    const snippet = figure.dataset["snippet"] ?? "";
    const code = figure.querySelector(".cw-program code")?.textContent ?? "";
    const isAbove = (section.compareDocumentPosition(figure) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
    if (!isAbove || code === "" || shown.has(code) || figure.closest(".cw-question")) return false;
    if (!names.some((name) => snippet === name || snippet.startsWith(`${name}/`))) return false;
    shown.add(code);
    return true;
  });
}

/** Puts programs between what is asked and what a reader handles. */
export function bring(section: HTMLElement, programs: readonly HTMLElement[]): void {
  section.querySelector(".cw-question__asked")?.append(...programs);
}

/** The same programs as code alone, for a question on another page. */
export function codeAbout(section: HTMLElement): HTMLElement[] {
  return about(section).flatMap((figure) => {
    const code = figure.querySelector<HTMLElement>(".cw-program");
    if (!code) return [];
    const made = document.createElement("figure");
    made.className = "cw-evidence";
    const caption = figure.querySelector(".cw-evidence__caption");
    made.append(...(caption ? [document.importNode(caption, true)] : []), document.importNode(code, true));
    return [made];
  });
}
