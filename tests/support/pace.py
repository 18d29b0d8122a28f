"""How the time of a piece of work grows with what is worked on."""

import time
from collections.abc import Callable


def grows_as_its_input(work: Callable[[int], object], small: int, large: int) -> bool:
    """Whether work on `large` takes no more than twice its share of the time of work on `small`.

    The time is the processor's, so that a busy machine does not matter; below a
    hundredth of a second it says nothing.
    """

    def seconds(size: int) -> float:
        start = time.process_time()
        work(size)
        return time.process_time() - start

    seconds(10)
    return seconds(large) < 2 * large / small * max(seconds(small), 0.01)
