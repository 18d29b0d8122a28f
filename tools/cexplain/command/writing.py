"""The one way out: text to a stream, and what to do where that fails."""

from typing import Protocol


class UnwritableError(Exception):
    """Output that cannot be written; `reason` is the system's."""

    def __init__(self, reason: OSError) -> None:
        super().__init__((reason.strerror or str(reason)).lower())
        self.reason = reason


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
