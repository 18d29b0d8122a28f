/**
 * The reader's own text beside the one that a link brought. Whoever changes a link's text makes it
 * the reader's own, and the former one is set aside; nothing is thrown away.
 */
import { button, element } from "../elements";
import { kept, type Store } from "../kept/store";
import { same, type State } from "./state";
import { beginning, NONE, textsIn, withAside, type Texts } from "./texts";

const AREA = "texts";
const KEY = "explainer";

export class Own {
  #texts: Texts = NONE;
  #isLoaded = false;
  /** Whether the text that is shown is the reader's own. */
  #isMine = false;
  #link: State | null = null;
  /** What another tab has made the reader's own since this one did. */
  #foreign: State | null = null;
  #told: State | null = null;
  readonly #root = element("div", "cwx-own");
  readonly #said = element("p", "cwx-own__said");
  readonly #earlier = element("details", "cwx-fold cwx-own__earlier");
  readonly #end: () => void;

  /** Is shown after `neighbour`; `show` puts a text into the input. */
  constructor(
    neighbour: HTMLElement,
    private readonly show: (state: State) => void,
    private readonly store: Store = kept(),
  ) {
    this.#said.setAttribute("role", "status");
    this.#root.append(this.#said, this.#earlier);
    neighbour.after(this.#root);
    this.#draw();
    this.#end = store.heard((area, key) => {
      if (area === AREA && (key === undefined || key === KEY)) void this.#hear();
    });
  }

  /** Reads what the device has; the text to be shown in the place of what the address says, or null. */
  async load(hash: string, shown: State | null): Promise<State | null> {
    const entry = await this.store.get(AREA, KEY);
    const there = textsIn(entry?.value);
    this.#isLoaded = true;
    if (this.#isMine && this.#texts.mine) {
      // Somebody has typed already.
      this.#texts = { ...this.#texts, earlier: withAside(there.earlier, [there.mine], this.#texts.mine) };
      this.#save();
      return null;
    }
    this.#texts = there;
    this.#told = there.mine;
    if (there.mine && (shown === null || there.hash === hash)) return there.mine;
    if (shown) this.met(shown);
    return null;
  }

  get mine(): State | null {
    return this.#texts.mine;
  }

  /** A text is shown that an address brought. */
  met(state: State): void {
    this.#isMine = this.#texts.mine !== null && same(this.#texts.mine, state);
    if (!this.#isMine) this.#link = state;
    this.#draw();
  }

  /** The reader has changed the text that is shown, under an address with this fragment. */
  typed(mine: State, hash: string): void {
    const aside = this.#isMine ? [] : [this.#texts.mine];
    if (this.#foreign && !(this.#told && same(this.#foreign, this.#told))) aside.push(this.#foreign);
    this.#foreign = null;
    this.#texts = { mine, hash, earlier: withAside(this.#texts.earlier, aside, mine) };
    const becomes = !this.#isMine || aside.length > 0;
    this.#isMine = true;
    if (becomes) this.#draw();
    this.#save();
  }

  /** The address holds the reader's text now. */
  placed(hash: string): void {
    if (!this.#isMine || hash === this.#texts.hash) return;
    this.#texts = { ...this.#texts, hash };
    this.#save();
  }

  leave(): void {
    this.#end();
    this.#root.remove();
  }

  #save(): void {
    if (!this.#isLoaded) return;
    const { mine, hash, earlier } = this.#texts;
    this.#told = mine;
    void this.store.put(AREA, KEY, { mine, hash, earlier }).then((isKept) => {
      if (!isKept) this.#draw();
    });
  }

  async #hear(): Promise<void> {
    const there = textsIn((await this.store.get(AREA, KEY))?.value);
    if (there.mine && this.#told && same(there.mine, this.#told)) return;
    if (this.#isMine) this.#foreign = there.mine;
    else this.#texts = there;
    this.#draw();
  }

  #bringBack(state: State): void {
    const { mine, earlier } = this.#texts;
    this.#texts = { mine: state, hash: "", earlier: withAside(earlier, [mine], state) };
    this.#isMine = true;
    this.#save();
    this.show(state);
  }

  #draw(): void {
    const { mine, earlier } = this.#texts;
    this.#said.replaceChildren();
    const link = this.#link;
    if (mine && mine.text.trim() && !this.#isMine) {
      this.#said.append("This text came with a link. Yours is kept. ", button("Show mine", () => this.show(mine)));
    } else if (mine && this.#isMine && link && !same(link, mine)) {
      this.#said.append("This is your own text. ", button("Show the linked text", () => this.show(link)));
    }
    if (this.store.trouble) this.#said.append(` ${this.store.trouble}`);
    const list = earlier.map((one) => button(beginning(one), () => this.#bringBack(one)));
    this.#earlier.hidden = list.length === 0;
    const isOpen = this.#earlier.open;
    const title = element("summary", "", `Your earlier texts: ${list.length}`);
    this.#earlier.replaceChildren(...(list.length > 0 ? [title, ...list] : []));
    this.#earlier.open = isOpen && list.length > 0;
    this.#root.hidden = this.#earlier.hidden && this.#said.childNodes.length === 0;
  }
}
