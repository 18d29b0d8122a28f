"""The command `cexplain`: how it starts and how it ends."""

import os
import sys
from collections.abc import Sequence

from cexplain.command.options import Options, parse

INTERRUPTED, PIPE_CLOSED = 130, 141  # 128 + the signal's number, as a shell counts
READ, UNREAD, UNWRITTEN = 0, 1, 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status; SystemExit(2) for wrong usage."""
    try:
        options = parse(sys.argv[1:] if arguments is None else arguments)
        return _run(options)
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


def _run(options: Options) -> int:
    """Run what was asked for and return the exit status.

    Each branch imports what it needs: wrong usage and --help are answered at
    once, Ctrl-C is quiet while modules load, and a reading waits for nothing else.
    """
    # ruff: noqa: PLC0415 - see above
    match options.command:
        case "man":
            from cexplain.command.man import page

            sys.stdout.write(page())
        case "rule":
            from cexplain.rules.catalogue import answer

            text, complaint = answer(options.words)
            sys.stdout.write(text)
            sys.stdout.flush()
            sys.stderr.write(complaint)
            return UNREAD if complaint else READ
        case "completion":
            from cexplain.command.completion import script

            sys.stdout.write(script(options.words[0]))
        case "lsp":
            from cexplain.editor.language_server import serve

            return serve(options.std if options.std_given else None)
        case "converse":
            from cexplain.command.console import console
            from cexplain.command.interactive import converse

            return converse(options, console(options.color))
        case _:
            from cexplain.command.console import console
            from cexplain.command.session import Session

            streams = console(options.color)
            if options.jobs > 1 and options.command != "lookup":
                from cexplain.command.parallel import run

                return run(options, streams)
            return Session(options, streams).run()
    sys.stdout.flush()
    return READ
