"""Two threads beside the one that listens: reading a file keeps no other answer waiting."""

import heapq
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Protocol

from cexplain.editor.dialogue import fault

_STACK = 32 << 20  # bytes, taken when used: elsewhere than on Linux threads get half a megabyte

Work = Callable[[], None]


class Lanes(Protocol):
    """Where work is done while the server listens."""

    def asked(self, work: Work, /) -> None:
        """Do work that somebody waits for."""

    def idle(self, work: Work, delay: float, /) -> None:
        """Do work that nobody waits for, in `delay` seconds or later."""


class Threads:
    """Lanes that are threads; they end with the process, wherever they are."""

    def __init__(self) -> None:
        before = threading.stack_size(_STACK)
        self._asked, self._idle = _Lane(), _Lane()
        threading.stack_size(before)

    def asked(self, work: Work) -> None:
        """Do work that somebody waits for."""
        self._asked.put(work, 0)

    def idle(self, work: Work, delay: float) -> None:
        """Do work that nobody waits for, in `delay` seconds or later."""
        self._idle.put(work, delay)


class _Lane:
    """A thread that does one piece of work after the other, each when it is due."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._waiting: list[tuple[float, int, Work]] = []
        self._count = 0
        threading.Thread(target=self._run, daemon=True).start()

    def put(self, work: Work, delay: float) -> None:
        with self._changed:
            self._count += 1  # of what is due at the same time the first comes first
            heapq.heappush(self._waiting, (time.monotonic() + delay, self._count, work))
            self._changed.notify()

    def _run(self) -> None:
        while True:
            try:
                self._next()()
            except OSError:  # nobody reads any more: whoever listens will notice
                pass
            except Exception as error:
                # What goes wrong with one file keeps no other from being read.
                with suppress(AttributeError, OSError, ValueError):  # no stderr, or a closed one
                    sys.stderr.write(f"cexplain: error: {fault(error)}\n")

    def _next(self) -> Work:
        with self._changed:
            while True:
                wait = self._waiting[0][0] - time.monotonic() if self._waiting else None
                if wait is not None and wait <= 0:
                    return heapq.heappop(self._waiting)[2]
                self._changed.wait(wait)
