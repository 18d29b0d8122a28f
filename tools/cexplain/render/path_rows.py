"""The source of a path picture in rows: which character stands in which column."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from cexplain.render.display import columns, expand, width
from cexplain.source import Span
from cexplain.values import dataclass

CONTINUATION = 4
"""Columns by which the rest of a wrapped line is indented."""

_SHORTEST = 8
"""Characters that a row has at least, so that a narrow picture still makes progress."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the picture: the characters `start` to `end` of the source.

    `columns[i]` is the column where character `start + i` begins; the last
    entry is the column where the row ends.
    """

    start: int
    end: int
    columns: tuple[int, ...]

    @property
    def width(self) -> int:
        """How many columns the row takes, its indentation included."""
        return self.columns[-1]

    def place(self, span: Span) -> tuple[int, int] | None:
        """Return the columns (from, to) of the part of `span` in this row, None if nothing is."""
        first, last = max(span.start, self.start), min(span.end, self.end)
        if first >= last:
            return None
        return self.columns[first - self.start], self.columns[last - self.start]


def rows(source: str, part: Span, limit: int) -> tuple[Row, ...]:
    """Return the rows that show `part` of the source, none wider than `limit` columns.

    The source's own lines are kept; their common indentation is taken off.
    """
    lines = _lines(source, part)
    first_indent = _indent_before(source, part.start)
    indents = [_indent(source, line) for line in lines[1:] if _inked(source, line)]
    margin = min([*indents, *([] if first_indent is None else [first_indent])], default=0)
    result: list[Row] = []
    for index, line in enumerate(lines):
        # A first line that begins in the middle of a source line stands at the margin.
        column = (margin if first_indent is None else first_indent) if index == 0 else 0
        result.extend(_wrapped(source, line, column, margin, limit))
    return tuple(result)


def crossed(grid: Sequence[Row], span: Span) -> range:
    """Return the numbers of the rows that a span has characters in; rows stand in source order."""
    first = max(0, bisect_right(grid, span.start, key=lambda row: row.start) - 1)
    last = bisect_left(grid, span.end, lo=first, key=lambda row: row.start)
    return range(first, last)


def text(source: str, row: Row, part: Span) -> str:
    """Return the characters of `part`, which lies in `row`, as they are to be drawn."""
    return expand(source[part.start : part.end], row.columns[part.start - row.start])


def _lines(source: str, part: Span) -> list[Span]:
    """Return the lines of `part` without their newlines."""
    found: list[Span] = []
    start = part.start
    while True:
        end = source.find("\n", start, part.end)
        if end < 0:
            return [*found, Span(start, part.end)]
        found.append(Span(start, end - 1 if source[end - 1 : end] == "\r" else end))
        start = end + 1


def _inked(source: str, line: Span) -> bool:
    """Tell whether there is anything to see in a line."""
    return bool(source[line.start : line.end].strip())


def _indent(source: str, line: Span) -> int:
    """Return the columns that a whole line is indented by."""
    column = 0
    for character in source[line.start : line.end]:
        if character not in " \t":
            break
        column += columns(character, column)
    return column


def _indent_before(source: str, start: int) -> int | None:
    """Return the column where `start` stands if only blanks are before it, else None."""
    begin = source.rfind("\n", 0, start) + 1
    if source[begin:start].strip():
        return None
    return width(source[begin:start])


def _wrapped(source: str, line: Span, column: int, margin: int, limit: int) -> list[Row]:
    """Return the rows of a line that begins at `column`, everything moved left by `margin`."""
    result: list[Row] = []
    places: list[int] = []
    start = position = line.start
    while position < line.end:
        taken = columns(source[position], column)
        if column - margin + taken > limit and len(places) >= _SHORTEST:
            position = _break(source, start, position)
            edge = [*places, column][: position - start + 1]
            result.append(Row(start, position, _shifted(edge, margin)))
            start, places, column = position, [], margin + CONTINUATION
            continue
        places.append(column)
        column += taken
        position += 1
    result.append(Row(start, line.end, _shifted([*places, column], margin)))
    return result


def _break(source: str, start: int, position: int) -> int:
    """Return where a row that begins at `start` and is full at `position` is best broken.

    That is behind a comma, else at a blank, if it is not too far to the left.
    """
    earliest = start + max(1, (position - start) // 2)
    cuts = [
        cut
        for cut in range(position, earliest, -1)
        if source[cut - 1] in " \t" and source[cut] not in " \t"
    ]
    at_commas = (cut for cut in cuts if source[start:cut].rstrip(" \t").endswith((",", ";", "{")))
    return next(at_commas, cuts[0] if cuts else position)


def _shifted(places: list[int], margin: int) -> tuple[int, ...]:
    """Return columns moved left by `margin`, never past it."""
    return tuple(max(0, place - margin) for place in places)
