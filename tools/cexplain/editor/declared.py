"""A declaration of a file as an editor holds it: its reading, its place, where it is known."""

from cexplain.explanation import Explanation, Reading
from cexplain.files.asked import base
from cexplain.source import Span
from cexplain.tree import Enum, Record
from cexplain.values import dataclass


@dataclass(frozen=True, slots=True)
class Declared:
    """A declaration in the file: its reading, its place, and where its name is known."""

    reading: Reading
    place: Span
    scope: Span
    alone: bool
    """Whether no other declarator shares the specifiers."""
    name: Span | None = None
    """Where the name itself is, if there is one in the text."""


def declares(explanation: Explanation) -> bool:
    """Tell whether a statement was a declaration, not an expression that looks like one."""
    syntax = [d for d in explanation.diagnostics if d.clause is None and d.severity == "error"]
    named = all(
        reading.declaration.name or reading.declaration.kind == "tag"
        for reading in explanation.readings
    )
    return named and not syntax


def says(item: Declared, offset: int) -> bool:
    """Tell whether a phrase of the reading is at the offset."""
    shift = shift_of(item)
    return any(
        span.start + shift <= offset <= span.end + shift
        for phrase in item.reading.phrases
        for span in phrase.spans
    )


def shift_of(item: Declared) -> int:
    """Return how far the file's offsets are from those of a reading's spans."""
    return item.place.start - min(
        (s.start for phrase in item.reading.phrases for s in phrase.spans), default=0
    )


def name_of(reading: Reading, offset: int) -> Span | None:
    """Return where the name of a declaration is in a file that has its text at an offset."""
    for phrase in reading.phrases:
        if phrase.kind == "name" and phrase.depth == 0 and phrase.spans:
            start, end = phrase.spans[0]
            return Span(start + offset, end + offset)
    return None


def has_tag(item: Declared, tag: str) -> bool:
    """Tell whether a declaration has the body of a tag."""
    match base(item.reading.declaration.type):
        case Record(tag=found, members=body) | Enum(tag=found, enumerators=body):
            return found == tag and body is not None
        case _:
            return False


def holds(span: Span, offset: int) -> bool:
    """Tell whether an offset is in a span, or at its end."""
    return span.start <= offset <= span.end
