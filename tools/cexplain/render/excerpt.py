"""One reading of many, with no more of the source than it speaks of.

A line may hold thousands of declarators. Shown with each of its readings, it would be
written thousands of times; so each is shown with what it says, and the rest is left out.
"""

from bisect import bisect_right

from cexplain.explanation import Explanation, Reading
from cexplain.render.stops import region
from cexplain.source import SourceMap, Span
from cexplain.values import replace

FEW = 8
"""Readings that are shown with all their source, however much that is."""

SHORT = 600
"""Characters of source that are shown with any reading."""

_SPARSE = 4  # times as much source as is spoken of
_NEAR = 20  # characters between two places that stay
_LEFT_OUT = " ... "


def excerpt(explanation: Explanation, reading: Reading) -> tuple[str, Reading]:
    """Return a source for a reading, and the reading with its places in that."""
    source = explanation.source
    if len(explanation.readings) <= FEW or len(source) <= SHORT:
        return source, reading
    part = region(reading, source)
    kept = _spoken_of(reading)
    if part.end - part.start <= max(SHORT, _SPARSE * sum(end - start for start, end in kept)):
        return source, reading
    return _Cut(source, kept).applied(reading)


def _spoken_of(reading: Reading) -> list[Span]:
    """Return the places that a reading says, with what lies between near ones, in order."""
    found: list[Span] = []
    for span in sorted({span for phrase in reading.phrases for span in phrase.spans}):
        if found and span.start <= found[-1].end + _NEAR:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


class _Cut:
    """A source of which only some places are left."""

    def __init__(self, source: str, kept: list[Span]) -> None:
        self._kept = kept
        self._starts = [span.start for span in kept]
        self._moved: list[int] = []  # where each place begins in what is left
        length = 0
        for span in kept:
            self._moved.append(length)
            length += span.end - span.start + len(_LEFT_OUT)
        self._text = _LEFT_OUT.join(source[span.start : span.end] for span in kept)

    def applied(self, reading: Reading) -> tuple[str, Reading]:
        """Return what is left, and the reading with its places there."""
        phrases = tuple(
            replace(phrase, spans=tuple(self._place(span) for span in phrase.spans))
            for phrase in reading.phrases
        )
        spans = SourceMap()
        own = reading.spans.spans(reading.declaration)
        if own:
            spans.put(reading.declaration, (self._place(Span(own[0].start, own[-1].end)),))
        return self._text, replace(reading, phrases=phrases, spans=spans)

    def _place(self, span: Span) -> Span:
        """Return where a span is now, as much of it as is left."""
        return Span(self._offset(span.start), self._offset(span.end))

    def _offset(self, place: int) -> int:
        index = max(0, bisect_right(self._starts, place) - 1)
        kept = self._kept[index]
        return self._moved[index] + max(0, min(place, kept.end) - kept.start)
