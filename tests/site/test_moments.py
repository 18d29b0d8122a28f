"""Memory as pictures: on the home page, in chapters, and on the page that teaches stepping."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from support.sites import paths
from support.visits import ONE_ENGINE, PHONE, Visit

pytestmark = ONE_ENGINE

HOME, STEPPING, SLICING = "", "stepping/", "slicing/assignment/"
MEMORY = "misconceptions/memory/"
WITH_PICTURES = (
    HOME,
    STEPPING,
    SLICING,
    MEMORY,
    "authoring/chapters/",
    "cleanup/",
    "cleanup/traps/",
    "costs/",
    "declarations/",
    "declarations/parameters/",
    "exhaustion/aborting/",
    "exhaustion/reporting/",
    "glib/",
    "leaks/",
    "misconceptions/scope/",
    "ownership/",
    "ownership/policy/",
    "slicing/",
    "symbols/design/",
    "volatile/threads/",
)
TINY = {"width": 280, "height": 650}  # a folded telephone: less than the pictures of objects need
SMALLEST = 10.5  # CSS pixels that a letter of a picture has at least

# Pairs of texts of one picture that lie upon each other by more than a pixel.
OVERLAPS = """(svg) => {
    const texts = [...svg.querySelectorAll("text")].filter((one) => one.textContent.trim() !== "");
    const boxes = texts.map((one) => [one.textContent, one.getBoundingClientRect()]);
    const found = [];
    for (const [at, [text, box]] of boxes.entries())
        for (const [other, its] of boxes.slice(at + 1))
            if (Math.min(box.right, its.right) - Math.max(box.left, its.left) > 1 &&
                Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top) > 5)
                found.push(`${text} / ${other}`);
    return found;
}"""

SIZES = """(all) => all.map((one) => parseFloat(getComputedStyle(one).fontSize)
    * one.ownerSVGElement.getScreenCTM().a)"""


def series(page: Page) -> Locator:
    """The first row of moments on a page."""
    return page.locator(".cw-moments .cw-frames").first


def test_the_home_page_shows_a_list_being_linked_moment_by_moment(visit: Visit) -> None:
    page = visit.go(HOME)
    box = series(page)
    status = box.locator(".cw-steps__status")
    expect(status).to_have_text("1 of 5: Before line 15")
    now = box.locator(".cw-frame.is-now")
    for did in (
        "Line 18: made->next becomes null.",
        "Line 14: malloc makes block 2",
        "Line 18: made->next now points to block 1",
        "Line 19: list now points to block 2",
    ):
        box.get_by_role("button", name="Next").click()
        expect(now.locator(".cw-moment__did")).to_contain_text(did)
    expect(status).to_contain_text("5 of 5")
    told = re.compile("list points to block 2")
    expect(now.get_by_role("img")).to_have_attribute("aria-label", told)
    box.get_by_role("button", name="Previous").click()
    expect(status).to_contain_text("4 of 5")


@pytest.mark.parametrize("visit", [{"viewport": PHONE}, {}], indirect=True)
def test_nothing_moves_from_moment_to_moment(visit: Visit) -> None:
    page = visit.go(HOME)
    box = series(page)
    box.scroll_into_view_if_needed()
    place = box.bounding_box()
    for _ in range(4):
        box.get_by_role("button", name="Next").press("Enter")
        assert box.bounding_box() == place


@pytest.mark.parametrize("visit", [{"java_script_enabled": False}], indirect=True)
def test_without_scripts_all_moments_are_there_and_no_button_that_does_nothing(
    visit: Visit,
) -> None:
    page = visit.page
    page.goto(visit.site + STEPPING)
    frames = series(page).locator(".cw-frame")
    assert frames.count() == 3
    for frame in frames.all():
        expect(frame.get_by_role("img")).to_be_visible()
    expect(series(page).get_by_role("button")).to_have_count(0)


def test_no_page_with_pictures_is_left_out(site_folder: Path) -> None:
    def has_pictures(path: str) -> bool:
        text = (site_folder / path / "index.html").read_text(encoding="utf-8")
        return 'class="cw-moment"' in text

    assert {path for path in paths(site_folder) if has_pictures(path)} == set(WITH_PICTURES)


@pytest.mark.parametrize("visit", [{"viewport": PHONE}, {}], indirect=True)
@pytest.mark.parametrize("path", WITH_PICTURES)
def test_a_picture_can_be_read_where_it_is(visit: Visit, path: str) -> None:
    page = visit.go(path)
    pictures = page.locator(".cw-moment svg.cw-drawing__picture")
    assert pictures.count() > 0
    for picture in pictures.all():
        assert picture.evaluate(OVERLAPS) == []
        assert min(picture.locator("text").evaluate_all(SIZES)) > SMALLEST
    over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert over <= 0


@pytest.mark.parametrize("visit", [{"viewport": PHONE}], indirect=True)
@pytest.mark.parametrize("path", WITH_PICTURES)
def test_no_picture_is_wider_than_a_telephone(visit: Visit, path: str) -> None:
    boxes = visit.go(path).locator(".cw-moment .cw-drawing__scroll")
    assert (
        boxes.evaluate_all("all => all.map(one => one.scrollWidth - one.clientWidth)")
        == [0] * boxes.count()
    )


@pytest.mark.parametrize("visit", [{"viewport": TINY}], indirect=True)
def test_what_goes_on_beyond_the_edge_fades_and_stays_in_view_from_moment_to_moment(
    visit: Visit,
) -> None:
    page = visit.go(SLICING)
    now = series(page).locator(".cw-frame.is-now .cw-drawing__scroll")
    mask = "one => getComputedStyle(one).maskImage"
    now.scroll_into_view_if_needed()
    expect(now).to_have_attribute("data-cw-more", "")
    assert now.evaluate(mask) != "none"
    end = now.evaluate("one => { one.scrollTo(one.scrollWidth, 0); return one.scrollLeft; }")
    assert end > 0
    expect(now).not_to_have_attribute("data-cw-more", "")
    series(page).get_by_role("button", name="Next").click()
    assert now.evaluate("one => one.scrollLeft") == end


@pytest.mark.parametrize("visit", [{"forced_colors": "active"}], indirect=True)
def test_where_the_system_chooses_the_colours_boxes_and_arrows_are_drawn_in_them(
    visit: Visit,
) -> None:
    page = visit.go(STEPPING)
    ink = page.evaluate("getComputedStyle(document.body).color")
    box = page.locator(".cw-moment rect").first
    assert box.evaluate("(one) => getComputedStyle(one).stroke") == ink
    arrow = page.locator(".cw-moment .cw-step-arrow").first
    assert arrow.evaluate("(one) => getComputedStyle(one).stroke") == ink


def test_the_words_of_a_picture_are_there_for_everybody(visit: Visit) -> None:
    page = visit.go(SLICING)
    moment = page.locator(".cw-moment").first
    moment.get_by_text("The picture in words").click()
    said = moment.get_by_role("list")
    expect(said).to_contain_text("Line 25 is next.")
    expect(said).to_contain_text("old points to small in main")


def test_the_page_that_teaches_stepping_does_what_it_says(visit: Visit) -> None:
    page = visit.go(STEPPING)
    figure = page.locator("[data-snippet='stepping/freed.c']")
    figure.get_by_role("button", name="Step", exact=True).click()
    story = figure.locator(".cw-step__story")
    expect(story).to_contain_text("Line 18: This line reads 4 bytes of block 1")
    story.get_by_role("button", name="freed in line 17").click()
    expect(figure.locator(".cw-step__said")).to_contain_text("free releases")
