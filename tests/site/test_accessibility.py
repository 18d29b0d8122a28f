"""Every page of the book, held to the rules of accessibility in both schemes, and to its room.

It is never too wide, and on a phone nothing that is pressed lies over what is read.

What both engines make is judged in one's site (test_engines.py shows that it is the same), and
what each theme puts around it in both.
"""

from itertools import cycle
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize

from support.axe import breaches
from support.overlaps import overlaps
from support.sites import ENGINES, paths
from support.visits import (
    KINDS,
    NARROW,
    ONE_ENGINE,
    WIDE,
    Visit,
    darken,
    is_drawn_in,
    lighten,
    resize,
    stand_still,
)

PARTS = 8  # of the whole book, so that workers share it
RULES = "rules/"
ONE_RULE = "rules/function-returning-array/"
SOME = 40  # pages; the book has more

# Each page's own part put into the page that is there, one after the other, and all unfolded.
TOO_WIDE = """async (paths) => {
    const found = {};
    for (const path of paths) {
        const text = await (await fetch(path)).text();
        const made = new DOMParser().parseFromString(text, "text/html");
        for (const one of made.querySelectorAll("details")) one.open = true;
        document.querySelector(".md-container").replaceWith(made.querySelector(".md-container"));
        const width = document.documentElement.scrollWidth;
        if (width > innerWidth) found[path] = width;
    }
    return found;
}"""


def pages(site: Path) -> list[str]:
    """The addresses of the book."""
    found = [*paths(site), "404.html"]
    assert len(found) > SOME
    return found


def alike(path: str) -> bool:
    """Whether a page is one of the rules', which differ in their texts alone, and not the first."""
    return path.startswith(RULES) and path not in (RULES, ONE_RULE)


def faults(page: Page, axe: str) -> list[str]:
    """What is wrong with a page as it stands: its width, what lies over words, rules it breaks."""
    width, room = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    wide = [f"scrolls sideways: {width} pixels wide, the window {room}"] if width > room else []
    over = overlaps(page) if page.viewport_size == NARROW else []
    return wide + over + breaches(page, axe)


def judged(visit: Visit, chosen: list[str], axe: str) -> dict[str, list[str]]:
    """What is wrong with pages, in light colours and a wide window, in dark ones and on a phone.

    Each is looked at in both ways. Every other one comes as on a phone, and is widened then. The
    first is loaded, the others are followed; test_keyboard.py and others load each kind of page.
    """
    visit.page.set_viewport_size(WIDE)
    found: dict[str, list[str]] = {}
    for path, (choose, size) in zip(chosen, cycle([(darken, NARROW), (lighten, WIDE)])):
        page = visit.follow(path) if found else visit.unfold(path)
        found[path] = faults(page, axe)
        choose(page)
        resize(page, size)
        found[path] += faults(page, axe)
    return {path: wrong for path, wrong in found.items() if wrong}


def listed(wrong: dict[str, list[str]]) -> str:
    """All that is wrong, in full: a comparison would be cut, and what luck showed lost."""
    return "\n".join(f"{path}: {one}" for path, each in wrong.items() for one in each)


@pytest.mark.audit
@ONE_ENGINE
@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("visit", [{"color_scheme": "light"}], indirect=True)
def test_no_page_breaks_a_rule_of_accessibility_or_is_too_wide(
    visit: Visit, site_folder: Path, part: int, axe: str
) -> None:
    own = [path for path in pages(site_folder) if not alike(path)]
    assert not (wrong := judged(visit, own[part::PARTS], axe)), listed(wrong)


@pytest.mark.audit
@pytest.mark.parametrize("site", ENGINES[1:], indirect=True)
@pytest.mark.parametrize("visit", [{"color_scheme": "light"}], indirect=True)
def test_no_kind_of_page_breaks_a_rule_in_the_other_engines_theme(visit: Visit, axe: str) -> None:
    assert not (wrong := judged(visit, list(KINDS), axe)), listed(wrong)


@pytest.mark.audit
@ONE_ENGINE
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "phone"])
def test_no_page_of_a_rule_is_too_wide(visit: Visit, site_folder: Path, size: ViewportSize) -> None:
    visit.page.set_viewport_size(size)
    page = visit.go(RULES)
    rules = [visit.site + path for path in pages(site_folder) if alike(path)]
    assert len(rules) > SOME
    assert page.evaluate(TOO_WIDE, rules) == {}


@pytest.mark.parametrize("visit", [{"color_scheme": "dark"}], indirect=True)
def test_a_reading_that_is_stepped_through_stays_accessible(visit: Visit, axe: str) -> None:
    page = visit.go("declarations/")
    is_drawn_in(page, "dark")
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
