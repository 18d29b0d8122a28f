"""The command that runs the end-to-end tests again and again."""

from collections.abc import Callable, Iterator
from itertools import count

import stable

GREEN = (0, "....\n====== 4 passed in 12.34s ======\n")
RED = (
    1,
    "..F.\nE  1 passed in 3.00s, said a page\n1 failed, 3 passed in 61.20s (0:01:01)\n",
)


def replayed(*runs: tuple[int, str]) -> stable.Run:
    """A run of the tests that comes to the next of these results each time."""
    left: Iterator[tuple[int, str]] = iter(runs)
    return lambda _number: next(left)


def ticking() -> Callable[[], float]:
    """A clock that is ten seconds later each time."""
    ticks = count(0.0, 10.0)
    return lambda: next(ticks)


def test_each_run_is_a_line_with_its_seconds_and_its_counts() -> None:
    lines = [each.line for each in stable.rounds(2, replayed(GREEN, GREEN), ticking())]
    assert lines == ["run   1:     10 s  4 passed", "run   2:     10 s  4 passed"]


def test_the_first_run_that_fails_is_the_last_and_tells_its_own_counts() -> None:
    found = list(stable.rounds(20, replayed(GREEN, RED, GREEN), ticking()))
    assert [each.status for each in found] == [0, 1]
    assert found[-1].line == "run   2:     10 s  1 failed, 3 passed"
    assert found[-1].said == RED[1]


def test_a_run_that_ends_before_it_counts_says_with_which_status() -> None:
    (only,) = stable.rounds(1, replayed((4, "usage: ...\n")), ticking())
    assert only.line == "run   1:     10 s  pytest ended with status 4"
