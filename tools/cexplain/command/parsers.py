"""The parser of command lines: argparse's, whose output goes the command's own way."""

import argparse
import sys

from cexplain.command.writing import written
from cexplain.render.display import printable


class Parser(argparse.ArgumentParser):
    """Writes as the command does: nothing that a terminal obeys, and no failure unseen."""

    def _print_message(self, message: str, file: object = None) -> None:
        stream = sys.stderr
        if file is sys.stdout:
            stream = sys.stdout
        if message and stream is not None:
            written(stream, printable(message))
