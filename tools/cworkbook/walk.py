"""A declaration read in steps: what each takes, what it leaves to read, what is said by then."""

from html import escape
from itertools import accumulate
from typing import NamedTuple

from cexplain.explanation import Reading
from cexplain.render.stops import stops
from cexplain.source import Span

TAKEN = "\0"
"""Stands for a character that a step took."""


class Step(NamedTuple):
    """One row of the walk."""

    taken: str
    left: str
    said: str


def steps(reading: Reading, source: str) -> tuple[Step, ...]:
    """Return the steps from the name outwards; the last one says the whole reading.

    Parentheses that only group are gone when nothing is left in them. The semicolon is not read.
    """
    way = stops(reading, source)
    said = accumulate((stop.text for stop in way), lambda before, text: f"{before} {text}")
    takes = [tuple(sorted((*stop.spans, *stop.aside))) for stop in way]
    lefts = accumulate(takes, _without, initial=source.rstrip("; \n"))
    next(lefts)
    return tuple(
        Step(" … ".join(source[span.start : span.end] for span in spans), _spaced(left), words)
        for spans, left, words in zip(takes, lefts, said, strict=True)
    )


def _without(text: str, spans: tuple[Span, ...]) -> str:
    """Return `text` with the spans taken, and with them the parentheses around nothing else."""
    signs = list(text)
    for span in spans:
        signs[span.start : span.end] = TAKEN * (span.end - span.start)
    opened: list[int] = []
    for at, sign in enumerate(signs):
        if sign == "(":
            opened.append(at)
        elif sign == ")" and opened:
            start = opened.pop()
            within = "".join(signs[start + 1 : at])
            if TAKEN in within and not within.strip(f"{TAKEN} \n\t"):
                signs[start : at + 1] = TAKEN * (at + 1 - start)
    return "".join(signs)


def _spaced(left: str) -> str:
    """Return what is left as a reader sees it: gaps are one space."""
    return " ".join(left.replace(TAKEN, " ").split()).replace(" )", ")")


def walk_html(reading: Reading, source: str) -> str:
    """Return the steps as a table."""
    rows = "".join(
        f"<tr><td><code>{escape(step.taken)}</code></td>"
        f"<td>{f'<code>{escape(step.left)}</code>' if step.left else 'nothing'}</td>"
        f"<td>{escape(step.said)}</td></tr>"
        for step in steps(reading, source)
    )
    return (
        '<div class="cw-walk"><table><thead><tr><th scope="col">Read</th>'
        '<th scope="col">Left to read</th><th scope="col">Said so far</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )
