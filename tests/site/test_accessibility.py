"""Every page of both engines' sites, held to the rules of accessibility in both schemes."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from support.axe import breaches
from support.sites import paths
from support.visits import Visit, stand_still

PARTS = 6  # of the whole book, so that workers share it
PHONE = {"width": 360, "height": 740}
WIDE = {"width": 1280, "height": 800}
ONE_RULE = "rules/function-returning-array/"
SOME = 40  # pages; the book has more


def pages(site: Path) -> list[str]:
    """The addresses of the book."""
    found = [*paths(site), "404.html"]
    assert len(found) > SOME
    return found


def alike(path: str) -> bool:
    """Whether a page is one of the rules', which differ in their texts alone, and not the first."""
    return path.startswith("rules/") and path not in ("rules/", ONE_RULE)


def too_wide(page: Page) -> list[str]:
    """That the page scrolls sideways, if it does."""
    width, room = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    return [f"scrolls sideways: {width} pixels wide, the window {room}"] if width > room else []


@pytest.mark.audit
@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize(
    "visit",
    [
        {"color_scheme": "light", "viewport": WIDE},
        {"color_scheme": "dark", "viewport": PHONE},
    ],
    ids=["light-wide", "dark-phone"],
    indirect=True,
)
def test_no_page_breaks_a_rule_of_accessibility_or_is_too_wide(
    visit: Visit, site_folder: Path, part: int, axe: str
) -> None:
    found: dict[str, list[str]] = {}
    for path in pages(site_folder)[part::PARTS]:
        page = visit.unfold(path)
        found[path] = [*too_wide(page), *([] if alike(path) else breaches(page, axe))]
    assert {path: faults for path, faults in found.items() if faults} == {}


@pytest.mark.parametrize("visit", [{"color_scheme": "dark"}], indirect=True)
def test_a_reading_that_is_stepped_through_stays_accessible(visit: Visit, axe: str) -> None:
    page = visit.go("declarations/")
    first = page.locator(".cw-reading").first
    first.get_by_role("button", name="Step through").click()
    first.get_by_role("button", name="Next").click()
    stand_still(page)
    assert breaches(page, axe) == []


def test_the_search_dialog_has_a_name(visit: Visit) -> None:
    page = visit.go("")
    names = page.locator("[role=dialog]").evaluate_all("all => all.map(one => one.ariaLabel)")
    assert names
    assert all(names)
