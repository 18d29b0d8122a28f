import { bringNear } from "./far";
import { frames } from "./frames";
import { mendCode, mendPage } from "./mend";
import { readings } from "./reading";
import { programs } from "./run/programs";
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

/** What only the explainer's page needs is loaded by it alone, and told when it is left. */
let leaveExplainer = (): void => undefined;

function explainer(): void {
  leaveExplainer();
  if (document.querySelector("c-declaration")) void import("./component");
  const root = document.querySelector<HTMLElement>(".cwx");
  if (!root) return;
  void import("./explainer/page").then(
    ({ mount, leave }) => {
      leaveExplainer = leave;
      if (root.isConnected) mount(root);
    },
    () => {
      const said = root.querySelector(".cwx-loading__text");
      if (said) said.textContent = "The script of this page did not arrive. Load the page again to type here.";
      root.classList.add("is-dead");
    },
  );
}

/** The same for the panel that keeps the book. */
function offline(): void {
  const panel = document.querySelector<HTMLElement>(".cw-offline");
  if (panel) void import("./offline/page").then(({ mount }) => mount(panel));
}

function start(): void {
  mendPage(document);
  readings(document);
  ties(document);
  explainer();
  offline();
  frames(document);
  programs(document);
  bringNear(document, () => mendCode(document));
}

if (window.document$) {
  window.document$.subscribe(start);
} else if (document.readyState === "loading") {
  document.addEventListener("DOMContentLoaded", start);
} else {
  start();
}
