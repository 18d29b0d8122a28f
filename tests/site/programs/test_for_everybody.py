"""Programs in the page: seen, heard, on a phone, without scripts, in the sites of both engines."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from support.axe import breaches
from support.programs import MINUTE, Desk, opened
from support.visits import Visit

PHONE = {"width": 360, "height": 740}
WIDE = {"width": 1280, "height": 900}

Look = Callable[[Desk], None]


@pytest.fixture(
    scope="module",
    params=[("light", WIDE), ("dark", PHONE)],
    ids=["light-wide", "dark-phone"],
)
def page(request: pytest.FixtureRequest, browser: Browser, programs: str) -> Iterator[Page]:
    """The page in one scheme and size, for all tests here: its compiler stays warm."""
    scheme, viewport = request.param
    context = browser.new_context(
        color_scheme=scheme, viewport=viewport, reduced_motion="reduce", has_touch=False
    )
    page = context.new_page()
    page.goto(programs)
    yield page
    context.close()


def output(one: Desk) -> None:
    """Show an error, with the compiler's words unfolded."""
    one.write("#include <stdio.h>\nint main(void) { return wrong; }\n")
    one.run()
    one.panel.get_by_text("As clang writes it").click()


def difference(one: Desk) -> None:
    """Show a result that is not the recorded one."""
    one.run()
    expect(one.panel.locator(".cw-run__other")).to_be_visible()


def intermediate(one: Desk) -> None:
    """Show LLVM IR."""
    one.panel.get_by_role("tab", name="LLVM IR").click()
    expect(one.panel.locator(".cw-ir__volatile").first).to_be_visible(timeout=MINUTE)


def layout(one: Desk) -> None:
    """Show a record's picture."""
    one.panel.get_by_role("tab", name="Layout").click()
    expect(one.panel.locator(".cw-record__grid")).to_be_visible(timeout=MINUTE)


@pytest.mark.parametrize(
    ("name", "look"),
    [
        ("hello.c", output),
        ("sizes.c", difference),
        ("poll.c", intermediate),
        ("poll.c", layout),
    ],
    ids=["error", "difference", "ir", "layout"],
)
def test_an_open_program_breaks_no_rule_and_fits_its_window(
    page: Page, axe: str, name: str, look: Look
) -> None:
    one = opened(page, name)
    look(one)
    page.mouse.move(0, 0)
    found = breaches(page, axe)
    width = page.evaluate("document.documentElement.scrollWidth")
    one.press("Close")  # before anything is judged: the next test opens it again
    assert found == []
    assert width <= page.evaluate("window.innerWidth")


def test_what_happens_is_told_to_a_screen_reader(page: Page) -> None:
    one = opened(page, "hello.c")
    expect(one.status).to_have_attribute("role", "status")
    one.run()
    expect(one.output.get_by_role("log", name="What the program printed")).to_have_text("hello\n")
    expect(one.panel).to_have_attribute("aria-label", "Edit and run hello.c")
    expect(one.panel.get_by_role("textbox", name="hello.c, C, editable")).to_be_visible()
    one.press("Close")


def test_a_program_of_the_book_runs_after_instant_navigation(visit: Visit) -> None:
    page = visit.go("")
    page.evaluate("window.sameDocument = true")
    page.get_by_role("link", name="Start with declarations").click()
    page.wait_for_url("**/declarations/")
    figure = page.locator(".cw-evidence:has(.cw-run-data)").first
    figure.get_by_role("button", name="Edit and run").click()
    one = Desk(page, figure)
    assert "Exit status 0" in one.run()
    assert page.evaluate("window.sameDocument") is True


@pytest.mark.parametrize("visit", [{"java_script_enabled": False}], indirect=True)
def test_without_scripts_programs_and_their_results_are_there(visit: Visit) -> None:
    page = visit.page
    page.goto(visit.site + "volatile/threads/")
    expect(page.get_by_role("button", name="Edit and")).to_have_count(0)
    elsewhere = page.locator(".cw-elsewhere").first
    elsewhere.locator("summary").click()
    expect(elsewhere).to_contain_text("cd snippets/volatile")
    expect(elsewhere).to_contain_text("gcc -std=c17")
