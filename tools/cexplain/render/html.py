"""Readings as static HTML: the source, the words, the picture, the notes.

All of it means the same without scripts and to a screen reader: the reading is
text, and the picture, which says the same stop by stop, is hidden from who has
heard it.

    section.cw-explain[data-std]                 one fence
      p.cw-language                              "C++17", if it is read as C++
      article.cw-reading[data-reading="1"]       one declaration; aria-label "Reading of fp"
        pre.cw-source > code                     its lines
          span.cw-token.cw-KIND[data-phrases="1 2"][data-stop="2"]
        p.cw-prose                               the reading
          span.cw-phrase.cw-KIND[data-phrase="1"][data-stop="2"][data-number="2"]
        figure.cw-figure[aria-hidden] > svg.cw-path    the path picture, see cexplain.render.svg
        ul.cw-notes > li[data-rule="spiral"]     what surprises
      ul.cw-diagnostics > li.cw-error|cw-warning|cw-note[data-rule][data-line][data-column]
    span.cw-inline > code.cw-source + span.cw-inline-reading      `#!cdecl` in running text

data-phrase counts a reading's phrases from 0; data-phrases lists those that say
a token, whose kind is that of the innermost. data-stop is the number that the
picture shows; the first phrase of each stop has it in data-number too, for a
style that shows it in the text. A script that steps through a reading walks the
stops from 1 to data-stops (on the article) and marks what carries the number.
KIND is name, storage, pointer, array, function, returning, type, members or
attribute; the custom properties --cw-KIND colour it (cexplain.render.svg lists them).
"""

import re
from html import escape
from itertools import pairwise
from typing import NamedTuple

from cexplain.diagnostics import Diagnostic
from cexplain.explanation import Explanation, PhraseKind, Reading
from cexplain.render.display import printable
from cexplain.render.excerpt import FEW, SHORT, excerpt
from cexplain.render.stops import extent, stops
from cexplain.render.svg import path_svg
from cexplain.source import Lines, Span

MOST = 100
"""Findings that are shown; nobody reads more at once."""


_SIZE = re.compile(r' width="([\d.]+)" height="([\d.]+)"')


class _Owner(NamedTuple):
    """A span of the source with what says it."""

    span: Span
    kind: PhraseKind
    phrase: int
    stop: int


def reading_html(
    explanation: Explanation,
    *,
    picture: bool = True,
    limit: int = 52,
    narrow: int | None = None,
) -> str:
    """Return the HTML of every reading and diagnostic of one input.

    `picture` says whether path pictures are drawn, `limit` how many columns of
    source one row of them has. A picture that is wider than `narrow` columns is
    drawn a second time, with rows that short, for a page that is read on a phone.
    """
    limits = () if not picture else (limit,) if narrow is None else (limit, narrow)
    parts = [f'<section class="cw-explain" data-std="{_text(explanation.std)}">']
    if explanation.language == "c++":
        parts.append(f'<p class="cw-language">{_text(explanation.std.upper())}</p>')
    for index, lines in enumerate(_shares(explanation)):
        parts.append(_article(explanation, index, lines, limits))
    if explanation.diagnostics:
        parts.append('<ul class="cw-diagnostics">')
        parts.extend(_diagnostic(diagnostic) for diagnostic in explanation.diagnostics[:MOST])
        more = len(explanation.diagnostics) - MOST
        if more > 0:
            parts.append(f"<li>{more:,} more findings are not shown.</li>")
        parts.append("</ul>")
    parts.append("</section>")
    return "".join(parts)


def inline_html(explanation: Explanation) -> str:
    """Return the HTML of a declaration within a sentence: its C, then its reading."""
    source = explanation.source
    owners = [_owners(reading, source) for reading in explanation.readings]
    code = _tokens(source, Span(0, len(source)), owners[0]) if len(owners) == 1 else _text(source)
    words = "; ".join(_prose(reading, source) for reading in explanation.readings)
    said = f' <span class="cw-inline-reading">({words})</span>' if words else ""
    return f'<span class="cw-inline"><code class="cw-source">{code}</code>{said}</span>'


def _article(explanation: Explanation, index: int, lines: Span, limits: tuple[int, ...]) -> str:
    """Return one reading's HTML, with a picture for each of `limits` that gives another one."""
    source, reading = excerpt(explanation, explanation.readings[index])
    if source is not explanation.source:
        lines = Span(0, len(source))
    name = reading.declaration.name
    label = f"Reading of {name}" if name else "Reading of a type"
    way = stops(reading, source)
    parts = [
        f'<article class="cw-reading" data-reading="{index + 1}" data-stops="{len(way)}"'
        f' aria-label="{_text(label)}">',
        f'<pre class="cw-source"><code>{_tokens(source, lines, _owners(reading, source))}'
        "</code></pre>",
        f'<p class="cw-prose">{_prose(reading, source)}</p>',
    ]
    if limits and len(way) > 1:
        parts.append(_pictures(explanation, index, limits))
    if reading.notes:
        parts.append('<ul class="cw-notes">')
        parts.extend(
            f'<li data-rule="{_text(note.rule)}">{_text(note.message)}</li>'
            for note in reading.notes
        )
        parts.append("</ul>")
    parts.append("</article>")
    return "".join(parts)


