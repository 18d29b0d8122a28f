"""The marks beside pages: begun, done, due; they follow every answer, and move nothing."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from support.axe import breaches
from support.questions import Asked
from support.reviewing import Review
from support.visits import is_drawn_in, stand_still

FORBIDDEN = "Object.defineProperty(window, 'indexedDB', { value: undefined })"
BOXES = """() => {
    const all = document.querySelectorAll(
        ".md-nav__link, .md-tabs__link, .cw-step > a, .cw-facts, .md-content h2");
    const inner = document.querySelectorAll(".md-nav__link > :not(.cw-standing)");
    return [...all, ...inner].map((one) => JSON.stringify(one.getBoundingClientRect()));
}"""


def put(review: Review, identity: str, word: str) -> None:
    """Answer a question of the page that is open."""
    asked = Asked(review.page, identity).ready()
    asked.choose(word)
    asked.check()


def test_marks_follow_at_once_and_say_begun_done_and_due(review: Review) -> None:
    review.page.goto(f"{review.site}first/")
    expect(review.page.locator(".cw-standing")).to_have_count(0)
    put(review, "first-0", "omega")
    expect(review.mark("First")).to_have_text("(begun)")
    expect(review.mark("First")).to_have_attribute("title", "0 of 2 questions right")
    put(review, "first-0", "alpha")
    put(review, "first-1", "alpha")
    expect(review.mark("First")).to_have_text("(done)")
    expect(review.mark("Second")).to_have_count(0)
    review.at(8)
    review.page.reload()
    expect(review.mark("First")).to_have_text("(1 due)")
    expect(review.mark("First")).to_have_attribute("title", "2 of 2 questions right, 1 due")
    for name in ("Practice", "Review"):
        expect(review.mark(name)).to_have_text("(1 due)")
    asked = Asked(review.page, "first-0").ready()
    asked.root.get_by_role("button", name="Ask me again").click()
    put(review, "first-0", "alpha")
    expect(review.mark("First")).to_have_text("(done)")
    expect(review.mark("Review")).to_have_count(0)


def test_the_path_and_the_home_page_say_how_far_one_is(review: Review) -> None:
    review.answer("first-0", "omega")
    review.answer("first-1", "alpha")
    review.answer("second-0", "alpha")
    review.at(8)
    review.page.goto(f"{review.site}path/")
    steps = review.page.locator(".cw-step")
    expect(steps.nth(0).locator(".cw-standing")).to_have_text("(1 due)")
    expect(steps.nth(1).locator(".cw-standing")).to_have_text("(begun)")
    review.page.goto(review.site)
    expect(review.page.locator(".cw-facts__answered")).to_have_text(
        "1 of 2 questions right, 1 due."
    )


def test_another_tab_follows(review: Review) -> None:
    review.answer("first-0", "alpha")
    tab = Review(review.page.context.new_page(), review.site)
    tab.page.goto(f"{review.site}second/")
    expect(tab.mark("First")).to_have_text("(begun)")
    put(review, "first-1", "alpha")
    expect(tab.mark("First")).to_have_text("(done)")


def test_a_tab_that_has_loaded_nothing_yet_follows_when_it_is_seen_again(review: Review) -> None:
    tab = Review(review.page.context.new_page(), review.site)
    tab.page.goto(f"{review.site}path/")
    review.answer("first-0", "alpha")
    tab.page.evaluate("() => void document.dispatchEvent(new Event('visibilitychange'))")
    expect(tab.mark("First")).to_have_text("(begun)")


def test_marks_go_with_what_is_forgotten_and_come_back_with_a_file(
    review: Review, tmp_path: Path
) -> None:
    review.answer("first-0", "alpha")
    review.open()
    expect(review.mark("First")).to_have_text("(begun)")
    with review.page.expect_download() as waiting:
        review.button("Export").click()
    waiting.value.save_as(tmp_path / "x.json")
    review.forget("First")
    expect(review.mark("First")).to_have_count(0)
    review.root.locator("input[type=file]").set_input_files(tmp_path / "x.json")
    expect(review.mark("First")).to_have_text("(begun)")


def test_a_device_that_keeps_nothing_has_no_marks(review: Review) -> None:
    review.page.add_init_script(FORBIDDEN)
    asked = review.answer("first-0", "alpha")
    expect(asked.status).to_contain_text("Right.")
    expect(review.page.locator(".cw-standing")).to_have_count(0)


@pytest.mark.parametrize(("width", "height"), [(1280, 900), (360, 640)])
@pytest.mark.parametrize("where", ["", "path/", "first/"])
def test_nothing_moves_for_a_mark(review: Review, where: str, width: int, height: int) -> None:
    page = review.page
    review.answer("second-0", "alpha")
    page.set_viewport_size({"width": width, "height": height})
    page.goto(review.site + where)
    expect(review.mark("Second")).to_have_text("(begun)")
    stand_still(page)
    marked = page.evaluate(BOXES)
    page.evaluate("() => document.querySelectorAll('.cw-standing').forEach((one) => one.remove())")
    assert page.evaluate(BOXES) == marked


def drawer(page: Page) -> None:
    """Open the navigation of a phone."""
    page.locator(".md-header [for=__drawer]").click()
    expect(page.locator(".md-nav--primary .cw-standing").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_navigation_with_marks(
    review: Review, axe: str, scheme: Any
) -> None:
    page = review.page
    page.emulate_media(color_scheme=scheme)
    review.answer("first-0", "omega")
    review.answer("second-0", "alpha")
    review.at(8)
    page.goto(f"{review.site}path/")
    expect(review.mark("First")).to_have_text("(1 due)")
    is_drawn_in(page, scheme)
    stand_still(page)
    assert breaches(page, axe) == []
    page.set_viewport_size({"width": 360, "height": 640})
    drawer(page)
    stand_still(page)
    assert breaches(page, axe) == []
