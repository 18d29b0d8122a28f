"""Readings for people in a terminal: colours that tie words to tokens, steps, carets."""

import re
from collections.abc import Callable, Iterable, Iterator
from heapq import heappop, heappush
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from cexplain.diagnostics import Diagnostic
from cexplain.explanation import Explanation, Inner, Reading
from cexplain.render.display import expand, printable, width
from cexplain.source import Lines, Span
from cexplain.values import dataclass

if TYPE_CHECKING:
    from cexplain.render.stops import Stop

COLOURS = {
    "name": "1;31",
    "storage": "90",
    "pointer": "34",
    "array": "35",
    "function": "32",
    "returning": "32",
    "type": "33",
    "members": "36",
    "attribute": "90",
    "error": "1;31",
    "warning": "1;35",
    "note": "1;36",
    "advice": "36",
    "quiet": "2",
}
"""SGR codes by kind of phrase: the site's colours, as near as a terminal's own sixteen come."""

EXCERPT = 160
"""Columns of a source line that are shown at most: a caret must stay in sight."""

_LONG = 4 * EXCERPT
"""Characters of a line of which only those near a mark are looked at: it may have millions."""

_NEAR = EXCERPT // 2 + 20
"""Characters before and behind a mark that are near."""

MOST = 100
"""Findings of one input that are shown; nobody reads more at once."""

_INDENT = "  "
_PAINT = frozenset(["\x1b[0m", *(f"\x1b[{code}m" for code in COLOURS.values())])


@dataclass(frozen=True, slots=True)
class Look:
    """How to write: with colours or without, and the columns of a line (None: no limit)."""

    colour: bool = False
    width: int | None = None

    def paint(self, text: str, kind: str) -> str:
        """Return `text` in the colour of its kind."""
        return f"\x1b[{COLOURS[kind]}m{text}\x1b[0m" if self.colour and text.strip() else text

    def writable(self, text: str) -> str:
        """Return a text as it may be written: nothing is left in it that a terminal obeys.

        Only the colours that this look paints with stay.
        """
        if not self.colour:
            return printable(text)
        parts = re.split("(\x1b\\[[0-9;]*m)", text)
        return "".join(part if part in _PAINT else printable(part) for part in parts)


Place = Callable[[Diagnostic], tuple[str, int, int]]
"""Says where a diagnostic is for the reader: file name, line, column."""

Shown = Callable[[Diagnostic], tuple[str, int]]
"""Gives the line to show under a diagnostic, and the column in it."""


def reading_text(reading: Reading, look: Look, explanation: Explanation | None = None) -> str:
    """Return a reading in prose, each line ended.

    In colour the words are tied to tokens, so the source, if it is given, stands above.
    """
    lines: list[str] = []
    if look.colour and explanation is not None:
        from cexplain.render.excerpt import excerpt

        lines.extend(_coloured_source(*excerpt(explanation, reading), look))
    words = (
        (word, phrase.kind) for phrase in reading.phrases for word in printable(phrase.text).split()
    )
    lines.extend(_filled(words, look))
    return "".join(f"{line}\n" for line in lines)


def cdecl_text(reading: Reading, look: Look) -> str:
    """Return a reading in the English of the cdecl programs, each line ended."""
    words = ((word, "") for word in printable(reading.cdecl).split())
    return "".join(f"{line}\n" for line in _filled(words, Look(width=look.width)))


def inner_text(inner: Inner, style: str, look: Look) -> str:
    """Return what a function's body declares, set in as deep as the blocks around it."""
    reading, indent = inner.reading, _INDENT * inner.depth
    phrases = (
        [(reading.cdecl, "")] if style == "cdecl" else [(p.text, p.kind) for p in reading.phrases]
    )
    words = ((word, kind) for text, kind in phrases for word in printable(text).split())
    return "".join(f"{line}\n" for line in _filled(words, look, indent, indent + _INDENT))


def notes_text(reading: Reading, look: Look) -> str:
    """Return what surprises about a declaration, a paragraph for each note."""
    parts: list[str] = []
    for note in reading.notes:
        words = [("note:", "note"), *((word, "") for word in printable(note.message).split())]
        parts.extend(f"{line}\n" for line in _filled(words, look, _INDENT, _INDENT * 2))
    return "".join(parts)


