/** Who wrote a variable, a part of one, or a block: all steps that did, with the value before and after. */
import { Scene } from "../describe/scene";
import type { Place } from "../moment/model";
import { isOwnSite, placeOf, placeOfLine } from "../moment/places";
import { firstAt } from "../record/events";
import { CALL } from "../record/frames";
import type { Player } from "../replay/player";
import { plainFunction } from "../sentences/names";

export interface Writer {
  /** The step that wrote. */
  readonly step: number;
  readonly place: Place | null;
  /** The library's function that did it; empty if the program itself did. */
  readonly by: string;
  /** The value before the step and after it, as texts. */
  readonly old: string;
  readonly now: string;
}

export interface Writers {
  readonly writers: readonly Writer[];
  /** How many steps wrote before the first of these. */
  readonly more: number;
  /** Whether the recording goes back as far as the object does. */
  readonly isComplete: boolean;
}

/** No more writers are told, the latest ones. */
const MOST = 40;

/** Who wrote the object with this path, in all of the recording; the player comes back to where it is. */
export function writersOf(player: Player, path: string): Writers | undefined {
  const moment = player.at;
  const scene = new Scene(player, () => undefined);
  const item = scene.itemAt(path);
  const again = item && scene.again(item);
  if (!item || !again) return undefined;
  const begins = beginning(player, path);
  const found = steps(player, item.address, item.size, begins);
  const told: Writer[] = [];
  for (const { step, site, index } of found.slice(-MOST)) {
    player.seek(step);
    const before = new Scene(player, () => undefined).remade(again);
    player.seek(step + 1);
    const after = new Scene(player, () => undefined);
    const now = after.remade(again);
    // A word was written of which the object has only some bytes.
    if (before.bytes === now.bytes && before.text === now.text && item.size % 4 !== 0) continue;
    told.push({ step, place: placeFor(site, step, player), by: isOwnSite(site, player.recording.prepared) ? "" : writerName(step, index, player), old: before.state === "gone" ? "uninitialised" : before.text, now: now.text });
  }
  player.seek(moment);
  return { writers: told, more: Math.max(0, found.length - MOST), isComplete: begins >= player.first || player.first === 0 };
}

/** The step since which there is an object with this path. */
function beginning(player: Player, path: string): number {
  const { frames, heap } = player.recording;
  const block = /^block#(\d+)/.exec(path)?.[1];
  if (block) return [...heap.blocks].find(({ number }) => number === Number(block))?.madeStep ?? 0;
  const call = /^[^/]*#(\d+)\//.exec(path)?.[1];
  return call ? Math.max(0, frames.get(Number(call), CALL.callerStep)) : 0;
}

/** The steps from one on that wrote some bytes, with the site that did it first in each. */
function steps(player: Player, address: number, size: number, from: number): { readonly step: number; readonly site: number; readonly index: number }[] {
  const { memory } = player.recording;
  const found: { step: number; site: number; index: number }[] = [];
  const [first, last] = [address >> 2, (address + Math.max(size, 1) + 3) >> 2];
  for (let step = Math.max(from, player.first); step < player.last; step++) {
    for (const written of memory.log.written(player.position(step), player.position(step + 1))) {
      if (written.from >= last || first >= written.to) continue;
      found.push({ step, site: written.site, index: written.index });
      break;
    }
  }
  return found;
}

function placeFor(site: number, step: number, player: Player): Place | null {
  const { prepared } = player.recording;
  const row = player.row(step);
  return (isOwnSite(site, prepared) ? placeOf(site, prepared) : undefined) ?? (row ? placeOfLine(row.line) : null);
}

/** The library function that the program had called when an entry of the log was made. */
function writerName(step: number, index: number, player: Player): string {
  const { events, prepared } = player.recording;
  const { libraries } = events;
  let site = 0;
  for (let at = firstAt(libraries.step, step); at < libraries.step.length && libraries.step.at(at) === step; at++) if (libraries.logged.at(at) <= index) site = libraries.site.at(at);
  const number = prepared.rewritten.sites.number.at(site);
  return site === 0 || number < 0 ? "" : plainFunction(prepared.linked.names.get(number) ?? "");
}
