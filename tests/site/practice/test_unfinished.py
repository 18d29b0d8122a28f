"""What is typed or chosen in practice and not checked yet stays, with its row of drills."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from cexplain.drills.drill import Drill
from support.practising import Practice, row

KINDS = ("write",)
LINK = "#v=1&seed=left&kinds=write"
BEGUN = "char *(*pi"
FULL = """() => {
    IDBObjectStore.prototype.put = () => { throw new DOMException("no", "QuotaExceededError"); };
}"""


@dataclass
class Pupil:
    """Somebody in the middle of a row, who may leave the page in several ways."""

    page: Page
    site: str

    @property
    def practice(self) -> Practice:
        """The page of practice."""
        return Practice(self.page, self.site)

    @property
    def field(self) -> Locator:
        """Where the answer is typed."""
        return self.practice.question.get_by_role("textbox")

    def begin(self) -> Drill:
        """Answer one drill, type a part of the next one's answer, and return that drill."""
        self.practice.open(LINK)
        asked = row("left", KINDS)
        first = asked.next()
        self.practice.shows(first)
        self.practice.answer(first)
        self.practice.button("Next").click()
        asked.answers.append(True)
        second = asked.next()
        self.practice.shows(second)
        self.field.fill(BEGUN)
        return second

    def reload(self) -> None:
        """Load the page again."""
        self.page.reload()

    def go_and_come_back(self) -> None:
        """Follow a link within the book, and go back."""
        self.page.locator("a.md-logo").first.click()
        expect(self.page.get_by_role("heading", name="Home")).to_be_visible()
        self.page.go_back()

    def leave_the_site(self) -> None:
        """Type another address, and go back."""
        self.page.goto("about:blank")
        self.page.go_back()

    def close_the_tab(self) -> None:
        """Close the tab, and open the page in another one, without the link."""
        context = self.page.context
        self.page.close()
        self.page = context.new_page()
        self.page.goto(f"{self.site}practice/")


WAYS = (Pupil.reload, Pupil.go_and_come_back, Pupil.leave_the_site, Pupil.close_the_tab)


@pytest.fixture
def pupil(practice: Practice) -> Pupil:
    """A pupil at the page of practice."""
    return Pupil(practice.page, practice.site)


@pytest.mark.parametrize("leave", WAYS, ids=lambda way: way.__name__)
def test_a_typed_answer_stays_whichever_way_the_page_is_left(
    pupil: Pupil, leave: Callable[[Pupil], None]
) -> None:
    second = pupil.begin()
    leave(pupil)
    pupil.practice.shows(second)
    expect(pupil.field).to_have_value(BEGUN)
    expect(pupil.practice.score).to_have_text("1 of 1 right.")
    pupil.practice.answer(second)
    expect(pupil.practice.score).to_have_text("2 of 2 right.")


def test_the_row_goes_on_as_if_nobody_had_left(pupil: Pupil) -> None:
    second = pupil.begin()
    pupil.reload()
    pupil.practice.shows(second)
    pupil.practice.answer(second)
    pupil.practice.button("Next").click()
    asked = row("left", KINDS)
    for _ in range(2):
        asked.next()
        asked.answers.append(True)
    pupil.practice.shows(asked.next())


def test_a_choice_stays_too(pupil: Pupil) -> None:
    pupil.practice.open("#v=1&seed=left&kinds=read")
    drill = row("left", ("read",)).next()
    pupil.practice.shows(drill)
    pupil.practice.question.get_by_role("radio").nth(1).check()
    pupil.reload()
    pupil.practice.shows(drill)
    expect(pupil.practice.question.get_by_role("radio").nth(1)).to_be_checked()


def test_what_is_checked_or_taken_away_is_not_kept(pupil: Pupil) -> None:
    pupil.begin()
    pupil.field.fill("")
    pupil.page.goto(f"{pupil.site}practice/")
    second = pupil.begin()  # the row begins at its first drill
    pupil.practice.answer(second)
    pupil.reload()
    pupil.practice.shows(row("left", KINDS).next())
    expect(pupil.field).to_have_value("")


def test_each_link_has_its_own_and_the_last_one_comes_first(pupil: Pupil) -> None:
    pupil.begin()
    pupil.practice.open("#v=1&seed=other&kinds=write")
    pupil.practice.shows(row("other", KINDS).next())
    pupil.field.fill("int (")
    pupil.page.goto(f"{pupil.site}practice/")
    expect(pupil.field).to_have_value("int (")
    assert pupil.page.url.endswith("#v=1&seed=other&kinds=write")
    pupil.page.goto(f"{pupil.site}practice/{LINK}")
    expect(pupil.field).to_have_value(BEGUN)


def test_another_tab_shows_it_and_what_is_typed_there_comes_back(pupil: Pupil) -> None:
    second = pupil.begin()
    tab = Pupil(pupil.page.context.new_page(), pupil.site)
    tab.practice.open(LINK)
    tab.practice.shows(second)
    expect(tab.field).to_have_value(BEGUN)
    pupil.field.fill("char *(*pick")
    expect(tab.field).to_have_value("char *(*pick")
    tab.field.press("End")
    tab.field.press_sequentially(")(int)")
    expect(pupil.field).to_have_value("char *(*pick)(int)")


def test_a_full_device_says_so_and_the_page_keeps_it(pupil: Pupil) -> None:
    pupil.begin()
    pupil.page.evaluate(FULL)
    pupil.field.press_sequentially("c")
    expect(pupil.practice.score).to_contain_text("The device has no room left.")
    expect(pupil.field).to_have_value(f"{BEGUN}c")
