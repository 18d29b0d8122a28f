"""What measurements have in common: clocks, medians, the form of a result."""

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what was measured beside what, with units in the words."""

    what: str
    measured: str
    beside: str
    ratio: str
    command: str


def seconds(work: Callable[[], object]) -> float:
    """Return the wall time of one call, in seconds."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def alternately(
    first: Callable[[], object], second: Callable[[], object], rounds: int
) -> tuple[float, float, float]:
    """Return both medians in seconds, and the median of the rounds' ratios, first to second.

    The two take turns and change who begins, so that a busy machine slows both.
    """
    firsts, seconds_ = [], []
    for round_number in range(rounds):
        if round_number % 2:
            seconds_.append(seconds(second))
            firsts.append(seconds(first))
        else:
            firsts.append(seconds(first))
            seconds_.append(seconds(second))
    ratios = [one / other for one, other in zip(firsts, seconds_, strict=True)]
    return statistics.median(firsts), statistics.median(seconds_), statistics.median(ratios)


def found(name: str) -> str:
    """Return the path of a command, first of all the environment's own, which PATH may not name.

    Raises FileNotFoundError where there is none.
    """
    own = Path(sys.executable).parent
    path = shutil.which(name, path=f"{own}{os.pathsep}{os.environ.get('PATH', os.defpath)}")
    if path is None:
        raise FileNotFoundError(f"there is no {name}; `make bench` installs what it needs")
    return path


def start(
    command: Sequence[str], *, cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> None:
    """Run a command to its end without its output; raises CalledProcessError if it fails."""
    environment = {**os.environ, **env} if env else None
    subprocess.run(command, cwd=cwd, env=environment, check=True, capture_output=True)


@dataclass(frozen=True, slots=True)
class Used:
    """What one process took to its end."""

    seconds: float
    megabytes: float  # of memory, at its peak
    output: str


# A process counts the memory of the one that started it until it is another program: this one
# is small. It writes seconds and kilobytes to standard error.
_STARTER = """
import resource, subprocess, sys, time
start = time.perf_counter()
status = subprocess.run(sys.argv[1:], stderr=subprocess.DEVNULL).returncode
taken = time.perf_counter() - start
print(taken, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, status, file=sys.stderr)
"""


def used(command: Sequence[str], text: str = "", *, status: Container[int] = (0,)) -> Used:
    """Run a command on `text`; raises AssertionError if it does not end with such a status."""
    start = [sys.executable, "-c", _STARTER, *command]
    ran = subprocess.run(start, input=text, capture_output=True, text=True, check=True)
    seconds, kilobytes, ended = ran.stderr.split()
    assert int(ended) in status, command
    return Used(float(seconds), int(kilobytes) / 1024, ran.stdout)


def milliseconds(value: float) -> str:
    """Return a duration in milliseconds, for the table."""
    return f"{value * 1000:.0f} ms"
