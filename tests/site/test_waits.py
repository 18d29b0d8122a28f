"""Waiting for pages: a run that is green waits for as long as it takes, a red one does not."""

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import TimeoutError as GivenUp

from support.visits import stand_still
from support.waits import Waits

FOLDED = """
    <style>
        body.dark { color: white }
        p { transition: color 0.1s }
    </style>
    <details><summary>Open</summary><p>Folded</p></details>
    <p>Seen</p>
"""
# axe-core asks for every element's style, and so begins the transition of one that nobody sees.
BEGIN = """() => {
    const colours = () => [...document.querySelectorAll("p")].map(
        (one) => getComputedStyle(one).color);
    colours();
    document.body.classList.add("dark");
    colours();
    return document.getAnimations().length;
}"""


def test_after_a_wait_in_vain_all_others_are_short(browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    waits = Waits(afterwards=0.1)
    waits.in_vain([context])
    try:
        with pytest.raises(GivenUp):
            page.wait_for_function("() => false")
        with pytest.raises(AssertionError):
            expect(page.locator("h1")).to_be_visible()
    finally:
        Waits()
        context.close()


def test_a_transition_in_what_is_folded_away_is_not_waited_for_without_end(
    browser: Browser,
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.set_content(FOLDED)
    assert page.evaluate(BEGIN) == 2
    stand_still(page)
    seen = page.get_by_text("Seen").evaluate("(one) => getComputedStyle(one).color")
    assert seen == "rgb(255, 255, 255)"
    context.close()