def language_text(explanation: Explanation, look: Look) -> str:
    """Return a line that says that a text was read as C++, nothing for C."""
    if explanation.language == "c":
        return ""
    return f"{_INDENT}{look.paint(f'read as {explanation.std.upper()}', 'quiet')}\n"


def steps_text(explanation: Explanation, reading: Reading, look: Look) -> str:
    """Return a reading as numbered steps, each marked under the source."""
    # ruff: noqa: PLC0415 - one line needs no steps
    from cexplain.render.excerpt import excerpt
    from cexplain.render.stops import region, stops

    source, reading = excerpt(explanation, reading)
    way = stops(reading, source)
    part = region(reading, source)
    if "\n" not in source[part.start : part.end]:
        extent = width(source[part.start : part.end])
        if extent + 30 <= (look.width or EXCERPT):
            return _side_by_side(source, part, way, look)
    return "".join(_blocks(source, way, look))


def diagnostics_text(
    explanation: Explanation, place: Place, look: Look, shown: Shown | None = None
) -> str:
    """Return an input's findings as people know them from compilers, with advice.

    `place` says where each is for the reader, `shown` gives the line to show, and the
    column in it, if it is not that of the explained text.
    """
    own = Lines(explanation.source)
    parts: list[str] = []
    for diagnostic in explanation.diagnostics[:MOST]:
        line, at = own.line(diagnostic.line), diagnostic.column
        if shown is not None:
            line, at = shown(diagnostic)
        length = max(1, diagnostic.span.end - diagnostic.span.start)
        parts.append(finding_text(place(diagnostic), diagnostic, (line, at, length), look))
    return "".join(parts) + more_text(len(explanation.diagnostics))


def more_text(found: int) -> str:
    """Return the line that counts the findings which are not shown, nothing if all are."""
    return f"{found - MOST:,} more findings are not shown\n" if found > MOST else ""


def finding_text(
    place: tuple[str, int, int], diagnostic: Diagnostic, shown: tuple[str, int, int], look: Look
) -> str:
    """Return one finding; `shown` is the line, the column in it (from 1), and the length marked."""
    name, line, column = place
    severity = look.paint(f"{diagnostic.severity}:", diagnostic.severity)
    head = f"{printable(name)}:{line}:{column}: {severity} {printable(diagnostic.message)}\n"
    text, at, length = shown
    body = ""
    if text.strip():
        source, carets = underlined(text, Span(at - 1, at - 1 + length))
        start = len(carets) - len(carets.lstrip())
        pointed = carets[:start] + look.paint(carets[start:], diagnostic.severity)
        body = f"{_INDENT}{source}\n{_INDENT}{pointed}\n"
    words = ((word, "advice") for word in printable(diagnostic.advice).split())
    return head + body + "".join(f"{line}\n" for line in _filled(words, look, _INDENT))


def underlined(line: str, mark: Span) -> tuple[str, str]:
    """Return a line as it is shown, and the line of carets under its characters `mark`.

    Tabs become spaces and wide characters count as two columns; a long line is
    cut to the surroundings of the mark.
    """
    line = line.rstrip("\r")
    start = min(mark.start, len(line))
    end = max(start, min(mark.end, len(line)))
    first, last, behind = 0, end, len(line)
    if behind > _LONG:
        first, last = max(0, start - _NEAR), min(end, start + EXCERPT)
        behind = min(behind, last + _NEAR)
    before = expand(line[first:start])
    inside = expand(line[start:last], width(before))
    after = expand(line[last:behind], width(before) + width(inside))
    room = max(8, EXCERPT - width(inside[:EXCERPT]))
    if behind - first < len(line) or width(before + inside + after) > EXCERPT:
        whole = not first and width(before) <= room // 2
        before = before if whole else f"...{before[-(room // 2) :]}"
        inside = inside[:EXCERPT]
        whole = behind == len(line) and width(after) <= room // 2
        after = after if whole else f"{after[: room // 2]}..."
    carets = "^" + "~" * (width(inside) - 1)
    return f"{before}{inside}{after}".rstrip(), " " * width(before) + carets


