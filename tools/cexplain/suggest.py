"""The nearest word to a mistyped one."""

from collections.abc import Iterable

LONGEST = 64
"""Characters; a longer word is no slip of the finger, and is not compared."""


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate that takes the fewest slips to mistype as `word`, or None.

    A slip inserts, drops, replaces or swaps neighbouring characters, whatever
    their case (Damerau's distance, each substring edited once). None comes back
    where even the best candidate needs more than one slip in three characters.
    Of equals the first one wins.
    """
    if not 1 < len(word) <= LONGEST:
        return None
    lowered = word.lower()
    allowed = max(1, len(word) // 3)
    best: str | None = None
    for candidate in candidates:
        if abs(len(candidate) - len(word)) > allowed:
            continue
        slips = distance(lowered, candidate.lower())
        if slips <= allowed:
            best, allowed = candidate, slips - 1
            if slips <= 0:
                break
    return best


def distance(left: str, right: str) -> int:
    """Return how many slips turn `left` into `right`; a swap of neighbours counts one."""
    before: list[int] = []
    above = list(range(len(right) + 1))
    for row, a in enumerate(left, 1):
        current = [row]
        for column, b in enumerate(right, 1):
            cost = min(
                above[column] + 1,
                current[column - 1] + 1,
                above[column - 1] + (a != b),
            )
            swapped = row > 1 and column > 1 and a == right[column - 2] and left[row - 2] == b
            if swapped:
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        before, above = above, current
    return above[-1]
