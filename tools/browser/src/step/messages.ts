/** What the page and the Worker that steps say to each other. */
import type { Moment } from "./moment/model";
import type { RunQuestion } from "./questions/question";
import type { Given } from "./record/system";
import type { About, Move } from "./steps";
import type { Writers } from "./writers/writers";

/** The first message: the program as it was linked for the stepper, and what it is given. */
export interface Start {
  readonly wasm: Uint8Array<ArrayBuffer>;
  readonly given: Given;
  /** The texts that were compiled. */
  readonly sources: Readonly<Record<string, string>>;
}

export type Question =
  | { readonly kind: "moment"; readonly at: number }
  | { readonly kind: "moved"; readonly move: Move; readonly from: number }
  | { readonly kind: "writers"; readonly path: string; readonly at: number }
  | { readonly kind: "questions"; readonly round: number };

export interface Asked {
  readonly id: number;
  readonly question: Question;
}

export type Answer =
  | { readonly kind: "recorded"; readonly about: About }
  | { readonly kind: "unfit"; readonly why: string }
  | { readonly kind: "answered"; readonly id: number; readonly answer: Moment | Writers | readonly RunQuestion[] | number | undefined }
  | { readonly kind: "failed"; readonly id: number; readonly why: string };
