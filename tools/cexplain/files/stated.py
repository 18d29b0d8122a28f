"""Lines that a file says of itself: `#line 3 "grammar.y"`, as generators of C write them.

What stands behind is in the file nevertheless. So such a file is preprocessed twice: as it is,
and without these lines, which tells where in the file everything stands.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from cexplain.syntax.units import Line

_BLANK = r"[ \t\f\v]|/\*[^*]*\*+(?:[^/*][^*]*\*+)*/"
_PIECE = re.compile(
    rf"""(?P<directive>^(?:{_BLANK})*(?:\#|%:|\?\?=)(?:{_BLANK}|\\\r?\n)*(?:line\b|[0-9])
                       (?:\\\r?\n|/\*(?s:.*?)(?:\*/|\Z)|[^\n])*)
      | /\*(?s:.*?)(?:\*/|\Z) | //(?:\\\r?\n|[^\n])*
      | "(?:\\(?s:.)|[^"\\\n])*"? | '(?:\\(?s:.)|[^'\\\n])*'?""",
    re.VERBOSE | re.MULTILINE,
)
_CODE = re.compile(r"[^\n]+")


def unstated(text: str) -> str:
    """Return the text with nothing in its #line directives; every line keeps its place."""

    def kept(piece: re.Match[str]) -> str:
        return piece[0] if piece["directive"] is None else _CODE.sub("", piece[0])

    return _PIECE.sub(kept, text)


class Stated:
    """What a file's lines are said to be: for some of them a file, and a line of it."""

    def __init__(self, lines: Sequence[tuple[int, str, int]] = ()) -> None:
        """Take lines of the file in their order, with the file and line that each is said to be."""
        self._lines = lines
        self._numbers = [number for number, _, _ in lines]

    def of(self, line: int, name: str) -> tuple[str, int]:
        """Return the file and the line that a line of the file `name` is said to be."""
        before = bisect_right(self._numbers, line) - 1
        if before < 0:
            return name, line
        number, file, said = self._lines[before]
        return file, said + line - number


def placed(said: Sequence[Line], found: Sequence[Line], name: str) -> tuple[list[Line], Stated]:
    """Return a file's lines where they stand, and what they are said to be.

    `said` are cpp's lines of the file `name` as it is, `found` those of its text without #line.
    """
    texts = [line for line in said if _is_code(line)]
    places = [line for line in found if _is_code(line)]
    if len(texts) != len(places):
        return list(found), Stated()
    both = list(zip(texts, places, strict=True))
    lines = [(file, number, text) for (_, _, text), (file, number, _) in both]
    own = [(number, *told[:2]) for told, (file, number, _) in both if file == name]
    return lines, Stated(own)


def _is_code(line: Line) -> bool:
    return bool(line[2].strip()) and not line[2].startswith("#")
