"""The one way out: text to a stream, and what to do where that fails."""

import errno
import io
import os
from typing import Protocol


class UnwritableError(Exception):
    """Output that cannot be written; `reason` is the system's."""

    def __init__(self, reason: OSError) -> None:
        super().__init__((reason.strerror or str(reason)).lower())
        self.reason = reason


class Closed(io.StringIO):
    """Output where there is none: Python has no stream for what was closed by `>&-`."""

    def write(self, _text: str, /) -> int:
        """Refuse the text, as the system would."""
        raise bad_descriptor()


def bad_descriptor() -> OSError:
    """Return what the system says of a stream that was closed."""
    return OSError(errno.EBADF, os.strerror(errno.EBADF))


class Sink(Protocol):
    """What text can be written to."""

    def write(self, text: str, /) -> object:
        """Take the text."""

    def flush(self) -> object:
        """Hand on what was taken."""


def written(stream: Sink, text: str) -> None:
    """Write text and hand it on at once; raises UnwritableError."""
    try:
        stream.write(text)
        stream.flush()
    except OSError as error:
        raise UnwritableError(error) from error
