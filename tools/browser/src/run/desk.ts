/** A figure whose program is being used: which version is shown, what is done with it, and where that is seen. */
import { compiler, isCpp } from "../clang/client";
import { isEmbedded } from "../explainer/embedded";
import type { StepView } from "../step/view/view";
import type { Bar } from "./bar";
import { element } from "./dom";
import { ago, type Draft } from "./drafts";
import type { Part } from "./editor";
import { copyFrame, copyLink } from "./links";
import { Menu } from "./menu";
import { Output } from "./output";
import { original, type Edit, type Program } from "./program";
import * as reader from "./reader";
import { Runner } from "./runner";
import { asksForMine, editIn, stepIn } from "./share";
import { Sheet } from "./sheet";
import { Stepped } from "./stepped";
import { Surface, type Opening } from "./surface";
import { Versions, type Which } from "./versions";
import type { View } from "./views/all";
import { TypeView } from "./views/type_view";
import type { Source } from "./views/view";

/** How long the reader has to rest before the text is looked at, in milliseconds. */
const REST = 400;
const TAB = "Tab has left the editor, so that the keyboard can. Ctrl+] and Ctrl+[ indent; Ctrl+Enter runs.";

/** What is said once on a page, whichever figure it concerns. */
const said = new Set<string>();

export class Desk {
  /** Settles when the device has said what it has. */
  readonly ready: Promise<void>;
  readonly #figure: HTMLElement;
  readonly #program: Program;
  readonly #bar: Bar;
  readonly #linked: () => string | undefined;
  readonly #versions: Versions;
  readonly #surface: Surface;
  readonly #runner: Runner;
  readonly #sheet: Sheet;
  readonly #menu: Menu;
  readonly #note = element("p", { className: "cw-desk__note", role: "status" });
  readonly #steps: Stepped;
  #resting: number | undefined;
  /** Counts changes, so that answers about an older text are recognised. */
  #changes = 0;
  /** How often a view had to be drawn anew; the last time counts. */
  #shows = 0;

