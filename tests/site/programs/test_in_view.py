"""Where a program is edited and where its output is: in the figure, and in view."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, FloatRect, Locator, Page, expect

from support.desks import Open
from support.programs import Desk, figure_of, opened

LAPTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 720}}
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 640}, "has_touch": True}


@pytest.fixture(scope="module", params=[LAPTOP, PHONE], ids=["laptop", "phone"])
def small(request: pytest.FixtureRequest, browser: Browser, programs: str) -> Iterator[Page]:
    """The page in a small window; its compiler stays warm."""
    context = browser.new_context(**request.param)
    page = context.new_page()
    page.goto(programs)
    yield page
    context.close()


def box(place: Locator) -> FloatRect:
    """Where something is in the window."""
    found = place.bounding_box()
    assert found is not None
    return found


def within(one: Desk, place: Locator) -> float:
    """How far below its figure's head something is."""
    return box(place)["y"] - box(one.figure)["y"]


# Whether all of an element is in the window and nothing lies over its middle.
SEEN = """one => {
    const { left, top, right, bottom } = one.getBoundingClientRect();
    const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return top >= 0 && bottom <= innerHeight && one.contains(over);
}"""


def is_seen(place: Locator) -> bool:
    """Whether a reader sees it without scrolling."""
    seen: bool = place.evaluate(SEEN)
    return seen


@pytest.mark.parametrize("where", ["ControlOrMeta+Home", "ControlOrMeta+End"])
def test_output_is_in_view_wherever_one_types(small: Page, where: str) -> None:
    one = figure_of(small, "long.c")
    one.press("Edit")
    one.editor.focus()
    small.keyboard.press(where)
    small.keyboard.press("ControlOrMeta+Enter")
    one.finished()
    expect(one.status).to_contain_text("Exit status 0")
    assert is_seen(one.status)
    assert is_seen(one.output.get_by_text("The same as the book's.")) or "scrolls" in overflow(one)
    expect(one.editor).to_be_focused()
    # The line that is typed in is not covered by it.
    assert is_seen(one.figure.locator(".cm-activeLine"))
    one.leave()


def overflow(one: Desk) -> str:
    """How what is in the sheet is reached, if there is more than it shows."""
    found: str = one.sheet.evaluate(
        "sheet => sheet.scrollHeight > sheet.clientHeight ? 'scrolls' : 'fits'"
    )
    return found


def test_an_unchanged_program_runs_without_an_editor_and_its_output_is_in_view(
    small: Page,
) -> None:
    one = figure_of(small, "long.c")
    one.run()
    assert is_seen(one.status)
    expect(one.figure.locator(".cw-program")).to_be_visible()
    one.press("Hide the output")
    expect(one.sheet).to_be_hidden()


def test_on_a_phone_run_is_where_a_thumb_reaches_it(browser: Browser, programs: str) -> None:
    context = browser.new_context(**PHONE)
    page = context.new_page()
    page.goto(programs)
    one = figure_of(page, "long.c")
    one.figure.get_by_role("button", name="Edit", exact=True).tap()
    expect(one.editor).to_be_visible()
    # A focus would bring the keyboard up, over half of the program.
    expect(one.editor).not_to_be_focused()
    thumb = one.sheet.get_by_role("button", name="Run")
    assert is_seen(thumb)
    assert box(thumb)["y"] > 500
    assert box(thumb)["height"] >= 40
    one.editor.tap()
    expect(one.editor).to_be_focused()
    context.close()


def test_on_a_phone_one_run_button_is_in_view_and_it_keeps_the_focus(
    browser: Browser, programs: str
) -> None:
    context = browser.new_context(**PHONE)
    page = context.new_page()
    page.goto(programs)
    one = figure_of(page, "hello.c")
    bar = one.figure.locator(".cw-bar > *")
    runs = one.figure.get_by_role("button", name="Run")
    one.press("Edit")
    expect(one.editor).to_be_visible()
    expect(runs).to_have_count(1)
    one.press("Close")
    expect(one.editor).to_be_hidden()
    expect(one.go).to_be_visible()  # the other one is gone
    before = [each.bounding_box() for each in bar.all()]
    one.go.press("Enter")
    one.finished()
    thumb = one.sheet.get_by_role("button", name="Run")
    expect(one.go).to_be_hidden()
    expect(thumb).to_be_focused()
    assert is_seen(thumb)
    assert [each.bounding_box() for each in bar.all()] == before
    one.press("Hide the output")
    expect(thumb).to_be_hidden()
    expect(runs).to_have_count(1)
    context.close()


