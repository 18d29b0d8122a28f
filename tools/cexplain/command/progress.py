"""How far a long run has come: one line on standard error, where a person sees it."""

import time
from collections.abc import Callable

from cexplain.command.console import Console
from cexplain.command.writing import Sink
from cexplain.values import dataclass, replace

PATIENCE = 1.0
"""Seconds of quiet at the beginning: what is done by then needs no progress."""

INTERVAL = 0.1
"""Seconds between two drawings."""

_ERASE = "\r\x1b[K"


class Progress:
    """A line that counts, drawn over itself; nothing of it stays."""

    def __init__(self, sink: Sink, clock: Callable[[], float] = time.monotonic) -> None:
        self._sink, self._clock = sink, clock
        self._begin = clock()
        self._drawn_at = self._begin
        self._visible = False
        self._count = 0

    def advance(self, unit: str, count: int = 1) -> None:
        """Count what is done; `unit` is its word, as in "lines"."""
        self._count += count
        now = self._clock()
        if now - self._begin < PATIENCE or now - self._drawn_at < INTERVAL:
            return
        rate = self._count / (now - self._begin)
        self._sink.write(f"{_ERASE}{self._count:,} {unit}, {rate:,.0f} a second")
        self._sink.flush()
        self._drawn_at, self._visible = now, True

    def clear(self) -> None:
        """Take the line away, so that something else can stand there."""
        if self._visible:
            self._sink.write(_ERASE)
            self._sink.flush()
            self._visible = False


class _Clearing:
    """A stream on the same terminal: the line is taken away before anything is written."""

    def __init__(self, sink: Sink, progress: Progress) -> None:
        self._sink, self._progress = sink, progress

    def write(self, text: str, /) -> object:
        self._progress.clear()
        return self._sink.write(text)

    def flush(self) -> object:
        return self._sink.flush()


@dataclass(frozen=True, slots=True)
class Watched:
    """A console with a progress line on its standard error, if that is a terminal."""

    console: Console
    progress: Progress | None

    def advance(self, unit: str, count: int = 1) -> None:
        """Count what is done."""
        if self.progress:
            self.progress.advance(unit, count)

    def close(self) -> None:
        """Take the progress line away."""
        if self.progress:
            self.progress.clear()


def watched(console: Console) -> Watched:
    """Return the console with a progress line where somebody sees it."""
    if not console.seen:
        return Watched(console, None)
    progress = Progress(console.stderr)
    # Output in a pipe or a file does not meet the line; on the same terminal it would.
    stdout = _Clearing(console.stdout, progress) if console.rich else console.stdout
    stderr = _Clearing(console.stderr, progress)
    return Watched(replace(console, stdout=stdout, stderr=stderr), progress)
