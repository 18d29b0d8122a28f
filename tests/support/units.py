"""A text as LSP describes it, one unit of UTF-16 after the other: slow, plain, and not ours."""

from array import array

LINE_FEED, CARRIAGE_RETURN = 10, 13


class Units:
    """A text, its positions and its edits, as sections "Position" and "TextEdit" have them."""

    def __init__(self, text: str) -> None:
        self.units = _units(text)

    @property
    def text(self) -> str:
        """The text; halves of pairs that stand side by side are one character."""
        return _text(self.units)

    def index(self, line: int, character: int) -> int:
        """The index of the unit at a position, moved to where a position can be."""
        at = 0
        for _ in range(line):
            while at < len(self.units) and not self._ends(at):
                at += 1
            if at == len(self.units):
                return at
            at += 1 + (self.units[at : at + 2] == [CARRIAGE_RETURN, LINE_FEED])
        for _ in range(character):
            if at == len(self.units) or self._ends(at):
                break
            at += 1
        return at - self._splits(at)

    def position(self, index: int) -> tuple[int, int]:
        """The position of a unit."""
        line = start = 0
        for at in range(index):
            second = self.units[at + 1 : at + 2] == [LINE_FEED]
            if self._ends(at) and not (self.units[at] == CARRIAGE_RETURN and second):
                line, start = line + 1, at + 1
        return line, index - start

    def before(self, index: int) -> int:
        """How many characters stand before a unit."""
        return len(_text(self.units[:index]))

    def replace(self, start: tuple[int, int], end: tuple[int, int], new: str) -> None:
        """Put a text between two positions."""
        first, last = sorted((self.index(*start), self.index(*end)))
        self.units[first:last] = _units(new)

    def _ends(self, at: int) -> bool:
        return self.units[at] in {LINE_FEED, CARRIAGE_RETURN}

    def _splits(self, at: int) -> bool:
        """Whether an index is the second half of a pair."""
        if not 0 < at < len(self.units):
            return False
        return 0xD800 <= self.units[at - 1] < 0xDC00 <= self.units[at] < 0xE000


def _units(text: str) -> list[int]:
    return [*array("H", text.encode("utf-16-le", "surrogatepass"))]


def _text(units: list[int]) -> str:
    return array("H", units).tobytes().decode("utf-16-le", "surrogatepass")
