/** A program that is changed until it prints what it should; the page's compiler makes and runs it. */
import { element, part } from "../../elements";
import { COMPILER, fileSize, isKept } from "../../files";
import type { Data, Handle, Judged, Kind } from "../question";
import { lines } from "./output";
import type { Typed } from "./typing";

interface Program extends Typed {
  readonly file: string;
  readonly std: string;
  readonly level: string;
}

const MEGABYTE = 1e6;
const MOST = 400; // characters of what it printed that are shown

/** How a run is judged: by its output alone, and it must have ended by itself. */
export function judged(stdout: string, status: number | null, { parts }: Typed): Judged {
  const mine = lines(stdout).join("\n");
  const place = parts.findIndex((one) => lines(one.given).join("\n") === mine);
  if (place >= 0 && status === 0) return { right: parts[place]?.right ?? false, part: place };
  const ended = status === null ? "It was still running after ten seconds." : status === 0 ? "" : `It ended with status ${status}.`;
  const nothing = stdout.trim() === "";
  const says = [ended, nothing ? "It printed nothing." : "It printed:"].filter((one) => one !== "").join("\n");
  return { right: false, says, ...(nothing ? {} : { shows: stdout.slice(0, MOST).trimEnd() }) };
}

function open(_root: HTMLElement, room: HTMLElement, data: Data, changed: () => void): Handle {
  const program = data as Program;
  const frame = part(room, ".cw-question__program");
  const start = frame.textContent ?? "";
  const field = element("textarea", "cw-question__typed cw-question__source");
  field.value = start;
  field.rows = start.split("\n").length;
  field.spellcheck = false;
  field.autocapitalize = "off";
  field.setAttribute("aria-label", `${program.file}, to be changed`);
  field.addEventListener("input", changed);
  field.addEventListener("focus", () => void import("../../run/warm").then(({ warm }) => warm(program)), { once: true });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    field.form?.requestSubmit();
  });
  frame.replaceChildren(field);
  void tellSize(room);
  return {
    given: () => (field.value.trim() === start.trim() ? "" : field.value),
    put: (text) => (field.value = text === "" ? start : text),
    async judge(text) {
      const { once } = await import("../../run/once");
      const { file, std, level } = program;
      const run = await once({ files: { [file]: text }, std, level, options: "", args: "", stdin: "", ubsan: false });
      part(room, ".cw-question__cost").textContent = ""; // it is there now
      if (!run.built) return { right: false, says: "It does not compile.", shows: run.said.trim() };
      return judged(run.stdout, run.status, program);
    },
    right: () => field.value, // the model is told below: there are many right ones
    lock: (locked) => (field.readOnly = locked),
    mark(_text, right) {
      frame.classList.toggle("is-right", right === true);
      frame.classList.toggle("is-wrong", right === false);
    },
    focus: () => field.focus(),
  };
}

async function tellSize(room: HTMLElement): Promise<void> {
  if (await isKept(COMPILER)) return;
  const size = COMPILER.reduce((sum, name) => sum + fileSize(name), 0);
  part(room, ".cw-question__cost").textContent = `Compiled and run here by clang (${(size / MEGABYTE).toFixed(0)} MB, once)`;
}

export const program: Kind = { open, nothing: "Change the program first.", tries: Infinity };
