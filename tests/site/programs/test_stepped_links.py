"""A link to a step: it opens there, a reload comes back, and the reader loses nothing."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from support.programs import Desk, figure_of, opened
from support.visits import turn_over

LINKED = """int main(void)
{
    int a = 1;
    int b = 2;
    a = b;
    return a - b;
}
"""
READS = """#include <stdio.h>

int main(void)
{
    int a = 0;
    scanf("%d", &a);
    return 0;
}
"""
MINE = "int main(void) { return 4; }"
LINK = "link"
LINES = "two lines for another page"


@pytest.fixture
def stepped(fresh: Page) -> Desk:
    """A changed program that is stepped through, at its third step."""
    one = opened(fresh, "hello.c")
    one.write(LINKED)
    one.press("Step")
    expect(position(one)).to_have_text("0 of 4")
    for step in (1, 2, 3):
        one.figure.locator("[data-way='step']").click()
        expect(position(one)).to_have_text(f"{step} of 4")
    return one


def position(one: Desk) -> Locator:
    return one.figure.locator(".cw-step__position")


def said(one: Desk) -> Locator:
    return one.figure.locator(".cw-step__said")


def copied(one: Desk, what: str) -> str:
    """Copy the moment in one of the ways, and return what is on the clipboard."""
    one.figure.locator(".cw-step__copies").get_by_role("button", name=what, exact=True).click()
    expect(said(one)).to_contain_text("Copied.")
    return str(one.page.evaluate("navigator.clipboard.readText()"))


def visit(page: Page, link: str) -> Desk:
    """Open a link as from elsewhere."""
    page.goto("about:blank")
    page.goto(link)
    return figure_of(page, "hello.c")


def test_a_link_opens_the_program_at_its_step(stepped: Desk) -> None:
    link = copied(stepped, LINK)
    assert link.endswith("&step=3")
    assert "#" not in stepped.page.url
    assert stepped.link() == link  # the menu's button copies the same
    stepped.figure.locator("[data-way='step']").click()
    one = visit(stepped.page, link)
    expect(position(one)).to_have_text("3 of 4")
    expect(said(one)).to_have_text("Line 5: a changes from 1 to 2.")
    expect(one.editor).to_contain_text("int b = 2;")


def test_a_link_holds_what_the_program_reads(browser: Browser, fresh: Page) -> None:
    one = opened(fresh, "hello.c")
    one.write(READS)
    one.setting("Standard input").fill("41\n")
    one.press("Step")
    one.figure.locator("[data-way='end']").click()
    one.figure.locator("[data-way='back']").click()
    expect(position(one)).to_have_text("2 of 3")
    link = copied(one, LINK)
    elsewhere = browser.new_context()
    one = visit(elsewhere.new_page(), link)
    expect(position(one)).to_have_text("2 of 3")
    expect(said(one)).to_contain_text("a changes from 0 to 41.")
    elsewhere.close()


def test_a_reload_and_back_come_to_the_step_where_the_reader_was(stepped: Desk) -> None:
    page = stepped.page
    one = visit(page, copied(stepped, LINK))
    expect(position(one)).to_have_text("3 of 4")
    one.figure.locator("[data-way='back']").click()
    page.wait_for_url(re.compile(r"&step=2$"))
    page.reload()
    expect(position(one)).to_have_text("2 of 4")
    turn_over(page)
    expect(page.get_by_role("heading", name="Another page")).to_be_visible()
    page.go_back()
    expect(position(one)).to_have_text("2 of 4")


def test_closing_the_steps_takes_the_step_out_of_the_address(stepped: Desk) -> None:
    link = copied(stepped, LINK)
    one = visit(stepped.page, link)
    expect(position(one)).to_have_text("3 of 4")
    one.figure.get_by_role("button", name="Close the steps").click()
    assert stepped.page.url == link.removesuffix("&step=3")


def test_the_readers_own_version_stays_beside_a_links(stepped: Desk) -> None:
    page = stepped.page
    link = copied(stepped, LINK)
    stepped.figure.get_by_role("button", name="Close the steps").click()
    stepped.write(MINE)
    one = visit(page, link)
    expect(position(one)).to_have_text("3 of 4")
    expect(one.versions).to_contain_text(["Your version", "Somebody's version", "The book's"])
    one.versions.first.click()
    expect(one.editor).to_have_text(MINE)
    page.reload()
    one.versions.first.click()
    expect(one.editor).to_have_text(MINE)


def test_a_step_that_the_run_does_not_have_is_its_end(stepped: Desk) -> None:
    link = copied(stepped, LINK)
    one = visit(stepped.page, link.replace("&step=3", "&step=999"))
    expect(position(one)).to_have_text("4 of 4")


def test_a_moment_is_copied_as_text_and_as_a_picture(stepped: Desk) -> None:
    assert copied(stepped, "text").startswith("Step 3 of 4. Next: line 6.\nLine 5: a changes")
    picture = copied(stepped, "SVG")
    assert picture.startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    assert "Memory after step 3." in picture


def test_two_lines_show_the_step_alone_on_another_page(stepped: Desk) -> None:
    page = stepped.page
    lines = copied(stepped, LINES).strip().split("\n")
    assert len(lines) == 2
    address = re.search(r'<iframe src="([^"]*)"', lines[0])
    assert address
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    one = visit(page, address[1].replace("&amp;", "&"))
    expect(one.figure).to_be_visible()
    expect(page.locator(".cw-evidence:visible")).to_have_count(1)
    expect(page.locator(".cw-from")).to_be_visible()
    expect(one.editor).to_contain_text("int b = 2;")
    # A page with ten of them does not fetch a compiler for its readers.
    expect(one.figure.get_by_text("Press Step to see the run at step 3.")).to_be_visible()
    assert [url for url in asked if "step-worker" in url or "llvm" in url] == []
    one.press("Step")
    expect(position(one)).to_have_text("3 of 4")
