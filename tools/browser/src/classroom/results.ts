/** The teacher's end: files that were handed in, as tables, all of it on the teacher's own device. */
import { button, element, part } from "../elements";
import { download } from "../kept/download";
import { resultIn } from "./result";
import type { State } from "./sheet";
import { classes, csv, type Class, type Handed, type Row } from "./table";

const SIGNS: Readonly<Record<State, readonly [sign: string, words: string]>> = {
  first: ["✓", "right at the first try"],
  later: ["(✓)", "right at a later try"],
  wrong: ["✗", "not right"],
  open: ["·", "not answered"],
};

/** Lets files be chosen, or dropped on `root`. */
export function results(root: HTMLElement): void {
  const said = part(root, ".cwt-said");
  const tables = part(root, ".cwt-tables");
  let handed: Handed[] = [];

  const draw = (): void => {
    tables.replaceChildren(...classes(handed).map(section));
    away.disabled = handed.length === 0;
  };
  const take = async (files: readonly File[]): Promise<void> => {
    const wrong: string[] = [];
    for (const file of files) {
      try {
        handed.push({ ...resultIn(await file.text()), file: file.name });
      } catch (error) {
        wrong.push(`${file.name}: ${error instanceof Error ? error.message : String(error)}.`);
      }
    }
    draw();
    const read = files.length - wrong.length;
    said.textContent = [`${read} of ${files.length} files read.`, ...wrong].join(" ");
  };

  const input = element("input", "cwr-file");
  input.type = "file";
  input.multiple = true;
  input.accept = "application/json,.json";
  input.setAttribute("aria-label", "Result files");
  input.addEventListener("change", () => {
    void take([...(input.files ?? [])]).finally(() => (input.value = ""));
  });
  const away = button("Clear the tables", () => {
    handed = [];
    said.textContent = "";
    draw();
  });
  away.disabled = true;
  part(root, ".cwt-files").append(button("Choose result files", () => input.click()), input, away);

  root.addEventListener("dragover", (event) => {
    event.preventDefault();
    root.classList.add("is-over");
  });
  for (const end of ["dragleave", "drop"]) root.addEventListener(end, () => root.classList.remove("is-over"));
  root.addEventListener("drop", (event) => {
    event.preventDefault(); // the browser would open the file in place of the page
    void take([...(event.dataTransfer?.files ?? [])]);
  });
}

function section(one: Class): HTMLElement {
  const name = one.title || `Sheet ${new URLSearchParams(one.sheet).get("seed") ?? ""}`;
  const made = element("section", "cwt-class");
  const count = one.rows.length === 1 ? "1 result" : `${one.rows.length} results`;
  const file = `results-${name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-")}.csv`;
  const frame = element("div", "cwt-table");
  frame.tabIndex = 0; // a class with many questions is wider than the page
  frame.setAttribute("role", "region");
  frame.setAttribute("aria-label", `Results of ${name}`);
  frame.append(table(one));
  made.append(
    element("h3", "", name),
    element("p", "", `${count}.`),
    frame,
    button("Save as CSV", () => download(file, csv(one), "text/csv")),
  );
  return made;
}

function table({ questions, rows, firsts }: Class): HTMLElement {
  const made = element("table");
  const head = made.createTHead().insertRow();
  for (const text of ["Name", "Answered", "Right", "First try", "Last answer"]) head.append(heading("col", text));
  for (const [place, { about }] of questions.entries()) {
    const cell = heading("col", String(place + 1));
    cell.title = about;
    head.append(cell);
  }
  const body = made.createTBody();
  for (const one of rows) line(body.insertRow(), one);
  const foot = made.createTFoot().insertRow();
  const words = heading("row", "Right at the first try");
  words.colSpan = 5;
  foot.append(words);
  for (const count of firsts) foot.insertCell().append(String(count));
  return made;
}

function line(made: HTMLTableRowElement, { name, answered, right, first, last, late, states }: Row): void {
  made.append(heading("row", name));
  for (const number of [answered, right, first]) made.insertCell().append(String(number));
  const when = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
  made.insertCell().append(last === "" ? "" : `${when.format(new Date(last))}${late ? " (late)" : ""}`);
  for (const state of states) {
    const cell = made.insertCell();
    if (state === undefined) continue;
    const [sign, words] = SIGNS[state];
    const mark = element("span", "", sign);
    mark.setAttribute("aria-hidden", "true");
    cell.dataset["state"] = state;
    cell.append(mark, element("span", "cwx-offscreen", words));
  }
}

function heading(scope: "col" | "row", text: string): HTMLTableCellElement {
  const made = element("th", "", text);
  made.scope = scope;
  return made;
}