def _coloured_source(source: str, reading: Reading, look: Look) -> Iterator[str]:
    """Yield the source lines of a reading, its tokens in the colours of their words."""
    from cexplain.render.stops import region

    part = region(reading, source)
    pieces: list[str] = []
    column = 0
    for span, kind in _coloured(reading, part):
        text = source[span.start : span.end].replace("\r\n", "\n")
        for count, line in enumerate(text.split("\n")):
            if count:
                yield "".join(pieces)
                pieces, column = [], 0
            if line:
                piece = expand(line, column)
                column += width(piece)
                pieces.append(look.paint(piece, kind))
    yield "".join(pieces)


def _coloured(reading: Reading, part: Span) -> Iterator[tuple[Span, str]]:
    """Yield `part` in pieces, each with the kind of the innermost phrase that says it."""
    owners = [
        (span.start, span.end - span.start, span.end, order)
        for order, phrase in enumerate(reading.phrases)
        for span in phrase.spans
        if span.start < part.end and span.end > part.start
    ]
    owners.sort()
    edges = {max(part.start, start) for start, *_ in owners} | {part.start, part.end}
    edges |= {min(part.end, end) for _, _, end, _ in owners}
    open_now: list[tuple[int, int, int]] = []  # by length: of two alike, the later one
    waiting = iter(owners)
    following = next(waiting, None)
    begun, said = part.start, -1  # what is not yielded yet, and the phrase that says it
    for start in sorted(edges)[:-1]:
        while following and following[0] <= start:
            heappush(open_now, (following[1], -following[3], following[2]))
            following = next(waiting, None)
        while open_now and open_now[0][2] <= start:
            heappop(open_now)
        order = -open_now[0][1] if open_now else -1
        if order != said:
            yield Span(begun, start), reading.phrases[said].kind if said >= 0 else "quiet"
            begun, said = start, order
    yield Span(begun, part.end), reading.phrases[said].kind if said >= 0 else "quiet"


def _filled(
    words: Iterable[tuple[str, str]], look: Look, first: str = "", rest: str = _INDENT
) -> Iterator[str]:
    """Yield lines of words; words of one kind that stand together share their colour."""
    line: list[tuple[str, str]] = []
    taken = len(first)
    indent = first
    for word, kind in words:
        extent = width(word)
        if line and look.width and taken + 1 + extent > look.width:
            yield indent + _painted(line, look)
            line, indent, taken = [], rest, len(rest)
        taken += extent + bool(line)
        line.append((word, kind))
    if line:
        yield indent + _painted(line, look)


def _painted(line: list[tuple[str, str]], look: Look) -> str:
    """Return words joined by spaces, those of one kind in one stretch of colour."""
    stretches = (
        (kind, " ".join(word for word, _ in words)) for kind, words in groupby(line, itemgetter(1))
    )
    return " ".join(look.paint(words, kind) if kind else words for kind, words in stretches)


def _side_by_side(source: str, part: Span, way: "tuple[Stop, ...]", look: Look) -> str:
    """Return the source once, and each step's mark and words on a line of its own."""
    line = source[part.start : part.end]
    extent = width(line)
    lines = [expand(line)]
    for stop in way:
        spans = [(span.start - part.start, span.end - part.start) for span in stop.spans]
        marks, column = "", 0
        for start, end in spans:
            first, last = width(line[:start]), width(line[:end])
            marks += " " * (first - column) + "^" + "~" * (last - first - 1)
            column = last
        room = Look(look.colour, look.width and max(20, look.width - extent - 6))
        words = ((word, stop.kind) for word in printable(stop.text).split())
        text = list(_filled(words, room, "", ""))
        lines.append(
            f"{look.paint(marks, stop.kind)}{' ' * (extent - column)}  {stop.number:>2}  {text[0]}"
        )
        lines.extend(f"{' ' * (extent + 6)}{more}" for more in text[1:])
    return "".join(f"{line}\n" for line in lines)


def _blocks(source: str, way: "tuple[Stop, ...]", look: Look) -> Iterator[str]:
    """Yield each step's words, and beneath them the lines that it says, marked."""
    lines = Lines(source)
    for stop in way:
        words = [(f"{stop.number:>2}", ""), *((w, stop.kind) for w in printable(stop.text).split())]
        for line in _filled(words, look, "", "   "):
            yield f"{line}\n"
        for span in stop.spans:
            first, last = lines.position(span.start), lines.position(span.end)
            text = lines.line(first[0])
            end = last[1] - 1 if last[0] == first[0] else len(text)
            for row in underlined(text, Span(first[1] - 1, end)):
                yield f"     {row}\n"
