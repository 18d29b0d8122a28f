"""20,000 declarations from standard input, one process: beside Debian's cdecl 2.5, and in memory.

The lines are the engine's benchmark's own. cdecl is a program in C that knows C89 without typedef
names, initializers and bodies; how many of the lines it answers is told beside its time.
"""

import statistics
from collections.abc import Iterable
from itertools import chain

from benchmarks.engine import rounds
from benchmarks.measure import Row, found, used

RUNS = 3
FEW = 2000  # lines, to see whether memory grows with their number
MOST_MEMORY = 100  # MB

_CDECL = ["cdecl", "-q", "-a"]
_ANSWERS = ("declare ", "cast ")


def asked(lines: Iterable[str], behind: str = "") -> str:
    """Return the lines as cdecl's commands, with `behind` after each."""
    return "".join(f"explain {line.removesuffix(';')}\n{behind}" for line in lines)


def understood(lines: Iterable[str]) -> int:
    """Return how many lines cdecl answers with one answer and no error."""
    said = used(_CDECL, asked(lines, "explain int end_of_line\n"), status=(0, 1)).output
    answers = said.split("declare end_of_line as int\n")
    return sum(one.startswith(_ANSWERS) and one.count("\n") == 1 for one in answers)


def measure() -> list[Row]:
    """Return the medians of the times and the peak of memory.

    Raises AssertionError if that is large, or if the engine does not understand each line.
    """
    lines = list(chain.from_iterable(rounds()))
    own = [found("cexplain"), "--style=cdecl", "--std=gnu11", "-"]
    ours, theirs = [], []
    for _ in range(RUNS):
        ours.append(used(own, "".join(f"{line}\n" for line in lines)))
        theirs.append(used(_CDECL, asked(lines), status=(0, 1)))
    few = used(own, "".join(f"{line}\n" for line in lines[:FEW])).megabytes
    taken, beside = (statistics.median(run.seconds for run in runs) for runs in (ours, theirs))
    most = max(run.megabytes for run in ours)
    assert most < MOST_MEMORY, f"{most:.0f} MB for {len(lines)} lines"
    command = "python -m benchmarks lines"
    return [
        Row(
            f"{len(lines):,} lines from standard input, answered in cdecl's English",
            f"{taken:.1f} s: all understood",
            f"{beside:.2f} s: Debian's cdecl 2.5, {understood(lines):,} understood",
            f"{taken / beside:.0f}",
            command,
        ),
        Row(
            "The same lines: memory at its peak",
            f"{most:.0f} MB",
            f"{few:.0f} MB: {FEW:,} of them",
            f"{most / few:.2f}",
            command,
        ),
    ]
