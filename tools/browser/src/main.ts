import { ask } from "./ask";
import { asked } from "./asked";
import { bringNear } from "./far";
import { frames } from "./frames";
import { mendCode, mendPage } from "./mend";
import { readings } from "./reading";
import { programs } from "./run/programs";
import { marks } from "./review/begin";
import { ties } from "./ties";
import { words } from "./words/words";

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

/** The same for the pages of practice, of review, and of what is kept. */
let leaveLearning = (): void => undefined;

function learning(): void {
  leaveLearning();
  const root = document.querySelector<HTMLElement>(".cwp, .cwr, .cwk");
  if (!root) return;
  void import("./learn").then(
    ({ mountPractice, leavePractice, mountReview, leaveReview, mountKept, leaveKept }) => {
      leaveLearning = () => [leavePractice, leaveReview, leaveKept].forEach((leave) => leave());
      if (!root.isConnected) return;
      if (root.matches(".cwp")) void mountPractice(root);
      else if (root.matches(".cwr")) mountReview(root);
      else mountKept(root);
    },
    () => root.classList.add("is-dead"),
  );
}

/** The same for class sheets, and for the page of those who teach. */
let leaveClassroom = (): void => undefined;

function classroom(): void {
  leaveClassroom();
  const root = document.querySelector<HTMLElement>(".cwc, .cwt");
  if (!root) return;
  void import("./teach").then(
    ({ mountClass, leaveClass, mountTeaching }) => {
      leaveClassroom = leaveClass;
      if (root.isConnected) (root.matches(".cwc") ? mountClass : mountTeaching)(root);
    },
    () => root.classList.add("is-dead"),
  );
}

/** Somebody's page has this one in a frame (early.js); the explainer sees to its own. */
function embedded(): boolean {
  const is = document.documentElement.classList.contains("cwx-embedded");
  if (is && !document.querySelector(".cwx")) void import("./embed").then(({ embed }) => embed(document));
  return is;
}

/** Ends the watch over where a reader is on the page before. */
let leavePlace = (): void => undefined;

/** Where a reader was counts once they have moved: a page asks for nothing before that. */
function places(): void {
  leavePlace();
  const article = document.querySelector("article");
  const load = (): void => {
    void import("./places").then(
      (loaded) => {
        if (article?.isConnected) leavePlace = loaded.places(document);
      },
      () => undefined, // the book is read as well without
    );
  };
  leavePlace = () => removeEventListener("scroll", load);
  if (document.querySelector(".cw-goon")) load();
  else addEventListener("scroll", load, { once: true, passive: true });
}

function start(): void {
  marks(document); // before anything makes a database of its own
  mendPage(document);
  ask(document);
  readings(document);
  ties(document);
  explainer();
  offline();
  learning();
  classroom();
  frames(document);
  programs(document);
  words(document);
  asked(document);
  if (!embedded()) places(); // a frame is not where somebody reads on
  bringNear(document, () => mendCode(document));
}

if (window.document$) {
  window.document$.subscribe(start);
} else if (document.readyState === "loading") {
  document.addEventListener("DOMContentLoaded", start);
} else {
  start();
}
