"""Records: stored and loaded unchanged, and known to be stale without a compiler."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cworkbook import book, records
from cworkbook.records import (
    AssemblyFunction,
    AssemblyLine,
    CompilerDiagnostic,
    Moment,
    Record,
    RecordError,
    Run,
)
from support.proving import Book

TEXT = "//@ do: run\n//@ compilers: gcc\nint main(void) { return 0; }\n"
WORD = st.text(max_size=12)
NUMBER = st.integers(0, 9999)
RUNS = st.builds(
    Run,
    compiler=WORD,
    std=WORD,
    level=WORD,
    command=WORD,
    diagnostics=st.lists(
        st.builds(CompilerDiagnostic, NUMBER, NUMBER, WORD, WORD, WORD, WORD), max_size=3
    ).map(tuple),
    exit=st.none() | NUMBER,
    stdout=WORD,
    stderr=WORD,
    assembly=st.lists(
        st.builds(
            AssemblyFunction,
            WORD,
            st.lists(st.builds(AssemblyLine, st.none() | NUMBER, WORD), max_size=3).map(tuple),
        ),
        max_size=2,
    ).map(tuple),
    hangs=st.booleans(),
    valgrind=st.none() | st.dictionaries(WORD, NUMBER, max_size=2),
)


MOMENTS = st.builds(
    Moment,
    name=WORD,
    sentence=WORD,
    mistakes=st.lists(WORD, max_size=1).map(tuple),
    told=st.lists(WORD, max_size=2).map(tuple),
    view_box=WORD,
    width=NUMBER,
    height=NUMBER,
    shapes=st.lists(WORD, max_size=2).map(tuple),
)


@given(
    st.builds(
        Record,
        WORD,
        WORD,
        st.dictionaries(WORD, WORD),
        st.lists(RUNS, max_size=3).map(tuple),
        st.lists(MOMENTS, max_size=2).map(tuple),
    )
)
def test_what_is_written_is_what_is_read(record: Record) -> None:
    assert records.from_json(json.loads(records.to_json(record))) == record


def test_an_instruction_and_a_diagnostic_take_one_line_each() -> None:
    function = AssemblyFunction(
        "f", (AssemblyLine(3, "mov\t[rax], {1}"), AssemblyLine(None, "ret"))
    )
    diagnostic = CompilerDiagnostic(1, 2, "warning", "unused 'x'", "-Wunused")
    run = Run("gcc", "c17", "-O2", "gcc f.c", (diagnostic,), assembly=(function,))
    lines = records.to_json(Record("c/f.c", "0", {}, (run,))).splitlines()
    assert '      {"source": 3, "text": "mov\\t[rax], {1}"},' in lines
    assert any(line.strip().startswith('{"line": 1, "column": 2, ') for line in lines)


@pytest.fixture
def made(tmp_path: Path) -> Book:
    """Return a book whose snippet has a record."""
    made = Book(tmp_path)
    snippet = made.snippet(TEXT)
    runs = tuple(Run(k.compiler, k.std, k.level, "gcc program.c", exit=0) for k in snippet.keys)
    records.store(snippet, Record(snippet.name, records.digest(snippet), {"gcc": "gcc 12"}, runs))
    return made


def stale(made: Book, text: str) -> str | None:
    """Return why the stored record no longer fits a snippet with that text."""
    snippet = made.snippet(text)
    return records.stale(snippet, records.load(snippet))


def test_a_record_of_the_same_file_is_fresh(made: Book) -> None:
    assert stale(made, TEXT) is None


@pytest.mark.parametrize(
    "change", [TEXT + "\n", TEXT.replace("run", "link"), TEXT.replace("0", "1")]
)
def test_any_change_of_the_file_makes_its_record_stale(made: Book, change: str) -> None:
    reason = stale(made, change)
    assert reason is not None
    assert "chapter/program.c was changed after its record was made; run make bless" in reason


def test_a_missing_record_is_named(tmp_path: Path) -> None:
    assert stale(Book(tmp_path), TEXT) == "chapter/program.c has no record; run make bless"


def test_a_record_with_other_runs_is_stale(made: Book) -> None:
    snippet = made.snippet(TEXT)
    record = records.load(snippet)
    assert record is not None
    fewer = Record(record.snippet, record.digest, record.tools, ())
    assert "other runs than the header asks for" in str(records.stale(snippet, fewer))


def test_a_change_of_an_included_file_makes_the_record_stale(tmp_path: Path) -> None:
    made = Book(tmp_path)
    made.write("snippets/chapter/deep/inner.h", "int x;\n")
    made.write("snippets/chapter/outer.h", '#include "deep/inner.h"\n')
    snippet = made.snippet(TEXT + '# include "outer.h"\n')
    before = records.digest(snippet)
    assert records.digest(snippet) == before
    made.write("snippets/chapter/deep/inner.h", "int y;\n")
    assert records.digest(snippet) != before


def test_the_digest_of_a_folder_covers_its_files_and_not_its_records(tmp_path: Path) -> None:
    made = Book(tmp_path)
    other = made.write("snippets/chapter/two/other.c", "int x;\n")
    made.write("snippets/chapter/two/snippet", "#@ do: compile\n")
    snippet = book.load(other.parent, tmp_path)
    before = records.digest(snippet)
    made.write("snippets/chapter/two/recorded/x.json", "{}")
    assert records.digest(snippet) == before
    made.write("snippets/chapter/two/other.c", "int y;\n")
    assert records.digest(snippet) != before


def test_a_damaged_record_says_what_to_do(made: Book) -> None:
    made.write("snippets/chapter/recorded/program.c.json", '{"snippet": ')
    with pytest.raises(RecordError, match=r"recorded/program\.c\.json is damaged .* make bless"):
        records.load(made.snippet(TEXT))


def test_storing_the_same_again_writes_nothing(made: Book) -> None:
    snippet = made.snippet(TEXT)
    record = records.load(snippet)
    assert record is not None
    assert records.store(snippet, record) is False


def test_a_page_finds_a_run_by_compiler_and_level(made: Book) -> None:
    record = records.load(made.snippet(TEXT))
    assert record is not None
    assert record.run("gcc", level="-O0").command == "gcc program.c"
    with pytest.raises(KeyError, match="has no run gcc -O2"):
        record.run("gcc", level="-O2")
