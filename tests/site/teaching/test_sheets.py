"""A class link in Chromium: the same sheet for everybody, kept on the device, by mouse and keys."""

import re
from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from cexplain.drills.sheet import sheet
from cexplain.drills.table import KINDS
from support.axe import breaches
from support.questions import Asked
from support.teaching import Learner
from support.visits import is_drawn_in, stand_still
from support.watching import watched

ALL = tuple(KINDS)
BOTH = "#v=1&title=Week+3&due=2027-03-31&seed=7b&drills=3&level=2&chapters=first.second&questions=2"
BOOK = "#v=1&seed=7b&chapters=first&questions=2"
DRILLS = "#v=1&seed=7b&drills=2&kinds=read&level=2"
FORBIDDEN = """
    Object.defineProperty(window, "indexedDB", { value: undefined });
    Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no"); } });
"""


def asked(learner: Learner) -> list[str]:
    """What a sheet of two questions and three drills asks, in its order."""
    learner.open(BOTH)
    expect(learner.numbers).to_have_count(5)
    found: list[str] = []
    for number in (1, 2):
        learner.go(number)
        if found:  # the question before it is live as well
            expect(learner.question).not_to_have_id(found[-1])
        expect(learner.question).to_have_class(re.compile(r"\bis-live\b"))
        found.append(learner.question.get_attribute("id") or "")
    expect(learner.numbers.nth(4)).to_be_enabled()
    for number, drill in zip((3, 4, 5), sheet("7b", ALL, 3, 2), strict=True):
        learner.go(number)
        learner.shows(drill)
        found.append(learner.drill.inner_text())
    return found


def test_two_learners_get_the_same_sheet_from_a_link(
    learner: Learner, browser: Browser, site: str
) -> None:
    first = asked(learner)
    with watched(browser, site) as page:
        assert asked(Learner(page, site)) == first
    assert len(set(first)) == 5


def test_the_same_chapters_with_another_seed_ask_something_else(learner: Learner) -> None:
    found = set()
    for seed in range(6):
        learner.page.goto("about:blank")
        learner.open(f"#v=1&seed={seed}&chapters=first.second&questions=2")
        expect(learner.question).to_have_class(re.compile(r"\bis-live\b"))
        learner.go(2)
        expect(learner.question).to_have_class(re.compile(r"\bis-live\b"))
        found.add(learner.question.get_attribute("id"))
    assert len(found) > 1


@pytest.mark.parametrize(
    ("options", "day"),
    [
        ({"locale": "de-DE"}, "Mittwoch, 31. März 2027"),
        ({"locale": "en-US"}, "Wednesday, March 31, 2027"),
    ],
)
def test_the_date_is_written_as_the_reader_writes_dates(
    newcomer: Learner, options: dict[str, Any], day: str
) -> None:
    newcomer.page.clock.set_fixed_time(datetime(2027, 3, 31, 12, tzinfo=UTC))
    newcomer.open(BOOK + "&due=2027-03-31&title=Week+3")
    due = newcomer.root.locator(".cwc-due")
    expect(due).to_have_text(f"Due {day}.")
    expect(due.locator("time")).to_have_attribute("lang", options["locale"])
    newcomer.page.clock.set_fixed_time(datetime(2027, 4, 2, 12, tzinfo=UTC))
    newcomer.page.reload()
    expect(due).to_contain_text(f"It was due {day}. You can still finish it")
    expect(newcomer.root.get_by_role("heading", name="Week 3")).to_be_visible()


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("#v=1&seed=7b&drills=many", "“many” is not a number of drills from 1 to 60"),
        ("#v=1&seed=7b&chapters=third", "this book has no chapter “third”"),
        ("#v=1&seed=7b&chapters=first&due=2027-02-30", "“2027-02-30” is not a date"),
        ("#v=1&seed=%3Cimg+src%3Dx%3E&drills=1&kinds=%3Cb%3E", "“<b>” is not a kind of drill"),
    ],
)
def test_a_link_with_a_slip_says_which_and_makes_no_sheet(
    learner: Learner, link: str, said: str
) -> None:
    learner.open(link)
    expect(learner.said).to_contain_text(f"This class link does not work: {said}")
    expect(learner.said).to_contain_text("Ask for the link again.")
    expect(learner.numbers).to_have_count(0)
    expect(learner.root.locator(".cwc-none")).to_be_visible()
    # The right one, put into the address after that, opens.
    learner.page.evaluate("link => { location.hash = link }", BOOK)
    expect(learner.numbers).to_have_count(2)
    expect(learner.said).to_be_empty()


