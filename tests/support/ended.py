"""Whether a process has ended: the kernel says so, nobody looks again and again."""

import os
import select

from support.patience import PATIENCE


def ended(process: int) -> bool:
    """Return whether a process ends in time (one that nobody waited for has ended)."""
    try:
        descriptor = os.pidfd_open(process)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([descriptor], [], [], PATIENCE)[0])
    finally:
        os.close(descriptor)
