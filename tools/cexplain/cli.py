"""The command `cexplain`: how it starts and how it ends."""

import os
import sys
from collections.abc import Sequence

from cexplain.options import parse

INTERRUPTED, PIPE_CLOSED = 130, 141  # 128 + the signal's number, as a shell counts


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
    except BrokenPipeError:
        # The reader of our output has gone; without this Python complains once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return PIPE_CLOSED
