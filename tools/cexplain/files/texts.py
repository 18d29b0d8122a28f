"""Files as bytes: regular ones, and none too large to be held."""

import os
import stat

MOST = 16 << 20
"""Bytes of a C file, and of what its preprocessing leaves, that are read at most."""


class UnreadableError(Exception):
    """A file that is not read; its text says why, `advice` what to do."""

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(reason)
        self.advice = advice


def content(path: str, most: int = MOST) -> bytes:
    """Return what a file holds; raises UnreadableError, also for what is no regular file.

    A pipe would be waited for, and a device may have no end.
    """
    try:
        # What waits for its other end when it is opened does not wait so.
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY)
        with open(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                advice = "write what it yields to a file first"
                raise UnreadableError("is a pipe or a device, and only files are read", advice)
            data = file.read(most + 1)
    except (OSError, ValueError) as error:  # ValueError: NUL in the name
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableError(f"cannot be read: {reason.lower()}", "is the name right?") from error
    if len(data) > most:
        reason = f"holds more than {most >> 20} MiB, and no larger file is read"
        raise UnreadableError(reason, "read its parts one by one")
    return data
