"""Where a token of a preprocessed line stands in the line as it was written."""

import re
from bisect import bisect_left
from collections.abc import Iterator

_TOKEN = re.compile(r"\w+|\S")


class Moved:
    """A line before and after preprocessing, which moves what follows a comment or a macro."""

    def __init__(self, written: str, seen: str) -> None:
        self._written = written
        self._same = written == seen
        self._ends: list[int] = []
        self._words: list[tuple[str, int]] = []  # each token, and how many like it come before
        self._places: dict[str, list[int]] = {}
        if self._same:
            return
        counts: dict[str, int] = {}
        for word, _, end in _tokens(seen):
            self._ends.append(end)
            self._words.append((word, counts.get(word, 0)))
            counts[word] = counts.get(word, 0) + 1
        for word, start, _ in _tokens(written):
            self._places.setdefault(word, []).append(start)

    def column(self, column: int) -> int:
        """Return the column, from 1, of the same token in the line as it was written.

        The same is the one before which as many like it stand.
        """
        if self._same:
            return column
        at = bisect_left(self._ends, column)
        if at == len(self._ends):
            return len(self._written.rstrip()) + 1
        word, nth = self._words[at]
        places = self._places.get(word, ())
        return places[nth] + 1 if nth < len(places) else min(column, len(self._written) + 1)


def _tokens(line: str) -> Iterator[tuple[str, int, int]]:
    for found in _TOKEN.finditer(line):
        yield found.group(), found.start(), found.end()
