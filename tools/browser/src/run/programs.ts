/** Gives every program of the page its bar; what the buttons do is loaded when one is pressed. */
import { element } from "../elements";
import { isEmbedded } from "../explainer/embedded";
import { kept } from "../kept/store";
import { Bar } from "./bar";
import type { Desk } from "./desk";
import { nameIn, programOf } from "./here";
import type { Program } from "./program";

const FIGURES = ".cw-evidence:has(> .cw-desk)";
/** How near to the window a program comes before the reader's version of it is shown, as in CSS. */
const NEAR = "50%";
/** How long a pointer rests where somebody means to press, and not only to pass, in milliseconds. */
const REST = 100;

/** What there is for a figure. */
interface Place {
  readonly program: Program;
  readonly bar: Bar;
  readonly desk: () => Promise<Desk>;
}

const places = new Map<HTMLElement, Place>();
/** What has been loaded, so that a program ends when its page is left: instant navigation keeps the scripts. */
const desks = new Map<HTMLElement, Desk>();
let listening = false;

/** Adds the bars to the figures in `root`, once, and opens what the reader had open and what the address names. */
export function programs(root: Document): void {
  for (const [figure, desk] of desks) {
    if (figure.isConnected) continue;
    desk.leave();
    desks.delete(figure);
    places.delete(figure);
  }
  for (const figure of root.querySelectorAll<HTMLElement>(FIGURES)) if (!places.has(figure)) offer(figure);
  follow(root);
  if (places.size > 0) void remember();
  if (listening) return;
  listening = true;
  window.addEventListener("hashchange", () => follow(root));
  window.addEventListener("pointerdown", ({ pointerType }) => (lastPointer = pointerType), { capture: true, passive: true });
}

/** Shows the reader's versions where there are any, when they come near. */
async function remember(): Promise<void> {
  const names = new Set((await kept().all("drafts")).map(({ key }) => key));
  const near = new IntersectionObserver(
    (seen) => {
      for (const { target, isIntersecting } of seen) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        void places.get(target as HTMLElement)?.desk().then((desk) => desk.remember());
      }
    },
    { rootMargin: NEAR },
  );
  for (const [figure, { program }] of places) if (names.has(program.name) && !desks.has(figure)) near.observe(figure);
}

/** Opens the program that the address names; says so if this page has none of that name. */
function follow(root: Document): void {
  const asked = nameIn(location.hash);
  root.querySelector(".cw-run-lost")?.remove();
  if (asked === undefined) return;
  const found = [...places].find(([figure, { program }]) => figure.isConnected && program.name === asked);
  if (found && isEmbedded()) found[0].classList.add("is-alone");
  if (found) void found[1].desk().then((desk) => desk.follow(location.hash));
  else root.querySelector("article h1")?.after(lost(asked));
}

function lost(name: string): HTMLElement {
  const text = `The link that brought you here is about the program ${name}. This page does not have it, or not any more.`;
  const said = element("p", "cw-run-lost", text);
  said.setAttribute("role", "status");
  return said;
}

/** Adds a figure's bar. */
function offer(figure: HTMLElement): void {
  const program = programOf(figure);
  const code = figure.querySelector<HTMLElement>(".cw-program > pre");
  if (!program || !code) return;
  let loading: Promise<Desk> | undefined;
  const desk = (): Promise<Desk> =>
    (loading ??= load(figure, program, bar).catch((error: unknown) => {
      loading = undefined;
      throw error;
    }));
  const ask = (what: (desk: Desk) => unknown): void => void desk().then(what, () => told(figure));
  const bar = new Bar(program, {
    run: () => ask((one) => one.run()),
    stop: () => ask((one) => one.stop()),
    step: () => ask((one) => one.step()),
    edit: (byKey) => ask((one) => one.edit({ focus: byKey || !isTouch() })),
    close: () => ask((one) => one.close()),
    reset: () => ask((one) => one.reset()),
    more: () => ask((one) => one.menu()),
  });
  places.set(figure, { program, bar, desk });
  prepare(program, bar.root, code);
  figure.querySelector(":scope > .cw-desk")?.before(bar.root);
  code.addEventListener("click", (event) => {
    if (isEdit(event, figure)) ask((one) => one.edit({ focus: true, at: event }));
  });
  code.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target !== event.currentTarget) return;
    event.preventDefault();
    ask((one) => (event.ctrlKey || event.metaKey ? one.run() : one.edit({ focus: true })));
  });
}

/** Has the compiler made ready when somebody comes to a program: a pointer rests on its bar, or the focus is there. */
function prepare(program: Program, bar: HTMLElement, code: HTMLElement): void {
  let resting = 0;
  const come = (): void => {
    window.clearTimeout(resting);
    void import("./warm").then(
      ({ warm }) => warm(program),
      () => undefined, // told when a button is pressed
    );
  };
  bar.addEventListener("pointerenter", () => (resting = window.setTimeout(come, REST)));
  bar.addEventListener("pointerleave", () => window.clearTimeout(resting));
  for (const one of [bar, code]) one.addEventListener("focusin", come);
  code.addEventListener("pointerdown", come);
}

/** What pressed last: mouse, pen or touch. */
let lastPointer = "";

/** Whether the last press was a finger's: a focus would bring the keyboard up, over half of the program. */
function isTouch(): boolean {
  return lastPointer === "touch";
}

/** Whether a click on the code is meant to change it: not a selection's end, not a finger's, and no look at assembly. */
function isEdit({ button, target }: MouseEvent, figure: HTMLElement): boolean {
  const isPlain = button === 0 && document.getSelection()?.isCollapsed !== false && !isTouch();
  const isControl = target instanceof Element && target.closest("button, a, nav") !== null;
  return isPlain && !isControl && !figure.classList.contains("is-live");
}

async function load(figure: HTMLElement, program: Program, bar: Bar): Promise<Desk> {
  const { Desk } = await import("./desk");
  const desk = new Desk(figure, program, bar, () => nameIn(location.hash));
  desks.set(figure, desk);
  await desk.ready;
  return desk;
}

function told(figure: HTMLElement): void {
  const text = "The script for this did not arrive. Load the page again, then try once more.";
  const said = element("p", "cw-run-lost", text);
  said.setAttribute("role", "status");
  figure.querySelector(":scope > .cw-bar")?.after(said);
}
