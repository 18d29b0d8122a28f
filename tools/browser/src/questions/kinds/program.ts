/** A program that is changed until it passes its checks; the page's compiler makes and runs it. */
import { element, part } from "../../elements";
import { COMPILER, fileSize, isKept, PYTHON } from "../../files";
import type { Edit } from "../../run/program";
import { Checklist } from "../checklist";
import { byChecks, byOutput, type Answers, type Check } from "../checks";
import type { Data, Handle, Kind } from "../question";

interface Program extends Answers {
  readonly file: string;
  readonly std: string;
  readonly level: string;
  /** A program that passes. */
  readonly model: string;
  /** Empty where its output alone counts. */
  readonly checks: readonly Check[];
}

const MEGABYTE = 1e6;

function open(_root: HTMLElement, room: HTMLElement, data: Data, changed: () => void): Handle {
  const program = data as Program;
  const frame = part(room, ".cw-question__program");
  const checklist = new Checklist(room);
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
  void tellSize(room, program);
  return {
    given: () => (field.value.trim() === start.trim() ? "" : field.value),
    put: (text) => (field.value = text === "" ? start : text),
    async judge(text) {
      const { trial } = await import("../../run/trial");
      const { file, std, level, checks } = program;
      checklist.clear();
      const edit: Edit = { files: { [file]: text }, std, level, options: "", args: "", stdin: "", ubsan: false };
      const alone: Check = { name: "output", kind: "output", given: "", wanted: program.parts.find(({ right }) => right)?.given ?? "" };
      const { refused, outcomes, first } = await trial(edit, checks.length > 0 ? checks : [alone], (at, one) => checklist.tell(at, one));
      part(room, ".cw-question__cost").textContent = ""; // it is there now
      if (refused !== undefined) return { right: false, says: "It does not compile.", shows: refused.trim() };
      return checks.length > 0 ? { ...byChecks(checks, outcomes, first, program), outcomes } : byOutput(first, program);
    },
    recall: (outcomes) => outcomes.forEach((one, at) => checklist.tell(at, one)),
    right: () => field.value, // the model is told below: there are many right ones
    lock: (locked) => (field.readOnly = locked),
    mark(_text, right) {
      frame.classList.toggle("is-right", right === true);
      frame.classList.toggle("is-wrong", right === false);
      if (right === undefined) checklist.clear();
    },
    settled(right, told) {
      if (right) checklist.passed();
      const place = element("div");
      told.append(place);
      void import("../difference").then(({ view }) => place.replaceWith(view(field.value, program.model)));
    },
    focus: () => field.focus(),
  };
}

async function tellSize(room: HTMLElement, { checks }: Program): Promise<void> {
  const reads = checks.some(({ kind }) => kind === "declares");
  const files = reads ? [...COMPILER, ...PYTHON] : COMPILER;
  if (await isKept(files)) return;
  const size = files.reduce((sum, name) => sum + fileSize(name), 0);
  const by = reads ? "clang, and read by cexplain" : "clang";
  part(room, ".cw-question__cost").textContent = `Compiled and run here by ${by} (${(size / MEGABYTE).toFixed(0)} MB, once)`;
}

export const program: Kind = { open, nothing: "Change the program first.", tries: Infinity };
