"""A program stepped through in the page: forth and back, by hand and by keyboard."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from support.axe import breaches
from support.visits import PHONE, darken, lighten, resize

LIST = """#include <stdlib.h>

struct node {
    int value;
    struct node *next;
};

static struct node *put(struct node *next, int value)
{
    struct node *made = malloc(sizeof *made);
    made->value = value;
    made->next = next;
    return made;
}

int main(void)
{
    struct node *head = put(NULL, 2);
    head = put(head, 1);
    free(head->next);
    int gone = head->next->value;
    free(head);
    return gone & 0;
}
"""
SMALL: ViewportSize = {"width": 360, "height": 780}
# Where the letters of a line's number and of its code end, in pixels.
FEET = """(lines) => lines.map((line) => [".cw-step__number", "code"].map((part) => {
    const range = document.createRange();
    range.selectNodeContents(line.querySelector(part));
    return range.getBoundingClientRect().bottom;
}))"""


@pytest.fixture
def stepped(page: Page) -> Iterator[Locator]:
    """The view of a program that is stepped through; it is closed at the end."""
    figure = figure_of(page)
    write(page, figure, LIST)
    figure.get_by_role("button", name="Step", exact=True).click()
    view = figure.locator(".cw-step")
    expect(said(view)).to_have_text("The program begins; line 18 is next.")
    yield view
    figure.get_by_role("button", name="Close", exact=True).first.click()
    expect(view).to_have_count(0)


def figure_of(page: Page) -> Locator:
    return page.locator(".cw-evidence[data-snippet='hello.c']")


def write(page: Page, figure: Locator, text: str) -> None:
    """Put a text into a program's editor."""
    figure.get_by_role("button", name="Edit", exact=True).click()
    content = figure.locator(".cm-content")
    expect(content).to_be_visible()
    content.focus()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text(text)


def said(view: Locator) -> Locator:
    """The sentence about the moment that is shown."""
    return view.locator(".cw-step__said")


def way(view: Locator, name: str) -> None:
    view.locator(f"[data-way='{name}']").click()


def at(view: Locator, step: int) -> None:
    expect(view.locator(".cw-step__position")).to_have_text(f"{step} of 14")


def test_a_step_shows_what_changed_and_back_takes_it_back(stepped: Locator) -> None:
    for _ in range(3):
        way(stepped, "step")
    expect(said(stepped)).to_have_text("Line 11: made->value becomes 2.")
    made = stepped.locator(".cw-step__block")
    expect(made).to_contain_text("16 bytes, malloc in line 10")
    expect(made.locator(".is-changed")).to_have_text("2, changed")
    expect(made).to_contain_text("uninitialised")
    expect(stepped.locator(".is-next")).to_contain_text("made->next = next;")
    way(stepped, "back")
    at(stepped, 2)
    expect(made.locator(".is-unset")).to_have_count(1)
    way(stepped, "end")
    expect(said(stepped)).to_contain_text("The program has ended with status 0.")
    way(stepped, "start")
    at(stepped, 0)


def test_a_pointer_has_an_arrow_and_says_where_it_leads(stepped: Locator) -> None:
    way(stepped, "over")
    expect(said(stepped)).to_contain_text("head now points to")
    head = stepped.locator(".cw-step__row", has_text="head").locator(".is-pointer").first
    expect(head).to_have_text("→ points to block 1, changed")
    line = stepped.locator(".cw-step__arrows .is-object").first.bounding_box()
    start = head.bounding_box()
    block = stepped.locator(".cw-step__block").bounding_box()
    assert line
    assert start
    assert block
    assert line["y"] <= start["y"] + start["height"]
    assert block["y"] <= line["y"] + line["height"] <= block["y"] + block["height"]


def test_the_first_mistake_is_told_with_its_story(stepped: Locator) -> None:
    story = stepped.locator(".cw-step__story").first
    expect(story).to_contain_text("Line 21: This line reads 4 bytes of block 1")
    story.get_by_role("button", name="freed in line 20").click()
    block = stepped.locator(".cw-step__block.is-meant")
    expect(block).to_contain_text("freed in line 20")
    expect(said(stepped)).to_contain_text("free releases")
    story.get_by_role("button", name="made in line 10").click()
    expect(block).not_to_contain_text("freed")
    story.get_by_role("button", name="the mistake").click()
    expect(said(stepped).locator("strong")).to_contain_text("which was freed in line 20")
    expect(stepped.locator(".cw-step__arrows .is-freed").first).to_be_attached()


