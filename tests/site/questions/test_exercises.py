"""An exercise in the page: its checks one by one, its hints, and what differs in the end."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from support.axe import breaches
from support.exercise import LEAK, MODEL, START
from support.questions import Asked
from support.visits import is_drawn_in, stand_still
from support.watching import complaints_about, none_of

FAILS = {
    "It compiles, and does nothing else": (
        START.replace("return n;", "return n + 0;"),
        ["Failed", "Failed", "Failed", "Passed", "Passed", "Passed"],
        ["It printed:", "This does not hold: DONE == 1"],
    ),
    "Another type": (
        MODEL.replace("int twice(int n)", "long twice(long n)").replace(
            "twice(nu", "(int)twice(nu"
        ),
        ["Passed", "Passed", "Passed", "Failed", "Passed", "Passed"],
        ["cexplain finds: twice is a static function taking n as a long and returning a long"],
    ),
    "Undefined": (
        MODEL.replace("return 2 * n", "int m = 2147483647;\n    m += n;\n    return m ? 2 * n : 0"),
        ["Passed", "Passed", "Passed", "Passed", "Failed", "Passed"],
        ["Line 9: signed integer overflow"],
    ),
    "A leak": (
        LEAK,
        ["Passed", "Passed", "Passed", "Passed", "Passed", "Failed"],
        ["was never freed", "5 of 6 checks pass.", "Nobody frees the block."],
    ),
}


@pytest.fixture
def look() -> dict[str, Any]:
    """How the reader's device draws pages; tests may give others."""
    return {}


@pytest.fixture
def page(browser: Browser, site: str, look: dict[str, Any]) -> Iterator[Page]:
    """The page of the exercise for a reader who was never there."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, **look)
    complaints = complaints_about(context, site)
    page = context.new_page()
    page.goto(site + "exercise/")
    yield page
    context.close()
    none_of(complaints)


@pytest.fixture
def one(page: Page) -> Asked:
    """The exercise, when it can be done."""
    return Asked(page, "demo-twice").ready()


def told(one: Asked, text: str) -> list[str]:
    """What stands at each check after a program was checked."""
    one.typed.fill(text)
    one.check()
    marks = one.root.locator(".cw-check__mark").all_inner_texts()
    return [mark.partition(" ")[2] for mark in marks]


def test_each_check_says_how_it_went_and_the_model_is_compared(
    one: Asked, page: Page, axe: str
) -> None:
    expect(one.root.locator(".cw-check__mark")).to_have_text(6 * ["Not tried"])
    for name, (text, marks, words) in FAILS.items():
        assert told(one, text) == marks, name
        for word in words:
            expect(one.root).to_contain_text(word)
    assert told(one, "int main(void) { return 1 }") == 6 * ["tried"]
    expect(one.told).to_contain_text("It does not compile.")
    own = MODEL.replace("2 * n", "n + n")
    assert told(one, own) == 6 * ["Passed"]
    expect(one.status).to_have_text("Right.")
    expect(one.root.locator("del")).to_contain_text("Only in yours:     return n + n;")
    expect(one.root.locator("ins")).to_contain_text("Only in ours:     return 2 * n;")
    assert breaches(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.reload()
    again = Asked(page, "demo-twice").ready()
    expect(again.typed).to_have_value(own)
    expect(again.root.locator(".cw-check__mark")).to_have_text(6 * [re.compile("Passed")])
    expect(again.root.locator("ins")).to_have_count(1)


def test_checks_that_failed_are_there_after_a_reload(one: Asked, page: Page) -> None:
    text, marks, words = FAILS["A leak"]
    assert told(one, text) == marks
    page.reload()
    again = Asked(page, "demo-twice").ready()
    expect(again.typed).to_have_value(text)
    found = again.root.locator(".cw-check__mark")
    expect(found).to_have_text([re.compile(mark) for mark in marks])
    for word in words:
        expect(again.root).to_contain_text(word)
    again.typed.press("End")
    again.typed.press_sequentially(" ")
    expect(found).to_have_text(6 * ["Not tried"])


@pytest.mark.parametrize("look", [{"color_scheme": "dark"}, {"forced_colors": "active"}])
def test_no_rule_is_broken_in_dark_and_in_the_system_s_colours(
    one: Asked, page: Page, axe: str, look: dict[str, Any]
) -> None:
    if "color_scheme" in look:
        is_drawn_in(page, "dark")
    stand_still(page)
    assert breaches(page, axe) == []
    assert "Failed" in told(one, FAILS["A leak"][0])
    stand_still(page)
    assert breaches(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_hints_come_one_after_the_other(one: Asked) -> None:
    second = one.root.get_by_text("Hint 2 of 2")
    expect(second).to_be_hidden()
    one.root.get_by_text("Hint 1 of 2").press("Enter")
    expect(one.root.get_by_text("Which operator doubles?")).to_be_visible()
    expect(one.root.get_by_text("Multiply by 2.")).to_be_hidden()
    second.press("Enter")
    expect(one.root.get_by_text("Multiply by 2.")).to_be_visible()


def test_without_scripts_and_on_paper_the_checks_are_a_list_and_hints_are_out_of_the_way(
    browser: Browser, site: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + "exercise/")
    checks = page.locator(".cw-check")
    expect(checks).to_have_count(6)
    expect(checks.first).to_have_text("For the input 2 it prints 4", use_inner_text=True)
    expect(page.get_by_text("Hint 1 of 2")).to_be_visible()
    expect(page.get_by_text("Which operator doubles?")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.get_by_text("Hint 1 of 2")).to_be_hidden()
    expect(checks.first).to_be_visible()
    context.close()


def test_a_question_shown_alone_brings_the_program_that_stands_above_it(
    page: Page, site: str
) -> None:
    page.goto(site + "exercise/?embed#q-demo-about")
    expect(page.get_by_text("What does it print for 2?")).to_be_visible()
    expect(page.locator("figure:visible .cw-program")).to_contain_text("static int twice(int n)")
    expect(page.get_by_text("Double it.")).to_be_hidden()
    page.goto(site + "exercise/?embed#q-demo-twice")
    page.reload()  # the fragment alone loads nothing
    expect(page.get_by_text("Double it.")).to_be_visible()
    expect(page.locator("figure:visible")).to_have_count(0)
