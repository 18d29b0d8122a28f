/**
 * Stepping through a reading and playing it: one stop at a time, its tokens, its words
 * and its place in the path picture light up together.
 *
 * The markup is described in tools/cexplain/render/html.py: whatever belongs to a stop
 * carries its number in data-stop, pictures included.
 */
import { button, element } from "./elements";

const STEPS: Record<string, (now: number, last: number) => number> = {
  ArrowRight: (now, last) => Math.min(now + 1, last),
  ArrowDown: (now, last) => Math.min(now + 1, last),
  ArrowLeft: (now) => Math.max(now - 1, 0),
  ArrowUp: (now) => Math.max(now - 1, 0),
  Home: () => 1,
  End: (_now, last) => last,
  Escape: () => 0,
};

// Milliseconds a stop stays lit while it plays: time to look, and to read its words.
const LOOK = 900;
const PER_CHARACTER = 28;

/** Sent by an article when another of its stops is lit: `detail` is its number, 0 for none. */
export const STEPPED = "cw-stepped";

/** Gives every reading in `root` its buttons, once. */
export function readings(root: ParentNode): void {
  for (const article of root.querySelectorAll<HTMLElement>(".cw-reading[data-stops]")) {
    if (!article.querySelector(".cw-steps") && Number(article.dataset.stops) > 1) {
      stepper(article);
    }
  }
}

function stepper(article: HTMLElement): void {
  const last = Number(article.dataset.stops);
  const name = (article.getAttribute("aria-label") ?? "the reading").replace(/^Reading/, "reading");
  let now = 0; // 0: nothing is picked out
  let playing = 0; // the timer of the next stop

  const bar = element("div", "cw-steps");
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", `Step through the ${name}`);
  const play = button("Play", () => (playing ? pause() : begin()));
  const back = button("Back", () => go("ArrowLeft"));
  const next = button("Step through", () => go("ArrowRight"));
  const status = element("p", "cw-steps__status");
  status.setAttribute("aria-live", "polite");
  bar.append(play, back, next, status);

  const go = (key: string): void => {
    pause();
    now = STEPS[key]?.(now, last) ?? now;
    show();
  };
  const begin = (): void => {
    now = now === last ? 1 : Math.max(now, 1);
    playing = 1;
    // A line of length 1 is drawn by a rule that need not know how long it is.
    for (const line of article.querySelectorAll(".cw-line")) line.setAttribute("pathLength", "1");
    show();
    wait();
  };
  const wait = (): void => {
    const length = words(article, now).length;
    playing = window.setTimeout(() => {
      // A page that was left, or an answer that took this one's place, plays no further.
      if (!article.isConnected || now === last) return pause();
      now += 1;
      show();
      wait();
    }, LOOK + PER_CHARACTER * length);
  };
  const pause = (): void => {
    window.clearTimeout(playing);
    playing = 0;
    show();
  };

  const show = (): void => {
    article.classList.toggle("is-stepping", now > 0);
    article.classList.toggle("is-playing", playing > 0);
    for (const part of article.querySelectorAll("[data-stop]")) {
      const stop = Number(part.getAttribute("data-stop"));
      part.classList.toggle("is-now", stop === now);
      part.classList.toggle("is-past", now > 0 && stop < now);
    }
    if (now === 0 && document.activeElement === back) next.focus();
    play.textContent = playing ? "Pause" : "Play";
    back.hidden = now === 0;
    next.textContent = now === 0 ? "Step through" : "Next";
    next.setAttribute("aria-disabled", String(now === last));
    status.textContent = now === 0 ? "" : `${now} of ${last}: ${words(article, now)}`;
    article.dispatchEvent(new CustomEvent(STEPPED, { bubbles: true, detail: now }));
  };

  // Keys count only while the focus is on these buttons: nothing is bound for the page.
  bar.addEventListener("keydown", (event) => {
    if (event.key in STEPS && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      go(event.key);
    }
  });
  article.addEventListener("click", (event) => {
    const part = event.target instanceof Element ? event.target.closest("[data-stop]") : null;
    if (part && !bar.contains(part) && document.getSelection()?.isCollapsed !== false) {
      const stop = Number(part.getAttribute("data-stop"));
      now = stop === now ? 0 : stop;
      pause();
    }
  });

  article.classList.add("is-live");
  article.querySelector(".cw-prose")?.after(bar);
  show();
}

function words(article: HTMLElement, stop: number): string {
  const said = article.querySelectorAll(`.cw-prose [data-stop="${stop}"]`);
  return Array.from(said, (phrase) => phrase.textContent ?? "").join(" ");
}
