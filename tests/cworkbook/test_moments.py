"""Moments of a run: marked in a snippet, kept in its record, shown by a page's fence."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from markdown import Markdown

from cworkbook import book, records
from cworkbook.moments import MarkedMoment, ordinal
from cworkbook.pages import PageError
from cworkbook.records import Moment, Record, Run
from support.proving import Book

PROGRAM = """//@ do: run
//@ compilers: gcc
int main(void)
{
    int n = 0;

    //@ moment: started
    //@ moment: again, 2nd time

    while (n < 2)
        n++;
    return 0;
}
"""


def drawn(name: str) -> Moment:
    """A moment as a record has it."""
    told = (f"In main: n is {name} & <b>.",)
    shapes = ('<rect class="cw-step-value" width="9"/>',)
    return Moment(name, f"Line 3: {name}.", (), told, "0 0 90 40", 90, 40, shapes)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with a snippet of two moments, and its record."""
    program = Book(tmp_path).snippet(PROGRAM)
    runs = tuple(Run(k.compiler, k.std, k.level, "gcc program.c", exit=0) for k in program.keys)
    moments = (drawn("started"), drawn("again"))
    records.store(program, Record(program.name, records.digest(program), {}, runs, moments))
    return tmp_path


def render(root: Path, options: str) -> str:
    """The HTML of a page whose third line begins a fence of the snippet."""
    md = Markdown(
        extensions=["pymdownx.superfences", "cworkbook.extension"],
        extension_configs={"cworkbook.extension": {"root": str(root)}},
    )
    return md.convert(f'Text\n\n```c {{snippet="chapter/program.c" {options}}}\n```\n')


def message(root: Path, options: str) -> str:
    """The error that such a page raises."""
    with pytest.raises(PageError) as raised:
        render(root, options)
    return str(raised.value)


def test_a_mark_means_the_line_that_follows_it_as_a_page_counts_it(root: Path) -> None:
    snippet = book.load(root / "snippets/chapter/program.c", root)
    assert snippet.moments == (
        MarkedMoment("started", "program.c", 5, 1, 7),
        MarkedMoment("again", "program.c", 5, 2, 8),
    )
    assert snippet.moments[1].selector == "line 5 of program.c, 2nd time"
    assert "moment" not in "".join(line.text for line in snippet.file().lines)


def test_a_file_of_a_folder_may_have_marks_of_its_own(tmp_path: Path) -> None:
    made = Book(tmp_path)
    made.write(
        "snippets/chapter/two/b.c", "int one(void)\n{\n    //@ moment: in-b\n    return 1;\n}\n"
    )
    made.write("snippets/chapter/two/snippet", "#@ do: run\n#@ files: b.c\n")
    (marked,) = book.load(tmp_path / "snippets/chapter/two", tmp_path).moments
    assert (marked.file, marked.line) == ("b.c", 3)


@pytest.mark.parametrize(
    ("number", "told"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (22, "22nd")]
)
def test_times_are_counted_as_english_does(number: int, told: str) -> None:
    assert ordinal(number) == told


def test_a_record_of_other_moments_is_stale(root: Path) -> None:
    snippet = book.load(root / "snippets/chapter/program.c", root)
    record = records.load(snippet)
    assert record is not None
    assert records.stale(snippet, record) is None
    fewer = replace(record, moments=record.moments[:1])
    assert "other moments than are marked; run make bless" in (records.stale(snippet, fewer) or "")


def test_a_moment_is_a_picture_with_its_place_and_its_words(root: Path) -> None:
    html = render(root, 'moment="again"')
    assert '<p class="cw-frame__title">Before line 5, 2nd time</p>' in html
    assert "<code>while (n &lt; 2)</code>" in html
    assert 'role="img" aria-label="In main: n is again &amp; &lt;b&gt;."' in html
    assert "<li>In main: n is again &amp; &lt;b&gt;.</li>" in html
    assert '<rect class="cw-step-value" width="9"/>' in html
    assert "<button" not in html
    assert "style=" not in html


def test_several_moments_are_a_row_that_is_complete_without_scripts(root: Path) -> None:
    html = render(root, 'moment="started again" title="How it goes on"')
    assert "<figcaption>How it goes on</figcaption>" in html
    assert re.findall(r'data-frame="(\d)"', html) == ["1", "2"]
    assert re.findall(r"<button[^>]*>(\w+)<", html) == ["Previous", "Next", "All"]
    assert "Line 3: started." in html
    assert "Line 3: again." in html


def test_what_was_done_wrong_is_said_beside_the_picture(root: Path) -> None:
    snippet = book.load(root / "snippets/chapter/program.c", root)
    record = records.load(snippet)
    assert record is not None
    wrong = replace(record.moments[0], mistakes=("This line reads <freed> memory.",))
    records.store(snippet, replace(record, moments=(wrong, record.moments[1])))
    assert "<b>Mistake:</b> This line reads &lt;freed&gt; memory." in render(
        root, 'moment="started"'
    )


def test_a_fence_may_show_the_program_and_its_moments(root: Path) -> None:
    html = render(root, 'show="code" moment="started"')
    assert html.index('class="cw-evidence"') < html.index('class="cw-moments"')


def test_a_moment_that_is_not_marked_is_the_page_s_error(root: Path) -> None:
    told = message(root, 'moment="startd"')
    assert "3: error: option moment: chapter/program.c has no moment 'startd'" in told
    assert "did you mean 'started'?" in told
    assert "a value is missing" in message(root, 'moment=" "')


def test_a_program_without_marks_is_told_how_to_make_one(root: Path) -> None:
    snippet = Book(root).snippet(
        PROGRAM.replace("    //@ moment: started\n", "").replace(
            "    //@ moment: again, 2nd time\n", ""
        )
    )
    record = records.load(snippet)
    assert record is not None
    records.store(snippet, replace(record, digest=records.digest(snippet), moments=()))
    told = message(root, 'moment="started"')
    assert "marks no moment; write //@ moment: started before the line" in told
