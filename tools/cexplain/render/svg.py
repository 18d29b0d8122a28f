"""The path picture: the eye's way through a declaration, drawn over its source.

The picture's colours are CSS custom properties, each with a fallback, so that a
page gives all its pictures its own colours:

    --cw-ink --cw-ink-soft --cw-paper --cw-line  text, quiet text, ground, the way
    --cw-name --cw-pointer --cw-array --cw-function --cw-type --cw-storage
    --cw-attribute --cw-members                  one for each kind of phrase
    --cw-wrong                                   where the spiral would go wrong
    --cw-font-mono --cw-font-sans                the source; numbers and legend

Elements for a page's own script and style, all inside `svg.cw-path`:
`g.cw-stop[data-stop="2"]` holds a stop's boxes and badge, `text.cw-code
[data-stop]` its glyphs, `g.cw-leg[data-stop]` the line that leads to it,
`g.cw-legend-item[data-stop]` its line in the legend, `g.cw-wrong` a wrong turn.
"""

from collections.abc import Iterator
from hashlib import sha256
from html import escape

from cexplain.explanation import Explanation, Reading
from cexplain.render.display import columns, printable
from cexplain.render.excerpt import excerpt
from cexplain.render.path_layout import BADGE, FONT, PAD, Box, Layout, Leg, WrongTurn, layout
from cexplain.render.path_style import LEGEND_FONT, style
from cexplain.values import dataclass

COLUMNS = 52
"""Columns of source in one row, unless told otherwise: at full size as wide as a page's text."""

LEGEND_LINE = 25.0
LEGEND_WIDTH = 620.0
LEGEND_INDENT = 26.0


def path_svg(
    explanation: Explanation,
    index: int = 0,
    *,
    limit: int = COLUMNS,
    legend: bool = True,
    standalone: bool = True,
) -> str:
    """Return the path picture of one reading as an SVG document.

    `legend` sets the phrases beneath; `standalone` gives the picture a margin
    and rules of its own, by which it follows the reader's light or dark scheme:
    a page sets it flush with its text, has the rules once in a style sheet
    (`path_style.page_style`), and the scheme through --cw-*.
    Raises IndexError if there is no such reading.
    """
    source, reading = excerpt(explanation, explanation.readings[index])
    drawn = layout(source, reading, max(limit, 16))
    lines = tuple(_legend(drawn, reading)) if legend else ()
    width = max(drawn.width, *(line.right + PAD for line in lines), 2 * PAD)
    height = drawn.height + PAD + (LEGEND_LINE * len(lines) + PAD / 2 if lines else 0)
    trim = 0.0 if standalone else PAD - 3.0  # a badge may stand out by 3
    box = (trim, trim / 2, width - 2 * trim, height - trim)
    identity = f"cw-{_digest(source, reading, index, limit, legend, standalone)}"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="cw-path {identity}" role="img"'
        f' aria-label="{_text(f"{_title(reading)}. {description(drawn, reading)}")}"'
        f' viewBox="{" ".join(map(_n, box))}" width="{_n(box[2])}" height="{_n(box[3])}">',
        f"<title>{_text(_title(reading))}</title>",
        f"<desc>{_text(description(drawn, reading))}</desc>",
        # A page's policy may forbid style elements, and one sheet serves all its pictures.
        f"<style>{style('.' + identity)}</style>" if standalone else "",
        f'<g transform="translate(0 {_n(PAD / 2)})">',
        *_boxes(drawn),
        *(_leg(leg) for leg in drawn.legs),
        *(_wrong(turn) for turn in drawn.wrong),
        *_code(drawn),
        *_badges(drawn),
        "</g>",
        *(line.svg(drawn.height + PAD + LEGEND_LINE * (n + 0.7)) for n, line in enumerate(lines)),
        "</svg>",
    ]
    return "".join(parts)


