"""Places of a text that was read before an edit, in the text after it."""

from cexplain.editor.text import Place, Places


class ChangedError(Exception):
    """Raised for a place about which the text before says nothing: it is what was edited."""


class MovedPlaces(Places):
    """The offsets of one text as places of another, which an edit made of it.

    What both begin and end with is the same in both; a word that touches the rest is another.
    """

    def __init__(self, before: str, after: str) -> None:
        super().__init__(after)
        start = _common(before, after)
        most = min(len(before), len(after)) - start
        ending = _common(before[::-1][:most], after[::-1][:most])
        self._start, self._grown = start, len(after) - len(before)
        self._end = len(after) - ending
        first, last = start, self._end
        while first > 0 and _in_word(after[first - 1]):
            first -= 1
        while last < len(after) and _in_word(after[last]):
            last += 1
        self._first, self._last = first, last

    def place(self, offset: int) -> Place:
        """Return the place after the edit of an offset before it."""
        if offset > self._start:
            offset = max(offset + self._grown, self._start)
        return super().place(offset)

    def offset(self, place: Place) -> int:
        """Return the offset before the edit of a place after it; raises ChangedError."""
        found = super().offset(place)
        if found < self._first:
            return found
        if found > self._last:
            return found - self._grown
        raise ChangedError


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