def test_answers_are_kept_with_those_of_the_book(learner: Learner, site: str) -> None:
    learner.open(BOOK)
    learner.answer("omega")
    expect(learner.score).to_have_text("1 of 2 answered, 0 right.")
    expect(learner.numbers.first).to_have_attribute("aria-label", "1: not right yet")
    one = learner.answer("alpha")
    expect(learner.score).to_have_text("1 of 2 answered, 1 right.")
    expect(learner.numbers.first).to_have_attribute("aria-label", "1: right at a later try")
    learner.page.reload()
    expect(learner.score).to_have_text("1 of 2 answered, 1 right.")
    # It goes on where something is open.
    expect(learner.numbers.nth(1)).to_have_attribute("aria-current", "true")
    learner.page.goto(f"{site}first/")
    expect(Asked(learner.page, one.identity).ready().told).to_contain_text("It is the first")
    # The sheet is found again without its link.
    learner.open()
    learner.root.get_by_role("link", name="Sheet 7b").click()
    expect(learner.score).to_have_text("1 of 2 answered, 1 right.")


def test_drills_are_kept_too_and_so_is_what_is_not_checked_yet(learner: Learner) -> None:
    link = "#v=1&seed=7b&drills=2&kinds=write&level=2"
    first, second = sheet("7b", ("write",), 2, 2)
    learner.open(link)
    learner.shows(first)
    learner.drilled(first, right=False)
    learner.button("Next").click()
    learner.shows(second)
    expect(learner.drill.get_by_role("textbox")).to_be_focused()
    learner.drill.get_by_role("textbox").fill("int half_d")
    learner.page.reload()
    learner.shows(second)
    expect(learner.drill.get_by_role("textbox")).to_have_value("int half_d")
    expect(learner.score).to_have_text("1 of 2 answered, 0 right.")
    learner.go(1)
    learner.shows(first)
    expect(learner.drill.locator(".cw-question__status")).to_have_text("Not so.")
    expect(learner.drill.locator(".cw-question__told")).to_contain_text("The answer:")
    # A date that is put off, and another title, change nothing.
    learner.open(link + "&title=Again&due=2030-01-01")
    expect(learner.score).to_have_text("1 of 2 answered, 0 right.")


def test_a_drill_that_was_missed_comes_back_in_review(learner: Learner, site: str) -> None:
    (first, _) = sheet("7b", ("read",), 2, 2)
    learner.open(DRILLS)
    learner.shows(first)
    learner.drilled(first, right=False)
    expect(learner.score).to_have_text("1 of 2 answered, 0 right.")
    learner.page.goto(f"{site}review/")
    expect(learner.page.locator(".cwr-due")).to_contain_text("The next question comes back")


def test_another_tab_of_the_same_sheet_hears_of_each_answer(learner: Learner) -> None:
    learner.open(DRILLS)
    other = Learner(learner.page.context.new_page(), learner.site)
    other.open(DRILLS)
    (first, _) = sheet("7b", ("read",), 2, 2)
    other.shows(first)
    other.drilled(first)
    expect(other.score).to_have_text("1 of 2 answered, 1 right.")
    expect(learner.score).to_have_text("1 of 2 answered, 1 right.")


