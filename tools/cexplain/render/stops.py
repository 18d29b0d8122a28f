"""The numbered stops of a reading: what every rendering shows, in one place.

A stop is a phrase of the declarator itself (depth 0) with what is said about
its inside: a function's stop has the phrases of its parameters too. The texts
of a reading's stops, joined by single spaces, are the reading.
"""

import re
from collections.abc import Iterable

from cexplain.explanation import Phrase, PhraseKind, Reading
from cexplain.outline import outline
from cexplain.source import Span, Spans
from cexplain.values import dataclass

SUFFIXES = frozenset({"array", "function"})
"""Kinds of phrases whose tokens stand to the right of the identifier."""

_SAID_ON_THE_WAY = frozenset({"storage", "returning", "members"})
"""Kinds of phrases for which the eye does not move: they belong to the stop before."""

_BLANK = re.compile(r"(?:\s|\\\n)*")


@dataclass(frozen=True, slots=True)
class Stop:
    """One numbered stop: the phrases that it says and the tokens it stands on.

    `phrases` are indexes into the reading's phrases, `spans` the places to
    mark, in source order; `aside` are places that belong to the same words but
    not to the eye's way (a storage class said together with the name).
    """

    number: int
    kind: PhraseKind
    text: str
    phrases: tuple[int, ...]
    spans: Spans
    aside: Spans = ()


def stops(reading: Reading, source: str) -> tuple[Stop, ...]:
    """Return the reading's stops in reading order, numbered from 1."""
    groups: list[list[int]] = []
    for index, phrase in enumerate(reading.phrases):
        if not groups or (_starts_a_stop(phrase) and _is_placed(groups[-1], reading.phrases)):
            groups.append([index])
        else:
            groups[-1].append(index)
    return tuple(
        _stop(number, group, reading.phrases, source) for number, group in enumerate(groups, 1)
    )


def _starts_a_stop(phrase: Phrase) -> bool:
    """Tell whether the eye moves for this phrase."""
    return phrase.depth == 0 and bool(phrase.spans) and phrase.kind not in _SAID_ON_THE_WAY


def _is_placed(group: Iterable[int], phrases: tuple[Phrase, ...]) -> bool:
    """Tell whether a group of phrases has a place of its own already."""
    return any(_starts_a_stop(phrases[index]) for index in group)


def _stop(number: int, group: list[int], phrases: tuple[Phrase, ...], source: str) -> Stop:
    """Return the stop that a group of phrases makes."""
    members = [phrases[index] for index in group]
    head = next((phrase for phrase in members if _starts_a_stop(phrase)), members[0])
    inside = [span for phrase in members if phrase.depth > 0 for span in phrase.spans]
    own = list(head.spans)
    if inside or head.kind in SUFFIXES:
        # brackets and what they hold are one place
        own = [hull((*own, *inside))] if own or inside else []
    aside = [
        span
        for phrase in members
        if phrase is not head and phrase.depth == 0
        for span in phrase.spans
        if not any(place.start <= span.start and span.end <= place.end for place in own)
    ]
    return Stop(
        number,
        head.kind,
        " ".join(phrase.text for phrase in members),
        tuple(group),
        merged(own, source),
        merged(aside, source),
    )


def hull(spans: Iterable[Span]) -> Span:
    """Return the smallest span around all of `spans`, of which there is at least one."""
    ordered = tuple(spans)
    return Span(min(span.start for span in ordered), max(span.end for span in ordered))


def merged(spans: Iterable[Span], source: str) -> Spans:
    """Return `spans` in source order, joined where only blanks stand between two."""
    result: list[Span] = []
    for span in sorted(spans):
        blank = _BLANK.match(source, result[-1].end) if result else None
        if blank and blank.end() >= span.start:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)


def wrong_turns(reading: Reading, way: tuple[Stop, ...]) -> tuple[tuple[int, int], ...]:
    """Return where the clockwise spiral leaves the way: (stop left, stop taken) as indexes.

    Empty unless a note of rule "spiral" is there. The spiral goes round to the
    left after one suffix; where a second suffix is next, it has gone wrong.
    """
    if all(note.rule != "spiral" for note in reading.notes):
        return ()
    found: list[tuple[int, int]] = []
    for index in range(len(way) - 2):
        first_of_run = index == 0 or way[index - 1].kind not in SUFFIXES
        if first_of_run and {way[index].kind, way[index + 1].kind} <= SUFFIXES:
            target = next(
                (k for k in range(index + 2, len(way)) if way[k].kind not in SUFFIXES), None
            )
            if target is not None:
                found.append((index, target))
    return tuple(found)


def region(reading: Reading, source: str) -> Span:
    """Return the part of the source that a reading is about, brackets balanced.

    That is the declaration as the engine recorded it, a cast with its operand,
    and what the phrases say; an initializer and a body are left out.
    """
    whole = outline(source).balanced(reach(reading, source))
    return _with_operand(whole, source) if reading.declaration.kind == "cast" else whole


def reach(reading: Reading, source: str) -> Span:
    """Return the region of a reading before its brackets are balanced and its operand is added."""
    declaration = reading.declaration
    said = [span for phrase in reading.phrases for span in phrase.spans]
    own = reading.spans.spans(declaration)
    if own and (declaration.initializer is None or not said):
        said.extend(own)
    if not said:
        return Span(0, len(source))
    whole = hull(said)
    if declaration.kind == "definition" and own and whole.end > own[-1].end:
        # The declarations of an old-style definition's parameters end in a semicolon.
        whole = Span(whole.start, max(whole.end, source.find(";", whole.end) + 1))
    return whole


def extent(reading: Reading, source: str) -> Span:
    """Return a reading's region with all that is written there: the body, the initializer."""
    part = region(reading, source)
    end = max((part.end, *(span.end for span in reading.spans.spans(reading.declaration))))
    if reading.declaration.kind == "definition":
        brace = source.find("{", end)
        end = brace + 1 if brace >= 0 else end
    return outline(source).balanced(Span(part.start, end))


def _with_operand(span: Span, source: str) -> Span:
    """Return a type name's span grown by the parentheses around it and the operand behind."""
    start = source.rfind("(", 0, span.start)
    close = source.find(")", span.end)
    if start < 0 or close < 0:
        return span
    stop = re.compile(r"[;,\n]|$").search(source, close + 1)
    end = stop.start() if stop else len(source)
    return Span(start, outline(source).balanced(Span(start, end)).end)
