"""A reader's week, once by keyboard alone and once by touch on a phone."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pytest
from playwright.sync_api import Locator, Page, expect

from support.practising import Practice
from support.questions import Asked
from support.reviewing import Review

MOST = 200  # presses of Tab, more than any page of this book has stops
FORBIDDEN = """
    Object.defineProperty(window, "indexedDB", { value: undefined });
    Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no"); } });
"""
PHONE = {"has_touch": True, "viewport": {"width": 360, "height": 740}}


class Hand(Protocol):
    """How somebody presses and chooses."""

    def press(self, what: Locator) -> None:
        """Press a button, or a field that opens something."""

    def write(self, what: Locator, text: str) -> None:
        """Write a text into a field, instead of what is there."""

    def choose(self, asked: Asked, label: str) -> None:
        """Choose one of a question's answers."""


@dataclass(frozen=True)
class Keys:
    """Tab, arrows and Enter."""

    page: Page

    def press(self, what: Locator) -> None:
        """Go there and press Enter."""
        self.reach(what)
        self.page.keyboard.press("Enter")

    def write(self, what: Locator, text: str) -> None:
        """Go there, which selects what is there, and type."""
        self.reach(what)
        self.page.keyboard.type(text)

    def choose(self, asked: Asked, label: str) -> None:
        """Go into the group, and along it."""
        radios = asked.root.get_by_role("radio")
        wanted = asked.root.get_by_label(label, exact=True)
        self.reach(radios)
        self.page.keyboard.press("Space")
        for _ in range(radios.count()):
            if wanted.is_checked():
                break
            self.page.keyboard.press("ArrowDown")
        expect(wanted).to_be_checked()

    def reach(self, what: Locator) -> None:
        """Press Tab until one of some elements has the focus."""
        for _ in range(MOST):
            if what.evaluate_all("(all) => all.includes(document.activeElement)"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not reach {what}")


@dataclass(frozen=True)
class Touch:
    """A finger."""

    page: Page

    def press(self, what: Locator) -> None:
        """Tap it."""
        what.tap()

    def write(self, what: Locator, text: str) -> None:
        """Tap it, select all of it, and have the phone's keyboard write."""
        what.tap()
        what.select_text()
        self.page.keyboard.insert_text(text)

    def choose(self, asked: Asked, label: str) -> None:
        """Tap its words."""
        asked.root.locator("label", has_text=label).tap()


def answer(hand: Hand, asked: Asked, label: str, said: str) -> None:
    """Choose and check."""
    hand.choose(asked, label)
    hand.press(asked.button("Check"))
    expect(asked.status).to_contain_text(said)


def paper(hand: Hand, practice: Practice, seed: str, count: int) -> str:
    """Have a sheet of so many drills made from a seed, and return what is on it."""
    practice.page.goto("about:blank")
    practice.open()
    hand.press(practice.root.locator(".cwp-choose > summary"))
    hand.write(practice.root.get_by_label("Seed"), seed)
    hand.press(practice.root.get_by_text("A sheet for paper"))
    hand.write(practice.root.get_by_label("Questions"), str(count))
    hand.press(practice.button("Make the sheet"))
    made = practice.root.locator(".cwp-paper")
    expect(made.locator(":scope > .cwp-list > li")).to_have_count(count)
    return made.inner_text()


BY_HAND = pytest.mark.parametrize(
    ("options", "made"), [({}, Keys), (PHONE, Touch)], ids=["keyboard", "touch"]
)


@BY_HAND
def test_a_week(
    review: Review, options: dict[str, Any], made: type[Keys | Touch], tmp_path: Path
) -> None:
    page = review.page
    hand: Hand = made(page)
    # The first day: one answer is wrong at first, and both stay when the page is loaded again.
    page.goto(f"{review.site}first/")
    first, second = Asked(page, "first-0").ready(), Asked(page, "first-1").ready()
    answer(hand, first, "omega", "Not so.")
    answer(hand, first, "alpha", "Right.")
    answer(hand, second, "alpha", "Right.")
    page.reload()
    expect(first.ready().root.get_by_label("alpha")).to_be_checked()
    expect(first.told).not_to_be_empty()
    # Days later what was missed is due, and is known now.
    review.at(8)
    review.open()
    expect(review.due).to_have_text("1 question is due.")
    hand.press(review.button("Review"))
    expect(first.root.get_by_role("radio").first).to_be_focused()
    answer(hand, first, "alpha", "Right.")
    hand.press(review.button("Next question"))
    expect(review.root).to_contain_text("That was all for now.")
    # All of it is taken along, forgotten, and brought back.
    with page.expect_download() as waiting:
        hand.press(review.button("Export"))
    file = tmp_path / "kept.json"
    waiting.value.save_as(file)
    hand.press(review.button("Reset First"))
    hand.press(review.button("Reset First: forget all of it"))
    expect(review.row("First")).to_contain_text("0 of 2")
    with page.expect_file_chooser() as chooser:
        hand.press(review.button("Import"))
    chooser.value.set_files(file)
    expect(review.said).to_have_text(re.compile("newer things were taken"))
    expect(review.row("First")).to_contain_text("2 of 2")
    # A sheet of drills is the same one whenever its seed is written, and another seed's is not.
    practice = Practice(page, review.site)
    first_sheet = paper(hand, practice, "7b", 3)
    assert paper(hand, practice, "7b", 3) == first_sheet
    assert paper(hand, practice, "8c", 3) != first_sheet


@BY_HAND
def test_a_day_on_a_device_that_keeps_nothing(
    review: Review, options: dict[str, Any], made: type[Keys | Touch]
) -> None:
    page = review.page
    page.add_init_script(FORBIDDEN)
    hand: Hand = made(page)
    page.goto(f"{review.site}first/")
    asked = Asked(page, "first-0").ready()
    answer(hand, asked, "omega", "Not so.")
    answer(hand, asked, "alpha", "Right.")
    page.reload()
    expect(asked.ready().root.get_by_role("radio", checked=True)).to_have_count(0)
    answer(hand, asked, "alpha", "Right.")
    review.open()
    expect(review.said).to_contain_text("lets the book keep nothing here")
    expect(review.due).to_contain_text("Nothing comes back yet")
