"""What the page of review knows of the book: every question, and every belief."""

import html
import json
from pathlib import Path

import pytest

from cworkbook.fences import Place
from cworkbook.links import address
from cworkbook.options import OptionError
from cworkbook.pages import Page, PageError
from cworkbook.questions.book_questions import questions_of
from cworkbook.review_page import FENCE, known

ROOT = Path(__file__).resolve().parents[2]


def test_every_question_of_the_book_is_known_with_its_page() -> None:
    questions, faults = questions_of(ROOT)
    assert not faults
    chapters = known(ROOT)["chapters"]
    found = {name: page for each in chapters.values() for name, page in each["questions"].items()}
    assert found == {
        q.identity: address(q.page.removeprefix("docs/"), "index.md") for q in questions
    }


def test_a_questions_name_begins_with_its_chapter() -> None:
    """The page's scripts take the chapter from there, where nothing else of the book is known."""
    for name, chapter in known(ROOT)["chapters"].items():
        assert {each.split("-")[0] for each in chapter["questions"]} == {name}
        assert chapter["title"]


def test_every_belief_is_known_by_a_name_without_marks() -> None:
    beliefs = known(ROOT)["beliefs"]
    assert beliefs["spiral"] == "The spiral rule reads every declaration"
    assert not any("`" in name for name in beliefs.values())


@pytest.fixture
def place() -> Place:
    """The page's fence."""
    return Place(Page(ROOT, "docs/review/index.md"), 21)


def test_it_is_one_line_of_html_that_gives_it_back(place: Place) -> None:
    line = FENCE.render("", {}, place)
    data = line.removeprefix('<div class="cwr-known" hidden data-known="').removesuffix('"></div>')
    assert '"' not in data
    assert json.loads(html.unescape(data)) == known(ROOT)


def test_options_and_a_text_are_refused(place: Place) -> None:
    with pytest.raises(OptionError, match="group"):
        FENCE.render("", {"group": "xs"}, place)
    with pytest.raises(PageError, match=r"docs/review/index\.md:21: error: this fence is empty"):
        FENCE.render("all", {}, place)
