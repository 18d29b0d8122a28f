/** What the panel says and offers, for each state that keeping the book can be in. */

import { size } from "./plan";

export type State =
  | { readonly kind: "unable"; readonly why: string }
  | { readonly kind: "unreachable"; readonly keptBytes: number | null }
  | { readonly kind: "absent"; readonly bytes: number }
  | { readonly kind: "keeping"; readonly done: number; readonly bytes: number }
  | { readonly kind: "kept"; readonly bytes: number; readonly when: number }
  | { readonly kind: "changed"; readonly bytes: number }
  | { readonly kind: "failed"; readonly why: string };

export type Action = "keep" | "stop" | "remove";

export interface View {
  readonly says: string;
  readonly progress: number | null; // from 0 to 1
  readonly offers: readonly (readonly [Action, string])[];
}

const REMOVE = ["remove", "Remove it"] as const;

export function view(state: State): View {
  switch (state.kind) {
    case "unable":
      return { says: state.why, progress: null, offers: [] };
    case "unreachable":
      return state.keptBytes === null
        ? { says: "The site cannot be reached now, so nothing can be fetched.", progress: null, offers: [] }
        : { says: `This book is on this device (${size(state.keptBytes)}).`, progress: null, offers: [REMOVE] };
    case "absent":
      return {
        says: "This book is not on this device.",
        progress: null,
        offers: [["keep", `Keep this book offline (about ${size(state.bytes)})`]],
      };
    case "keeping":
      return {
        says: `Fetching about ${size(state.bytes)}. You can go on reading.`,
        progress: Math.min(1, state.done / Math.max(1, state.bytes)),
        offers: [["stop", "Stop"]],
      };
    case "kept":
      return {
        says: `This book is on this device (${size(state.bytes)}), as of ${day(state.when)}. It opens without a network.`,
        progress: null,
        offers: [REMOVE],
      };
    case "changed":
      return {
        says: "This book is on this device, and has changed on the site since.",
        progress: null,
        offers: [["keep", "Fetch what has changed"], REMOVE],
      };
    case "failed":
      return {
        says: `Not everything was fetched: ${state.why} What has come stays.`,
        progress: null,
        offers: [["keep", "Try again"], REMOVE],
      };
  }
}

function day(when: number): string {
  return new Date(when).toISOString().slice(0, 10);
}
