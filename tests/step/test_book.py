"""The book's programs print the same when they are stepped through, and no mistake is made up.

A sample is run here; `make step-book` runs all that a page can run.
"""

import os
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from cworkbook import book, records
from cworkbook.runnable import Here, runnable
from support.stepping import ROOT, asked

ALL = os.environ.get("STEP_BOOK") == "all"
EVERY = {"c": 7, "c++": 13}
"""One in so many of a language's programs is the sample: C++ takes clang three times as long."""
STEPS = 300_000
"""A program without an end is stepped so far."""

TOLD: dict[str, set[str]] = {
    "misconceptions/literal-can-be-changed.c": {"constant in line 9"},
    "stepping/freed.c": {"freed in line 18"},
    "cleanup/exercise-drop-count.c": {"leak in line 8"},
    "cleanup/exercise-drop-leak.c": {"leak in line 8"},
    "cleanup/exercise-drop.c": {"leak in line 8"},
    "cleanup/exercise-keep-leak.c": {"leak in line 18"},
    "cleanup/exercise-keep.c": {"freed in line 40", "double free in line 7"},
    "cleanup/reassigned.c": {"leak in line 15"},
    "exhaustion/contact.c": {"leak in line 10"},
    "leaks/exercise-close.c": {"leak in line 12"},
    "leaks/exercise-drop-early.c": {"freed in line 29"},
    "leaks/exercise-drop.c": {"leak in line 11"},
    "leaks/exercise-join-leak.c": {"leak in line 7"},
    "leaks/exercise-join.c": {"block end in line 12"},
    "leaks/leak.c": {"leak in line 7"},
    "leaks/overrun-size.c": {"block end in line 6"},
    "leaks/overrun.c": {"block end in line 6"},
    "ownership/copied.c": {"leak in line 19"},
    "ownership/dispose-twice-null.c": {"double free in line 12"},
    "ownership/dispose-twice-whole.c": {"double free in line 12", "foreign free in line 13"},
    "ownership/exercise-longest-leak.c": {"leak in line 25"},
    "ownership/exercise-longest.c": {"double free in line 44", "freed in line 43"},
    "ownership/exercise-move.c": {"double free in line 16"},
    "ownership/exercise-pool-list.c": {"leak in line 14"},
    "ownership/exercise-pool.c": {"leak in line 24"},
    "ownership/kept-freed.c": {"double free in line 26"},
    "ownership/library-late.c": {"freed in line 20"},
    "ownership/literal.c": {"foreign free in line 18"},
    "ownership/misuse-told.c": {"leak in line 49"},
    "ownership/scratch-freed.c": {"double free in line 30"},
    "ownership/scratch-returned.c": {"freed in line 56"},
}
"""By name of the program: the mistakes that it has, of which the chapter tells."""

OTHERWISE = {
    "misconceptions/malloc-clears.c": "it prints what a freed block held; none is used again here",
    "ownership/library-late.c": "it prints what a freed block held, which may be used again",
}
"""Programs whose output is another when they are stepped through, with the reason."""


@cache
def runnables() -> dict[str, Here]:
    """The book's programs that a page can run, by name."""
    return dict(_runnables())


def _runnables() -> Iterator[tuple[str, Here]]:
    for path in book.snippet_paths(ROOT):
        snippet = book.load(path, ROOT)
        record = records.load(snippet)
        here = runnable(snippet, record) if record else None
        if isinstance(here, Here) and here.runs:
            yield snippet.name, here


def chosen() -> list[str]:
    """The programs that are run: all, or some of each language."""
    names = sorted(runnables())
    if ALL:
        return names
    cpp = [name for name in names if "++" in runnables()[name].std]
    c = [name for name in names if name not in cpp]
    return [*c[:: EVERY["c"]], *cpp[:: EVERY["c++"]]]


def source(here: Here) -> dict[str, Any]:
    """The program as the stepper is asked for it."""
    return {
        "files": here.files,
        "units": here.units,
        "std": here.std,
        "options": " ".join(here.options),
        "stdin": here.stdin,
        "args": here.args,
        "ubsan": here.ubsan,
    }


def test_the_sample_is_one_of_both_languages() -> None:
    assert len(runnables()) > 40
    assert len(chosen()) >= 5
    assert {"++" in runnables()[name].std for name in chosen()} == {True, False}


def test_what_is_written_here_of_a_program_is_of_one_that_a_page_can_run() -> None:
    assert [name for name in (*TOLD, *OTHERWISE) if name not in runnables()] == []


@pytest.mark.parametrize("name", chosen())
def test_a_program_of_the_book_prints_the_same_stepped_and_run(name: str) -> None:
    here = runnables()[name]
    (answer,) = asked("compared", [{"name": name, "source": source(here)}], steps=STEPS)
    assert "error" not in answer, answer["error"]
    if "refused" in answer:
        assert here.differs, answer["refused"]
        return
    if name in OTHERWISE:
        assert answer["stepped"]["stdout"] != answer["plain"]["stdout"]
    elif "plain" in answer and not here.varies:
        assert answer["stepped"]["stdout"] == answer["plain"]["stdout"]
        # UBSan's messages name addresses, and those are others when there is room around variables.
        if not here.ubsan:
            assert answer["stepped"]["stderr"] == answer["plain"]["stderr"]
    if "plain" in answer and answer["end"]["kind"] == "exited":
        assert answer["end"]["status"] == answer["plain"]["status"] & 0xFF
    found = answer["findings"]
    told = {f"{one['kind']} in line {one['place']['line']}" for one in found}
    assert told == TOLD.get(name, set()), found
