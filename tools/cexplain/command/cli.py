"""The command `cexplain`: how it starts and how it ends."""

import os
import sys
from collections.abc import Sequence

from cexplain.command.options import Options, parse
from cexplain.command.writing import UnwritableError, written

INTERRUPTED, PIPE_CLOSED = 130, 141  # 128 + the signal's number, as a shell counts
READ, UNREAD, UNWRITTEN = 0, 1, 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status; SystemExit(2) for wrong usage."""
    try:
        options = parse(sys.argv[1:] if arguments is None else arguments)
        return _run(options)
    except KeyboardInterrupt:
        return INTERRUPTED
    except UnwritableError as error:
        _silence(1)
        if isinstance(error.reason, BrokenPipeError):
            return PIPE_CLOSED  # the reader of our output has gone, which is no news
        return _failed(f"the output cannot be written: {error}", UNWRITTEN)
    except OSError as error:
        return _failed((error.strerror or str(error)).lower(), UNREAD)
    except Exception as error:
        # Nobody meets a traceback.
        told = f"this is a mistake of cexplain, please report it ({type(error).__name__}: {error})"
        return _failed(told, UNREAD)


def _failed(reason: str, status: int) -> int:
    """Return an exit status after telling why, if anybody can be told."""
    from cexplain.render.display import printable

    try:
        written(sys.stderr, printable(f"cexplain: error: {reason}\n"))
    except UnwritableError:
        _silence(2)
    except AttributeError:  # Python's answer to 2>&-
        pass
    return status


def _silence(descriptor: int) -> None:
    """Lead a stream nowhere: Python would try to write once more at its end, and complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)


def _run(options: Options) -> int:
    """Run what was asked for and return the exit status.

    Each branch imports what it needs: wrong usage and --help are answered at
    once, Ctrl-C is quiet while modules load, and a reading waits for nothing else.
    """
    # ruff: noqa: PLC0415 - see above
    if options.command == "lsp":
        from cexplain.editor.language_server import serve

        return serve(options.std if options.std_given else None)
    from cexplain.command.console import UnreadableError, console

    streams = console(options.color)
    match options.command:
        case "man":
            from cexplain.command.man import page

            streams.out(page())
        case "rule":
            from cexplain.rules.catalogue import answer

            text, complaint = answer(options.words)
            streams.out(text)
            streams.err(complaint)
            return UNREAD if complaint else READ
        case "drill":
            from cexplain.command.drill import drill

            assert options.drill is not None
            try:
                return drill(options.drill, streams)
            except UnreadableError as error:
                return _failed(f"standard input cannot be read: {error}", UNREAD)
        case "completion":
            from cexplain.command.completion import script

            streams.out(script(options.words[0]))
        case "converse":
            from cexplain.command.interactive import converse

            return converse(options, streams)
        case _:
            from cexplain.command.session import Session

            try:
                if options.jobs > 1 and options.command != "lookup":
                    from cexplain.command.parallel import run

                    return run(options, streams)
                return Session(options, streams).run()
            except UnreadableError as error:
                return _failed(f"standard input cannot be read: {error}", UNREAD)
    return READ
