/** Pieces to be put in a row: pressed, they go there; what is in the row is moved by buttons or arrows. */
import { button, element, part } from "../../elements";
import { mixed } from "../mixed";
import type { Data, Handle, Judged, Kind, Part } from "../question";

interface Ordered extends Data {
  /** Each answers to an arrangement, or to a piece that does not belong there. */
  readonly parts: readonly (Part & { readonly order?: readonly number[]; readonly piece?: number })[];
  readonly also: readonly (readonly number[])[];
  readonly lines: boolean;
  /** The level of each piece, those that do not belong there last. */
  readonly indents: readonly number[];
}

/** A piece in the row, by its number from 1, and how far it is indented. */
interface Placed {
  readonly piece: number;
  readonly indent: number;
}

const DEEPEST = 6;

/** "2:1 3:0": pieces with their levels, as an arrangement is kept. */
export function written(row: readonly Placed[]): string {
  return row.map(({ piece, indent }) => `${piece}:${indent}`).join(" ");
}

export function placed(text: string): Placed[] {
  return Array.from(text.matchAll(/(\d+):(\d+)/g), (match) => ({ piece: Number(match[1]), indent: Number(match[2]) }));
}

/** `same` tells which pieces read the same, so that one may stand for the other. */
export function judged(given: string, data: Ordered, same: (piece: number) => string): Judged {
  const row = placed(given);
  const text = row.map(({ piece }) => same(piece)).join("\n");
  const reads = (order: readonly number[]): boolean => order.map(same).join("\n") === text;
  const arranged = data.parts.findIndex(({ order }) => order && reads(order));
  const part = arranged >= 0 ? arranged : data.parts.findIndex((one) => row.some(({ piece }) => piece === one.piece));
  const right = data.parts.findIndex((one) => one.right);
  const wanted = [data.parts[right]?.order ?? [], ...data.also].find(reads);
  if (!wanted) return part >= 0 ? { right: false, part } : { right: false, says: hint(row, data) };
  if (data.lines && row.some(({ indent }, place) => indent !== data.indents[(wanted[place] ?? 1) - 1])) {
    return { right: false, says: "The order is right. The indentation is not." };
  }
  return { right: true, part: right };
}

function hint(row: readonly Placed[], data: Ordered): string {
  const belonging = data.parts.find((one) => one.right)?.order?.length ?? 0;
  if (row.length < belonging) return `${belonging} pieces belong here, and these are ${row.length}.`;
  if (row.length > belonging) return "One of these pieces, or more, does not belong here.";
  return "These pieces say something else in this order.";
}

