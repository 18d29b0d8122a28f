"""The parser of command lines: argparse's, whose output goes the command's own way."""

import argparse
import sys
from collections.abc import Sequence

from cexplain.command.writing import Closed, written
from cexplain.render.display import printable


class Parser(argparse.ArgumentParser):
    """Writes as the command does: nothing that a terminal obeys, and no failure unseen."""

    def _print_message(self, message: str, file: object = None) -> None:
        stream = sys.stderr
        if file is sys.stdout:
            stream = sys.stdout
        if message and stream is not None:
            written(stream, printable(message))
        elif message and file is sys.stdout and sys.stderr is not None:
            written(Closed(), message)


class Version(argparse.Action):
    """Shows the version and ends the process; it is found out only where it is asked for."""

    def __init__(self, option_strings: Sequence[str], dest: str) -> None:
        said = "show program's version number and exit"
        super().__init__(option_strings, dest, nargs=0, default=argparse.SUPPRESS, help=said)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        """Write the version to standard output."""
        parser._print_message(f"{_version()}\n", sys.stdout)
        parser.exit()


def _version() -> str:
    """Return the program's name and version, as installed."""
    from importlib import metadata  # noqa: PLC0415 - it loads email, and is asked for rarely

    try:
        return f"cexplain {metadata.version('cexplain')}"
    except metadata.PackageNotFoundError:
        return "cexplain (not installed)"