def description(drawn: Layout, reading: Reading) -> str:
    """Return the picture's text alternative: the reading, stop by stop."""
    steps = "; ".join(f"{stop.number}: {stop.text}" for stop in drawn.way)
    astray = [drawn.way[turn.stop].number for turn in drawn.wrong]
    warnings = [f"At stop {n} the clockwise spiral would turn the wrong way." for n in astray]
    notes = [note.message for note in reading.notes if note.rule == "spiral"]
    return " ".join([f"The way from the name outwards. {steps}.", *warnings, *notes])


def _title(reading: Reading) -> str:
    """Return the picture's name."""
    name = reading.declaration.name
    return f"How to read {name}" if name else "How to read this type"


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the legend; `stop` is the stop that begins here, if one does."""

    text: str
    kind: str
    stop: int | None
    number: int | None
    right: float

    def svg(self, y: float) -> str:
        """Return the line's elements with their middle at `y`."""
        x = PAD + LEGEND_INDENT
        words = (
            f'<text class="cw-words{" cw-note" if self.kind == "note" else ""}" x="{_n(x)}"'
            f' y="{_n(y + 5)}" font-size="{_n(LEGEND_FONT)}">{_text(self.text)}</text>'
        )
        if self.kind == "note":
            mark = _cross(PAD + 10, y, 4.5) if self.number is not None else ""
            return f'<g class="cw-wrong" aria-hidden="true">{mark}{words}</g>'
        badge = _badge(PAD + 10, y, self.number, BADGE + 1.5) if self.number is not None else ""
        return (
            f'<g class="cw-legend-item cw-{self.kind}" data-stop="{self.stop}"'
            f' aria-hidden="true">{badge}{words}</g>'
        )


def _legend(drawn: Layout, reading: Reading) -> Iterator[_Line]:
    """Yield the lines of the legend: each stop's words, then what the spiral gets wrong."""
    room = max(LEGEND_WIDTH, drawn.width) - 2 * PAD - LEGEND_INDENT
    for stop in drawn.way:
        for count, (words, extent) in enumerate(_wrapped(stop.text, room)):
            number = stop.number if count == 0 else None
            yield _Line(words, stop.kind, stop.number, number, PAD + LEGEND_INDENT + extent)
    for note in reading.notes:
        if note.rule == "spiral":
            for count, (words, extent) in enumerate(_wrapped(note.message, room)):
                right = PAD + LEGEND_INDENT + extent
                yield _Line(words, "note", None, 0 if count == 0 else None, right)


def _wrapped(words: str, room: float) -> Iterator[tuple[str, float]]:
    """Yield lines of at most `room`, with their widths; a longer word is cut."""
    line, taken = "", 0.0
    for word in printable(words).split():
        for piece in _pieces(word, room):
            extent = measure(piece)
            gap = measure(" ") if line else 0.0
            if line and taken + gap + extent > room:
                yield line, taken
                line, taken, gap = "", 0.0, 0.0
            line, taken = f"{line} {piece}" if line else piece, taken + gap + extent
    if line:
        yield line, taken


def _pieces(word: str, room: float) -> Iterator[str]:
    """Yield a word, in pieces if it is too long for a line."""
    size = max(1, int(room / (LEGEND_FONT * 1.05)))
    if measure(word) <= room:
        yield word
    else:
        yield from (word[start : start + size] for start in range(0, len(word), size))


_WIDTHS = {**dict.fromkeys("iljI.,:;'|! ", 0.34), **dict.fromkeys('ftr()[]"`/-', 0.42)}
_WIDTHS |= dict.fromkeys("mwMW@%", 1.0)


def measure(words: str) -> float:
    """Return the width of words in the legend's font: no less than common sans faces need."""
    return LEGEND_FONT * sum(
        _WIDTHS.get(c, 0.75 if c.isupper() else 0.63 if c < "\x80" else 1.05 * columns(c))
        for c in words
    )


