import { frames } from "./frames";
import { mendPage } from "./mend";
import { readings } from "./reading";
import { ties } from "./ties";

/** Material's and Zensical's stream of pages; instant navigation swaps pages without a load. */
interface PageStream {
  subscribe(next: () => void): unknown;
}

declare global {
  interface Window {
    document$?: PageStream;
  }
}

function start(): void {
  mendPage(document);
  readings(document);
  ties(document);
  frames(document);
}

if (window.document$) {
  window.document$.subscribe(start);
} else if (document.readyState === "loading") {
  document.addEventListener("DOMContentLoaded", start);
} else {
  start();
}
