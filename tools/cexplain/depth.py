"""Room for deep nesting: the frames that Python's own stack must have for it."""

import sys
from _thread import allocate_lock  # `threading` would make every start slower
from collections.abc import Iterator
from contextlib import contextmanager

_DEEP_FRAMES = 20_000


class _Limit:
    """The process's recursion limit: raised by the first that goes deep, restored by the last."""

    def __init__(self) -> None:
        self._lock = allocate_lock()
        self._inside = 0
        self._usual = 0

    def enter(self) -> None:
        with self._lock:
            if not self._inside:
                self._usual = sys.getrecursionlimit()
                sys.setrecursionlimit(max(self._usual, _DEEP_FRAMES))
            self._inside += 1

    def leave(self) -> None:
        with self._lock:
            self._inside -= 1
            if not self._inside:
                sys.setrecursionlimit(self._usual)


_limit = _Limit()


@contextmanager
def deep_stack() -> Iterator[None]:
    """Let calls nest as deep as anything nests that we read: the grammar takes ten a level.

    The limit is the process's, so several threads may be inside at the same time.
    """
    _limit.enter()
    try:
        yield
    finally:
        _limit.leave()
