"""Room for deep nesting: the frames that Python's own stack must have for it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

_DEEP_FRAMES = 20_000


@contextmanager
def deep_stack() -> Iterator[None]:
    """Let calls nest as deep as anything nests that we read: the grammar takes ten a level."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(max(limit, _DEEP_FRAMES))
    try:
        yield
    finally:
        sys.setrecursionlimit(limit)
