/** Gives every program of the page its button; the editor comes when it is asked for. */
import { button, element } from "./dom";
import { original, programOf, type Edit, type Program } from "./program";
import { editIn, nameIn } from "./share";

/** Adds the buttons to the figures in `root`, once, and opens the program that the address names. */
export function programs(root: ParentNode): void {
  const asked = nameIn(location.hash);
  let opened = false;
  for (const figure of root.querySelectorAll<HTMLElement>(".cw-evidence:has(.cw-run-data)")) {
    if (figure.querySelector(".cw-run-start")) continue;
    const open = offer(figure);
    if (asked !== undefined && !opened && figure.dataset["snippet"] === asked) {
      opened = true;
      open(location.hash);
    }
  }
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
      bar.hidden = false;
      bar.querySelector("button")?.focus();
    };
    const panel = new Panel(program, edit, closed);
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
    return [await editIn(fragment, program, start), ""];
  } catch (error) {
    return [start, error instanceof Error ? error.message : String(error)];
  }
}
