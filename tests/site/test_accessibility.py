"""Every page of both engines' sites, held to the rules of accessibility in both schemes."""

from pathlib import Path

import pytest

from support.axe import breaches
from support.sites import paths
from support.visits import Visit, stand_still

PARTS = 6  # of the whole book, so that workers share it
PHONE = {"width": 360, "height": 740}
WIDE = {"width": 1280, "height": 800}
ONE_RULE = "rules/function-returning-array/"
SOME = 40  # pages; the book has more


def pages(site: Path, part: int, *, rules: bool) -> list[str]:
    """The addresses of a part of the book; the rules' pages are all alike, but for their texts."""
    found = [*paths(site), "404.html"]
    wanted = [path for path in found if rules or not path.startswith("rules/")]
    assert len(wanted) > SOME
    return (wanted if rules else [*wanted, "rules/", ONE_RULE])[part::PARTS]


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
def test_no_page_breaks_a_rule_of_accessibility(
    visit: Visit, site_folder: Path, part: int, axe: str
) -> None:
    found: dict[str, list[str]] = {}
    for path in pages(site_folder, part, rules=False):
        found[path] = breaches(visit.unfold(path), axe)
    assert {path: faults for path, faults in found.items() if faults} == {}


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("visit", [{"viewport": PHONE}], indirect=True)
def test_no_page_scrolls_sideways_on_a_phone(visit: Visit, site_folder: Path, part: int) -> None:
    widths = {
        path: visit.unfold(path).evaluate("document.documentElement.scrollWidth")
        for path in pages(site_folder, part, rules=True)
    }
    assert {path: width for path, width in widths.items() if width > PHONE["width"]} == {}


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
