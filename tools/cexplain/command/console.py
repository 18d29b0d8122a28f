"""Standard streams as the command uses them: encodings, colours, widths, one place to write."""

import io
import os
import sys
from codecs import BOM_UTF8
from collections.abc import Iterator
from typing import BinaryIO, TextIO

from cexplain.command.options import When
from cexplain.command.writing import Closed, Sink, bad_descriptor, written
from cexplain.render.terminal import Look
from cexplain.values import dataclass

MOST = 1 << 20
"""Bytes of one line that are read at most: no input is held without end."""

NARROWEST = 40
"""Columns: a narrower terminal is taken to be this wide, so that words stay whole."""


class UnreadableError(Exception):
    """Standard input that cannot be read; its text says why."""


@dataclass(frozen=True, slots=True)
class Console:
    """The process's streams, and how to write to them.

    `rich`: a person reads the output. `seen`: a person sees standard error
    while something else than that person's typing is read.
    """

    stdin: BinaryIO
    stdout: Sink
    stderr: Sink
    look: Look
    errors: Look
    rich: bool
    seen: bool = False

    def out(self, text: str) -> None:
        """Write text and hand it on at once: what reads us may be waiting for this line."""
        written(self.stdout, self.look.writable(text))

    def err(self, text: str) -> None:
        """Write to standard error, after all that was written to standard output."""
        if text:
            written(self.stderr, self.errors.writable(text))


def console(when: When) -> Console:
    """Return the process's own streams; what they cannot encode is written as an escape."""
    stdout = Closed() if sys.stdout is None else _writable(sys.stdout)
    stderr = io.StringIO() if sys.stderr is None else _writable(sys.stderr)  # nobody can be told
    rich = stdout.isatty()
    typed = sys.stdin is not None and sys.stdin.isatty()
    return Console(
        sys.stdin.buffer if sys.stdin else _ClosedInput(),
        stdout,
        stderr,
        Look(_colours(when, stdout), _width(1) if rich else None),
        Look(_colours(when, stderr), _width(2) if stderr.isatty() else None),
        rich,
        stderr.isatty() and not typed,
    )


class _ClosedInput(io.BytesIO):
    """Standard input where there is none: Python's answer to `<&-`."""

    def readline(self, _most: int | None = -1, /) -> bytes:
        raise bad_descriptor()


def _writable(stream: TextIO) -> TextIO:
    """Return a stream that takes every character."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
    return stream


def _colours(when: When, stream: TextIO) -> bool:
    """Tell whether to use colours on a stream; NO_COLOR is the no-color.org convention."""
    if when != "auto":
        return when == "always"
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return stream.isatty() and not plain


def _width(stream: int) -> int:
    """Return the columns of the terminal that a stream's number leads to."""
    try:
        wide = int(os.environ.get("COLUMNS", "0")) or os.get_terminal_size(stream).columns
    except (ValueError, OSError):
        wide = 80
    return max(NARROWEST, wide)


def text_lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield a stream's lines with their numbers, as they come; blank ones are passed over.

    One that is longer than MOST is cut. Raises UnreadableError.
    """
    number = 0
    while line := next_line(stream, MOST + 1):
        number += 1
        rest = line
        while len(rest) > MOST and not rest.endswith(b"\n"):
            rest = next_line(stream, MOST + 1)
        if number == 1:
            line = line.removeprefix(BOM_UTF8)
        kept = line.rstrip(b"\r\n")
        if kept.strip():
            yield number, kept


def next_line(stream: BinaryIO, most: int) -> bytes:
    """Return what a line has from here, at most so many bytes; raises UnreadableError."""
    try:
        return stream.readline(most)
    except OSError as error:
        raise UnreadableError((error.strerror or str(error)).lower()) from error
