"""Where a text's brackets pair, found once for all that ask."""

import re
from bisect import bisect_left
from functools import lru_cache

from cexplain.source import Span

# Comments and literals are skipped; words and numbers too, as 1'000 holds no literal.
SIGNS = re.compile(
    r"""/\*.*?(?:\*/|\Z) | //[^\n]* | "(?:\\.|[^"\\\n])*+"? | '(?:\\.|[^'\\\n])*+'?
      | [^\W\d]\w*+ | \.?\d[\w.]*+(?:'\w[\w.]*+)* | [][(){}]""",
    re.VERBOSE | re.DOTALL,
)
"""What is looked at to find brackets: each match that is one is one."""

OPENING, CLOSING = frozenset("([{"), frozenset(")]}")


class Outline:
    """The brackets of a text, whatever their kinds, paired as they nest."""

    def __init__(self, text: str) -> None:
        self._places: list[int] = []
        self._inner: list[int] = []  # behind each bracket: the innermost open one, -1 for none
        self._outer: dict[int, int] = {}  # an opening bracket and the one around it
        self._ends: dict[int, int] = {}  # an opening bracket and the place where it is closed
        innermost = -1
        for found in SIGNS.finditer(text):
            sign = found.group()
            if sign in OPENING:
                self._outer[len(self._places)] = innermost
                innermost = len(self._places)
            elif sign in CLOSING:
                if innermost >= 0:
                    self._ends[innermost] = found.start()
                    innermost = self._outer[innermost]
            else:
                continue
            self._places.append(found.start())
            self._inner.append(innermost)

    def balanced(self, span: Span) -> Span:
        """Return `span` grown until every bracket that opens in it closes in it, and back."""
        start, end = span
        for bracket in self._around(end):
            if self._places[bracket] < start:
                break
            end = max(end, self._ends.get(bracket, end - 1) + 1)
        for bracket in self._around(start):
            if self._ends.get(bracket, end) >= end:
                break
            start = self._places[bracket]
        return Span(start, end)

    def _around(self, place: int) -> list[int]:
        """Return the brackets that are open at a place, the innermost first."""
        index = bisect_left(self._places, place) - 1
        bracket = self._inner[index] if index >= 0 else -1
        found: list[int] = []
        while bracket >= 0:
            found.append(bracket)
            bracket = self._outer[bracket]
        return found


@lru_cache(maxsize=4)
def outline(text: str) -> Outline:
    """Return a text's brackets; those of the latest texts are kept."""
    return Outline(text)
