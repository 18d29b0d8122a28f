"""Where things stand in the source: spans, and the side table beside the tree."""

from bisect import bisect_right
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of character offsets in the text that was read."""

    start: int
    end: int


Spans = tuple[Span, ...]

_new = tuple.__new__


def span_of(start: int, end: int) -> Span:
    """Return a span as `Span` does, in half the time: one is made for each token of a tree."""
    return _new(Span, (start, end))


class SourceMap:
    """The spans of a tree's nodes, by the node's identity and the part it plays.

    Nodes are compared by value, so two equal ones (the two int of
    `int f(int, int)`) need entries of their own: the key is the object itself.
    The map keeps each node alive, so that an identity is never reused.
    """

    __slots__ = ("_nodes", "_parts")

    def __init__(self) -> None:
        self._nodes: dict[int, tuple[object, Spans]] = {}
        self._parts: dict[tuple[int, str], tuple[object, Spans]] = {}

    def put(self, node: object, spans: Spans, role: str = "") -> None:
        """Record that `node` (or its part named `role`) was written at `spans`."""
        if role:
            self._parts[id(node), role] = (node, spans)
        else:
            self._nodes[id(node)] = (node, spans)

    def spans(self, node: object, role: str = "") -> Spans:
        """Return where that was written; empty if nothing was (an implicit int)."""
        entry = self._parts.get((id(node), role)) if role else self._nodes.get(id(node))
        return entry[1] if entry else ()


class Lines:
    """Line and column of offsets in a text: both count from 1, columns in characters."""

    __slots__ = ("_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        starts = [0]
        position = text.find("\n")
        while position >= 0:
            starts.append(position + 1)
            position = text.find("\n", position + 1)
        self._starts = starts

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self._starts)

    def position(self, offset: int) -> tuple[int, int]:
        """Return (line, column) of an offset; past the end counts as the end."""
        offset = max(0, min(offset, len(self._text)))
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Return the text of line `number` without its newline."""
        start = self._starts[number - 1]
        end = self._starts[number] - 1 if number < len(self._starts) else len(self._text)
        return self._text[start:end]
