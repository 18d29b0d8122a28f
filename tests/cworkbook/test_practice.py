"""Which exercises the end of a page leads to."""

from pathlib import Path

import pytest

from cworkbook.practice import exercises_of
from support.sites import ROOT


@pytest.mark.parametrize(
    ("page", "exercises"),
    [
        ("declarations/index.md", "declarations/exercises.md"),
        ("declarations/parameters.md", "declarations/exercises.md"),
        ("declarations/exercises.md", None),
        ("xen/rings.md", "xen/rings-exercises.md"),
        ("xen/events.md", "xen/rings-exercises.md"),
        ("xen/history.md", None),
        ("xen/index.md", None),  # the next exercises are of one page, not of the chapter
        ("index.md", None),
        ("rules/spiral.md", None),
    ],
)
def test_the_exercises_of_a_page_follow_it_in_the_navigation(
    page: str, exercises: str | None
) -> None:
    assert exercises_of(page, ROOT) == exercises


def test_a_page_of_no_navigation_has_none(tmp_path: Path) -> None:
    assert exercises_of("bits/shift.md", tmp_path) is None
