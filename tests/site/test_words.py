"""Words of the glossary: a card by pointer, key and finger, and a plain link without scripts."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from support.axe import breaches
from support.visits import Visit, is_drawn_in, stand_still

CHAPTER = "volatile/"
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


def word(page: Page, text: str) -> Locator:
    """A marked word, in view and with its card at hand."""
    found = page.locator("a.cw-word", has_text=text).first
    found.scroll_into_view_if_needed()
    expect(found).to_have_attribute("aria-describedby", re.compile(r"^cw-means-\d"))
    return found


def first_word(page: Page) -> Locator:
    """The first marked word of the chapter."""
    return word(page, "side effect")


def card(page: Page) -> Locator:
    """The card that is open."""
    return page.locator(".cw-meaning")


def test_pointing_at_a_word_opens_its_card_which_can_be_pointed_at(visit: Visit) -> None:
    page = visit.go(CHAPTER)
    first_word(page).hover()
    expect(card(page)).to_contain_text("What evaluating an expression does besides")
    card(page).get_by_role("link", name="The rule (volatile)").hover()
    page.mouse.wheel(0, 1)
    expect(card(page)).to_be_visible()
    page.mouse.move(0, 0)
    expect(card(page)).to_have_count(0)


def test_escape_closes_a_card_that_is_pointed_at(visit: Visit) -> None:
    page = visit.go(CHAPTER)
    first_word(page).hover()
    expect(card(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)


def test_by_keyboard_a_card_opens_is_walked_into_and_closes(visit: Visit) -> None:
    page = visit.go(CHAPTER)
    first = first_word(page)
    page.keyboard.press("Tab")  # from here on what has the focus is seen to have it
    first.focus()
    expect(first).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    expect(card(page).get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)
    expect(first).to_be_focused()
    expect(first).not_to_have_attribute("aria-expanded", "true")


def test_walking_on_closes_one_card_and_opens_the_next(visit: Visit) -> None:
    page = visit.go(CHAPTER)
    first = first_word(page)
    page.keyboard.press("Tab")
    first.focus()
    for _ in range(3):  # both links of the card, then the next word
        page.keyboard.press("Tab")
    expect(card(page)).to_have_count(1)
    expect(card(page)).to_contain_text("no other thread can see half done")


def test_enter_leads_to_the_list(visit: Visit) -> None:
    page = visit.go(CHAPTER)
    first_word(page).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/words/#side-effect")
    expect(page.locator("h3#side-effect")).to_contain_text("side effect")


def test_a_screen_reader_is_told_what_a_word_means(visit: Visit) -> None:
    page = visit.go(CHAPTER)
    expect(first_word(page)).to_have_accessible_description(
        "What evaluating an expression does besides giving a value: writing to an object or a "
        "file, or any access to a volatile object."
    )


@pytest.mark.parametrize("visit", [PHONE], indirect=True)
def test_a_first_tap_explains_and_a_second_leads_on(visit: Visit) -> None:
    page = visit.go(CHAPTER)
    first = first_word(page)
    first.tap()
    expect(card(page)).to_be_visible()
    page.locator("h1").first.dispatch_event("pointerdown", {"pointerType": "touch"})
    expect(card(page)).to_have_count(0)
    first.tap()
    expect(card(page)).to_be_visible()
    first.tap()
    page.wait_for_url("**/words/#side-effect")


@pytest.mark.parametrize("visit", [PHONE], indirect=True)
def test_on_a_phone_a_card_stays_within_the_page(visit: Visit) -> None:
    page = visit.go("slicing/")
    found = page.locator("a.cw-word:visible")  # others are in answers that nobody has asked for
    word(page, found.first.inner_text())
    for index in range(found.count()):
        found.nth(index).scroll_into_view_if_needed()
        found.nth(index).tap()
        expect(card(page)).to_be_visible()
        box = card(page).bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
        page.keyboard.press("Escape")


@pytest.mark.parametrize("visit", [{"java_script_enabled": False}], indirect=True)
def test_without_scripts_a_word_is_a_link_to_the_list(visit: Visit) -> None:
    page = visit.page
    page.goto(visit.site + CHAPTER)
    page.locator("a.cw-word", has_text="side effect").first.click()
    page.wait_for_url("**/words/#side-effect")
    expect(page.locator("#side-effect")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("visit", "colours"),
    [({"color_scheme": "light"}, "light"), ({"color_scheme": "dark"}, "dark")],
    indirect=["visit"],
)
def test_a_page_with_an_open_card_breaks_no_rule_of_accessibility(
    visit: Visit, axe: str, colours: str
) -> None:
    page = visit.go(CHAPTER)
    is_drawn_in(page, colours)
    first_word(page).hover()
    expect(card(page)).to_be_visible()
    stand_still(page)
    assert breaches(page, axe) == []


def test_the_script_of_the_cards_comes_with_the_first_word_in_view(visit: Visit) -> None:
    page = visit.go(CHAPTER)  # its first word is below the first screen
    page.wait_for_load_state("networkidle")
    before = page.evaluate("performance.getEntriesByType('resource').length")
    assert page.locator("[aria-describedby^=cw-means]").count() == 0
    first_word(page)
    after: list[str] = page.evaluate(
        "performance.getEntriesByType('resource').map((one) => one.name)"
    )
    scripts = [name for name in after[before:] if name.endswith(".js")]
    assert scripts != []
    assert all("/assets/build/" in name for name in scripts)


def test_words_work_on_a_page_that_came_in_place_of_another(visit: Visit) -> None:
    page = visit.go(CHAPTER)
    first_word(page).hover()
    expect(card(page)).to_be_visible()
    card(page).get_by_role("link", name="All words").click()
    page.wait_for_url("**/words/#side-effect")
    expect(card(page)).to_have_count(0)
    page.go_back()
    first_word(page).hover()
    expect(card(page)).to_contain_text("What evaluating an expression does")
    assert page.locator(".cw-meanings").count() == 1


def test_a_belief_is_found_by_its_anchor_in_the_list_and_on_its_page(visit: Visit) -> None:
    page = visit.go("misconceptions/#free-twice")
    entry = page.locator("li#free-twice:target").get_by_role("link")
    expect(entry).to_have_text("Freeing twice does no harm")
    expect(entry).to_have_attribute("href", re.compile(r"memory/#free-twice$"))
    page.goto(visit.site + "misconceptions/memory/#free-twice")
    expect(page.locator("h2#free-twice:target")).to_contain_text("Freeing twice does no harm")
