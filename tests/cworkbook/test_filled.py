"""A program whose memory holds something else where nobody wrote must do what its record says."""

from pathlib import Path

import pytest

from cworkbook import filled, prove, records
from cworkbook.proofcache import Cache
from support.proving import Book

HEAD = "//@ do: run\n//@ compilers: gcc clang\n//@ options: -w\n#include <stdio.h>\n"
PRINT = '    printf("%d\\n", *p);\n    return 0;\n}\n'
LOCAL = "int main(void)\n{\n    int n;\n    int *p = &n;\n" + PRINT
HEAP = "#include <stdlib.h>\nint main(void)\n{\n    int *p = malloc(sizeof *p);\n" + PRINT
SOUND = "int main(void)\n{\n    int n = 7;\n    int *p = &n;\n" + PRINT


@pytest.fixture
def made(tmp_path: Path) -> Book:
    """A book."""
    return Book(tmp_path)


def found(made: Book, text: str, cache: Cache | None = None) -> list[str]:
    """What a snippet does otherwise than its record, which is made first."""
    snippet = made.snippet(text)
    assert prove.bless(snippet, made.toolchain, None)[1] == ()
    record = records.load(snippet)
    return [str(one) for one in filled.failures(snippet, record, made.toolchain, cache)]


@pytest.mark.parametrize("text", [LOCAL, HEAP], ids=["local", "heap"])
def test_a_program_that_shows_what_nobody_wrote_fails(made: Book, text: str) -> None:
    (said,) = found(made, HEAD + text)
    assert "clang-c17-O0: the program depends on memory that nobody wrote" in said
    assert "advice: give every object a value before it is read" in said


def test_a_program_that_writes_before_it_reads_passes_and_is_remembered(
    made: Book, tmp_path: Path
) -> None:
    cache = Cache(tmp_path / "cache")
    for _ in range(2):
        assert found(made, HEAD + SOUND, cache) == []
    assert len(list((tmp_path / "cache").rglob("*.json"))) == 1


def test_what_its_header_lets_vary_may_depend_on_it(made: Book) -> None:
    assert found(made, HEAD.replace("do: run", "do: run\n//@ varies: output") + LOCAL) == []


def test_clang_and_the_highest_level_are_preferred(made: Book) -> None:
    levels = HEAD.replace("do: run", "do: run\n//@ levels: -O0 -O2")
    key = filled.filled_run(made.snippet(levels + SOUND))
    assert key is not None
    assert key.name == "clang-c17-O2"


def test_what_is_only_compiled_has_no_such_run(made: Book) -> None:
    assert filled.filled_run(made.snippet("//@ do: compile\nint x;\n")) is None
