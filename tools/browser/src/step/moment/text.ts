/** A moment as text: what a screen reader reads, what is copied, what stands beside a figure. */
import type { Block, Item, Moment, Place } from "./model";

/** A line is indented by so much for each part of a part. */
const INDENT = "  ";

/** The moment in lines; it ends with a newline. */
export function asText(moment: Moment): string {
  const out: string[] = [];
  const next = moment.next ? ` Next: ${at(moment.next)}.` : "";
  out.push(`Step ${moment.step} of ${moment.steps}.${next}`);
  out.push(moment.sentence);
  for (const { text } of moment.findings) out.push(`Mistake: ${text}`);
  if (moment.end !== null) out.push(moment.end);
  for (const [index, { name, at: place, returns, items, statics }] of moment.frames.entries()) {
    if (moment.moreFrames.count > 0 && index === moment.moreFrames.after) out.push("", `and ${count(moment.moreFrames.count, "call")} more between these`);
    out.push("", `${name}, ${at(place)}${returns === null ? "" : `, returns ${returns}`}`);
    if (items.length + statics.length === 0) out.push(`${INDENT}no variables`);
    for (const item of items) write(item, INDENT, out);
    for (const item of statics) write(item, `${INDENT}static `, out);
  }
  if (moment.statics.length > 0) {
    out.push("", "Outside of functions");
    for (const item of moment.statics) write(item, INDENT, out);
  }
  if (moment.blocks.length > 0) out.push("", "Heap");
  for (const block of moment.blocks) writeBlock(block, out);
  if (moment.moreBlocks > 0) out.push(`${INDENT}and ${count(moment.moreBlocks, "block")} more`);
  for (const [name, text] of Object.entries(moment.output)) {
    if (text === "") continue;
    out.push("", name === "stdout" ? "Output" : "Standard error");
    for (const line of text.replace(/\n$/, "").split("\n")) out.push(INDENT + line);
  }
  return `${out.join("\n")}\n`;
}

function at({ line }: Place): string {
  return `line ${line}`;
}

function writeBlock({ number, size, maker, made, isFreed, freed, isLost, item }: Block, out: string[]): void {
  const origin = made ? `, ${maker} in ${at(made)}` : ", there before the first line";
  const state = isFreed ? `, freed${freed ? ` in ${at(freed)}` : ""}` : isLost ? ", lost: nothing points to it" : "";
  out.push(`${INDENT}block ${number} (${count(size, "byte")}${origin}${state})${item.isChanged && !isFreed ? " *" : ""}`);
  if (isFreed) return;
  if (hasParts(item)) {
    out.push(`${INDENT}${INDENT}${item.type}`);
    writeParts(item, INDENT + INDENT + INDENT, out);
  } else out.push(`${INDENT}${INDENT}${item.type === "" ? "" : `${item.type} `}${item.text}`);
}

function write(item: Item, before: string, out: string[]): void {
  const name = item.declaration || item.name || item.type;
  const notes = [item.note, item.state === "partly set" && item.kind !== "string" ? "partly uninitialised" : ""].filter(Boolean).join(", ");
  const sign = item.kind === "pointer" || item.kind === "reference" ? "→" : "=";
  const isBroken = item.state === "unset" || item.state === "gone" || item.type === "";
  const value = item.kind === "padding" ? `: ${item.text}` : ` ${isBroken ? "=" : sign} ${item.text}`;
  const isOpen = hasParts(item) && (item.kind !== "array" || item.items.some(hasParts) || item.items.some(isPointer));
  out.push(`${before}${name}${isOpen && item.kind !== "library" ? "" : value}${notes === "" ? "" : ` (${notes})`}${item.isChanged ? " *" : ""}`);
  if (isOpen) writeParts(item, `${" ".repeat(before.length)}${INDENT}`, out);
}

function writeParts(item: Item, before: string, out: string[]): void {
  for (const part of item.items) write(part, before, out);
  if (item.moreItems > 0) out.push(`${before}and ${count(item.moreItems, "element")} more`);
}

/** Whether a value is shown part by part. */
function hasParts(item: Item): boolean {
  return item.kind !== "string" && item.items.length > 0 && item.state !== "unset" && item.state !== "gone";
}

function isPointer({ kind }: Item): boolean {
  return kind === "pointer" || kind === "reference";
}

function count(number: number, word: string): string {
  return `${number} ${number === 1 ? word : `${word}s`}`;
}
