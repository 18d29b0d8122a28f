/** What the panel says and offers, for each state that keeping the book can be in. */

import { between, size } from "./plan";

export type State =
  | { readonly kind: "unable"; readonly why: string }
  | { readonly kind: "unreachable"; readonly kept: "none" | "partial" }
  | { readonly kind: "absent"; readonly bytes: number; readonly most: number }
  | { readonly kind: "partial"; readonly bytes: number; readonly most: number }
  | { readonly kind: "busy" }
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
const PARTIAL = "A part of this book is on this device.";

export function view(state: State): View {
  switch (state.kind) {
    case "unable":
      return { says: state.why, progress: null, offers: [] };
    case "unreachable":
      return state.kept === "none"
        ? { says: "The site cannot be reached now, so nothing can be fetched.", progress: null, offers: [] }
        : { says: `${PARTIAL} The site cannot be reached now.`, progress: null, offers: [REMOVE] };
    case "absent":
      return {
        says: "This book is not on this device.",
        progress: null,
        offers: [["keep", `Keep this book offline (${between(state.bytes, state.most)})`]],
      };
    case "partial":
      return {
        says: PARTIAL,
        progress: null,
        offers: [["keep", `Fetch the rest (${between(state.bytes, state.most)} in all)`], REMOVE],
      };
    case "busy":
      return { says: "Another tab is fetching this book, or removing it.", progress: null, offers: [] };
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

/** Why a download ended early, for whoever reads the panel; `bytes` are those of the whole. */
export function reason(error: unknown, bytes: number): string {
  if (!(error instanceof Error)) return String(error);
  switch (error.name) {
    case "AbortError":
      return "it was stopped.";
    case "QuotaExceededError":
      return `this device has no room for it. It takes about ${size(bytes)}, and more while it is renewed.`;
    case "TypeError": // what fetch throws, in words that differ between browsers
      return "the site could not be reached.";
    default:
      return error.message;
  }
}

function day(when: number): string {
  return new Date(when).toISOString().slice(0, 10);
}
