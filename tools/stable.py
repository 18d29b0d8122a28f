"""Runs the end-to-end tests again and again, to find what is green only most of the time.

    python tools/stable.py ROUNDS [what pytest is given besides]

With `--late` behind the rounds, files of the sites come up to a second late: what goes wrong once
in many runs then goes wrong soon.

Each round has its own order of the tests in a file (`--shuffle`, with the round's number): which
test a worker runs after which is luck with several workers.

Each run is a line with its seconds and what pytest counted. The first that fails is the last, and
all that it said is kept. What judges builds and whole pages by rules and counts (the mark
`audit`) is left out: nobody types or presses there, and it takes nearly half of the time.
"""

import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
KEPT = HOUSE / "build" / "stable"
TESTS = "tests/site"
PYTEST = (sys.executable, "-m", "pytest", TESTS, "-n", "auto", "--dist", "worksteal", "-q")
COMMAND = (*PYTEST, "-m", "not audit")
# The last line of what pytest says, such as "3 failed, 240 passed in 201.07s (0:03:21)".
COUNTS = re.compile(r"^=*\s*(\d+ [a-z]+(?:, \d+ [a-z]+)*) in [\d.]+s", re.MULTILINE)

Run = Callable[[int], tuple[int, str]]
"""Runs the tests of the round with this number; gives pytest's exit status, and what it said."""


@dataclass(frozen=True, slots=True)
class Round:
    """One run of the tests: its number from 1, seconds, exit status, and what pytest said."""

    number: int
    seconds: float
    status: int
    said: str

    @property
    def line(self) -> str:
        """The run in one line."""
        counts = COUNTS.findall(self.said)
        told = counts[-1] if counts else f"pytest ended with status {self.status}"
        return f"run {self.number:>3}: {self.seconds:6.0f} s  {told}"


def rounds(count: int, run: Run, clock: Callable[[], float]) -> Iterator[Round]:
    """Each of `count` runs when it has ended; none after one that failed."""
    for number in range(1, count + 1):
        start = clock()
        status, said = run(number)
        yield Round(number, clock() - start, status, said)
        if status:
            return


def tests(command: tuple[str, ...]) -> tuple[int, str]:
    """Run the tests of the house once; pytest's exit status, and both its streams in order."""
    done = subprocess.run(  # noqa: S603 # pytest, with what the caller typed
        command,
        cwd=HOUSE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


def main(count: int, options: list[str]) -> int:
    """Run the tests `count` times, print a line for each; the exit status of the last."""
    status = 0

    def run(number: int) -> tuple[int, str]:
        return tests((*COMMAND, "--shuffle", str(number), *options))

    for each in rounds(count, run, time.monotonic):
        print(each.line, flush=True)
        status = each.status
        if status:
            KEPT.mkdir(parents=True, exist_ok=True)
            kept = KEPT / f"run-{each.number}.txt"
            kept.write_text(each.said, encoding="utf-8")
            print(f"All that run {each.number} said: {kept.relative_to(HOUSE)}", file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), sys.argv[2:]))
