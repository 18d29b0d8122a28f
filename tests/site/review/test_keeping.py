"""The page of all that the book keeps: what it shows, takes along, forgets and brings back."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from support.axe import breaches
from support.programs import Desk, figure_of, opened
from support.questions import Asked
from support.reviewing import Review
from support.visits import is_drawn_in, stand_still

MINE = "int main(void) { return 4; }"
FORBIDDEN = "Object.defineProperty(window, 'indexedDB', { value: undefined })"
DRAFTS = "your versions of programs"
UNCHECKED = "answers that you have not checked"
ANSWERS = "your answers, and what comes back"
KINDS = ("drafts", "unchecked", "texts", "answers", "sheets", "places", "choices")


@dataclass(frozen=True)
class Keeping:
    """The page, as a person handles it."""

    page: Page
    site: str

    def open(self) -> None:
        """Go there."""
        self.page.goto(f"{self.site}keeping/")
        expect(self.root).to_have_class(re.compile(r"\bis-live\b"))

    @property
    def root(self) -> Locator:
        """All of it."""
        return self.page.locator(".cwk")

    @property
    def said(self) -> Locator:
        """How the last step went."""
        return self.root.locator(".cwk-said")

    def kind(self, name: str) -> Locator:
        """A kind's part."""
        return self.root.locator(f"[data-kind={name}]")

    def button(self, name: str) -> Locator:
        """A button of the page."""
        return self.root.get_by_role("button", name=name, exact=True)

    def forget(self, name: str) -> None:
        """Forget a kind, and be sure of it."""
        self.button(f"Forget {name}").click()
        self.button(f"Forget {name}: forget all of it").click()


def change(page: Page, site: str) -> Desk:
    """Make a version of the book's program."""
    page.goto(f"{site}programs/")
    one = opened(page, "sizes.c")
    one.write(MINE)
    expect(one.versions).to_have_count(2)
    return one


@pytest.fixture
def filled(review: Review) -> Keeping:
    """The page on a device that has a version of a program and an answer."""
    review.answer("first-0", "omega")
    change(review.page, review.site)
    keeping = Keeping(review.page, review.site)
    keeping.open()
    expect(keeping.kind("drafts")).to_contain_text(
        "1 program, last changed March 2, 2026 at 9:00", use_inner_text=True
    )
    expect(keeping.kind("answers")).to_contain_text("1 question or drill")
    return keeping


@pytest.fixture
def options() -> dict[str, Any]:
    """A reader whose days begin where the test's clock is."""
    return {"timezone_id": "UTC"}


def test_who_has_done_nothing_is_told_that_nothing_is_kept(review: Review) -> None:
    keeping = Keeping(review.page, review.site)
    keeping.open()
    for name in KINDS:
        expect(keeping.kind(name)).to_contain_text("Nothing is kept.")
        expect(keeping.kind(name).get_by_role("button")).to_be_disabled()
    expect(keeping.button("Forget everything")).to_be_disabled()


def test_a_version_is_one_click_away_even_if_it_was_closed(filled: Keeping) -> None:
    figure = figure_of(filled.page, "sizes.c")
    filled.page.goto(f"{filled.site}programs/")
    figure.press("Close")
    filled.open()
    filled.kind("drafts").get_by_role("link", name="sizes.c").click()
    expect(figure.editor).to_have_text(MINE)


def test_one_kind_is_forgotten_and_the_others_stay(filled: Keeping) -> None:
    filled.forget(DRAFTS)
    expect(filled.kind("drafts")).to_contain_text("Nothing is kept.")
    expect(filled.said).to_have_text(re.compile("^It is forgotten"))
    filled.page.reload()
    expect(filled.kind("drafts")).to_contain_text("Nothing is kept.")
    expect(filled.kind("answers")).to_contain_text("1 question or drill")
    expect(filled.button("Undo")).to_be_hidden()
    filled.page.goto(f"{filled.site}first/")
    expect(Asked(filled.page, "first-0").ready().told).not_to_be_empty()
    filled.page.goto(f"{filled.site}programs/")
    expect(figure_of(filled.page, "sizes.c").versions).to_have_count(0)


def test_answers_go_with_what_they_brought_back(filled: Keeping) -> None:
    filled.forget(ANSWERS)
    expect(filled.kind("answers")).to_contain_text("Nothing is kept.")
    review = Review(filled.page, filled.site)
    review.at(8)
    review.open()
    expect(review.due).to_contain_text("Nothing comes back yet")
    filled.open()
    expect(filled.kind("answers")).to_contain_text("Nothing is kept.")


def test_a_second_thought_forgets_nothing(filled: Keeping) -> None:
    filled.button(f"Forget {DRAFTS}").press("Enter")
    sure = filled.button(f"Forget {DRAFTS}: forget all of it")
    expect(sure).to_have_text("Forget all?")
    sure.press("Tab")
    expect(filled.button(f"Forget {DRAFTS}")).to_have_text("Forget")
    expect(filled.kind("drafts")).to_contain_text("1 program")


