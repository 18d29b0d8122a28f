/**
 * The numbers that lines have in their file. A page leaves out a snippet's header and its marks, so
 * its figures skip numbers; editor, compiler and sanitizer say the same number for the same line.
 */
import { diffArrays, type ChangeObject } from "diff";

/** Where numbers do not go on by one: the lines' indices, from 0, and their numbers, from 1. */
export type Starts = readonly (readonly [index: number, number: number])[];

/** Above it, a text is another one, in lines; and it takes too long to compare. */
const MOST_CHANGES = 400;
/** Of the book's lines that hold anything, what has to be left for a text to count as edited, and not as another. */
const LEAST_KEPT = 0.5;

/** The number of each line of `edited`; `starts` numbers the lines of `original`. */
export function numbersOf(original: string, starts: Starts, edited: string): number[] {
  const before = hidden(original, starts);
  const changes = diffArrays(original.split("\n"), edited.split("\n"), { maxEditLength: MOST_CHANGES });
  if (!changes || !isLike(original, changes)) return edited.split("\n").map((_line, index) => index + 1);
  const numbers: number[] = [];
  let at = 0; // in the original
  let gone = 0; // lines of it that were taken out just here
  for (const { added, removed, count } of changes) {
    if (removed) {
      gone += count;
      continue;
    }
    for (let line = 0; line < count; line++) {
      // A new line stands for one that is gone, or follows the line before.
      const same = added && line >= gone ? at + gone - 1 : at + line + (added ? 0 : gone);
      numbers.push(numbers.length + 1 + (before[Math.max(same, 0)] ?? 0));
    }
    at += gone + (added ? 0 : count);
    gone = 0;
  }
  return numbers;
}

/** The text with an empty line for each that the page does not show, so that a compiler counts as the file does. */
export function spread(text: string, numbers: readonly number[]): string {
  const all: string[] = [];
  text.split("\n").forEach((line, index) => {
    while (all.length + 1 < (numbers[index] ?? 0)) all.push("");
    all.push(line);
  });
  return all.join("\n");
}

/** The index, from 0, of the line with this number; of the one before it if none has it. */
export function indexOf(numbers: readonly number[], number: number): number {
  const after = numbers.findIndex((one) => one > number);
  return Math.max((after < 0 ? numbers.length : after) - 1, 0);
}

/** How many lines of its file are not shown before each line. */
function hidden(text: string, starts: Starts): number[] {
  return text.split("\n").map((_line, at) => {
    const [index, number] = starts.filter(([first]) => first <= at).at(-1) ?? [0, 1];
    return number - index - 1;
  });
}

function isLike(original: string, changes: readonly ChangeObject<string[]>[]): boolean {
  const isFull = (line: string): boolean => line.trim() !== "";
  const kept = changes.flatMap(({ added, removed, value }) => (added || removed ? [] : value));
  return kept.filter(isFull).length >= original.split("\n").filter(isFull).length * LEAST_KEPT;
}
