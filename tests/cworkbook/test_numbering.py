"""A line has one number on a page, wherever the page speaks of it."""

import json
import re
from html import unescape
from pathlib import Path

import pytest

from cworkbook import book
from cworkbook.numbering import numbered, numbered_lines, shown_files, shown_number
from cworkbook.records import AssemblyFunction, AssemblyLine, CompilerDiagnostic, Record, Run
from cworkbook.snippet import Snippet
from cworkbook.snippet_html import Request, snippet_html

TEXT = """\
//@ do: run
//@ std: c17
#include <stdio.h>
#include "twice.h"

//@ section: rest
int main(void)
{
    //@ section: line
    return twice(21); //~ warning: careful
    //@ end: line
}
//@ end: rest
"""
HEADER = "//@ section: all\nstatic int twice(int x) { return 2 * x; }\n//@ end\n"
SAID = "one.c:10:12: runtime error: no\ntwice.h:2: other\nat one.c line 10.\nelse.c:10 done.c:10\n"


@pytest.fixture
def snippet(tmp_path: Path) -> Snippet:
    """A program with lines before, within and around what a page shows."""
    folder = tmp_path / "snippets"
    folder.mkdir()
    (folder / "one.c").write_text(TEXT, encoding="utf-8")
    (folder / "twice.h").write_text(HEADER, encoding="utf-8")
    return book.load(folder / "one.c", tmp_path)


@pytest.fixture
def record(snippet: Snippet) -> Record:
    """What was recorded of it, by the numbers that its lines have in the files."""
    assembly = (AssemblyFunction("main", (AssemblyLine(10, "\tcall"), AssemblyLine(None, ".L1:"))),)
    diagnostics = (
        CompilerDiagnostic(10, 12, "warning", "see one.c:7"),
        CompilerDiagnostic(2, 1, "note", "there", "", "twice.h"),
        CompilerDiagnostic(88, 1, "note", "far away", "", "/usr/include/stdio.h"),
        CompilerDiagnostic(0, 0, "error", "undefined symbol"),
    )
    run = Run("gcc", "c17", "-O0", "gcc one.c", diagnostics, 1, SAID, SAID, assembly)
    return Record("one.c", "", {}, (run,))


def test_a_file_counts_the_lines_that_are_shown(snippet: Snippet) -> None:
    file = snippet.file()
    assert [line.number for line in numbered_lines(file, file.lines)] == [1, 2, 3, 4, 5, 6, 7]
    assert [line.text for line in file.lines][-2] == "    return twice(21);"
    # A section has the numbers that its lines have in the whole.
    assert [line.number for line in numbered_lines(file, file.shown("line"))] == [6]


@pytest.mark.parametrize(("own", "shown"), [(0, 0), (1, 1), (3, 1), (9, 5), (10, 6), (99, 7)])
def test_a_line_that_is_not_shown_counts_as_the_one_before_it(
    snippet: Snippet, own: int, shown: int
) -> None:
    assert shown_number(snippet.file(), own) == shown


def test_a_file_that_is_a_snippet_of_its_own_is_read_without_its_header(tmp_path: Path) -> None:
    folder = tmp_path / "snippets"
    folder.mkdir()
    (folder / "shim.c").write_text("//@ do: link\nint shim;\n", encoding="utf-8")
    text = '//@ do: compile\n#include "shim.c"\nint own;\n'
    (folder / "one.c").write_text(text, encoding="utf-8")
    files = shown_files(book.load(folder / "one.c", tmp_path))
    assert [line.text for line in files["shim.c"].lines] == ["int shim;"]


def test_messages_assembly_and_what_programs_say_are_renumbered(
    snippet: Snippet, record: Record
) -> None:
    (run,) = numbered(snippet, record).runs
    assert [(one.line, one.message) for one in run.diagnostics] == [
        (6, "see one.c:4"),
        (1, "there"),
        (88, "far away"),
        (0, "undefined symbol"),
    ]
    assert [line.source for line in run.assembly[0].lines] == [6, None]
    said = "one.c:6:12: runtime error: no\ntwice.h:1: other\nat one.c line 6.\n"
    assert run.stdout == run.stderr == f"{said}else.c:10 done.c:10\n"


def test_all_that_a_figure_says_of_a_line_has_its_number(snippet: Snippet, record: Record) -> None:
    file = snippet.file()
    request = Request(show=("code", "output", "diagnostics", "asm"))
    html = snippet_html(snippet, file, file.shown("rest"), record, request)
    rows = re.findall(r'class="cw-row[^"]*" data-line="(\d+)">(.*?)</span>\n', html)
    assert [number for number, _ in rows] == ["4", "5", "6", "7"]
    assert "lines 4 to 7 of one.c" in html
    assert 'data-above="lines 1 to 3"' in html
    assert 'class="cw-ins cw-tie-1" data-line="6"' in html
    assert 'class="cw-message cw-message--warning" data-line="6"' in html
    assert "one.c:6:12: runtime error" in html
    program = re.search(r"data-program='([^']*)'", html)
    assert program
    assert json.loads(unescape(program[1]))["recorded"][0]["stdout"].startswith("one.c:6:12")


def test_a_message_about_another_file_is_tied_to_no_line(snippet: Snippet, record: Record) -> None:
    file = snippet.file()
    html = snippet_html(snippet, file, file.lines, record, Request(show=("code", "diagnostics")))
    assert re.findall(r'<li class="cw-message[^"]*"( data-line="\d+")?>', html) == [
        ' data-line="6"',
        "",
        "",
        "",
    ]
