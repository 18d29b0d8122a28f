/** Makes the moment at which a player stands. */
import type { Type } from "../dwarf/types";
import { shortened } from "../dwarf/spell";
import { NEWEST, Scene, type BlockScene, type FrameScene } from "../describe/scene";
import { lostBlocks } from "../findings/leaks";
import type { Finding } from "../findings/finding";
import { firstAt } from "../record/events";
import { CALL, NONE } from "../record/frames";
import type { StepEnd } from "../record/run";
import type { Player } from "../replay/player";
import { MEANING } from "../../run/traps";
import { Names } from "../sentences/names";
import { returnedText } from "../sentences/returned";
import type { Teller } from "../sentences/teller";
import { lastMember, type Sources } from "../sentences/unions";
import type { Block, Frame, Moment, Place } from "./model";
import { placeOfLine, placeOfRow } from "./places";

/** What is known of a run beside the recording. */
export interface About {
  /** The program's files, by name. */
  readonly sources: Sources;
  /** All steps of the run, and all its findings; the recording may be a part of it. */
  readonly steps: number;
  readonly findings: readonly Finding[];
  readonly end: StepEnd;
  /** Types of blocks, by number, that were known when they were made. */
  readonly knownTypes: ReadonlyMap<number, Type>;
  /** Without it a moment has no sentence and tells no mistake. */
  readonly teller: Teller | undefined;
}

/** The moment at which the player stands. */
export function momentOf(player: Player, about: About): Moment {
  const { printed, prepared } = player.recording;
  const scene = new Scene(player, (union, address, at) => lastMember(union, address, at, about.sources), about.knownTypes);
  const names = new Names(scene, [], NONE);
  const { at } = player;
  const next = player.row(at);
  const did = player.row(at - 1);
  const length = player.printed(at);
  const isEnd = at === about.steps;
  const lost = new Set(lostBlocks(reach(scene)));
  const own = scene.blocks.live.filter(({ madeRow }) => madeRow !== NONE).length;
  const shown = scene.shown.filter(({ block }) => !scene.blocks.isFreed(block)).length;
  return {
    step: at,
    steps: about.steps,
    next: next ? placeOfLine(next.line) : null,
    did: did ? placeOfLine(did.line) : null,
    sentence: at === 0 ? begins(next && placeOfLine(next.line)) : (about.teller?.sentenceOf(scene) ?? ""),
    output: { stdout: printed.text("stdout", length), stderr: printed.text("stderr", length) },
    frames: scene.frames.map((frame, index) => frameOf(frame, index === 0, scene)),
    moreFrames: { count: scene.moreFrames, after: scene.moreFrames > 0 ? NEWEST : 0 },
    statics: scene.statics,
    blocks: scene.shown.map((one) => blockOf(one, scene, names, lost)),
    moreBlocks: Math.max(0, own - shown),
    literals: scene.literals,
    arrows: scene.arrows,
    findings: about.findings.filter(({ step, kind }) => step === at - 1 && (kind !== "leak" || isEnd)).flatMap((one) => about.teller?.told(one, prepared) ?? []),
    end: isEnd ? endText(about.end) : null,
  };
}

function begins(place: Place | undefined): string {
  return place ? `The program begins; line ${place.line} is next.` : "The program has no line that can be stepped to.";
}

/** What pointers can be found in at the moment. */
function reach(scene: Scene): Parameters<typeof lostBlocks>[0] {
  const { player, calls, blocks } = scene;
  const { memory, stackEnd, heapStart } = player.recording;
  const call = player.call(player.at);
  const roots: (readonly [number, number])[] = [[stackEnd, heapStart]];
  if (call !== NONE) roots.push([calls.frames.get(call, CALL.low), stackEnd]);
  return { words: memory.words, live: blocks.live, roots };
}

function frameOf({ running, items, statics }: FrameScene, isTop: boolean, scene: Scene): Frame {
  const { player } = scene;
  const { frames, prepared } = player.recording;
  const func = prepared.program.functions[frames.get(running.call, CALL.func)];
  const name = shortened(func?.name ?? "");
  const place = running.row ? placeOfLine(running.row.line) : { file: func?.file?.name ?? "", line: func?.line ?? 0 };
  return { path: `${func?.name ?? ""}#${running.call}`, name, at: place, isTop, returns: isTop ? returning(running.call, scene) : null, items, statics };
}

/** The value that the innermost call returns with the next step. */
function returning(call: number, scene: Scene): string | null {
  const { player } = scene;
  const { events, frames, prepared } = player.recording;
  if (!player.isReturn(player.at)) return null;
  const { returns } = events;
  for (let at = firstAt(returns.step, player.at); at < returns.step.length && returns.step.at(at) === player.at; at++) {
    const func = prepared.program.functions[frames.get(call, CALL.func)];
    if (returns.call.at(at) !== call || func?.type.kind !== "function") continue;
    return returnedText(func.type.returns, returns.kind.at(at), returns.low.at(at), returns.high.at(at), (address, type) => scene.lead(address, type).text) || null;
  }
  return null;
}

function blockOf({ block, item }: BlockScene, scene: Scene, names: Names, lost: ReadonlySet<BlockScene["block"]>): Block {
  const { prepared } = scene.player.recording;
  const isFreed = scene.blocks.isFreed(block);
  return {
    path: `block#${block.number}`,
    number: block.number,
    address: block.address,
    size: block.size,
    maker: names.maker(block),
    made: placeOfRow(block.madeRow, prepared) ?? null,
    isFreed,
    freed: isFreed ? (placeOfRow(block.freedRow, prepared) ?? null) : null,
    isLost: lost.has(block),
    item,
  };
}

/** How a run ended, as a sentence. */
export function endText(end: StepEnd): string {
  switch (end.kind) {
    case "exited":
      return `The program has ended with status ${end.status}.`;
    case "trapped":
      return MEANING[end.trap];
    case "undefined":
      return `UBSan ended the program: ${end.at.message}.`;
    case "flooded":
      return `The program was ended because it printed more than ${end.most}.`;
    case "capped":
      return `The program was ended after ${end.most.toLocaleString("en")} steps.`;
    case "unfit":
      return end.why;
    case "stopped":
    case "full":
      return "The program was stopped.";
  }
}
