/** The story of a mistake: what led to it, each part with the moment at which it can be seen. */
import { placeOfRow } from "../moment/places";
import type { Told } from "../moment/model";
import type { Prepared } from "../record/run";
import type { Finding } from "./finding";
import { told } from "./words";

/** A part of a story. */
export interface Chapter {
  readonly text: string;
  /** The moment behind the step in which it happened. */
  readonly moment: number;
}

export interface Story extends Told {
  /** The moment behind the step that made the mistake. */
  readonly moment: number;
  /** What led to it, in the order in which it happened; the mistake itself is not among them. */
  readonly before: readonly Chapter[];
  /** The path of the block that it is about; empty for none. */
  readonly about: string;
}

/** The story of a finding; `last` is the last moment of the run. */
export function storyOf(finding: Finding, prepared: Prepared, last: number): Story {
  const { block } = finding;
  const before: Chapter[] = [];
  const tell = (verb: string, step: number, row: number): void => {
    const place = placeOfRow(row, prepared);
    if (place) before.push({ text: `${verb} in line ${place.line}`, moment: Math.min(step + 1, last) });
  };
  if (block) tell("made", block.madeStep, block.madeRow);
  // What was freed later is not a part of the story.
  if (block && block.freedStep >= 0 && block.freedStep < finding.step) tell("freed", block.freedStep, block.freedRow);
  return { ...told(finding, prepared), moment: Math.min(finding.step + 1, last), before, about: block ? `block#${block.number}` : "" };
}
