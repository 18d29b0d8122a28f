"""The command `cexplain`: how it starts and how it ends."""

import os
import sys
from collections.abc import Sequence

from cexplain.options import parse

INTERRUPTED, PIPE_CLOSED = 130, 141  # 128 + the signal's number, as a shell counts
UNWRITTEN = 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status; SystemExit(2) for wrong usage."""
    try:
        options = parse(sys.argv[1:] if arguments is None else arguments)
        # Imported after the options, so that wrong usage and --help are answered at once,
        # and inside of the try, so that Ctrl-C is quiet while modules load.
        from cexplain.console import console  # noqa: PLC0415 - see above
        from cexplain.session import Session  # noqa: PLC0415 - see above

        return Session(options, console(options.color)).run()
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        # Without this Python tries to write once more at its end, and complains.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        if isinstance(error, BrokenPipeError):
            return PIPE_CLOSED  # the reader of our output has gone, which is no news
        reason = (error.strerror or str(error)).lower()
        sys.stderr.write(f"cexplain: error: the output cannot be written: {reason}\n")
        return UNWRITTEN
