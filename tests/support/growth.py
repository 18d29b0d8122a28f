"""How the work grows with the input: counted in lines of Python that run, not in seconds."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

BASE = 24
"""How often a shape's unit stands in the smallest text; the others have twice and four times it."""

_ENOUGH = 5_000  # steps: less is over at once, and the beginning counts for too much
_MOST = 2.6  # times the steps for the second doubling; 2 is linear, 4 is quadratic
_WHOLE = 2.2  # times the steps altogether: a jump between the smaller sizes is none in the long run


def steps(work: Callable[[], object]) -> int:
    """Return how many lines and calls of Python a piece of work takes."""
    count = 0

    def trace(_frame: FrameType, _event: str, _argument: Any) -> Any:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def text_of(shape: str, count: int) -> str:
    """Return a text of a shape: what stands between bars is there so many times."""
    parts = shape.split("|")
    return "".join(part * count if index % 2 else part for index, part in enumerate(parts))


def grows_too_fast(first: int, second: int, third: int) -> bool:
    """Whether the steps for a text, for one twice as long and one four times as long show that
    they grow faster than the text."""
    if third < _ENOUGH or third < _WHOLE * second:
        return False
    return third - second > _MOST * max(1, second - first)
