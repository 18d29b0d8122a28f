"""Several threads may read and write declarations at the same time."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from cexplain import declare, explain
from cexplain.syntax import skeletons
from support.declarations import declarations

THREADS = 8
DEEP = f"int {'(' * 200}x{')' * 200};"


@pytest.fixture(autouse=True)
def _switching_often() -> Iterator[None]:
    """Let threads take turns after next to every instruction, and keep no answer of the grammar."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    skeletons._answer.cache_clear()
    yield
    sys.setswitchinterval(usual)


def said(text: str) -> list[str]:
    """What is said of a text, in C and in C++."""
    found = [explain(text), explain(text, std="c++17")]
    return [
        *(
            f"{reading.prose} / {reading.c} / {reading.cdecl}"
            for one in found
            for reading in one.readings
        ),
        *(f"{problem.rule}: {problem.message}" for one in found for problem in one.diagnostics),
    ]


def test_declarations_are_read_in_threads_as_they_are_alone() -> None:
    texts = [one.text for one in declarations(150, 7)]
    with ThreadPoolExecutor(THREADS) as pool:
        together = list(pool.map(said, [*texts, *reversed(texts)]))
    skeletons._answer.cache_clear()
    alone = [said(text) for text in texts]
    assert together == [*alone, *reversed(alone)]


def test_deep_declarations_leave_the_recursion_limit_as_it_was() -> None:
    usual = sys.getrecursionlimit()
    with ThreadPoolExecutor(THREADS) as pool:
        found = list(pool.map(explain, [DEEP, "int x;"] * 100))
    assert [one.ok for one in found] == [True] * 200
    assert sys.getrecursionlimit() == usual


def test_english_is_declared_in_threads_as_it_is_alone() -> None:
    sentences = [
        f"f{count} is a pointer to a function taking {count} ints and returning a pointer to char"
        for count in range(1, 100)
    ]
    with ThreadPoolExecutor(THREADS) as pool:
        assert list(pool.map(declare, sentences)) == [declare(one) for one in sentences]
