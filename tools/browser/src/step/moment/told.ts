/** A moment in sentences: what a figure of it says to somebody who does not see it. */
import { noteOf } from "./layout";
import { isVirtual, type Block, type Frame, type Item, type Moment } from "./model";

/** What is to be known of the moment, from the innermost call outwards. */
export function inSentences({ next, findings, end, frames, moreFrames, statics, blocks, moreBlocks, output }: Moment): string[] {
  const told: string[] = [];
  if (next) told.push(`Line ${next.line} is next.`);
  for (const { text } of findings) told.push(`Mistake: ${text}`);
  if (end !== null) told.push(end);
  for (const frame of frames) told.push(...ofFrame(frame));
  if (moreFrames.count > 0) told.push(`${moreFrames.count} more calls are running.`);
  if (statics.length > 0) told.push(`Outside of functions: ${listed(statics)}.`);
  for (const block of blocks) told.push(ofBlock(block));
  if (moreBlocks > 0) told.push(`There are ${moreBlocks} more blocks.`);
  const printed = output.stdout.trim();
  if (printed !== "") told.push(`So far the program has printed: ${printed.replace(/\s*\n\s*/g, " / ")}`);
  return told;
}

function ofFrame({ name, at, isTop, returns, items, statics }: Frame): string[] {
  const where = isTop ? `In ${name}` : `In ${name}, which waits in line ${at.line}`;
  const all = [...items, ...statics].filter(({ kind }) => kind !== "padding");
  const told = [`${where}: ${all.length === 0 ? "no variables" : listed(all)}.`];
  if (returns !== null) told.push(`${name} is about to return ${returns}.`);
  return told;
}

function ofBlock({ number, size, maker, made, isFreed, freed, isLost, item }: Block): string {
  const origin = made ? `, ${maker} in line ${made.line}` : "";
  const block = `Block ${number} on the heap (${size} ${size === 1 ? "byte" : "bytes"}${origin})`;
  if (isFreed) return `${block} was freed${freed ? ` in line ${freed.line}` : ""}.`;
  return `${block} ${valueOf(item)}.${isLost ? " Nothing points to it any more." : ""}`;
}

function listed(items: readonly Item[]): string {
  return items.map((item) => (isVirtual(item) && item.state === "set" ? `${item.name} ${item.text}` : `${item.name || item.type} ${valueOf(item)}`)).join("; ");
}

/** What an object is, as the end of a sentence that begins with its name. */
function valueOf(item: Item): string {
  const said = noteOf(item);
  const note = said === "" ? "" : ` (${said})`;
  if (item.state === "unset") return "is uninitialised";
  if (item.state === "gone" || item.kind === "string") return `is ${item.text}${note}`;
  const parts = item.items.filter(({ kind }) => kind !== "padding");
  const isOpen = parts.length > 0 && (item.kind !== "array" || parts.some((part) => isPointer(part) || part.items.length > 0));
  if (isOpen && item.kind !== "library") {
    const more = item.moreItems > 0 ? `; and ${item.moreItems} more` : "";
    return `holds (${listed(parts)}${more})${note}`;
  }
  if (isPointer(item)) return item.text === "null" ? "is null" : `points to ${item.text}${note}`;
  return `is ${item.text}${note}`;
}

function isPointer({ kind }: Item): boolean {
  return kind === "pointer" || kind === "reference";
}
