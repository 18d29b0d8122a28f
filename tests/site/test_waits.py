"""Waiting for pages: a run that is green waits for as long as it takes, a red one does not."""

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import TimeoutError as GivenUp

from support.waits import Waits


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
