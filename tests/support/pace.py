"""How a piece of work grows with what is worked on."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def grows_as_its_input(work: Callable[[int], object], small: int, large: int) -> bool:
    """Whether work on `large` takes no more than twice its share of the steps of work on `small`.

    A step is a line of Python that is run, each time it is: a busy machine does not matter.
    """
    work(10)  # what is prepared once is prepared
    return steps(work, large) < 2 * large / small * steps(work, small)


def steps(work: Callable[[int], object], size: int) -> int:
    """How many lines of Python are run for one piece of work."""
    count = 0

    def trace(_frame: FrameType, event: str, _about: object) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work(size)
    finally:
        sys.settrace(before)
    return count