def test_a_sheet_can_be_done_by_keys_alone(learner: Learner) -> None:
    learner.open(DRILLS)
    first, second = sheet("7b", ("read",), 2, 2)
    keyboard = learner.page.keyboard
    learner.shows(first)
    learner.numbers.first.focus()
    for _ in ("the second number", "the code, which may be wide", "the first choice"):
        keyboard.press("Tab")
    expect(learner.drill.get_by_role("radio").first).to_be_focused()
    for drill in (first, second):
        learner.shows(drill)
        keyboard.press("Space")
        for _ in range(drill.right):
            keyboard.press("ArrowDown")
        keyboard.press("Enter")
        expect(learner.button("Next")).to_be_focused()
        keyboard.press("Enter")
    expect(learner.said).to_have_text(
        "You have answered everything. Save it below, and hand it in."
    )
    expect(learner.button("Save what I did")).to_be_focused()
    with learner.page.expect_download():
        keyboard.press("Enter")
    expect(learner.root.locator(".cwc-saved")).to_have_text(
        "result.json is saved. Nothing was sent."
    )


def test_where_the_device_keeps_nothing_it_is_said_and_the_sheet_works(learner: Learner) -> None:
    learner.page.add_init_script(FORBIDDEN)
    learner.open(BOOK)
    expect(learner.said).to_contain_text("This browser lets the book keep nothing here.")
    learner.answer("alpha")
    expect(learner.score).to_have_text("1 of 2 answered, 1 right.")
    with learner.page.expect_download():
        learner.button("Save what I did").click()


@pytest.mark.parametrize(
    "options", [{"viewport": {"width": 360, "height": 740}, "has_touch": True}]
)
def test_a_phone_has_room_and_targets_for_fingers(
    learner: Learner, options: dict[str, Any]
) -> None:
    learner.open(f"#v=1&title={'W' * 40}&seed=7b&drills=40&kinds=read&level=5&chapters=first")
    expect(learner.numbers).to_have_count(44)
    expect(learner.numbers.last).to_be_enabled()
    learner.numbers.last.tap()
    expect(learner.drill).to_be_visible()
    assert learner.page.evaluate("document.documentElement.scrollWidth") <= 360
    for target in learner.root.locator("button:visible, label.cw-question__choice").all():
        box = target.bounding_box()
        assert box is not None
        assert min(box["height"], box["width"]) >= 24


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(learner: Learner, axe: str, scheme: Any) -> None:
    learner.page.emulate_media(color_scheme=scheme)
    learner.open(BOTH)
    expect(learner.numbers.nth(4)).to_be_enabled()
    learner.answer("omega")
    learner.go(3)
    drill = sheet("7b", ALL, 3, 2)[0]
    learner.shows(drill)
    learner.drilled(drill)
    is_drawn_in(learner.page, scheme)
    stand_still(learner.page)
    assert breaches(learner.page, axe) == []


@pytest.mark.parametrize("options", [{"java_script_enabled": False}])
def test_without_scripts_the_page_says_what_it_is_for(
    learner: Learner, options: dict[str, Any]
) -> None:
    learner.page.goto(f"{learner.site}class/{BOTH}")
    expect(learner.root.locator(".cwc-still")).to_be_visible()
    expect(learner.root.locator(".cwc-none")).to_be_visible()


def test_where_python_does_not_come_the_books_questions_do(newcomer: Learner) -> None:
    newcomer.page.route("**/python-worker-*.js", partial(_refuse))
    newcomer.open(BOTH)
    newcomer.answer("alpha")
    expect(newcomer.score).to_have_text("1 of 5 answered, 1 right.")
    expect(newcomer.numbers.nth(4)).to_be_disabled()
    expect(newcomer.button("Try again")).to_be_visible()
    newcomer.page.unroute("**/python-worker-*.js")
    newcomer.button("Try again").click()
    expect(newcomer.numbers.nth(4)).to_be_enabled()


def _refuse(route: Any) -> None:
    """Answer as a site does that fails."""
    route.fulfill(status=503, content_type="text/plain", body="")