def test_everything_is_forgotten_and_undo_brings_it_back(filled: Keeping) -> None:
    filled.forget("everything")
    for name in KINDS:
        expect(filled.kind(name)).to_contain_text("Nothing is kept.")
    expect(filled.button("Undo")).to_be_focused()
    filled.button("Undo").press("Enter")
    expect(filled.said).to_contain_text("is back")
    expect(filled.button("Forget everything")).to_be_focused()
    filled.page.reload()
    expect(filled.kind("drafts")).to_contain_text("1 program, last changed March 2, 2026")
    expect(filled.kind("answers")).to_contain_text("1 question or drill")


def test_a_file_holds_all_of_it(filled: Keeping, tmp_path: Path) -> None:
    with filled.page.expect_download() as waiting:
        filled.button("Export").click()
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)
    found = {(each["area"], each["key"]) for each in json.loads(file.read_text())["entries"]}
    assert found >= {("drafts", "sizes.c"), ("answers", "first-0"), ("cards", "first-0")}
    filled.forget("everything")
    filled.root.locator("input[type=file]").set_input_files(file)
    expect(filled.said).to_have_text(re.compile("newer things were taken"))
    expect(filled.kind("drafts")).to_contain_text("1 program")


def test_an_answer_that_is_not_checked_is_listed_taken_along_and_forgotten(
    review: Review, tmp_path: Path
) -> None:
    review.page.goto(f"{review.site}second/")
    begun = Asked(review.page, "second-1").ready()
    begun.choose("gamma")
    keeping = Keeping(review.page, review.site)
    keeping.open()
    own = keeping.kind("unchecked")
    expect(own).to_contain_text("1 answer, last changed March 2, 2026", use_inner_text=True)
    expect(keeping.kind("answers")).to_contain_text("Nothing is kept.")
    with review.page.expect_download() as waiting:
        keeping.button("Export").click()
    file = tmp_path / "x.json"
    waiting.value.save_as(file)
    keeping.forget(UNCHECKED)
    expect(own).to_contain_text("Nothing is kept.")
    review.page.goto(f"{review.site}second/")
    expect(begun.ready().root.get_by_role("radio", checked=True)).to_have_count(0)
    keeping.open()
    keeping.root.locator("input[type=file]").set_input_files(file)
    own.get_by_role("link", name="second-1").click()
    expect(begun.ready().root.get_by_label("gamma")).to_be_checked()
    expect(begun.root).to_be_in_viewport()
    begun.check()
    keeping.open()
    expect(own).to_contain_text("Nothing is kept.")
    expect(keeping.kind("answers")).to_contain_text("1 question or drill")


def test_a_device_that_keeps_nothing_is_said(review: Review) -> None:
    review.page.add_init_script(FORBIDDEN)
    keeping = Keeping(review.page, review.site)
    keeping.open()
    expect(keeping.said).to_contain_text("lets the book keep nothing here")
    expect(keeping.kind("drafts")).to_contain_text("Nothing is kept.")


def test_a_program_that_the_book_has_no_more_is_listed_without_a_link(
    filled: Keeping, tmp_path: Path
) -> None:
    entry = {"area": "drafts", "key": "gone.c", "value": {}, "when": 1}
    head = {"kind": "c-concepts-workbook", "version": 1, "when": 1}
    (tmp_path / "x.json").write_text(json.dumps(head | {"entries": [entry]}))
    filled.root.locator("input[type=file]").set_input_files(tmp_path / "x.json")
    item = filled.kind("drafts").get_by_role("listitem").filter(has_text="gone.c")
    expect(item).to_contain_text("does not have this program any more")
    expect(item.get_by_role("link")).to_have_count(0)


@pytest.mark.parametrize(
    ("options", "colours"),
    [({"color_scheme": "light"}, "light"), ({"color_scheme": "dark"}, "dark")],
)
def test_axe_finds_nothing_and_a_phone_needs_no_scrolling_sideways(
    review: Review, axe: str, colours: str
) -> None:
    change(review.page, review.site)
    keeping = Keeping(review.page, review.site)
    review.page.set_viewport_size({"width": 360, "height": 640})
    keeping.open()
    expect(keeping.kind("drafts").get_by_role("link", name="sizes.c")).to_be_visible()
    is_drawn_in(review.page, colours)
    stand_still(review.page)
    assert breaches(review.page, axe) == []
    wide, window = review.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert wide <= window


class TestWithoutScripts:
    """A reader whose browser runs none."""

    @pytest.fixture
    def options(self) -> dict[str, Any]:
        """Options of that browser."""
        return {"java_script_enabled": False}

    def test_two_sentences_say_so(self, review: Review) -> None:
        review.page.goto(f"{review.site}keeping/")
        expect(review.page.locator(".cwk-still")).to_be_visible()
        expect(review.page.get_by_role("button", name="Export")).to_have_count(0)
        expect(review.page.locator(".cwk-live")).to_be_hidden()