def _boxes(drawn: Layout) -> Iterator[str]:
    """Yield each stop's boxes."""
    by_stop: dict[int, list[Box]] = {}
    for box in drawn.boxes:
        by_stop.setdefault(box.stop, []).append(box)
    for index, stop in enumerate(drawn.way):
        boxes = by_stop.get(index, ())
        if boxes:
            yield f'<g class="cw-stop cw-{stop.kind}" data-stop="{stop.number}">'
            for box in boxes:
                aside = " cw-aside cw-storage" if box.aside else ""
                yield (
                    f'<rect class="cw-box{aside}" x="{_n(box.x + 0.5)}"'
                    f' y="{_n(box.y)}" width="{_n(box.width - 1)}" height="{_n(box.height)}"'
                    ' rx="4"/>'
                )
            yield "</g>"


def _code(drawn: Layout) -> Iterator[str]:
    """Yield the source, each run set to its exact width whatever the font."""
    for run in drawn.glyphs:
        stop = drawn.way[run.stop] if run.stop is not None else None
        tied = f' data-stop="{stop.number}"' if stop else ""
        kind = f" cw-{'storage' if run.aside else stop.kind}" if stop else ""
        yield (
            f'<text class="cw-code{kind}"{tied} x="{_n(run.x)}" y="{_n(run.y)}"'
            f' font-size="{_n(FONT)}" textLength="{_n(run.width)}"'
            f' lengthAdjust="spacingAndGlyphs">{_text(run.text)}</text>'
        )


def _badges(drawn: Layout) -> Iterator[str]:
    """Yield the numbered badges."""
    for badge in drawn.badges:
        stop = drawn.way[badge.stop]
        yield (
            f'<g class="cw-stop cw-{stop.kind}" data-stop="{stop.number}">'
            f"{_badge(badge.x, badge.y, stop.number, BADGE)}</g>"
        )


def _badge(x: float, y: float, number: int, radius: float) -> str:
    """Return a number in a circle; more digits are set smaller."""
    size = radius * (1.45, 1.45, 1.25, 0.95)[min(len(str(number)), 3)]
    return (
        f'<g class="cw-badge"><circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}"/>'
        f'<text x="{_n(x)}" y="{_n(y + size * 0.36)}" font-size="{_n(size)}">{number}</text></g>'
    )


def _leg(leg: Leg) -> str:
    """Return the line to a stop with its arrow."""
    (x, y), back = leg.tip, -6.0 if leg.points_down else 6.0
    arrow = f"M{_n(x)} {_n(y)}L{_n(x - 3.2)} {_n(y + back)}L{_n(x + 3.2)} {_n(y + back)}Z"
    return (
        f'<g class="cw-leg" data-stop="{leg.stop + 1}"><path class="cw-line" d="{leg.path}"/>'
        f'<path class="cw-tip" d="{arrow}"/></g>'
    )


def _wrong(turn: WrongTurn) -> str:
    """Return a dashed line that breaks off at a cross."""
    return (
        f'<g class="cw-wrong" data-stop="{turn.stop + 1}">'
        f'<path class="cw-astray" d="{turn.path}"/>{_cross(*turn.cross, 4.5)}</g>'
    )


def _cross(x: float, y: float, arm: float) -> str:
    return (
        f'<path d="M{_n(x - arm)} {_n(y - arm)}L{_n(x + arm)} {_n(y + arm)}'
        f'M{_n(x - arm)} {_n(y + arm)}L{_n(x + arm)} {_n(y - arm)}"/>'
    )


def _digest(source: str, reading: Reading, index: int, *options: object) -> str:
    """Return ten digits that are the same for the same picture, and for no other."""
    said = (source, reading.prose, [str(n) for n in reading.notes], index, *options)
    return sha256(repr(said).encode("utf-8", "backslashreplace")).hexdigest()[:10]


def _text(words: str) -> str:
    """Return text for an element: nothing in it that XML forbids."""
    return escape(printable(words))


def _n(value: float) -> str:
    """Return a length with at most one decimal."""
    return f"{value:.1f}".removesuffix(".0")
