"""The moments that pages show are those of the runs: recorded again under Node, and compared."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from cexplain import processes
from cworkbook import book, recorder, records
from cworkbook.asked import Answered, Ask
from cworkbook.marks import SnippetError
from cworkbook.questions.asks import asks
from cworkbook.records import Moment, Record, Run
from cworkbook.snippet import Snippet
from support.proving import Book
from support.stepping import ROOT

HEADER = "//@ do: run\n//@ compilers: gcc\n"
LOOP = """int main(void)
{
    int n = 0;
    while (n < 3) {
        //@ moment: third, 3rd time
        n++;
    }
    return 0;
}
"""


@pytest.fixture(autouse=True)
def node() -> None:
    """Skip where the stepper cannot be asked."""
    if reason := recorder.lacking():
        pytest.skip(reason)


def asked(programs: Sequence[tuple[Snippet, Record]]) -> list[tuple[Moment, ...] | SnippetError]:
    return recorder.recorded(programs, processes.run)


def program(root: Path, text: str, name: str) -> tuple[Snippet, Record]:
    """A snippet with a record of its one run."""
    snippet = Book(root).snippet(text, f"chapter/{name}")
    runs = tuple(Run(k.compiler, k.std, k.level, "", exit=0) for k in snippet.keys)
    return snippet, Record(snippet.name, records.digest(snippet), {}, runs)


def of_the_book() -> list[tuple[Snippet, Record]]:
    """All of the book's snippets that mark a moment, with their records."""
    found = []
    for path in book.snippet_paths(ROOT):
        snippet = book.load(path, ROOT)
        if snippet.moments:
            record = records.load(snippet)
            assert record is not None, f"{snippet.name} has no record"
            found.append((snippet, record))
    return found


def test_what_the_book_shows_is_what_is_recorded_now() -> None:
    programs = of_the_book()
    assert len(programs) >= 10
    assert recorder.differences(programs, processes.run) == []


def test_a_record_that_tells_something_else_is_found(tmp_path: Path) -> None:
    snippet, record = program(tmp_path, HEADER + LOOP, "loop.c")
    (found,) = asked([(snippet, record)])
    assert not isinstance(found, SnippetError)
    (moment,) = found
    assert moment.told == ("Line 5 is next.", "In main: n is 2.")
    assert recorder.differences([(snippet, replace(record, moments=found))], processes.run) == []
    wrong = replace(moment, told=("Line 5 is next.", "In main: n is 1."))
    (told,) = recorder.differences([(snippet, replace(record, moments=(wrong,)))], processes.run)
    assert told.startswith("snippets/chapter/loop.c:7: the record of the moment 'third' tells")


def test_what_the_book_asks_is_answered_as_its_records_say() -> None:
    asked = asks(ROOT)
    assert sum(map(len, asked.values())) >= 5
    for snippet, record in of_the_book():
        wanted = asked.get(snippet.name, ())
        found = recorder.asked(snippet, record, wanted, processes.run) if wanted else ()
        assert found == record.asked, f"{snippet.name}: run make bless"


POINTER = """int main(void)
{
    int row[3] = {1, 2, 3}, *p = row;
    p = p + 1;
    *p = 7;
    //@ moment: set
    return 0;
}
"""


def answers(root: Path, *wanted: Ask) -> list[Answered]:
    snippet, record = program(root, HEADER + POINTER, "pointer.c")
    found = recorder.asked(snippet, record, wanted, processes.run)
    assert not isinstance(found, SnippetError), str(found)
    return list(found)


def test_a_run_answers_where_to_what_and_by_which_line(tmp_path: Path) -> None:
    arrow, value, writer = answers(
        tmp_path, Ask("set", "arrow", "p"), Ask("set", "value", "*p"), Ask("set", "writer", "p")
    )
    assert (arrow.answer, value.answer, writer.answer) == ("row[1]", "7", "4")
    assert arrow.names == ("row", "row[0]", "row[1]", "row[2]", "null")


def test_what_is_recorded_does_not_give_the_answer_away(tmp_path: Path) -> None:
    arrow, value = answers(tmp_path, Ask("set", "arrow", "p"), Ask("set", "value", "row[1]"))
    assert arrow.told == ("Line 6 is next.", "In main: row is {1, 7, 3}; p points to ?.")
    assert not any("cw-step-arrow" in shape for shape in arrow.shapes)
    assert value.told == ("Line 6 is next.", "In main: row is {1, ?, 3}; p points to row[1].")
    assert not any(">7<" in shape for shape in value.shapes)


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        (Ask("set", "arrow", "q"), "Nothing is called “q” there; there are: row, row[0],"),
        (Ask("set", "arrow", "row"), "“row” is no pointer that the picture shows."),
        (Ask("set", "value", "row"), "“row” has no single value there."),
    ],
)
def test_what_cannot_be_asked_is_told_at_the_moment(tmp_path: Path, ask: Ask, told: str) -> None:
    snippet, record = program(tmp_path, HEADER + POINTER, "pointer.c")
    found = recorder.asked(snippet, record, (ask,), processes.run)
    assert isinstance(found, SnippetError)
    assert str(found).startswith("chapter/pointer.c:8: error: a page asks for the ")
    assert told in str(found)


WRONG = {
    "never.c": (
        HEADER + LOOP.replace("3rd time", "4th time"),
        "7: error: the moment 'third' is not there: The program gets to line 5 of never.c 3 times",
    ),
    "unreached.c": (
        HEADER + LOOP.replace("n < 3", "n < 0"),
        "7: error: the moment 'third' is not there: The program does not get to line 5",
    ),
    "comment.c": (
        HEADER + LOOP.replace("        n++", "        // Now it counts.\n        n++"),
        "7: error: the moment 'third' is not there: The program never stops at line 5",
    ),
    "threads.c": (
        HEADER + "#include <pthread.h>\n" + LOOP,
        "8: error: a moment needs a program that a page can run; this one needs threads",
    ),
    "compiled.c": (
        HEADER.replace("run", "compile") + LOOP,
        "7: error: a moment needs a program that a page can run; this one is not run: write",
    ),
    "refused.c": (
        HEADER + LOOP.replace("n++", "undeclared()"),
        "7: error: the page's compiler refuses the program: ",
    ),
}


def test_an_author_s_mistake_is_told_with_its_place_and_advice(tmp_path: Path) -> None:
    programs = [program(tmp_path, text, name) for name, (text, _) in WRONG.items()]
    for (name, (_, told)), found in zip(WRONG.items(), asked(programs), strict=True):
        assert isinstance(found, SnippetError), name
        assert str(found).startswith(f"chapter/{name}:{told}"), str(found)
