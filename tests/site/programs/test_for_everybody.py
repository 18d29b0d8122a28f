"""Programs in the page: seen, heard, on a phone, without scripts, in the sites of both engines."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from support.axe import breaches
from support.desks import Open
from support.programs import Desk
from support.visits import ONE_ENGINE, PHONE, Visit, darken, lighten, resize

Look = Callable[[Desk], None]


def output(one: Desk) -> None:
    """Show an error, with the compiler's words unfolded."""
    one.write("#include <stdio.h>\nint main(void) { return wrong; }\n")
    one.run()
    one.figure.get_by_text("As clang writes it").click()


def difference(one: Desk) -> None:
    """Show a result that is not the book's."""
    one.run()
    expect(one.figure.locator(".cw-beside")).to_be_visible()


def intermediate(one: Desk) -> None:
    """Show LLVM IR."""
    one.view("LLVM IR")
    expect(one.figure.locator(".cw-ir__volatile").first).to_be_visible()


def assembly(one: Desk) -> None:
    """Show assembly; the compiler for it is fetched where a page before has not."""
    one.view("Assembly")
    fetch = one.figure.get_by_role("button", name="Fetch it")
    made = one.figure.locator(".cw-asm__run").first
    expect(fetch.or_(made)).to_be_visible()
    if fetch.is_visible():
        fetch.click()
    expect(made).to_be_visible()


def layout(one: Desk) -> None:
    """Show a record's picture."""
    one.view("Layout")
    expect(one.figure.locator(".cw-record__grid")).to_be_visible()


@pytest.mark.parametrize(
    ("name", "look"),
    [
        ("hello.c", output),
        ("digits.c", difference),
        ("poll.c", intermediate),
        ("poll.c", assembly),
        ("poll.c", layout),
    ],
    ids=["error", "difference", "ir", "assembly", "layout"],
)
def test_an_open_program_breaks_no_rule_and_fits_its_window(
    page: Page, desk: Open, axe: str, name: str, look: Look
) -> None:
    look(desk(name))
    page.mouse.move(0, 0)
    found = faults(page, axe)
    before = page.viewport_size
    assert before
    darken(page)
    resize(page, PHONE)
    found += faults(page, axe)
    lighten(page)  # before anything is judged: other tests use the page as it was
    resize(page, before)
    assert found == []


def faults(page: Page, axe: str) -> list[str]:
    """The rules that the page breaks as it stands, and that it is too wide."""
    fits = page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    return breaches(page, axe) + ([] if fits else ["it scrolls sideways"])


def test_what_happens_is_told_to_a_screen_reader(desk: Open) -> None:
    one = desk("hello.c")
    expect(one.status).to_have_attribute("role", "status")
    one.run()
    expect(one.output.get_by_role("log", name="What the program printed")).to_have_text("hello\n")
    expect(one.sheet).to_have_attribute("aria-label", "What hello.c does here")
    expect(one.figure.locator(".cw-bar")).to_have_attribute("aria-label", "hello.c")
    expect(one.figure.get_by_role("textbox", name="hello.c, C, editable")).to_be_visible()
    one.leave()


def test_a_program_of_the_book_runs_after_instant_navigation(visit: Visit) -> None:
    page = visit.go("")
    page.evaluate("window.sameDocument = true")
    page.get_by_role("link", name="Start with declarations").click()
    page.wait_for_url("**/declarations/")
    one = Desk(page, page.locator(".cw-evidence:has(> .cw-desk)").first)
    assert "Exit status 0" in one.run()
    assert page.evaluate("window.sameDocument") is True


@ONE_ENGINE
@pytest.mark.parametrize("visit", [{"java_script_enabled": False}], indirect=True)
def test_without_scripts_programs_and_their_results_are_there(visit: Visit) -> None:
    page = visit.page
    page.goto(visit.site + "volatile/threads/")
    for name in ("Run", "Edit"):
        expect(page.get_by_role("button", name=name, exact=True)).to_have_count(0)
    elsewhere = page.locator(".cw-elsewhere").first
    elsewhere.locator("summary").click()
    expect(elsewhere).to_contain_text("cd snippets/volatile")
    expect(elsewhere).to_contain_text("gcc -std=c17")


@pytest.mark.parametrize("view", ["Output", "Assembly", "LLVM IR", "Layout", "Types"])
def test_copy_link_says_that_it_copied_whatever_is_shown(desk: Open, view: str) -> None:
    one = desk("hello.c")
    one.run()
    if view != "Output":
        one.view(view)
        expect(one.figure.get_by_role("tab", name=view, exact=True)).to_be_visible()
    one.link()
    expect(one.menu().get_by_role("status")).to_have_text(
        "Copied. The link holds this text, with its settings."
    )
