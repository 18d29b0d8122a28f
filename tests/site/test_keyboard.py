"""Each kind of page with a keyboard alone: all is reached, in order, with a mark that is seen."""

import re
import string

import pytest
from playwright.sync_api import expect

from support.keyboard import walked
from support.visits import KINDS, PHONE, Visit, pages_of

CALM = {"reduced_motion": "reduce"}
CALM_PHONE = {**CALM, "viewport": PHONE}


# The home page, a page with its navigation and contents, and one that is in no navigation.
SHELLS = ("", "rules/function-returning-array/", "404.html")


# What is laid out otherwise on a phone: navigation, what scrolls, figures, the editor.
ON_A_PHONE = ("", "volatile/", "xen/events/", "proof/", "explainer/", "404.html")


@pages_of(KINDS, SHELLS)
@pytest.mark.parametrize("visit", [CALM], indirect=True)
def test_tab_reaches_all_there_is_in_order_and_one_sees_where_one_is(
    visit: Visit, path: str
) -> None:
    assert_walked(visit, path)


@pages_of(ON_A_PHONE, SHELLS)
@pytest.mark.parametrize("visit", [CALM_PHONE], indirect=True)
def test_the_same_on_a_phone(visit: Visit, path: str) -> None:
    assert_walked(visit, path)


def assert_walked(visit: Visit, path: str) -> None:
    """Fail where a person with a keyboard would miss something."""
    walk = walked(visit.go(path))
    assert len(walk.stops) >= 5
    assert walk.faults == []


@pages_of(["declarations/", "volatile/"], ["declarations/"])
@pytest.mark.parametrize("visit", [CALM], indirect=True)
def test_the_header_hides_nothing_that_one_comes_back_to(visit: Visit, path: str) -> None:
    walk = walked(visit.go(path), "Shift+Tab")
    assert len(walk.stops) > 50
    assert [stop.name for stop in walk.stops if not stop.seen] == []


@pytest.mark.parametrize("visit", [CALM_PHONE], indirect=True)
def test_the_navigation_of_a_phone_opens_and_is_read_by_keyboard(visit: Visit) -> None:
    page = visit.go("volatile/")
    opener = page.get_by_role("button", name="Navigation", exact=True)
    links = page.locator(".md-sidebar--primary a:visible")
    expect(links).to_have_count(0)
    for key in ("Enter", "Enter", " "):  # it opens, closes, and opens
        opener.press(key)
    expect(links).not_to_have_count(0)
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.md-sidebar--primary a')"):
            break
    expect(page.locator(".md-sidebar--primary a:focus")).to_be_in_viewport()


def test_no_bare_key_is_bound_for_the_page(visit: Visit) -> None:
    page = visit.go("volatile/")
    page.evaluate("window.sameDocument = true")
    page.locator("h1").click()
    address = page.url
    for key in (*string.ascii_letters, *string.digits, *string.punctuation):
        page.keyboard.press(key)
    for key in ("ArrowRight", "Home", "Escape"):
        page.keyboard.press(key)
    expect(page).to_have_url(re.compile(f"^{re.escape(address)}$"))
    assert page.evaluate("window.sameDocument") is True
    assert page.evaluate("document.activeElement === document.body") is True
    assert page.evaluate("document.querySelector('#__search')?.checked ?? false") is False
    expect(page.locator(".is-now")).to_have_count(0)