def test_who_wrote_a_variable_is_told_and_leads_there(stepped: Locator) -> None:
    way(stepped, "end")
    way(stepped, "back over")
    stepped.get_by_role("button", name="head", exact=True).click()
    details = stepped.locator(".cw-step__details")
    rows = details.locator("li")
    expect(rows).to_have_count(2)
    expect(rows.nth(0)).to_contain_text("line 18: uninitialised becomes block 1")
    expect(rows.nth(1)).to_contain_text("line 19: block 1")
    rows.nth(0).get_by_role("button").click()
    at(stepped, 5)
    expect(rows.nth(0).get_by_role("button")).to_have_attribute("aria-current", "true")
    stepped.page.keyboard.press("Escape")
    expect(details).to_be_hidden()


def test_it_says_once_that_values_can_be_pressed_and_they_can(stepped: Locator) -> None:
    hint = stepped.get_by_text("Press a value to see which steps wrote it.")
    expect(hint).to_have_count(1)
    way(stepped, "over")
    row = stepped.locator(".cw-step__row", has_text="head")
    details = stepped.locator(".cw-step__details")
    row.locator(".cw-step__value").click()
    expect(details.locator("li")).to_have_count(2)
    expect(row.get_by_role("button", name="head")).to_have_attribute("aria-pressed", "true")
    row.locator(".cw-step__value").click()
    expect(details).to_be_hidden()
    way(stepped, "step")
    expect(hint).to_have_count(1)


def test_all_of_it_by_keyboard(stepped: Locator) -> None:
    keys = stepped.page.keyboard
    expect(stepped.locator(".cw-step__slider")).to_be_focused()
    keys.press("ArrowRight")
    at(stepped, 1)
    keys.press("o")
    expect(said(stepped)).to_contain_text("put returns")
    keys.press("Shift+ArrowLeft")
    at(stepped, 0)
    keys.press("Shift+ArrowRight")
    keys.press("ArrowRight")
    keys.press("ArrowRight")
    at(stepped, 7)
    keys.press("Shift+L")
    at(stepped, 2)
    keys.press("l")
    at(stepped, 7)
    keys.press("l")
    expect(said(stepped)).to_have_text("Line 11 is not reached again.")
    keys.press("End")
    at(stepped, 14)
    keys.press("Shift+ArrowLeft")
    at(stepped, 13)
    keys.press("Home")
    at(stepped, 0)


def test_the_slider_and_a_line_lead_anywhere(stepped: Locator) -> None:
    slide = "(one, to) => { one.value = to; one.dispatchEvent(new Event('input')) }"
    stepped.locator(".cw-step__slider").evaluate(slide, 12)
    at(stepped, 12)
    expect(stepped.locator(".cw-step__slider")).to_have_attribute(
        "aria-valuetext", "step 12 of 14, line 22 is next"
    )
    way(stepped, "start")
    number = stepped.get_by_role("button", name="13: go to the next time at this line")
    number.click()
    expect(stepped.locator(".is-next")).to_contain_text("return made;")
    first = stepped.locator(".cw-step__position").inner_text()
    number.click()
    expect(stepped.locator(".cw-step__position")).not_to_have_text(first)
    number.click(modifiers=["Shift"])
    expect(stepped.locator(".cw-step__position")).to_have_text(first)


def test_it_breaks_no_rule_and_fits_a_phone_in_both_schemes(stepped: Locator, axe: str) -> None:
    page = stepped.page
    stepped.locator(".cw-step__story").get_by_role("button", name="the mistake").click()
    expect(said(stepped).locator("strong")).to_be_visible()
    found = breaches(page, axe)
    before = page.viewport_size
    assert before
    darken(page)
    resize(page, PHONE)
    found += breaches(page, axe)
    width = page.evaluate("document.documentElement.scrollWidth")
    beyond = stepped.locator(".cw-step__picture").evaluate(
        "one => one.scrollWidth - one.clientWidth"
    )
    way(stepped, "back")
    foot = stepped.locator(".cw-step__controls").bounding_box()
    lighten(page)
    resize(page, before)
    assert found == []
    assert width <= PHONE["width"]
    assert beyond == 0  # heap below stack, and values that wrap
    assert foot
    assert foot["y"] + foot["height"] <= PHONE["height"]


