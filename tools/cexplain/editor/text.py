"""A text as an editor counts it: lines that end with \\n, \\r\\n or \\r, columns in UTF-16.

The Language Server Protocol (3.17, "Position" and "Text Documents") knows these
three ends of a line and no other: not the form feed of GNU sources, not U+2028.
"""

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import NamedTuple

_END = re.compile(r"\r\n|\r|\n")
_WIDE = re.compile("[\U00010000-\U0010ffff]")  # what takes two units of UTF-16
_BYTE_ORDER_MARK = "\ufeff"


class Place(NamedTuple):
    """A position of the protocol: the line, and units of UTF-16 in it, both from 0."""

    line: int
    character: int


class Places:
    """The offsets of one text as places, and back."""

    def __init__(self, text: str) -> None:
        ends = [found.span() for found in _END.finditer(text)]
        self._starts = [0, *(end for _, end in ends)]
        self._stops = [*(start for start, _ in ends), len(text)]
        narrow = text.isascii() or len(_units(text)) == 2 * len(text)
        self._wide = [] if narrow else [found.start() for found in _WIDE.finditer(text)]

    def place(self, offset: int) -> Place:
        """Return the place of an offset from 0 to the text's length."""
        line = bisect_right(self._starts, offset) - 1
        return Place(line, self._before(offset) - self._before(self._starts[line]))

    def offset(self, place: Place) -> int:
        """Return the offset of a place.

        A place behind its line is the line's end, one below the text the text's
        end, and one within a surrogate pair the pair's beginning.
        """
        if place.line >= len(self._starts):
            return self._stops[-1]
        start, stop = self._starts[place.line], self._stops[place.line]
        wanted = self._before(start) + place.character
        return start + bisect_right(range(start, stop + 1), wanted, key=self._before) - 1

    def _before(self, offset: int) -> int:
        """Return how many units of UTF-16 stand before an offset."""
        return offset + bisect_left(self._wide, offset)


class Text:
    """The text of an open file, edited as its editor says."""

    def __init__(self, source: str) -> None:
        self._lines = _lines(_joined(source))

    @property
    def source(self) -> str:
        """The text as the editor has it."""
        return "".join(self._lines)

    @property
    def c(self) -> str:
        """The text for reading, with the same places: every line ends in \\n alone."""
        source = self.source
        if source.startswith(_BYTE_ORDER_MARK):
            source = f" {source[1:]}"
        return _END.sub("\n", source) if "\r" in source else source

    def line_end(self, line: int) -> str:
        """Return what ends a line of the text, or should end it: what ends the first one."""
        found = _END.search(self._lines[line]) or _END.search(self._lines[0])
        return found[0] if found else "\n"

    def replace(self, start: Place, end: Place, new: str) -> None:
        """Put a new text between two places, which may be given in any order."""
        first, last = sorted((self._within(start), self._within(end)))
        # With the line above: it may end in a \r that meets a \n.
        above, below = max(first[0] - 1, 0), last[0] + 1
        piece = "".join(
            [
                *self._lines[above : first[0]],
                self._lines[first[0]][: first[1]],
                new,
                self._lines[last[0]][last[1] :],
            ]
        )
        changed = _lines(_joined(piece))
        if below < len(self._lines):
            changed.pop()  # the piece ends where a line ends
        self._lines[above:below] = changed

    def _within(self, place: Place) -> tuple[int, int]:
        """Return the line of a place and its offset there."""
        if place.line >= len(self._lines):
            return len(self._lines) - 1, len(self._lines[-1])
        line = self._lines[place.line]
        if line.isascii():
            return place.line, min(place.character, len(line.rstrip("\r\n")))
        return place.line, Places(line).offset(Place(0, place.character))


def _lines(text: str) -> list[str]:
    """Return the lines with their ends; the last one has none, and may be empty."""
    if "\r" not in text:
        *lines, last = text.split("\n")  # a replaced line is long in machine-made files
        return [*(f"{line}\n" for line in lines), last]
    ends = [0, *(found.end() for found in _END.finditer(text)), len(text)]
    return [text[start:end] for start, end in pairwise(ends)]


def _joined(text: str) -> str:
    """Return the text with characters where two halves of a surrogate pair met."""
    return text if text.isascii() else _units(text).decode("utf-16-le", "surrogatepass")


def _units(text: str) -> bytes:
    """Return the text in UTF-16, two bytes for each unit, lone halves of pairs included."""
    return text.encode("utf-16-le", "surrogatepass")
