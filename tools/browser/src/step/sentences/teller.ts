/** Puts what happens into words. The first picture does without, so this comes after it. */
import type { Scene } from "../describe/scene";
import type { Finding } from "../findings/finding";
import { storyOf, type Story } from "../findings/story";
import { told } from "../findings/words";
import type { Told } from "../moment/model";
import type { Prepared } from "../record/run";
import { sentenceOf } from "./sentence";

export interface Teller {
  /** The step that led to a scene's moment, as a sentence. */
  sentenceOf(scene: Scene): string;
  /** A mistake in words. */
  told(finding: Finding, prepared: Prepared): Told;
  /** A mistake with what led to it; `last` is the last moment of the run. */
  storyOf(finding: Finding, prepared: Prepared, last: number): Story;
}

export const TELLER: Teller = { sentenceOf, told, storyOf };
