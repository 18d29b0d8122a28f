"""What the page of what is kept knows of the book: where each program and question is."""

import html
import json
from pathlib import Path

import pytest

from cworkbook import book
from cworkbook.fences import Place
from cworkbook.keeping_page import FENCE, known, programs, questions
from cworkbook.pages import Page, PageError
from cworkbook.questions import identities

ROOT = Path(__file__).resolve().parents[2]


def test_every_program_that_a_page_shows_is_known_with_a_page() -> None:
    found = programs(ROOT)
    assert set(found) == book.shown_snippets(ROOT)
    assert found["misconceptions/arrays-are-pointers.c"] == "misconceptions/arrays/"
    for address in found.values():
        folder = ROOT / "docs" / address.rstrip("/")
        assert (folder / "index.md").is_file() or folder.with_suffix(".md").is_file()


def test_every_question_is_known_with_its_page() -> None:
    found = questions(ROOT)
    assert set(found) == set(identities.read(ROOT).known)
    assert found["slicing-half-assigned"] == "slicing/assignment/"


@pytest.fixture
def place() -> Place:
    """The page's fence."""
    return Place(Page(ROOT, "docs/keeping.md"), 17)


def test_it_is_one_line_of_html_that_gives_it_back(place: Place) -> None:
    line = FENCE.render("", {}, place)
    data = line.removeprefix('<div class="cwk-known" hidden data-known="').removesuffix('"></div>')
    assert json.loads(html.unescape(data)) == known(ROOT)
    assert "\n" not in line


def test_a_fence_with_a_text_is_refused_at_its_line(place: Place) -> None:
    with pytest.raises(PageError, match=r"docs/keeping\.md:17: error: this fence is empty"):
        FENCE.render("x", {}, place)