def test_on_a_phone_the_run_is_in_view_and_the_buttons_leave_it_room(
    browser: Browser, programs: str
) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True)
    page = context.new_page()
    page.goto(programs)
    figure = figure_of(page)
    figure.get_by_role("button", name="Step", exact=True).tap()
    view = figure.locator(".cw-step")
    expect(view.locator(".is-next")).to_be_in_viewport()
    foot = view.locator(".cw-step__controls")
    found = foot.bounding_box()
    assert found
    assert found["height"] < PHONE["height"] / 3
    view.get_by_text("More ways to go").tap()
    over = view.locator("[data-way='over']")
    over.tap()
    expect(over).to_be_in_viewport()
    expect(said(view)).not_to_contain_text("The program begins")
    context.close()


def test_on_a_phone_who_wrote_a_value_is_told_in_view_and_the_focus_comes_back(
    browser: Browser, programs: str
) -> None:
    context = browser.new_context(viewport=SMALL, has_touch=True)
    page = context.new_page()
    page.goto(programs)
    figure = figure_of(page)
    write(page, figure, LIST)
    figure.get_by_role("button", name="Step", exact=True).tap()
    view = figure.locator(".cw-step")
    way(view, "step")
    chosen = view.get_by_role("button", name="next", exact=True)
    chosen.tap()
    rows = view.locator(".cw-step__details li")
    expect(rows).to_have_count(2)
    panel = view.locator(".cw-step__details").bounding_box()
    foot = view.locator(".cw-step__controls").bounding_box()
    bar = page.locator(".md-header").bounding_box()
    assert panel
    assert foot
    assert bar
    assert bar["y"] + bar["height"] <= panel["y"]
    assert panel["y"] + panel["height"] <= foot["y"]
    view.get_by_role("button", name="Close", exact=True).tap()
    expect(chosen).to_be_focused()
    context.close()


def test_the_steps_are_closed_by_their_button_by_escape_and_by_step(page: Page) -> None:
    figure = figure_of(page)
    step = figure.locator(".cw-bar__step button")
    view = figure.locator(".cw-step")
    code = figure.locator(".cw-program")
    before = code.inner_text()
    step.click()
    expect(step).to_have_attribute("aria-expanded", "true")
    view.get_by_role("button", name="Close the steps").click()
    expect(view).to_have_count(0)
    expect(step).to_be_focused()
    expect(step).to_have_attribute("aria-expanded", "false")
    step.click()
    expect(view.locator(".cw-step__slider")).to_be_focused()
    page.keyboard.press("Escape")
    expect(view).to_have_count(0)
    expect(step).to_be_focused()
    step.click()
    expect(view).to_be_visible()
    step.click()
    expect(view).to_have_count(0)
    expect(figure.locator(".cw-run")).to_be_hidden()
    assert code.inner_text() == before


def test_step_records_a_changed_program_anew(stepped: Locator) -> None:
    figure = figure_of(stepped.page)
    text = figure.locator(".cm-content")
    text.focus()
    stepped.page.keyboard.press("ControlOrMeta+a")
    stepped.page.keyboard.insert_text("int main(void)\n{\n    return 3;\n}\n")
    figure.locator(".cw-bar__step button").click()
    expect(stepped.locator(".cw-step__position")).to_have_text("0 of 1")
    way(stepped, "end")
    expect(said(stepped)).to_contain_text("The program has ended with status 3.")


def test_a_number_stands_on_the_line_of_its_code(stepped: Locator) -> None:
    feet = stepped.locator(".cw-step__line").evaluate_all(FEET)
    assert len(feet) > 20
    assert all(abs(number - code) < 1 for number, code in feet)
