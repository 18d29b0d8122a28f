"""Outputs shown step by step: what the page holds without scripts."""

import re
from typing import Any

import pytest

from cworkbook.frames_html import frames, frames_html
from cworkbook.options import OptionError
from cworkbook.records import Run

OUTPUT = "== start\nring: ....\nprod 0\n== push <1>\nring: A...\nprod 0\n"


def run(compiler: str = "gcc", stdout: str = OUTPUT, **more: Any) -> Run:
    """One run that printed something."""
    return Run(compiler, "c17", "-O0", f"{compiler} a.c", exit=0, stdout=stdout, **more)


def test_each_marker_begins_a_step() -> None:
    first, second = frames(OUTPUT)
    assert (first.title, first.lines) == ("start", ("ring: ....", "prod 0"))
    assert (second.title, second.lines) == ("push <1>", ("ring: A...", "prod 0"))


def test_a_step_knows_which_lines_are_new_in_it() -> None:
    assert [set(frame.changed) for frame in frames(OUTPUT)] == [set(), {0}]


def test_where_every_line_is_new_none_is_marked() -> None:
    assert [set(frame.changed) for frame in frames("== a\none\n== b\ntwo\nthree\n")] == [
        set(),
        set(),
    ]


def test_every_step_stands_on_the_page_before_a_script_runs() -> None:
    html = frames_html([run(), run("clang")])
    assert re.findall(r"<code>(.*?)</code>", html, re.DOTALL) == [
        "ring: ....\nprod 0",
        "<mark>ring: A...</mark>\nprod 0",
    ]
    assert "hidden" not in html
    assert re.findall(r"<button .*?>(.*?)</button>", html) == ["Previous", "Next", "All"]
    assert "<b>gcc and clang</b> built it: it prints these 2 steps" in html


def test_a_title_is_text() -> None:
    assert 'aria-label="Step 2: push &lt;1&gt;"' in frames_html([run()])


@pytest.mark.parametrize(
    ("output", "told"),
    [
        ("no steps\n", "'no steps' stands before"),
        ("", "the output has no steps"),
        ("== only one\nline\n", "the output has no steps"),
        ("hello\n== one\n== two\n", "'hello' stands before"),
    ],
)
def test_an_output_without_steps_is_refused(output: str, told: str) -> None:
    with pytest.raises(OptionError, match=re.escape(told)):
        frames_html([run(stdout=output)])


def test_runs_that_differ_have_no_steps_in_common() -> None:
    with pytest.raises(OptionError, match="these runs differ"):
        frames_html([run(), run("clang", OUTPUT.replace("A", "B"))])