def _pictures(explanation: Explanation, index: int, limits: tuple[int, ...]) -> str:
    """Return the figure of a reading's path, the widest picture first."""
    drawn: dict[tuple[str, str], str] = {}
    for limit in limits:
        svg = path_svg(explanation, index, limit=limit, legend=False, standalone=False)
        drawn.setdefault(_SIZE.findall(svg)[0], svg)
    two = " cw-figure--two" if len(drawn) > 1 else ""
    return f'<figure class="cw-figure{two}" aria-hidden="true">{"".join(drawn.values())}</figure>'


def _prose(reading: Reading, source: str) -> str:
    """Return the reading with each phrase in a span of its own."""
    parts: list[str] = []
    for stop in stops(reading, source):
        for index in stop.phrases:
            phrase = reading.phrases[index]
            number = f' data-number="{stop.number}"' if index == stop.phrases[0] else ""
            parts.append(
                f'<span class="cw-phrase cw-{phrase.kind}" data-phrase="{index}"'
                f' data-stop="{stop.number}"{number}>{_text(phrase.text)}</span>'
            )
    return " ".join(parts)


def _owners(reading: Reading, source: str) -> list[_Owner]:
    """Return every span that a phrase says, with the phrase and its stop."""
    numbers = {index: stop.number for stop in stops(reading, source) for index in stop.phrases}
    return [
        _Owner(span, phrase.kind, index, numbers[index])
        for index, phrase in enumerate(reading.phrases)
        for span in phrase.spans
    ]


def _tokens(source: str, part: Span, owners: list[_Owner]) -> str:
    """Return `part` of the source, each piece that phrases say in a span of its own."""
    beginning: dict[int, list[tuple[int, _Owner]]] = {}
    for order, owner in enumerate(owners):
        if owner.span.start < part.end:
            start = max(part.start, owner.span.start)
            beginning.setdefault(start, []).append((order, owner))
    cuts = {edge for owner in owners for edge in owner.span if part.start < edge < part.end}
    pieces: list[str] = []
    saying: list[tuple[int, _Owner]] = []  # those that the walk is within, in the phrases' order
    for start, end in pairwise(sorted({part.start, part.end, *cuts})):
        piece = _text(source[start:end])
        saying = [one for one in saying if end <= one[1].span.end]
        new = [one for one in beginning.get(start, ()) if end <= one[1].span.end]
        if new:
            saying = sorted((*saying, *new))
        if saying and piece.strip():
            # The narrowest span is the innermost phrase's: its kind colours the token.
            last = min(
                (owner for _, owner in saying),
                key=lambda owner: (owner.span.end - owner.span.start, owner.phrase),
            )
            phrases = " ".join(str(owner.phrase) for _, owner in saying)
            piece = (
                f'<span class="cw-token cw-{last.kind}" data-phrases="{phrases}"'
                f' data-stop="{last.stop}">{piece}</span>'
            )
        pieces.append(piece)
    return "".join(pieces)


def _shares(explanation: Explanation) -> list[Span]:
    """Return for each reading the lines of the source that are shown with it.

    Every line is shown with some reading: the ones before a declaration with
    it, the ones after the last with that; a line that two share, with both.
    """
    source, lines = explanation.source, Lines(explanation.source)
    many = len(explanation.readings) > FEW
    shares: list[Span] = []
    parts: list[Span] = []
    done = 0  # the last line shown so far
    for reading in explanation.readings:
        part = extent(reading, source)
        parts.append(part)
        first, last = lines.position(part.start)[0], lines.position(part.end)[0]
        shares.append(Span(min(first, done + 1), max(last, done)))
        done = max(last, done)
    bounds = [Span(0, 0)]  # a line's characters, by its number
    for line in source.split("\n"):
        start = bounds[-1].end + (len(bounds) > 1)
        bounds.append(Span(start, start + len(line)))
    if shares:
        shares[-1] = Span(shares[-1].start, len(bounds) - 1)
    blocks = (_block(source, Span(bounds[s.start].start, bounds[s.end].end)) for s in shares)
    # Lines with thousands of declarations would be shown with each of them.
    return [
        part if many and end - start > SHORT + 4 * (part.end - part.start) else Span(start, end)
        for part, (start, end) in zip(parts, blocks, strict=True)
    ]


def _block(source: str, part: Span) -> Span:
    """Return whole lines without the blank ones at both edges."""
    piece = source[part.start : part.end]
    blank = len(piece) - len(piece.lstrip())
    start = part.start + piece.rfind("\n", 0, blank) + 1
    return Span(start, max(start, part.start + len(piece.rstrip())))


def _diagnostic(diagnostic: Diagnostic) -> str:
    """Return one finding as a list item."""
    line, column, severity = diagnostic.line, diagnostic.column, diagnostic.severity
    return (
        f'<li class="cw-{severity}" data-rule="{_text(diagnostic.rule)}"'
        f' data-line="{line}" data-column="{column}">'
        f"<strong>Line {line}, column {column}: {severity}:</strong> {_text(diagnostic.message)}"
        f' <span class="cw-advice">{_text(diagnostic.advice)}</span></li>'
    )


def _text(words: str) -> str:
    """Return text that is safe in elements and attributes."""
    return escape(printable(words))
