/** A record as a picture: eight bytes a row, a box for each member, hatching where nothing is. */
import { element } from "../dom";
import { end, inBytes, type Piece, type RecordLayout } from "./layout";

const ROW = 8; // bytes
/** Beyond it, the table says more than a picture. */
const LARGEST = 256; // bytes
const KINDS = 6; // colours, docs/assets/run.css

/** The figure of one record. */
export function draw(layout: RecordLayout, pieces: readonly Piece[], machine: string): HTMLElement {
  const lost = pieces.filter(({ kind }) => kind === "padding").reduce((sum, { bits }) => sum + bits, 0);
  const padding = lost === 0 ? "no padding" : `${inBytes(lost)} ${lost % 8 === 0 ? plural(lost / 8) : ""} of padding`;
  const said = `${layout.size} ${plural(layout.size)}, aligned to ${layout.align}, ${padding}`;
  const caption = element("figcaption", {}, element("code", { textContent: layout.name }), ` on ${machine}: ${said}`);
  const drawn = layout.size > 0 && layout.size <= LARGEST ? [picture(layout, pieces)] : [];
  return element("figure", { className: "cw-record" }, caption, ...drawn, table(pieces));
}

function plural(bytes: number): string {
  return bytes === 1 ? "byte" : "bytes";
}

/** The picture is for eyes; the table beside it says the same. */
function picture(layout: RecordLayout, pieces: readonly Piece[]): HTMLElement {
  const grid = element("div", { className: "cw-record__grid" });
  grid.setAttribute("aria-hidden", "true");
  const rows = layout.isUnion ? pieces.map((piece) => [piece]) : [pieces];
  for (const each of rows) {
    const last = layout.isUnion ? end(each) / 8 : layout.size;
    for (let from = 0; from < last; from += ROW) {
      const row = line(each, from, pieces);
      // Its bytes end with the record: eight drawn for a record of four look like a half of something.
      if (last - from < ROW) row.style.clipPath = `inset(0 ${100 - (100 * (last - from)) / ROW}% 0 0)`;
      grid.append(element("span", { className: "cw-record__offset", textContent: String(from) }), row);
    }
  }
  return grid;
}

/** One row of bytes from the offset `from`. */
function line(pieces: readonly Piece[], from: number, all: readonly Piece[]): HTMLElement {
  const row = element("div", { className: "cw-record__row" });
  const start = from * 8;
  const end = start + ROW * 8;
  for (const piece of pieces) {
    const first = Math.max(piece.offset, start);
    const last = Math.min(piece.offset + piece.bits, end);
    if (first >= last) continue;
    const begins = first === piece.offset;
    const box = element("span", {
      className: `cw-record__box cw-record__box--${piece.kind} cw-record__box--${all.indexOf(piece) % KINDS}`,
      textContent: begins ? piece.name || piece.type : "",
      title: `${piece.name} ${piece.type}: ${inBytes(piece.bits)} at ${inBytes(piece.offset)}`,
    });
    // A column for each bit, so that bit-fields have their width.
    box.style.gridColumn = `${first - start + 1} / ${last - start + 1}`;
    row.append(box);
  }
  return row;
}

function table(pieces: readonly Piece[]): HTMLElement {
  const head = ["offset", "size", "member", "type"].map((text) => {
    const cell = element("th", { textContent: text });
    cell.scope = "col";
    return cell;
  });
  const rows = pieces.map(({ offset, bits, isExact, kind, type, name }) => {
    const cells = [inBytes(offset), isExact ? inBytes(bits) : `at most ${inBytes(bits)}`, name, type].map((text) => element("td", { textContent: text }));
    return element("tr", { className: kind === "padding" ? "is-padding" : "" }, ...cells);
  });
  const body = element("table", {}, element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...rows));
  const wrap = element("div", { className: "cw-record__table", tabIndex: 0 }, body);
  wrap.setAttribute("role", "group");
  wrap.setAttribute("aria-label", "Members and padding");
  return wrap;
}
