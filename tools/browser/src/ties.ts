/**
 * Assembly tied to its source: pointing at a line, or walking the lines by
 * keyboard, marks every instruction that comes from it, and the other way round.
 */

const HINT = "Point at a line, or use the arrow keys."; // it fits a phone's width

/** Ties the assembly of every figure in `root` to its source, once. */
export function ties(root: ParentNode): void {
  const figures = root.querySelectorAll<HTMLElement>(".cw-evidence:has(.cw-asm)");
  figures.forEach((figure, index) => {
    // Once a page is enough to say how it works.
    if (!figure.classList.contains("is-live")) tie(figure, index === 0 ? HINT : "");
  });
}

function tie(figure: HTMLElement, hint: string): void {
  const source = figure.querySelector<HTMLElement>(".cw-program pre");
  if (!source) return;
  const lines = tiedLines(source);
  let kept: string | null = null; // chosen by click or key; pointing shows others for a moment

  const status = document.createElement("p");
  status.className = "cw-ties__status";
  status.setAttribute("aria-live", "polite");
  status.textContent = hint;
  figure.querySelector(".cw-asm")?.before(status);
  figure.classList.add("is-live");

  const mark = (line: string | null): void => {
    for (const part of figure.querySelectorAll<HTMLElement>("[data-line]")) {
      part.classList.toggle("is-tied", line !== null && part.dataset.line === line);
    }
  };
  const keep = (line: string | null): void => {
    kept = line;
    mark(line);
    status.textContent = line === null ? "" : `Instructions of line ${line}: ${counts(figure, line)}`;
  };

  figure.addEventListener("pointerover", (event) => mark(lineOf(event, lines) ?? kept));
  figure.addEventListener("pointerleave", () => mark(kept));
  figure.addEventListener("click", (event) => {
    const line = lineOf(event, lines);
    if (line !== null && document.getSelection()?.isCollapsed !== false) {
      keep(line === kept ? null : line);
    }
  });
  source.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" && kept !== null) {
      keep(null);
    } else if (step !== undefined && lines.length > 0) {
      event.preventDefault();
      const at = kept === null ? (step > 0 ? -1 : 0) : lines.indexOf(kept);
      keep(lines[(at + step + lines.length) % lines.length] ?? null);
    }
  });
}

/** The source lines that some instruction comes from, in order. */
function tiedLines(source: HTMLElement): string[] {
  const rows = source.querySelectorAll<HTMLElement>(".cw-row[class*='cw-tie-']");
  return Array.from(rows, (row) => row.dataset.line ?? "");
}

function lineOf(event: Event, lines: string[]): string | null {
  const part = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-line]") : null;
  const line = part?.dataset.line;
  return line !== undefined && lines.includes(line) ? line : null;
}

/** How many instructions each run has for a line, in words. */
function counts(figure: HTMLElement, line: string): string {
  const runs = figure.querySelectorAll<HTMLElement>(".cw-asm__run");
  return Array.from(runs, (run) => {
    const found = run.querySelectorAll(`.cw-ins[data-line="${line}"]:not(.cw-ins--label)`).length;
    return `${run.dataset.run} ${found === 0 ? "none" : found}`;
  }).join(", ");
}
