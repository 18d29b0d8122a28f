"""The card of a chapter counts what the chapter has."""

from pathlib import Path

import pytest

from cworkbook.chapter_card import contents, duration
from support.sites import ROOT

QUESTION = """\
/// question {id="shift-how-far"}
**How far?**

/// right {key="1"} One
Yes.
///
"""
CHOICES = """\
??? choice "One"
    Yes.

??? choice "Two"
    No.

Text between two questions.

??? answer "Reveal"
    Three.
"""


def page(folder: Path, name: str, text: str) -> None:
    """Write a page below docs/."""
    path = folder / "docs" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_pages_questions_and_minutes_are_counted(tmp_path: Path) -> None:
    (tmp_path / "snippets").mkdir()
    page(tmp_path, "bits/index.md", "# Bits\n\n" + "word " * 900 + "\n\n" + QUESTION)
    page(tmp_path, "bits/shift.md", CHOICES + "\n```text\n" + "code " * 5000 + "\n```\n")
    page(tmp_path, "other/index.md", QUESTION)
    found = contents(tmp_path, "bits")
    assert found.pages == ("bits/index.md", "bits/shift.md")
    assert found.questions == 3
    assert found.programs == 0
    assert 11 <= found.minutes <= 12


def test_the_books_programs_that_run_in_the_page_are_counted() -> None:
    declarations = contents(ROOT, "declarations")
    assert declarations.programs > 10
    assert contents(ROOT, "xs").programs == 0


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (1, "about 10 minutes"),
        (44, "about 40 minutes"),
        (74, "about 70 minutes"),
        (75, "about 1 hour"),
        (80, "about 1½ hours"),
        (120, "about 2 hours"),
        (285, "about 5 hours"),
    ],
)
def test_a_duration_is_said_as_one_says_it(minutes: int, words: str) -> None:
    assert duration(minutes) == words
