"""Tables that read a declaration step by step."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from markdown import Markdown

from cexplain import explain
from cexplain.spelling.spell import spell
from cexplain.tree import Declaration
from cworkbook.pages import PageError
from cworkbook.walk import steps
from strategies import trees
from support.classics import CLASSICS


def render(text: str, root: Path) -> str:
    """The HTML of a page's Markdown."""
    configs = {"cworkbook.extension": {"root": str(root)}}
    extensions = ["pymdownx.superfences", "cworkbook.extension"]
    return Markdown(extensions=extensions, extension_configs=configs).convert(text)


def rows(text: str) -> list[tuple[str, str]]:
    """What each step takes, and what it leaves."""
    return [(step.taken, step.left) for step in steps(explain(text).readings[0], text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "int *a[10][15];",
            [("a", "int * [10][15]"), ("[10]", "int * [15]"), ("[15]", "int *"), ("*", "int")],
        ),
        ("int (*b)[3];", [("b", "int (*)[3]"), ("*", "int [3]"), ("[3]", "int")]),
        ("int *g();", [("g", "int * ()"), ("()", "int *"), ("*", "int")]),
        (
            "void (*signal(int, void (*)(int)))(int);",
            [
                ("signal", "void (* (int, void (*)(int)))(int)"),
                ("(int, void (*)(int))", "void (*)(int)"),
                ("*", "void (int)"),
                ("(int)", "void"),
            ],
        ),
        ("static const char *p;", [("static … p", "const char *"), ("*", "const char")]),
    ],
)
def test_each_step_takes_one_thing_and_leaves_the_rest(
    text: str, expected: list[tuple[str, str]]
) -> None:
    *before, (taken, left) = rows(text)
    assert before == expected
    assert (taken, left) == (expected[-1][1], "")


@given(trees())
def test_the_last_step_has_said_everything(declaration: Declaration) -> None:
    explanation = explain(spell(declaration), std="gnu23")
    for reading in explanation.readings[:1]:
        assert steps(reading, explanation.source)[-1].said == reading.prose


@pytest.mark.parametrize(
    "name", ["signal", "spiral-breaks-behind-a-function", "qualified", "deep", "static-table"]
)
def test_the_last_step_leaves_nothing(name: str) -> None:
    assert rows(CLASSICS[name])[-1][1] == ""


def test_a_page_has_the_steps_as_a_table_below_the_reading(tmp_path: Path) -> None:
    html = render('```c {explain="1" picture="walk"}\nint *p[2];\n```', tmp_path)
    assert "<svg" not in html
    assert " ".join(re.sub(r"<[^>]*>", " ", html).split()).endswith(
        "Read Left to read Said so far p int * [2] p is [2] int * p is an array of 2"
        " * int p is an array of 2 pointers to int nothing p is an array of 2 pointers to int"
    )


def test_steps_are_those_of_one_declaration(tmp_path: Path) -> None:
    with pytest.raises(PageError, match="takes one declaration"):
        render('```c {explain="1" picture="walk"}\nint a;\nint b;\n```', tmp_path)
