"""What lies below a page's first blocks is laid out a few figures at a time, and all of it soon."""

import pytest
from playwright.sync_api import Page, expect

from support.visits import ONE_ENGINE, Visit

CHAPTER = "volatile/"
# The page's own script starts with this event; what listens from the beginning comes before it.
WAITED = """document.addEventListener("DOMContentLoaded", () => {
  window.waited = document.documentElement.hasAttribute("data-cw-far");
});"""
# A page that always has something else to do, a message to itself, and so no idle moment.
RESTLESS = """const { port1, port2 } = new MessageChannel();
port1.onmessage = () => {
  for (const start = performance.now(); performance.now() - start < 5; );
  port2.postMessage(0);
};
port2.postMessage(0);"""
LEFT_OUT = """[...document.querySelectorAll(".cw-evidence, .cw-explain, .cw-figure, .cw-drawing")]
  .filter((one) => getComputedStyle(one).contentVisibility !== "visible").length"""
# In each frame, for the pages' policy forbids texts that are made into conditions.
REMEMBERED = """() => new Promise((done) => {
  const look = () => history.state?.y > 1000 && history.state.y === scrollY
    ? done(scrollY) : requestAnimationFrame(look);
  look();
})"""
ARRIVED = """(place) => new Promise((done) => {
  const look = () => Math.abs(scrollY - place) < 2 ? done(true) : requestAnimationFrame(look);
  look();
})"""


@pytest.fixture
def page(visit: Visit) -> Page:
    """A page that notes whether its figures waited when it was there."""
    visit.page.add_init_script(WAITED)
    return visit.page


@ONE_ENGINE
def test_a_chapter_waits_and_is_soon_laid_out_to_its_end(page: Page, visit: Visit) -> None:
    page.goto(visit.site + CHAPTER)
    assert page.evaluate("window.waited") is True
    expect(page.locator("html[data-cw-far]")).to_have_count(0)
    assert page.evaluate(LEFT_OUT) == 0


@ONE_ENGINE
def test_a_page_that_never_rests_is_laid_out_too(page: Page, visit: Visit) -> None:
    page.add_init_script(RESTLESS)
    page.goto(visit.site + CHAPTER)
    expect(page.locator("html[data-cw-far]")).to_have_count(0)


@ONE_ENGINE
def test_a_page_that_is_entered_further_down_does_not_wait(page: Page, visit: Visit) -> None:
    page.goto(f"{visit.site}{CHAPTER}#what-the-compilers-make-of-it")
    assert page.evaluate("window.waited") is False
    assert page.evaluate(LEFT_OUT) == 0


def test_a_reader_who_comes_again_finds_the_same_place(page: Page, visit: Visit) -> None:
    page.goto(visit.site + CHAPTER)
    expect(page.locator("html[data-cw-far]")).to_have_count(0)
    page.mouse.wheel(0, 3000)
    place = page.evaluate(REMEMBERED)
    page.reload()
    assert page.evaluate("window.waited") is False
    assert page.evaluate(ARRIVED, place)


@ONE_ENGINE
@pytest.mark.parametrize("visit", [{"java_script_enabled": False}], indirect=True)
def test_nothing_waits_without_scripts(visit: Visit) -> None:
    page = visit.page
    page.goto(visit.site + CHAPTER)
    expect(page.locator("html[data-cw-far]")).to_have_count(0)


@ONE_ENGINE
def test_nothing_waits_on_paper(page: Page, visit: Visit) -> None:
    page.emulate_media(media="print")
    page.goto(visit.site + CHAPTER)
    page.evaluate("document.documentElement.setAttribute('data-cw-far', '')")
    assert page.evaluate(LEFT_OUT) == 0