  /** `linked` is the name of the program that the address is about. */
  constructor(figure: HTMLElement, program: Program, bar: Bar, linked: () => string | undefined) {
    this.#linked = linked;
    this.#steps = new Stepped(() => linked() === program.name);
    this.#figure = figure;
    this.#program = program;
    this.#bar = bar;
    this.#versions = new Versions(program, () => this.#renewed(), (trouble) => this.#once(trouble));
    const output = new Output({ files: Object.keys(program.files), isCpp: isCpp(program.std) });
    const goTo = (file: string, line: number): void => void this.#surface.goTo(file, line).then(() => this.#shown());
    this.#runner = new Runner(program, output, {
      goTo,
      mark: (diagnostics) => this.#surface.mark(diagnostics),
      input: () => this.#menu.controls.input,
      check: () => void this.#run({ ...this.#versions.edit, ubsan: true }),
      memory: () => void this.#stepAt(0).then((view) => view?.focus()),
    });
    this.#surface = new Surface(figure, program, this.#versions.edit, {
      changed: (file, text) => this.#change({ ...this.#versions.edit, files: { ...this.#versions.edit.files, [file]: text } }),
      run: () => void this.run(),
      left: () => this.#once(TAB),
      covered: () => ({ top: this.#bar.covers, bottom: this.#sheet.covers }),
      pointed: (part) => this.#pointed(part),
      turned: () => this.#draw(),
    });
    const { units } = program;
    const source: Source = { edit: () => this.#versions.edit, file: () => this.#surface.file, units, expressions: () => this.#surface.expressions };
    const name = bar.root.getAttribute("aria-label") ?? program.name;
    this.#sheet = new Sheet(name, output, [this.#runner.progress, this.#runner.note], source, bar, (view) => void this.#show(view), () => this.#hide());
    this.#menu = new Menu(this.#versions.edit, program.runs, this.#sheet.views, {
      changed: () => this.#change({ files: this.#versions.edit.files, ...this.#menu.controls.get() }),
      view: (view) => {
        this.menu();
        this.#sheet.choose(view);
      },
      link: () => copyLink(program, this.#versions.edit, this.#steps.stepOf(this.#versions.edit)),
      bringBack: (draft) => void this.#bringBack(draft),
      close: () => this.menu(),
    });
    bar.root.after(this.#menu.root);
    figure.querySelector(":scope > .cw-desk")?.append(this.#note, this.#steps.root, this.#sheet.root);
    this.ready = this.#versions.load().then(() => this.#told());
  }

  /** Runs what is shown. */
  run(): Promise<void> {
    return this.#run(this.#versions.edit);
  }

  /** Records a run of what is shown, to be stepped through; puts it away if it is there already. */
  async step(): Promise<void> {
    if (this.#steps.isOf(this.#versions.edit)) this.#unstep();
    else (await this.#stepAt(this.#steps.wanted(this.#versions.edit)))?.focus();
  }

  /** The steps of what is shown, at one of them; undefined if there are none. */
  async #stepAt(at: number): Promise<StepView | undefined> {
    const { edit } = this.#versions;
    let view: StepView | undefined;
    await this.#work(async () => {
      view = await this.#runner.step(edit, this.#steps.root, {
        at,
        shown: ({ step }) => {
          this.#steps.shown(step);
          this.#menu.isStale();
        },
        closed: () => this.#unstep(),
        link: (step) => copyLink(this.#program, edit, step),
        frame: (step) => copyFrame(this.#program, edit, step),
        reader,
      });
      this.#steps.begin(edit, view);
      this.#bar.stepping(view !== undefined);
      // The recording tells all that there is to tell of it.
      if (view) this.#sheet.close();
    });
    this.#steps.root.firstElementChild?.scrollIntoView({ block: "start" }); // it has the program's text, too
    return view;
  }

  /** The reader has had enough of the steps. */
  #unstep(): void {
    this.#forget();
    this.#bar.focusStep();
  }

  /** Ends the program, or the compiler if it is at work. */
  stop(): void {
    this.#runner.stop();
  }

  /** Puts the editor in the place of the code, with the reader's version if there is one. */
  async edit(opening: Opening): Promise<void> {
    const isFolded = !this.#surface.isOpen && this.#versions.now === "book" && this.#versions.mine;
    if (isFolded) await this.#turn("mine");
    await this.#surface.open(isFolded ? { focus: opening.focus } : opening);
    this.#shown();
  }

  /** Puts the figure back as the book has it; the reader's version stays. */
  close(): void {
    this.stop();
    this.#forget();
    this.#hide();
    this.#surface.close();
    this.#versions.close();
    this.#versions.choose("book");
    this.#surface.show("book", this.#versions.edit);
    this.#menu.controls.set(this.#versions.edit);
    if (this.#linked() === this.#program.name) unlink();
    this.#shown();
    this.#bar.focusEdit();
  }

  /** Goes back to the book's own text and settings; a button beside the message brings the reader's back. */
  reset(): void {
    this.stop();
    const mine = this.#versions.reset();
    this.#surface.renew(this.#versions.edit);
    this.#menu.controls.set(this.#versions.edit);
    this.#shown();
    if (!mine) return this.#say("This is the book's own again.");
    this.#sheet.open();
    this.#sheet.output.asks("This is the book's own again. Yours is kept.", "Bring yours back", () => {
      this.#say("This is your version again.");
      void this.#bringBack(mine).then(() => this.edit({ focus: true }));
    });
  }

  /** Opens or closes the menu. */
  menu(): void {
    if (this.#menu.isOpen) {
      const isInside = this.#menu.root.contains(document.activeElement);
      this.#menu.close();
      if (isInside) this.#bar.focusMore();
    } else {
      this.#menu.open(this.#versions.earlier);
    }
    this.#bar.expanded(this.#menu.isOpen, this.#menu.root);
  }

  /** Shows the reader's version, if it was open when the page was left. */
  async remember(): Promise<void> {
    if (this.#versions.wasOpen && this.#versions.now === "book") await this.#turn("mine");
  }

  /** Shows the program of a link beside the reader's own. */
  async follow(fragment: string): Promise<void> {
    this.#figure.scrollIntoView({ block: "start" });
    try {
      const missing = asksForMine(fragment) ? await this.#mine() : await this.#take(fragment);
      const step = this.#program.runs ? stepIn(fragment) : undefined;
      if (step !== undefined) await this.#followTo(step);
      if (missing) this.#say(missing);
    } catch (error) {
      await this.edit({ focus: false });
      this.#say(error instanceof Error ? error.message : String(error), "bad");
    }
  }

  /** Shows the program that a fragment holds; a sentence on what of it could not be had, else "". */
  async #take(fragment: string): Promise<string> {
    const [edit, missing] = await editIn(fragment, this.#program, original(this.#program));
    this.#versions.take(edit);
    await this.#turn(this.#versions.now);
    return missing;
  }

  async #mine(): Promise<""> {
    await this.#turn(this.#versions.mine ? "mine" : "book");
    return "";
  }

  /** Shows the step of a link. In a frame on somebody's page nothing is fetched before a press. */
  async #followTo(step: number): Promise<void> {
    if (this.#steps.isOf(this.#versions.edit)) this.#steps.goTo(step);
    else if (isEmbedded()) {
      this.#steps.want(this.#versions.edit, step);
      this.#note.textContent = `Press Step to see the run at step ${step.toLocaleString("en")}.`;
    } else await this.#stepAt(step);
  }

  /** Ends what is going on: the page is left. */
  leave(): void {
    this.stop();
    this.#runner.forget();
    this.#steps.end();
    clearTimeout(this.#resting);
    this.#surface.end();
    this.#versions.end();
  }

  #bringBack(draft: Draft): Promise<void> {
    this.#versions.bringBack(draft);
    return this.#turn("mine");
  }

  #run(edit: Edit): Promise<void> {
    return this.#work(() => this.#runner.run(edit));
  }

  async #work(work: () => Promise<void>): Promise<void> {
    if (this.#runner.isBusy) return;
    clearTimeout(this.#resting);
    // A look at the same text that is on its way would take the run's marks away.
    this.#changes++;
    this.#menu.controls.takeBack();
    this.#sheet.open();
    this.#bar.busy(true);
    this.#surface.reveal();
    await work();
    this.#bar.busy(false);
    this.#sheet.seen();
    this.#surface.reveal();
  }

  /** Shows another version; what has not the book's text can be seen in the editor alone. */
  async #turn(which: Which): Promise<void> {
    this.#versions.choose(which);
    const { edit } = this.#versions;
    this.#surface.show(which, edit);
    this.#menu.controls.set(edit);
    if (!this.#versions.isBooksText) await this.#surface.open({ focus: false });
    this.#rest();
    this.#shown();
  }

  /** The reader has changed something. */
  #change(edit: Edit): void {
    const { mine } = this.#versions;
    const isNew = this.#versions.change(edit);
    if (isNew && mine && this.#versions.mine && this.#versions.earlier.some((one) => one === mine)) {
      this.#say(`You began anew. Your version of ${ago(mine.when)} is under “More”.`);
    }
    if (isNew && this.#linked() === this.#program.name) unlink();
    this.#menu.isStale();
    this.#rest();
    this.#shown();
  }

  /** Another tab, or another figure of the same program, has changed the reader's version. */
  #renewed(): void {
    this.#surface.renew(this.#versions.edit);
    this.#menu.controls.set(this.#versions.edit);
    this.#rest();
    this.#shown();
  }

  /** Has the bar show how it stands. */
  #shown(): void {
    this.#bar.editing(this.#surface.isOpen);
    this.#bar.resettable(!this.#versions.isBooks);
    this.#menu.earlier(this.#versions.earlier);
    this.#told();
  }

  #told(): void {
    const { mine, link, now, isBehind } = this.#versions;
    const choice = (which: Which, text: string, short: string) => ({
      text,
      short,
      isNow: now === which,
      choose: () => void this.#turn(which),
    });
    const behind = isBehind ? "; the book has changed since" : "";
    this.#bar.versions([
      ...(mine ? [choice("mine", `Your version, ${ago(mine.when)}${behind}`, "Yours")] : []),
      ...(link ? [choice("link", "Somebody's version", "Link's")] : []),
      choice("book", "The book's", "Book's"),
    ]);
  }

  #rest(): void {
    this.#changes++;
    clearTimeout(this.#resting);
    // Looking at the text costs nothing only once the compiler is there: it is not fetched for this.
    if (!compiler().isWarm) return;
    this.#resting = window.setTimeout(() => void this.#rested(), REST);
    this.#shows++;
    if (this.#sheet.view) this.#sheet.view.root.ariaBusy = "true";
  }

  async #rested(): Promise<void> {
    if (this.#runner.isBusy) return;
    const changes = this.#changes;
    const looked = await this.#runner.look(this.#versions.edit).catch(() => undefined);
    if (!looked || changes !== this.#changes) return;
    this.#surface.mark(looked.diagnostics);
    this.#draw();
  }

  /** Draws the view that is shown anew. */
  #draw(): void {
    const { view } = this.#sheet;
    if (view) void this.#show(view);
  }

  async #show(view: View): Promise<void> {
    const turn = ++this.#shows;
    view.root.ariaBusy = "true"; // until then it is about another text, or empty
    try {
      if (view instanceof TypeView) await this.edit({ focus: false });
      await this.#runner.load();
      await view.show();
    } catch (error) {
      view.fail(error instanceof Error ? error.message : String(error));
    }
    if (turn === this.#shows) view.root.ariaBusy = null;
  }

  /** The type of what is pointed at, while types are asked for. */
  async #pointed(part: Part): Promise<string | undefined> {
    const { view } = this.#sheet;
    return view instanceof TypeView && compiler().isWarm ? view.pointed(part) : undefined;
  }

  /** Puts the steps away; the figure is as it was. */
  #forget(): void {
    this.#steps.put();
    this.#runner.forget();
    this.#bar.stepping(false);
  }

  #hide(): void {
    this.stop();
    this.#sheet.close();
  }

  /** Says something where results are. */
  #say(text: string, kind: "" | "bad" = ""): void {
    this.#sheet.open();
    this.#sheet.output.status(text, kind);
  }

  /** Says something calmly, once on a page. */
  #once(text: string): void {
    if (said.has(text)) return;
    said.add(text);
    this.#note.textContent = text;
  }
}

/** Takes a program out of the page's address. */
function unlink(): void {
  history.replaceState(history.state, "", location.pathname + location.search);
}
