"""What tests of files and headers share: a file, and a stand-in for the preprocessor."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from cexplain.files.preprocessed import PreprocessorError
from cexplain.processes import Finished

DEMO = """\
#include <stdbool.h>
#include "own.h"
#define ROWS 3
/* a comment */ int rows[ROWS]; bool ready;

static char *names[ROWS] = { "a", "b", "c" };
struct shape *first(void)
{
    return 0;
}
"""


def write_demo(tmp_path: Path) -> Path:
    """Write a C file and its header into a folder; return the file's path."""
    (tmp_path / "include").mkdir()
    (tmp_path / "include" / "own.h").write_text("struct shape { int sides; };\nint hidden;\n")
    path = tmp_path / "demo.c"
    path.write_text(DEMO)
    return path


class Cpp:
    """Stands in for the preprocessor: answers with what it is given, and remembers the command."""

    def __init__(self, out: str = "", err: str = "", status: int = 0) -> None:
        self.finished = Finished(status, out.encode(), err.encode())
        self.command: list[str] = []

    def __call__(self, command: Sequence[str], **_: object) -> Finished:
        self.command = list(command)
        return self.finished


def findings(error: pytest.ExceptionInfo[PreprocessorError]) -> list[tuple[str, int, int, str]]:
    """Return file, line, column and message of each finding."""
    return [(name, d.line, d.column, d.message) for name, d in error.value.findings]
