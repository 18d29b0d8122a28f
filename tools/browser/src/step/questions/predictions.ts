/** Questions about the line that runs next: what a variable will be after it, or where a pointer will lead. */
import type { Item, Moment } from "../moment/model";
import { scalarsOf, type Named } from "./names";
import { asked, type Candidate } from "./question";

/** What the step between two moments of one call lets a reader predict. `line` is its text. */
export function predictions(before: Moment, after: Moment, line: string): Candidate[] {
  const [now, then] = [before.frames[0], after.frames[0]];
  if (!now || !then || now.path !== then.path || !before.next || after.findings.length > 0) return [];
  const old = new Map(scalarsOf(before).map((one) => [one.item.path, one]));
  const found: Candidate[] = [];
  for (const one of scalarsOf(after)) {
    if (!one.item.isChanged || one.item.text === "") continue;
    const made = one.item.kind === "pointer" ? arrowOf(one, old, before, after) : valueOf(one, old, before, after);
    if (made) found.push({ question: made, topic: `${before.next.line} ${one.name}`, worth: worthOf(one, old, line) });
  }
  return found;
}

function valueOf({ item, name }: Named, old: ReadonlyMap<string, Named>, before: Moment, after: Moment): Candidate["question"] | undefined {
  const others = [...old.values()].filter((one) => one.item.kind === item.kind && one.item.path !== item.path).map((one) => one.item.text);
  const choices = [old.get(item.path)?.item.text ?? "", ...others, ...neighbours(item)];
  return asked({ kind: "value", at: before.step, ask: `At step ${before.step.toLocaleString("en")}, line ${before.next?.line} runs next. What will \`${name}\` be after it?`, shows: after.step, why: after.sentence }, item.text, choices);
}

function arrowOf({ item, name }: Named, old: ReadonlyMap<string, Named>, before: Moment, after: Moment): Candidate["question"] | undefined {
  const led = after.arrows.find(({ from }) => from === item.path);
  if (!led || led.text === "") return undefined;
  const others = [old.get(item.path)?.item.text ?? "", ...before.arrows.map(({ text }) => text), ...after.blocks.map(({ number }) => `block ${number}`), "null"];
  return asked({ kind: "arrow", at: before.step, ask: `At step ${before.step.toLocaleString("en")}, line ${before.next?.line} runs next. Where will \`${name}\` point after it?`, shows: after.step, why: after.sentence }, led.text, others);
}

/** Values that somebody who is off by one takes a whole number for. */
function neighbours({ kind, text }: Item): string[] {
  return kind === "number" && /^-?\d{1,15}$/.test(text) ? [Number(text) + 1, Number(text) - 1].map(String) : [];
}

/** What is reached through a pointer teaches most, what the line itself says least. */
function worthOf({ item, isFar }: Named, old: ReadonlyMap<string, Named>, line: string): number {
  const isSaid = new RegExp(`(?<![\\w.])${item.text.replace(/[^\w.]/g, "\\$&")}(?![\\w.])`).test(line);
  return (isFar ? 4 : 0) + (isSaid ? 0 : 2) + (old.has(item.path) ? 1 : 0);
}
