"""A program that ends differently in the page than in the book says so before it is run."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from support.programs import DIFFERS, figure_of
from support.visits import PHONE, WIDE
from support.watching import watched

(NAME,) = DIFFERS
SAYS = f"In the browser this program ends differently: {DIFFERS[NAME]}."


@pytest.fixture(params=[WIDE, PHONE], ids=["wide", "phone"])
def size(request: pytest.FixtureRequest) -> ViewportSize:
    """The reader's window."""
    found: ViewportSize = request.param
    return found


@pytest.fixture
def page(browser: Browser, programs: str, size: ViewportSize) -> Iterator[Page]:
    """The page of programs, in which nothing was run yet."""
    with watched(browser, programs, viewport=size) as page:
        page.goto(programs)
        yield page


def test_what_differs_is_said_before_a_run_and_with_it(page: Page, size: ViewportSize) -> None:
    one = figure_of(page, NAME)
    said = one.figure.locator(".cw-differs")
    expect(said).to_have_text(SAYS)
    said.scroll_into_view_if_needed()
    expect(said).to_be_in_viewport(ratio=1)
    box = said.bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= size["width"]
    expect(one.sheet).to_have_count(0)
    assert f"Known to differ here: {DIFFERS[NAME]}." in one.run()
    expect(said).to_be_visible()


def test_a_program_that_does_not_differ_says_nothing_of_the_kind(page: Page) -> None:
    one = figure_of(page, "hello.c")
    expect(one.go).to_be_visible()
    expect(one.figure.locator(".cw-differs")).to_have_count(0)
    said = one.run()
    assert "The same as the book's." in said
    assert "differ" not in said
    expect(page.locator(".cw-differs")).to_have_count(1)


def test_where_nothing_can_be_run_nothing_is_said_of_it(browser: Browser, programs: str) -> None:
    with watched(browser, programs, java_script_enabled=False) as page:
        page.goto(programs)
        expect(figure_of(page, NAME).figure.locator(".cw-program")).to_be_visible()
        expect(page.locator(".cw-differs")).to_be_hidden()