function open(root: HTMLElement, room: HTMLElement, data: Data, changed: () => void, seed: number): Handle {
  const ordered = data as Ordered;
  const list = room.querySelector("ul");
  if (!list) throw new Error(`the question ${data.id} has no pieces`);
  const pieces = new Map<number, HTMLButtonElement>();
  const items = mixed([...list.children] as HTMLElement[], seed, data.id);
  const row = part(room, "ol");
  row.setAttribute("aria-label", "Your order");
  list.setAttribute("aria-label", "Pieces that are left");
  list.append(...items);
  for (const item of items) {
    const piece = Number(item.dataset["piece"]);
    const made = button("", () => press(piece));
    made.className = "cw-question__piece";
    made.append(...item.childNodes);
    made.addEventListener("keydown", (event) => key(event, piece));
    item.append(made);
    pieces.set(piece, made);
  }
  const textOf = (piece: number): string => pieces.get(piece)?.textContent ?? "";

  const bar = part(room, ".cw-question__moves");
  const does = ordered.lines ? [() => move(-1), () => move(1), () => indent(1), () => indent(-1), () => take()] : [() => move(-1), () => move(1), () => take()];
  const moves = [...bar.querySelectorAll("button")];
  moves.forEach((one, place) => one.addEventListener("click", () => does[place]?.()));
  const status = element("p", "cwx-offscreen");
  status.setAttribute("role", "status");
  bar.after(status);

  let order: Placed[] = [];
  let chosen = 0; // the piece in the row that the buttons move, 0 for none
  let locked = false;

  const show = (): void => {
    for (const item of items) {
      const piece = Number(item.dataset["piece"]);
      const made = pieces.get(piece);
      const at = order.find((one) => one.piece === piece);
      made?.setAttribute("aria-pressed", String(piece === chosen));
      if (!at) made?.removeAttribute("aria-pressed");
      item.dataset["indent"] = String(at?.indent ?? 0);
      if (!at && item.parentElement !== list) list.append(item);
    }
    row.append(...order.map(({ piece }) => pieces.get(piece)?.parentElement).filter((one) => one instanceof HTMLElement));
    for (const one of moves) one.setAttribute("aria-disabled", String(chosen === 0 || locked));
  };
  const change = (say: string): void => {
    const focused = document.activeElement;
    show();
    if (focused instanceof HTMLElement && root.contains(focused)) focused.focus(); // what moves loses it
    status.textContent = say;
    changed();
  };
  const place = (piece: number): number => order.findIndex((one) => one.piece === piece);
  const press = (piece: number): void => {
    if (locked) return;
    if (place(piece) < 0) {
      order = [...order, { piece, indent: order.at(-1)?.indent ?? 0 }];
      chosen = piece;
      change(`${textOf(piece)} is number ${order.length} now.`);
    } else {
      chosen = chosen === piece ? 0 : piece;
      show();
    }
  };
  const move = (by: number): void => {
    const from = place(chosen);
    const to = from + by;
    if (locked || from < 0 || to < 0 || to >= order.length) return;
    const next = [...order];
    next.splice(to, 0, ...next.splice(from, 1));
    order = next;
    change(`${textOf(chosen)} is number ${to + 1} of ${order.length} now.`);
  };
  const indent = (by: number): void => {
    if (locked || place(chosen) < 0) return;
    order = order.map((one) =>
      one.piece === chosen ? { ...one, indent: Math.min(Math.max(one.indent + by, 0), DEEPEST) } : one,
    );
    change(`${textOf(chosen)} is at level ${order[place(chosen)]?.indent} now.`);
  };
  const take = (): void => {
    if (locked || place(chosen) < 0) return;
    const piece = chosen;
    order = order.filter((one) => one.piece !== piece);
    chosen = 0;
    change(`${textOf(piece)} is taken out.`);
  };
  const key = (event: KeyboardEvent, piece: number): void => {
    if (place(piece) < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const keys: Record<string, () => void> = {
      [ordered.lines ? "ArrowUp" : "ArrowLeft"]: () => move(-1),
      [ordered.lines ? "ArrowDown" : "ArrowRight"]: () => move(1),
      ...(ordered.lines ? { ArrowRight: () => indent(1), ArrowLeft: () => indent(-1) } : {}),
      Delete: take,
      Backspace: take,
    };
    const found = keys[event.key];
    if (!found) return;
    event.preventDefault();
    chosen = piece;
    found();
  };

  show();
  return {
    given: () => written(order),
    put(text) {
      order = placed(text).filter(({ piece }) => pieces.has(piece));
      chosen = 0;
      show();
    },
    judge: (text) => judged(text, ordered, textOf),
    right: () => {
      const right = ordered.parts.find((one) => one.right)?.order ?? [];
      return written(right.map((piece) => ({ piece, indent: ordered.indents[piece - 1] ?? 0 })));
    },
    lock(now) {
      locked = now;
      show();
    },
    mark(_text, right) {
      row.classList.toggle("is-right", right === true);
      row.classList.toggle("is-wrong", right === false);
    },
    focus: () => pieces.values().next().value?.focus(),
  };
}

export const order: Kind = { open, nothing: "Put some pieces in a row first.", tries: Infinity };
