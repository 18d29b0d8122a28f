/** Gives every program of the page its button; the editor comes when it is asked for. */
import { button, element } from "./dom";
import type { Panel } from "./panel";
import { original, programOf, type Edit, type Program } from "./program";
import { editIn, nameIn } from "./share";

/** What is open, so that a program ends when its page is left: instant navigation keeps the scripts. */
const panels = new Set<Panel>();
/** What opens each figure's program, for links. */
const openings = new WeakMap<HTMLElement, (fragment: string) => void>();
let listening = false;

/** Adds the buttons to the figures in `root`, once, and opens the program that the address names. */
export function programs(root: Document): void {
  for (const panel of panels) if (!panel.root.isConnected) panel.close();
  for (const figure of root.querySelectorAll<HTMLElement>(".cw-evidence:has(.cw-run-data)")) {
    if (!figure.querySelector(".cw-run-start")) openings.set(figure, offer(figure));
  }
  follow(root);
  if (!listening) window.addEventListener("hashchange", () => follow(root));
  listening = true;
}

/** Opens the program that the address names; says so if this page has none of that name. */
function follow(root: Document): void {
  const asked = nameIn(location.hash);
  root.querySelector(".cw-run-lost")?.remove();
  if (asked === undefined) return;
  const figures = [...root.querySelectorAll<HTMLElement>(".cw-evidence:has(.cw-run-data)")];
  const figure = figures.find((one) => one.dataset["snippet"] === asked);
  if (figure) openings.get(figure)?.(location.hash);
  else root.querySelector("article h1")?.after(lost(asked));
}

function lost(name: string): HTMLElement {
  const text = `The link that brought you here is about the program ${name}. This page does not have it, or not any more.`;
  const said = element("p", { className: "cw-run-lost", textContent: text });
  said.setAttribute("role", "status");
  return said;
}

/** Adds a figure's button; returns what it does, for a program in a link. */
function offer(figure: HTMLElement): (fragment: string) => void {
  const program = programOf(figure);
  if (!program) return () => undefined;
  const verb = program.runs ? "Edit and run" : "Edit and compile";
  const start = button(verb, "cw-button", () => void open(figure, bar, program, ""));
  const bar = element("div", { className: "cw-run-start" }, start);
  // Behind what was recorded: that is there first, and stays to be compared with.
  [...figure.querySelectorAll(".cw-program, .cw-said--output")].at(-1)?.after(bar);
  return (fragment) => void open(figure, bar, program, fragment);
}

async function open(figure: HTMLElement, bar: HTMLElement, program: Program, fragment: string): Promise<void> {
  if (bar.hidden) return;
  bar.hidden = true;
  try {
    const { Panel } = await import("./panel");
    const [edit, fault] = await editOf(program, fragment);
    const closed = (): void => {
      panels.delete(panel);
      bar.hidden = false;
      bar.querySelector("button")?.focus();
    };
    const panel: Panel = new Panel(program, edit, closed);
    panels.add(panel);
    bar.after(panel.root);
    if (fault) panel.say(fault);
    if (fragment) figure.scrollIntoView({ block: "start" });
    panel.focus();
  } catch (error) {
    bar.hidden = false;
    bar.append(element("p", { textContent: error instanceof Error ? error.message : String(error) }));
  }
}

async function editOf(program: Program, fragment: string): Promise<[Edit, string]> {
  const start = original(program);
  if (!fragment) return [start, ""];
  try {
    return await editIn(fragment, program, start);
  } catch (error) {
    return [start, error instanceof Error ? error.message : String(error)];
  }
}
