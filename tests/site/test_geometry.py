"""Code says where it goes on, headings are as high as their words, and nothing floats over text."""

import pytest
from playwright.sync_api import expect

from support.visits import DRAWN, Visit

PHONE = {"width": 360, "height": 740}


@pytest.mark.parametrize("visit", [{"viewport": PHONE}], indirect=True)
def test_code_that_goes_on_fades_until_its_end_is_reached(visit: Visit) -> None:
    page = visit.go("xen/rings/")
    code = page.locator("article pre[data-cw-more], article pre > code[data-cw-more]").first
    code.scroll_into_view_if_needed()
    mask = "one => getComputedStyle(one).maskImage"
    assert code.evaluate(mask) != "none"
    held = code.element_handle()
    assert held is not None
    held.evaluate("one => one.scrollTo(one.scrollWidth, 0)")
    page.wait_for_function("(one) => !one.hasAttribute('data-cw-more')", arg=held)
    assert held.evaluate(mask) == "none"


@pytest.mark.parametrize("visit", [{"viewport": PHONE}], indirect=True)
def test_a_heading_is_as_high_as_its_words(visit: Visit) -> None:
    page = visit.go("declarations/")
    taller = page.evaluate(
        """() => [...document.querySelectorAll("article :is(h2, h3)")].filter((one) => {
            const before = one.getBoundingClientRect().height;
            const sign = one.querySelector(".headerlink");
            sign.style.display = "none";
            return one.getBoundingClientRect().height !== before;
        }).map((one) => one.textContent)"""
    )
    assert taller == []
    expect(page.locator(".md-header__topic").first).to_be_visible()
    title = page.locator(".md-header__topic .md-ellipsis").first
    assert title.evaluate("one => one.scrollWidth <= one.clientWidth")


@pytest.mark.parametrize("visit", [{"viewport": PHONE}], indirect=True)
def test_no_button_for_the_top_floats_over_the_text_of_a_phone(visit: Visit) -> None:
    page = visit.go("declarations/")
    top = page.locator(".md-top")
    page.evaluate("scrollTo({ top: 4000, behavior: 'instant' })")
    page.evaluate(DRAWN)  # two moves within one frame are one to the theme, and that goes down
    page.evaluate("scrollTo({ top: 3500, behavior: 'instant' })")
    # The theme wants to show it now; on a wide screen it is seen.
    page.wait_for_function("() => !document.querySelector('.md-top').hidden")
    expect(top).to_be_hidden()
    page.set_viewport_size({"width": 1280, "height": 740})
    expect(top).to_be_visible()


CIRCLES = """() => [...document.querySelectorAll(".cw-question__choice")].map((choice) => {
    const circle = choice.querySelector("input").getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(document.createTreeWalker(choice, NodeFilter.SHOW_TEXT).nextNode());
    const line = range.getClientRects()[0];
    return Math.abs(circle.top + circle.height / 2 - line.top - line.height / 2);
})"""


def test_a_circle_is_level_with_the_words_of_its_choice(visit: Visit) -> None:
    page = visit.go("declarations/")
    page.locator(".cw-question").first.scroll_into_view_if_needed()
    expect(page.locator(".cw-question.is-live .cw-question__choice").first).to_be_visible()
    off = page.evaluate(CIRCLES)
    assert len(off) > 3
    assert [each for each in off if each > 1] == []
