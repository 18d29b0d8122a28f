"""Places of a text that was read before an edit, in the text after it."""

from collections.abc import Sequence

from cexplain.editor.text import Place, Places
from cexplain.values import dataclass


class ChangedError(Exception):
    """Raised for a place about which the text before says nothing: it is what was edited."""


@dataclass(frozen=True, slots=True)
class Step:
    """An edit, in offsets of the text after it: what it changed, and by how much the text grew.

    `first` to `last` holds the words, too, that touch what was changed.
    """

    start: int
    first: int
    last: int
    grown: int


def step(before: str, after: str) -> Step:
    """Return the edit between two texts: what both begin and end with is the same in both."""
    start = _common(before, after)
    most = min(len(before), len(after)) - start
    first, last = start, len(after) - _common(before[::-1][:most], after[::-1][:most])
    while first > 0 and _in_word(after[first - 1]):
        first -= 1
    while last < len(after) and _in_word(after[last]):
        last += 1
    return Step(start, first, last, len(after) - len(before))


class MovedPlaces(Places):
    """The offsets of one text as places of another, which edits made of it."""

    def __init__(self, steps: Sequence[Step], after: str) -> None:
        super().__init__(after)
        self._steps = steps

    def place(self, offset: int) -> Place:
        """Return the place after the edits of an offset before them."""
        for one in self._steps:
            if offset > one.start:
                offset = max(offset + one.grown, one.start)
        return super().place(offset)

    def offset(self, place: Place) -> int:
        """Return the offset before the edits of a place after them; raises ChangedError."""
        found = super().offset(place)
        for one in reversed(self._steps):
            if found > one.last:
                found -= one.grown
            elif found >= one.first:
                raise ChangedError
        return found


def _common(one: str, other: str) -> int:
    """Return how many characters two texts begin with that are the same."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        middle = (least + most + 1) // 2
        if one[least:middle] == other[least:middle]:
            least = middle
        else:
            most = middle - 1
    return least


def _in_word(sign: str) -> bool:
    return sign.isalnum() or sign in "_$"
