"""Fences that stand for Markdown made from a data file."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from cworkbook import expansions
from cworkbook.expansions import expanded
from cworkbook.page_lines import LineError

HERE = Path()


def two(options: Mapping[str, str], page: str, _root: Path) -> list[str]:
    """Two lines, of which one has a break in it."""
    if "wrong" in options:
        raise ValueError(f"wrong is {options['wrong']}")
    return ["one", f"two\n{page}"]


@pytest.fixture(autouse=True)
def _known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(expansions.EXPANSIONS, "two", two)


def lines(text: str) -> list[tuple[int, str]]:
    """What a page becomes, with the lines that each came from."""
    made = expanded(text.splitlines(), "a.md", HERE)
    return list(zip(made.origins, made.texts, strict=True))


def told(text: str) -> tuple[int, str]:
    """The line that an error is about, and what it says."""
    with pytest.raises(LineError) as raised:
        lines(text)
    return raised.value.line, str(raised.value)


def test_a_fence_is_replaced_and_its_lines_know_where_they_come_from() -> None:
    assert lines("a\n```two\n```\nb") == [
        (1, "a"),
        (2, "one"),
        (2, "two"),
        (2, "a.md"),
        (4, "b"),
    ]


def test_a_fence_within_a_fence_is_only_shown() -> None:
    text = "````markdown\n```two\n```\n````\n~~~text\n```two\n~~~"
    assert [line for _, line in lines(text)] == text.splitlines()


def test_a_snippet_in_a_language_that_shows_none_is_refused() -> None:
    """It was an empty block on the page, and nobody noticed."""
    line, words = told('a\n```basch {snippet="one/build.sh" show="code"}\n```')
    assert line == 2
    assert words == "no fence of 'basch' can show a snippet; did you mean 'bash'?"


def test_other_fences_stay_as_they_are() -> None:
    text = '```c {snippet="x"}\n```\n```\ntwo\n```'
    assert [line for _, line in lines(text)] == text.splitlines()


def test_a_longer_row_of_ticks_closes_and_a_shorter_one_does_not() -> None:
    assert [line for _, line in lines("```two\n`````\nb")] == ["one", "two", "a.md", "b"]
    assert told("````two\n```\n")[0] == 2


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("a\n```two\nb\n```", 3, "this fence is empty"),
        ("a\n```two\n", 2, "this fence is not closed"),
        ("- a\n\n    ```two\n    ```", 3, "this fence begins at the margin"),
        ("```two {wrong}\n```", 1, "'wrong' are no options; write name=\"value\""),
        ("a\n\n```two {wrong='so'}\n```", 3, "wrong is so"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, line: int, said: str) -> None:
    number, message = told(text)
    assert number == line
    assert message.startswith(said)
