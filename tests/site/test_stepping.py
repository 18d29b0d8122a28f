"""Stepping through a reading: by click and by key, heard and seen, in both engines' sites."""

import pytest
from playwright.sync_api import Locator, Page, expect

from support.visits import ONE_ENGINE, Visit

HOME = ""
CHAPTER = "declarations/"


def reading(page: Page) -> Locator:
    return page.locator(".cw-reading").first


def now(within: Locator) -> list[str]:
    """The kinds of parts that are lit, by their elements' first class, each once."""
    lit = within.locator(".is-now").evaluate_all("all => all.map(one => one.classList[0])")
    return sorted(set(lit))


@ONE_ENGINE
def test_a_click_lights_the_words_the_tokens_and_the_picture(visit: Visit) -> None:
    first = reading(visit.go(HOME))
    first.get_by_role("button", name="Step through").click()
    assert now(first) == ["cw-code", "cw-phrase", "cw-stop", "cw-token"]
    expect(first.locator(".cw-steps__status")).to_have_text("1 of 5: fp is")


@ONE_ENGINE
def test_each_step_is_told_to_a_screen_reader(visit: Visit) -> None:
    first = reading(visit.go(HOME))
    status = first.locator(".cw-steps__status")
    expect(status).to_have_attribute("aria-live", "polite")
    first.get_by_role("button").last.click()
    first.get_by_role("button", name="Next").click()
    expect(status).to_have_text("2 of 5: a pointer to")


@ONE_ENGINE
def test_arrow_keys_step_while_the_focus_is_on_the_buttons(visit: Visit) -> None:
    page = visit.go(HOME)
    first = reading(page)
    first.get_by_role("button", name="Step through").focus()
    status = first.locator(".cw-steps__status")
    for key, text in (
        ("ArrowRight", "1 of 5"),
        ("ArrowRight", "2 of 5"),
        ("End", "5 of 5"),
        ("ArrowRight", "5 of 5"),
        ("ArrowLeft", "4 of 5"),
        ("Home", "1 of 5"),
    ):
        page.keyboard.press(key)
        expect(status).to_contain_text(text)
    page.keyboard.press("Escape")
    expect(status).to_have_text("")
    assert now(first) == []


@ONE_ENGINE
def test_going_back_to_the_start_keeps_the_focus_on_a_button(visit: Visit) -> None:
    page = visit.go(HOME)
    first = reading(page)
    first.get_by_role("button", name="Step through").click()
    first.get_by_role("button", name="Back").press("Enter")
    expect(first.get_by_role("button", name="Step through")).to_be_focused()


@ONE_ENGINE
def test_a_click_on_a_token_steps_to_it(visit: Visit) -> None:
    first = reading(visit.go(HOME))
    first.locator(".cw-token.cw-function").first.click()
    expect(first.locator(".cw-steps__status")).to_contain_text("3 of 5: a function taking")


def test_readings_work_after_instant_navigation(visit: Visit) -> None:
    page = visit.go(HOME)
    page.evaluate("window.sameDocument = true")
    page.get_by_role("link", name="Start with declarations").click()
    page.wait_for_url(f"**/{CHAPTER}")
    # The address changes first, and the home page has a reading, too.
    expect(page.get_by_role("heading", level=1)).to_contain_text("Declarations")
    first = reading(page)
    first.get_by_role("button", name="Step through").click()
    expect(first.locator(".cw-steps__status")).to_contain_text("1 of")
    assert page.evaluate("window.sameDocument") is True


def test_a_reading_has_its_buttons_once_after_going_back(visit: Visit) -> None:
    page = visit.go(HOME)
    page.get_by_role("link", name="Start with declarations").click()
    page.wait_for_url(f"**/{CHAPTER}")
    page.go_back()
    page.wait_for_url(visit.site)
    expect(reading(page).locator(".cw-steps")).to_have_count(1)


@ONE_ENGINE
@pytest.mark.parametrize("visit", [{"reduced_motion": "reduce"}], indirect=True)
def test_nothing_moves_for_those_who_asked_for_stillness(visit: Visit) -> None:
    first = reading(visit.go(HOME))
    first.get_by_role("button", name="Step through").click()
    seconds = first.locator(".cw-token.is-now").first.evaluate(
        "one => parseFloat(getComputedStyle(one).transitionDuration)"
    )
    assert seconds < 0.001
