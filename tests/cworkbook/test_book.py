"""Which snippets there are, which page shows which; and the book itself."""

from pathlib import Path

import pytest

from cworkbook import book
from cworkbook.book import Reference
from cworkbook.toolchain import needed, required
from support.proving import Book

HOUSE = Path(__file__).parents[2]
ALWAYS_THERE = {"bash"}  # Debian marks it essential
TEXT = "//@ do: compile\n//@ section: part\nint x;\n//@ end\n"


@pytest.fixture
def made(tmp_path: Path) -> Book:
    """Return a book with one snippet."""
    made = Book(tmp_path)
    made.snippet(TEXT)
    return made


def test_a_page_names_snippets_in_its_fences() -> None:
    page = (
        'text\n\n```c {snippet="a/b.c:loop" show="asm"}\n```\n\n'
        "=== \"tab\"\n\n    ~~~c {snippet='a/c.c'}\n    ~~~\n"
    )
    assert list(book.references_in(page, "p.md")) == [
        Reference("p.md", 3, "a/b.c", "loop"),
        Reference("p.md", 8, "a/c.c", None),
    ]


def test_a_question_shows_the_programs_that_it_is_about() -> None:
    asked = '/// question {id="q" kind="program" start="a/b.c" model="a/c.c"}\n'
    asked += '/// wrong {program="a/d.c" fails="memory"}\n///\n'
    page = f"{asked}\n````markdown\n{asked}````\n"
    assert list(book.references_in(page, "p.md")) == [
        Reference("p.md", 1, "a/b.c", None),
        Reference("p.md", 1, "a/c.c", None),
        Reference("p.md", 2, "a/d.c", None),
    ]


def test_a_fence_inside_a_fence_is_only_an_example() -> None:
    page = '````markdown\n```c {snippet="a/b.c"}\n```\n````\n```c {snippet="a/c.c"}\n```\n'
    assert [reference.path for reference in book.references_in(page, "p.md")] == ["a/c.c"]


def test_a_page_that_names_what_is_there_is_whole(made: Book) -> None:
    made.write("docs/chapter/page.md", '```c {snippet="chapter/program.c:part"}\n```\n')
    assert book.broken_references(made.root) == []
    assert book.shown_snippets(made.root) == {"chapter/program.c"}


def test_a_missing_snippet_is_named_with_page_and_line(made: Book) -> None:
    made.write("docs/chapter/page.md", '\n```c {snippet="chapter/gone.c"}\n```\n')
    assert book.broken_references(made.root) == [
        "docs/chapter/page.md:2: there is no snippet 'chapter/gone.c'"
    ]


def test_a_missing_section_is_named_with_those_that_there_are(made: Book) -> None:
    made.write("docs/chapter/page.md", '```c {snippet="chapter/program.c:loop"}\n```\n')
    assert book.broken_references(made.root) == [
        "docs/chapter/page.md:1: 'chapter/program.c' has no section 'loop'; it has: part"
    ]


def test_a_file_of_a_folder_is_named_by_its_path(made: Book) -> None:
    made.write("snippets/chapter/two/snippet", "#@ do: compile\n")
    made.write("snippets/chapter/two/deep/a.c", "//@ section: s\nint x;\n//@ end\n")
    made.write(
        "docs/page.md",
        '```c {snippet="chapter/two/deep/a.c:s"}\n```\n```c {snippet="chapter/two/b.c"}\n```\n',
    )
    assert book.broken_references(made.root) == [
        "docs/page.md:3: there is no snippet 'chapter/two/b.c'"
    ]
    assert book.shown_snippets(made.root) == {"chapter/two"}


def test_records_headers_and_a_folder_s_files_begin_no_snippet(made: Book) -> None:
    made.write("snippets/chapter/recorded/program.c.json", "{}")
    made.write("snippets/chapter/shared.h", "int x;\n")
    made.write("snippets/chapter/marked.h", "//@ do: compile\nint x;\n")
    made.write("snippets/chapter/two/snippet", "#@ do: compile\n")
    made.write("snippets/chapter/two/a.c", "int x;\n")
    folder = made.root / "snippets" / "chapter"
    assert book.snippet_paths(made.root) == [
        folder / "marked.h",
        folder / "program.c",
        folder / "two",
    ]


def test_a_record_without_its_snippet_is_left_over(made: Book) -> None:
    left = made.write("snippets/chapter/recorded/gone.c.json", "{}")
    made.write("snippets/chapter/recorded/program.c.json", "{}")
    assert book.orphans(made.root) == [left]


def test_every_fence_of_this_book_names_a_snippet_that_is_there() -> None:
    assert book.broken_references(HOUSE) == []


def test_make_test_installs_every_package_that_a_proof_of_this_book_needs() -> None:
    listed = {
        line.split()[0]
        for name in ("packages", "unpacked")
        for line in (HOUSE / f"tools/debian-{name}.txt").read_text().splitlines()
        if line.strip() and not line.startswith("#")
    }
    snippets = [book.load(path, HOUSE) for path in book.snippet_paths(HOUSE)]
    wanted = {package for snippet in snippets for package in required(snippet)}
    for snippet in snippets:
        for key in snippet.keys:
            wanted.update(p for packages in needed(snippet, key).values() for p in packages)
    assert wanted - listed == ALWAYS_THERE & wanted


def test_no_record_of_this_book_is_left_over() -> None:
    assert book.orphans(HOUSE) == []
