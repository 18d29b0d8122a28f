"""The pages of both engines' sites: on a phone, without scripts, to a screen reader, offline."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from support.sites import paths
from support.visits import Visit, stand_still

CHAPTERS = ("declarations/", "volatile/", "slicing/", "xs/")
XEN = ("xen/xenstore/", "xen/rings/", "xen/events/", "xen/drivers/")
PAGES = ("", *CHAPTERS, *XEN, "proof/", "offline/", "hosting/")
PARTS = 6  # of the whole book, so that workers share it
PHONE = {"width": 360, "height": 740}
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page, axe: str) -> list[str]:
    """What axe-core finds on the page as it stands, each with the first elements."""
    page.evaluate(axe)
    found: dict[str, Any] = page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", WCAG
    )
    return [
        f"{each['id']}: {each['help']}: {[node['html'][:200] for node in each['nodes'][:4]]}"
        for each in found["violations"]
    ]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(
    "visit",
    [
        {"color_scheme": "light", "viewport": {"width": 1280, "height": 800}},
        {"color_scheme": "dark", "viewport": PHONE},
    ],
    ids=["light-wide", "dark-phone"],
    indirect=True,
)
def test_a_page_breaks_no_rule_of_accessibility(visit: Visit, path: str, axe: str) -> None:
    page = visit.go(path)
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    stand_still(page)
    assert violations(page, axe) == []


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("visit", [{"viewport": PHONE}], indirect=True)
def test_no_page_scrolls_sideways_on_a_phone(visit: Visit, site_folder: Path, part: int) -> None:
    addresses = paths(site_folder)
    assert len(addresses) > len(PAGES)
    for address in addresses[part::PARTS]:
        page = visit.page
        page.goto(visit.site + address)
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= PHONE["width"], f"{address} is {width} px wide"


@pytest.mark.parametrize("visit", [{"color_scheme": "dark"}], indirect=True)
def test_a_reading_that_is_stepped_through_stays_accessible(visit: Visit, axe: str) -> None:
    page = visit.go("declarations/")
    first = page.locator(".cw-reading").first
    first.get_by_role("button", name="Step through").click()
    first.get_by_role("button", name="Next").click()
    stand_still(page)
    assert violations(page, axe) == []


@pytest.mark.parametrize("visit", [{"java_script_enabled": False}], indirect=True)
def test_without_scripts_a_reading_is_all_there(visit: Visit) -> None:
    page = visit.page
    page.goto(visit.site)
    first = page.locator(".cw-reading").first
    expect(first.locator(".cw-prose")).to_have_text(
        "fp is a pointer to a function taking (an int, a pointer to float) "
        "and returning a pointer to char"
    )
    expect(first.locator("svg.cw-path")).to_be_visible()
    expect(first.get_by_role("button")).to_have_count(0)


@pytest.mark.parametrize("visit", [{"java_script_enabled": False}], indirect=True)
def test_without_scripts_answers_open_and_compilers_are_chosen(visit: Visit) -> None:
    page = visit.page
    page.goto(visit.site + "declarations/")
    choice = page.locator("details.choice").first
    expect(choice.locator("p").first).to_be_hidden()
    choice.locator("summary").click()
    expect(choice.locator("p").first).to_be_visible()
    page.goto(visit.site + "volatile/")
    tabs = page.locator(".cw-tabs").first
    panels = tabs.locator(".cw-tabs__panel")
    expect(panels.nth(0)).to_be_visible()
    expect(panels.nth(1)).to_be_hidden()
    tabs.locator("label").nth(1).click()
    expect(panels.nth(0)).to_be_hidden()
    expect(panels.nth(1)).to_be_visible()


def test_a_line_walked_to_by_keyboard_marks_its_instructions(visit: Visit) -> None:
    page = visit.go("volatile/")
    figure = page.locator(".cw-evidence:has(.cw-asm)").first
    figure.locator(".cw-program pre").focus()
    page.keyboard.press("ArrowDown")
    line = figure.locator(".cw-row.is-tied").get_attribute("data-line")
    marked = figure.locator(".cw-ins.is-tied")
    assert marked.count() > 0
    assert set(marked.evaluate_all("all => all.map(one => one.dataset.line)")) == {line}
    expect(figure.locator(".cw-ties__status")).to_contain_text(f"Instructions of line {line}: gcc")
    page.keyboard.press("Escape")
    expect(figure.locator(".is-tied")).to_have_count(0)


def test_pointing_at_an_instruction_marks_its_line(visit: Visit) -> None:
    figure = visit.go("volatile/").locator(".cw-evidence:has(.cw-asm)").first
    instruction = figure.locator(".cw-ins[class*='cw-tie-']").first
    instruction.hover()
    line = instruction.get_attribute("data-line")
    expect(figure.locator(f".cw-row[data-line='{line}']")).to_contain_class("is-tied")


def test_printing_opens_every_answer_and_every_compiler(visit: Visit) -> None:
    page = visit.go("volatile/")
    page.emulate_media(media="print")
    panels = page.locator(".cw-tabs__panel")
    assert panels.count() > 1
    for panel in panels.all():
        expect(panel).to_be_visible()
    page.goto(visit.site + "declarations/")
    assert page.locator("details.choice p").first.is_visible()


def test_fonts_are_the_sites_own(visit: Visit) -> None:
    page = visit.go("")
    page.evaluate("document.fonts.ready.then(() => undefined)")
    families = page.evaluate(
        "Array.from(document.fonts).filter(f => f.status === 'loaded').map(f => f.family)"
    )
    assert {family.strip('"') for family in families} >= {"IBM Plex Sans", "IBM Plex Serif"}


def test_every_colour_scheme_is_chosen_by_name(visit: Visit) -> None:
    page = visit.go("")
    page.get_by_title("Switch to dark colours").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_the_search_dialog_has_a_name(visit: Visit) -> None:
    page = visit.go("")
    names = page.locator("[role=dialog]").evaluate_all("all => all.map(one => one.ariaLabel)")
    assert names
    assert all(names)
