"""Processes that left the group of the one that started them: Linux says which they are."""

import contextlib
import ctypes
import os
import signal
from pathlib import Path

_PR_SET_PDEATHSIG, _PR_SET_CHILD_SUBREAPER = 1, 36  # linux/prctl.h
_ROUNDS = 1000
"""How often children of ended strays are looked for: one that starts others without end is left."""


def adopt(*, whether: bool) -> None:
    """Make this process the parent of descendants whose own parent ends, or no longer."""
    _prctl(_PR_SET_CHILD_SUBREAPER, int(whether))


def end_with_parent() -> None:
    """Have this process told TERM when the thread that started it ends."""
    _prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def children() -> frozenset[int]:
    """Return the process numbers of this process's children, none where Linux does not tell."""
    found: set[int] = set()
    for task in Path("/proc/self/task").glob("*/children"):
        with contextlib.suppress(OSError):  # a thread that has ended since
            found.update(map(int, task.read_text(encoding="ascii").split()))
    return frozenset(found)


def end(known: frozenset[int]) -> None:
    """End the children besides `known` that are in other sessions, and then theirs.

    What this process starts by other ways than a session of its own stays.
    """
    own = os.getsid(0)
    for _ in range(_ROUNDS):
        strays = [child for child in children() - known if _session(child) not in (own, None)]
        if not strays:
            return
        for child in strays:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(child, signal.SIGKILL)
            with contextlib.suppress(ChildProcessError):
                os.waitpid(child, 0)


def _session(process: int) -> int | None:
    try:
        return os.getsid(process)
    except OSError:
        return None


def _prctl(option: int, value: int) -> None:
    """Set a property of this process, where the system has such."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(option, value, 0, 0, 0)
