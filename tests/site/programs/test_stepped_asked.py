"""What a reader can ask of a run, and what the run asks back: by pointer, by key, by ear."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from support.axe import breaches
from support.visits import PHONE, darken, lighten, resize

SWAP = """static void swap(int *a, int *b)
{
    int kept = *a;
    *a = *b;
    *b = kept;
}

int main(void)
{
    int left = 1;
    int right = 2;
    int *which = &left;
    swap(&left, &right);
    which = &right;
    return *which - left + 1;
}
"""
FIRST = "At step 5, line 4 runs next. What will *a be after it?"


@pytest.fixture
def stepped(page: Page) -> Iterator[Locator]:
    """The steps of a program with pointers; they are closed at the end."""
    figure = page.locator(".cw-evidence[data-snippet='hello.c']")
    figure.get_by_role("button", name="Edit", exact=True).click()
    content = figure.locator(".cm-content")
    expect(content).to_be_visible()
    content.focus()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text(SWAP)
    figure.get_by_role("button", name="Step", exact=True).click()
    view = figure.locator(".cw-step")
    expect(view.locator(".cw-step__position")).to_have_text("0 of 10")
    yield view
    figure.get_by_role("button", name="Close", exact=True).first.click()
    expect(view).to_have_count(0)


def at(view: Locator, step: int) -> None:
    expect(view.locator(".cw-step__position")).to_have_text(f"{step} of 10")


def test_the_run_asks_and_is_answered_by_keyboard(stepped: Locator) -> None:
    keys = stepped.page.keyboard
    stepped.get_by_role("button", name="Ask me").press("Enter")
    questions = stepped.get_by_role("region", name="Questions about this run")
    group = questions.get_by_role("group")
    expect(group).to_have_accessible_name(f"Question 1 of 3. {FIRST}")
    at(stepped, 5)
    expect(questions.get_by_role("radio").first).to_be_focused()
    keys.press("Enter")
    verdict = questions.get_by_role("status")
    expect(verdict).to_have_text("Choose an answer first.")
    # Arrows choose among answers; they do not step.
    keys.press("ArrowDown")
    keys.press("ArrowUp")
    at(stepped, 5)
    expect(questions.get_by_role("radio", name="1", exact=True)).to_be_checked()
    keys.press("Enter")
    expect(verdict).to_have_text(
        "No, it is 2. Step 6 shows it. Line 4: *a (left in main) changes from 1 to 2."
    )
    at(stepped, 6)
    expect(stepped.locator(".is-changed")).to_have_text("2, changed")
    questions.get_by_role("button", name="Next question").press("Enter")
    expect(group).to_have_accessible_name(re.compile("Question 2 of 3.*Where will which point"))
    questions.get_by_role("radio", name="right").press("Space")
    keys.press("Enter")
    expect(verdict).to_contain_text("Yes.")
    questions.get_by_role("button", name="Next question").press("Enter")
    expect(group).to_have_accessible_name(re.compile("Which line made it so"))
    questions.get_by_role("radio", name="line 4").press("Space")
    keys.press("Enter")
    expect(verdict).to_contain_text("Line 4: 1 becomes 2.")
    at(stepped, 6)
    questions.get_by_role("button", name="Done").press("Enter")
    expect(verdict).to_have_text("2 of 3 right.")
    expect(questions.get_by_role("button", name="More questions")).to_be_focused()
    keys.press("Enter")
    expect(group).not_to_have_accessible_name(f"Question 1 of 3. {FIRST}")
    keys.press("Escape")
    expect(questions).to_have_count(0)
    expect(stepped.get_by_role("button", name="Ask me")).to_be_focused()
    expect(stepped).to_be_visible()


def test_questions_break_no_rule_and_fit_a_phone_in_dark(stepped: Locator, axe: str) -> None:
    page = stepped.page
    stepped.get_by_role("button", name="Ask me").click()
    questions = stepped.get_by_role("region", name="Questions about this run")
    questions.get_by_role("radio", name="1", exact=True).check()
    questions.get_by_role("button", name="Check").click()
    expect(questions.get_by_role("status")).to_contain_text("No, it is 2.")
    found = breaches(page, axe)
    before = page.viewport_size
    assert before
    darken(page)
    resize(page, PHONE)
    found += breaches(page, axe)
    width = page.evaluate("document.documentElement.scrollWidth")
    lighten(page)
    resize(page, before)
    assert found == []
    assert width <= PHONE["width"]


def test_a_type_is_read_when_somebody_asks_and_not_before(stepped: Locator) -> None:
    page = stepped.page
    stepped.locator("[data-way='end']").click()
    stepped.locator("[data-way='back']").click()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    kind = stepped.locator(".cw-step__row", has_text="which").locator("button.cw-step__type")
    card = stepped.locator(".cw-step__reading")
    kind.hover()
    kind.focus()
    expect(card).to_be_hidden()
    assert [url for url in asked if "pyodide" in url] == []
    page.keyboard.press("Enter")
    expect(card).to_have_text("int *which which is a pointer to int")
    heard = stepped.locator(".cwx-offscreen[role=status]")
    expect(heard).to_have_text("which is a pointer to int")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(stepped).to_be_visible()
    # It answers at once now: to the focus, and to a pointer.
    stepped.get_by_role("button", name="which", exact=True).focus()
    page.keyboard.press("Tab")
    expect(card).to_be_visible()
    page.keyboard.press("Tab")
    expect(card).to_be_hidden()
    stepped.locator(".cw-step__output").hover()
    kind.hover()
    expect(card).to_be_visible()
    card.hover()
    expect(card).to_be_visible()
    stepped.locator(".cw-step__output").hover()
    expect(card).to_be_hidden()
