"""Figures and stepped outputs: both colours, a phone, no scripts."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from support.visits import ONE_ENGINE, PHONE, Visit, is_drawn_in

pytestmark = ONE_ENGINE

RINGS, EVENTS = "xen/rings/", "xen/events/"
SMALLEST = 10.5  # CSS pixels that a letter of a figure has at least


def stepped(page: Page) -> Locator:
    """The first stepped output of a page."""
    return page.locator(".cw-frames").first


def seen(box: Locator) -> list[str]:
    """The numbers of the steps that can be seen."""
    steps = box.locator(".cw-frame").all()
    return [step.get_attribute("data-frame") or "" for step in steps if step.is_visible()]


def test_a_reader_goes_from_step_to_step(visit: Visit) -> None:
    box = stepped(visit.go(RINGS))
    status = box.locator(".cw-steps__status")
    expect(status).to_have_attribute("aria-live", "polite")
    expect(status).to_have_text("1 of 10: an empty ring")
    box.get_by_role("button", name="Next").click()
    expect(status).to_have_text("2 of 10: three requests, which nobody sees yet")
    assert seen(box) == ["2"]
    box.get_by_role("button", name="Previous").click()
    expect(status).to_contain_text("1 of 10")
    box.get_by_role("button", name="Previous").press("Enter")  # it does nothing there
    expect(status).to_contain_text("1 of 10")
    box.get_by_role("button", name="All").click()
    expect(status).to_have_text("all 10 steps")
    assert len(seen(box)) == 10


def test_the_buttons_work_by_keyboard_and_no_other_key_does_anything(visit: Visit) -> None:
    page = visit.go(RINGS)
    box = stepped(page)
    status = box.locator(".cw-steps__status")
    box.get_by_role("button", name="Next").focus()
    page.keyboard.press("Enter")
    expect(status).to_contain_text("2 of 10")
    page.keyboard.press("n")
    page.keyboard.press("ArrowRight")
    expect(status).to_contain_text("2 of 10")


@pytest.mark.parametrize("visit", [{"viewport": PHONE}, {}], indirect=True)
@pytest.mark.parametrize("chapter", [RINGS, EVENTS])
def test_the_page_below_does_not_move_from_step_to_step(visit: Visit, chapter: str) -> None:
    page = visit.go(chapter)
    boxes = page.locator(".cw-frames.is-live")
    expect(boxes.first).to_be_visible()
    height = "one => one.getBoundingClientRect().height"
    for box in boxes.all():
        heights = []
        for _ in box.locator(".cw-frame").all():
            heights.append(box.evaluate(height))
            box.get_by_role("button", name="Next").press("Enter")
        assert max(heights) - min(heights) < 1


@pytest.mark.parametrize("visit", [{"viewport": PHONE}, {}], indirect=True)
def test_nothing_moves_when_the_scripts_arrive(visit: Visit) -> None:
    page = visit.page
    page.add_init_script(
        """window.moved = 0;
        new PerformanceObserver(list => {
          for (const each of list.getEntries()) window.moved += each.value;
        }).observe({type: "layout-shift", buffered: true});"""
    )
    visit.go(EVENTS)
    stepped(page).scroll_into_view_if_needed()
    expect(stepped(page)).to_have_class(re.compile("is-live"))
    assert page.evaluate("window.moved") == 0


@pytest.mark.parametrize("visit", [{"java_script_enabled": False}], indirect=True)
def test_all_steps_and_every_figure_are_there_without_scripts(visit: Visit) -> None:
    page = visit.page
    page.goto(visit.site + RINGS)
    assert len(seen(stepped(page))) == 10
    expect(stepped(page).get_by_role("button")).to_have_count(0)
    expect(page.locator(".cw-drawing svg[role=img]").first).to_be_visible()


@pytest.mark.parametrize("visit", [{"viewport": PHONE}], indirect=True)
def test_every_letter_of_a_figure_can_be_read_on_a_phone(visit: Visit) -> None:
    page = visit.go(EVENTS)
    expect(page.locator(".cw-drawing__picture").first).to_be_visible()
    sizes = page.locator(".cw-drawing__picture text").evaluate_all(
        """all => all.map(one => parseFloat(getComputedStyle(one).fontSize)
           * one.ownerSVGElement.getScreenCTM().a)"""
    )
    assert len(sizes) > 20
    assert min(sizes) >= SMALLEST
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize(
    ("visit", "colours"),
    [({"color_scheme": "light"}, "light"), ({"color_scheme": "dark"}, "dark")],
    indirect=["visit"],
)
def test_a_figure_has_the_colours_of_the_scheme(visit: Visit, colours: str) -> None:
    page = visit.go(RINGS)
    is_drawn_in(page, colours)
    found = page.locator(".cw-drawing .blue").first.evaluate(
        """one => [getComputedStyle(one.querySelector('rect')).stroke,
                   getComputedStyle(one.querySelector('text')).fill,
                   getComputedStyle(document.body).getPropertyValue('--cw-pointer').trim(),
                   getComputedStyle(document.body).getPropertyValue('--cw-ink').trim()]"""
    )
    line, ink, *wanted = found
    assert [rgb(line), rgb(ink)] == [tuple(bytes.fromhex(each[1:])) for each in wanted]


def rgb(colour: str) -> tuple[int, ...]:
    """The three numbers of a computed colour."""
    return tuple(int(number) for number in re.findall(r"\d+", colour)[:3])
