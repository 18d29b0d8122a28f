"""How many exercises there are: each chapter has some in which code is written and checked."""

import pytest

from cworkbook import exercises
from cworkbook.proof_taught import LINE, exercises_html, written
from support.sites import ROOT


@pytest.mark.parametrize(
    "chapter",
    [
        "declarations",
        "volatile",
        "ownership",
        "leaks",
        "exhaustion",
        "cleanup",
        "glib",
        "costs",
        "symbols",
        "slicing",
    ],
)
def test_a_chapter_has_three_in_which_a_program_is_written_in_the_page(chapter: str) -> None:
    """A declaration of one line is counted apart."""
    assert written(ROOT)[chapter] >= 3


@pytest.mark.parametrize("chapter", ["xs", "xen"])
def test_a_chapter_that_no_page_can_run_has_three_on_the_readers_machine(chapter: str) -> None:
    own = exercises.load(ROOT).values()
    assert sum(one.page.startswith(f"{chapter}/") for one in own) >= 3


def test_the_proof_counts_them() -> None:
    text = exercises_html(ROOT)
    own = exercises.load(ROOT).values()
    for word, number in (
        ("programs to write in the page", sum(written(ROOT).values())),
        ("declarations to write in the page", sum(written(ROOT, LINE).values())),
        ("on your own machine", len(own)),
        ("checks of those", sum(len(one.checks) for one in own)),
        ("wrong solutions answered", sum(len(one.wrong) for one in own)),
    ):
        assert f"<dt>{word}</dt><dd>{number}</dd>" in text
