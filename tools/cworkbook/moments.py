"""Moments of a run that a snippet marks: where the program stops for a picture of its memory."""

from collections.abc import Iterable
from dataclasses import dataclass

from cworkbook.directives import moment_words
from cworkbook.marks import Mark, SnippetError
from cworkbook.shown import SnippetFile


@dataclass(frozen=True, slots=True)
class MarkedMoment:
    """A moment: before a line runs for the `time`-th time (from 1).

    `line` is that line's number on a page, `mark_line` the mark's own in the file.
    """

    name: str
    file: str
    line: int
    time: int
    mark_line: int

    @property
    def selector(self) -> str:
        """The moment as the recorder names it; tools/browser/src/step/moment/selector.ts."""
        return f"line {self.line} of {self.file}, {ordinal(self.time)} time"


def ordinal(number: int) -> str:
    """Return a number from 1 as English counts: 1st, 2nd, 11th."""
    ends = {1: "st", 2: "nd", 3: "rd"}
    end = "th" if number % 100 in (11, 12, 13) else ends.get(number % 10, "th")
    return f"{number}{end}"


def marked(marks: Iterable[Mark], file: SnippetFile, where: str) -> tuple[MarkedMoment, ...]:
    """Return the moments of a file in its order; SnippetError for one that nothing follows."""
    found: list[MarkedMoment] = []
    for mark in marks:
        if mark.kind != "directive" or mark.name != "moment":
            continue
        name, time = moment_words(mark.text)
        line = _following(file, mark, where)
        found.append(MarkedMoment(name, file.name, line, time, mark.line))
    return tuple(found)


def _following(file: SnippetFile, mark: Mark, where: str) -> int:
    """Return the number on a page of the first line of code after a mark."""
    for number, line in enumerate(file.lines, 1):
        if line.number > mark.line and line.text.strip():
            return number
    raise SnippetError(where, mark.line, "no code follows this moment; put it before a line")
