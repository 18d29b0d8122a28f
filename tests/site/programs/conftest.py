"""The book of a few programs, in one page whose compiler stays warm."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from support.desks import Open, desks
from support.watching import Complaints, complaints_about, none_of


@pytest.fixture(scope="session")
def warm(browser: Browser, programs: str) -> Iterator[tuple[Page, Complaints]]:
    """The page for all tests of a worker, and what it did that a page must not do."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    complaints = complaints_about(context, programs)
    page = context.new_page()
    page.goto(programs)
    yield page, complaints
    context.close()
    none_of(complaints)


@pytest.fixture
def page(warm: tuple[Page, Complaints]) -> Iterator[Page]:
    """The page as each test leaves it; a test fails if the page does what no page may do."""
    page, complaints = warm
    yield page
    none_of(complaints)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A device that has kept nothing yet."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context
    context.close()


@pytest.fixture
def fresh(context: BrowserContext, programs: str) -> Page:
    """The page of programs on that device."""
    page = context.new_page()
    page.goto(programs)
    return page


@pytest.fixture
def desk(page: Page) -> Iterator[Open]:
    """Opens the editor of a program, and closes it after the test."""
    with desks(page) as open_program:
        yield open_program
