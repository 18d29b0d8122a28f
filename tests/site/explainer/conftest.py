"""The explainer in a small book, and one page of it in which Python has started."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from support.explaining import Bench
from support.watching import Complaints, complaints_about, none_of


@pytest.fixture(scope="session")
def site(explainer: str) -> str:
    """The address of the small book."""
    return explainer


@pytest.fixture(scope="session")
def warm(browser: Browser, site: str) -> Iterator[tuple[Bench, Complaints]]:
    """The page for all tests of a worker, and what it did that a page must not do."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    complaints = complaints_about(context, site)
    page = context.new_page()
    page.goto(site + "explainer/")
    bench = Bench(page, site)
    bench.input.click()
    bench.wait_for_python()
    yield bench, complaints
    context.close()
    none_of(complaints)


@pytest.fixture
def another(warm: tuple[Bench, Complaints]) -> Iterator[Page]:
    """A fresh page, which does nothing wrong.

    It is opened by the first one, and so in its process: Python starts there in half of the time.
    """
    bench, complaints = warm
    with bench.page.context.expect_page() as opened:
        bench.page.evaluate("address => { open(address) }", bench.site)
    page = opened.value
    page.wait_for_load_state()  # a test goes elsewhere at once: one visit must not meet the other
    yield page
    page.close()
    none_of(complaints)


@pytest.fixture
def bench(warm: tuple[Bench, Complaints]) -> Iterator[Bench]:
    """The page as it is when one comes to it, but with Python there; it does nothing wrong."""
    bench, complaints = warm
    bench.start_anew()
    yield bench
    bench.page.set_viewport_size({"width": 1280, "height": 800})
    bench.page.emulate_media(reduced_motion="no-preference", forced_colors="none")
    none_of(complaints)
