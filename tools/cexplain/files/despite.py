"""What can be read of a file in spite of what is wrong with it: a header, an #error, a byte."""

import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from cexplain.diagnostics import Diagnostic

Findings = tuple[tuple[str, Diagnostic], ...]

_MOST = 40  # headers that are missing in one file
_QUIET = re.compile(
    r'"(?:[^"\\\n]|\\.)*+"?|\'(?:[^\'\\\n]|\\.)*+\'?|//[^\n]*|/\*(?s:.*?)(?:\*/|\Z)'
)


def bytes_outside(text: str) -> bool:
    """Whether a text in Latin-1 has bytes beyond ASCII outside of comments and literals."""
    return not _QUIET.sub(" ", text).isascii()


class UnfinishedError(Exception):
    """What kept cpp from its end: its findings, the header that it misses, what it has made."""

    def __init__(self, findings: Findings, missing: str | None, output: str) -> None:
        super().__init__(findings[0][1].message)
        self.findings, self.missing, self.output = findings, missing, output


def despite(
    preprocess: Callable[[Sequence[str]], str], first: UnfinishedError
) -> tuple[str, Findings]:
    """Return what cpp makes of a file whose missing headers are empty, and what it complains of.

    `preprocess` takes more options, and raises UnfinishedError.
    """
    from tempfile import TemporaryDirectory  # noqa: PLC0415 - few files need it

    told: dict[tuple[str, Diagnostic], None] = dict.fromkeys(first.findings)
    error = first
    with TemporaryDirectory() as spare:
        for _ in range(_MOST):
            if error.missing is None or not _stand_in(Path(spare), error.missing):
                break
            try:
                return preprocess(["-I", spare]), tuple(told)
            except UnfinishedError as again:
                told.update(dict.fromkeys(again.findings))
                error = again
    return error.output, tuple(told)


def _stand_in(folder: Path, name: str) -> bool:
    """Write an empty header of a name; return whether there can be one, and was none before."""
    parts = Path(name).parts
    if not parts or os.path.isabs(name) or ".." in parts:
        return False
    path = folder / name
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(exist_ok=False)
    except OSError:
        return False
    return True
