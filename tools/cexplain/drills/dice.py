"""Chance that is the same everywhere: a seed gives a class one sheet, on every machine and Python.

The generator is splitmix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators",
OOPSLA 2014): what Python's own `random` makes of a seed may change with Python's version.
"""

from collections.abc import Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")

_WORD = (1 << 64) - 1
_STEP = 0x9E3779B97F4A7C15  # 2 to the 64th, divided by the golden ratio
_MIXES = ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB))
_FNV_START, _FNV_PRIME = 0xCBF29CE484222325, 0x100000001B3


def hashed(text: str) -> int:
    """Return a number of 64 bits for a text: FNV-1a of its UTF-8."""
    number = _FNV_START
    for byte in text.encode("utf-8", "surrogatepass"):
        number = (number ^ byte) * _FNV_PRIME & _WORD
    return number


class Dice:
    """Draws from a seed, the same numbers each time; a text stands for its hash."""

    def __init__(self, seed: str | int) -> None:
        self._state = seed if isinstance(seed, int) else hashed(seed)

    def number(self) -> int:
        """Return the next number of 64 bits."""
        self._state = self._state + _STEP & _WORD
        mixed = self._state
        for shift, factor in _MIXES:
            mixed = (mixed ^ mixed >> shift) * factor & _WORD
        return mixed ^ mixed >> 31

    def below(self, count: int) -> int:
        """Return a number from 0 to count - 1."""
        return self.number() * count >> 64

    def between(self, low: int, high: int) -> int:
        """Return a number from low to high, both included."""
        return low + self.below(high - low + 1)

    def chance(self, percent: int) -> bool:
        """Return true in so many of a hundred draws."""
        return self.below(100) < percent

    def one(self, values: Sequence[T]) -> T:
        """Return one of the values."""
        return values[self.below(len(values))]

    def weighted(self, weights: Mapping[T, int]) -> T:
        """Return one of the keys, as often as its weight says."""
        left = self.below(sum(weights.values()))
        for value, weight in weights.items():
            left -= weight
            if left < 0:
                return value
        raise AssertionError("the weights add up to more than was drawn")

    def shuffled(self, values: Sequence[T]) -> list[T]:
        """Return the values in an order that is drawn (Fisher and Yates)."""
        mixed = list(values)
        for last in range(len(mixed) - 1, 0, -1):
            other = self.below(last + 1)
            mixed[last], mixed[other] = mixed[other], mixed[last]
        return mixed

    def some(self, values: Sequence[T], count: int) -> list[T]:
        """Return so many of the values, each at most once."""
        return self.shuffled(values)[:count]