def test_a_click_on_the_code_puts_the_caret_there(page: Page) -> None:
    one = figure_of(page, "hello.c")
    row = one.figure.locator(".cw-row", has_text="puts")
    row.scroll_into_view_if_needed()
    place = box(row)
    row.click(position={"x": 150, "y": 8})
    expect(one.editor).to_be_focused()
    line = one.figure.locator(".cm-activeLine")
    expect(line).to_contain_text("puts")
    assert abs(box(line)["y"] - place["y"]) < 2
    one.leave()


def test_a_selection_of_the_code_opens_no_editor(page: Page) -> None:
    one = figure_of(page, "digits.c")
    place = box(one.figure.locator(".cw-row").last)
    page.mouse.move(place["x"] + 60, place["y"] + 8)
    page.mouse.down()
    page.mouse.move(place["x"] + 160, place["y"] + 8, steps=4)
    page.mouse.up()
    assert page.evaluate("getSelection().toString()") != ""
    # A press that does load something shows that nothing was on its way.
    one.menu()
    expect(one.editor).to_be_hidden()
    one.press("More")


def test_enter_on_the_code_edits_it(page: Page) -> None:
    one = figure_of(page, "hello.c")
    one.figure.locator(".cw-program pre").press("Enter")
    expect(one.editor).to_be_focused()
    one.leave()


def test_stop_takes_the_place_of_run_and_nothing_moves(desk: Open) -> None:
    one = desk("endless.c")
    buttons = one.figure.locator(".cw-bar > button")
    before = [button.bounding_box() for button in buttons.all()]
    one.go.dblclick()  # its second press is not for Stop
    expect(one.output.get_by_role("log")).to_have_text("before\n")
    expect(one.go).to_have_text("Stop")
    assert [button.bounding_box() for button in buttons.all()] == before
    one.go.click()
    expect(one.status).to_contain_text("Stopped after")
    expect(one.go).to_have_text("Run")
    assert [button.bounding_box() for button in buttons.all()] == before


def test_a_clock_runs_with_a_program_and_a_word_comes_when_it_takes_long(desk: Open) -> None:
    one = desk("endless.c")
    one.press("Run")
    expect(one.sheet.locator(".cw-run__clock")).to_have_text(re.compile(r"\d+ s"))
    expect(one.status).to_have_text("Still running. Stop ends it.")
    one.press("Stop")
    expect(one.sheet.locator(".cw-run__clock")).to_have_text("")


def test_a_section_says_which_lines_it_shows_and_the_editor_has_the_others_folded(
    browser: Browser, programs: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(programs + "other/")
    one = figure_of(page, "marked.c")
    expect(one.figure.locator("figcaption")).to_contain_text("line 6 of marked.c")
    code = one.figure.locator(".cw-program")
    expect(code).to_have_attribute("data-above", "lines 1 to 5")
    expect(code).to_have_attribute("data-below", "lines 7 to 9")
    row = within(one, one.figure.locator(".cw-row"))
    one.press("Edit")
    line = one.figure.locator(".cm-line")
    expect(line).to_have_count(1)
    assert abs(within(one, line) - row) < 2
    one.figure.get_by_role("button", name="Show lines 7 to 9").click()
    expect(line).to_have_count(9)
    context.close()


def test_all_targets_are_large_enough_for_a_finger(small: Page) -> None:
    one = opened(small, "marked.c")
    one.write("int main(void) { return missing; }")
    one.menu()
    one.run()
    found: list[Any] = one.figure.evaluate(
        """figure => Array.from(figure.querySelectorAll("button, input, select, textarea"))
            .filter((one) => one.checkVisibility())
            .map((one) => [one.textContent, one.getBoundingClientRect()])
            .filter(([, { width, height }]) => width < 24 || height < 24)
            .map(([name, { width, height }]) => `${name} ${width}x${height}`)"""
    )
    one.leave()
    # A checkbox is pressed by its words too, which are as high as that.
    assert [each for each in found if not each.startswith(" ")] == []
