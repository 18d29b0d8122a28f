"""What is found wrong while a text is scanned, each finding once."""

from bisect import bisect_right
from collections.abc import Iterable

from cexplain.diagnostics import Diagnostic
from cexplain.source import Span


class Findings:
    """The findings of one text: first what the lexer could not read, then what the scan says.

    A function's body may hold anything: what was found in one is forgotten.
    """

    def __init__(self) -> None:
        self._unread: list[Diagnostic] = []
        self._told: dict[Diagnostic, None] = {}
        self._latest: list[Diagnostic] = []  # those since the last body
        self._bodies: list[Span] = []

    def unread(self, problems: Iterable[Diagnostic]) -> None:
        """Take what the lexer could not read, in the text's order."""
        self._unread.extend(problems)

    def append(self, found: Diagnostic) -> None:
        """Take a finding."""
        self._latest.append(found)

    def extend(self, found: Iterable[Diagnostic]) -> None:
        """Take several findings."""
        self._latest.extend(found)

    def forget(self, body: Span) -> None:
        """Forget what was found in a body, which lies behind all bodies before."""
        self._bodies.append(body)
        kept = [d for d in self._latest if not body.start < d.span.start < body.end]
        self._told.update(dict.fromkeys(kept))
        self._latest.clear()

    def all(self) -> list[Diagnostic]:
        """Return the findings, each once, in the text's order."""
        if not (self._unread or self._told or self._latest):
            return []
        starts = [body.start for body in self._bodies]
        found = dict(self._told)
        found.update(dict.fromkeys(self._latest))
        for problem in self._unread:
            at = bisect_right(starts, problem.span.start - 1) - 1
            if at < 0 or problem.span.start >= self._bodies[at].end:
                found[problem] = None
        return sorted(found, key=lambda diagnostic: diagnostic.span)
