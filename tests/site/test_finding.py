"""One finds one's way: tabs, the front page's doors, where one was, how rules and pages lead on."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from support.visits import Visit

DECLARATION = 'char *(*table[3])(int & 7, "+%");'
PHONE = {"width": 360, "height": 740}


def active_tab(page: Page) -> str:
    """The words of the tab that is marked."""
    return page.locator(".md-tabs__item--active").inner_text().strip()


def test_the_tab_of_the_list_is_marked_on_a_page_of_a_rule(visit: Visit) -> None:
    page = visit.go("rules/array-of-functions/")
    assert active_tab(page) == "Look it up"
    assert active_tab(visit.go("volatile/threads/")) == "Chapters"
    assert visit.go("offline/").locator(".md-tabs__item--active").count() == 0


def test_a_rule_leads_to_its_chapter_its_neighbours_and_the_explainer(visit: Visit) -> None:
    page = visit.go("rules/array-of-functions/")
    expect(page.locator("h1")).to_contain_text("An array's elements cannot be functions")
    onwards = page.get_by_role("navigation", name="From here")
    expect(onwards.get_by_role("link")).to_have_count(4)
    expect(onwards.get_by_role("link", name="how a declarator is read")).to_be_visible()
    page.get_by_role("link", name="Try it").click()
    expect(page.locator("#cwx-input")).to_have_value("int f[3](void);")


def test_a_declaration_typed_on_the_front_page_is_read_by_the_explainer(visit: Visit) -> None:
    page = visit.go("")
    page.get_by_label("Any declaration that puzzles you").fill(DECLARATION)
    page.keyboard.press("Enter")
    expect(page.locator("#cwx-input")).to_have_value(DECLARATION)
    assert "/explainer/#v=1&c=" in page.url


def test_the_front_page_goes_on_where_one_was(visit: Visit) -> None:
    page = visit.go("")
    line = page.locator(".cw-goon")
    expect(line).to_have_text("The first page takes twenty minutes.")
    expect(page.locator(".cw-facts__seen").first).to_have_text("")
    page = visit.go("volatile/#the-rule")
    page.mouse.wheel(0, 20)
    page.wait_for_load_state("networkidle")  # where one was is noted by a script of its own
    page.locator("a.md-logo").first.click()
    expect(line).to_contain_text("Go on where you were: volatile")
    link = line.get_by_role("link")
    expect(link).to_contain_text("The rule")
    card = page.locator(".cw-card", has=page.get_by_role("heading", name="volatile"))
    expect(card.locator(".cw-facts__seen")).to_have_text("You have opened 1 of 4 pages.")
    link.click()
    expect(page.locator("#the-rule")).to_be_in_viewport()


@pytest.mark.parametrize("visit", [{"viewport": PHONE}], indirect=True)
def test_on_a_phone_all_of_where_one_was_can_be_read(visit: Visit) -> None:
    page = visit.go("declarations/parameters/#the-repair-pass-the-whole-array")
    page.mouse.wheel(0, 20)
    page.wait_for_load_state("networkidle")  # where one was is noted by a script of its own
    page = visit.go("")
    line = page.locator(".cw-goon")
    expect(line).to_contain_text("Go on where you were: ")
    sizes = line.evaluate("one => [one.scrollWidth, one.clientWidth, one.scrollHeight]")
    assert sizes[0] <= sizes[1]
    link = line.get_by_role("link")
    seen = link.evaluate("one => [...one.getClientRects()].at(-1).right")
    assert seen <= page.evaluate("innerWidth")
    expect(link).to_be_in_viewport(ratio=1)


def test_links_change_pages_in_place_wherever_the_book_was_built_for(visit: Visit) -> None:
    def elsewhere(route: Route) -> None:
        text = route.fetch().text().replace(visit.site, "https://example.org:8443/of/another/")
        route.fulfill(content_type="application/xml", body=text)

    visit.page.route("**/sitemap.xml", elsewhere)
    page = visit.go("declarations/")
    page.evaluate("window.stays = true")
    page.locator(".md-footer__link--next").click()
    expect(page).to_have_url(visit.site + "declarations/qualifiers/")
    expect(page.locator("h1")).to_contain_text("const")
    assert page.evaluate("window.stays") is True


def test_a_chapters_pages_end_with_its_exercises(visit: Visit) -> None:
    page = visit.go("xen/events/")
    last = page.locator("article .cw-practice").get_by_role("link", name="Practise this now")
    expect(last).to_have_attribute("href", re.compile(r"rings-exercises/$"))
    assert visit.go("xen/rings-exercises/").locator(".cw-practice").count() == 0


@pytest.mark.parametrize("visit", [{"java_script_enabled": False}], indirect=True)
def test_without_scripts_the_front_page_has_its_doors_and_no_empty_room(visit: Visit) -> None:
    page = visit.page
    page.goto(visit.site)
    expect(page.locator(".cw-door")).to_have_count(3)
    expect(page.locator(".cw-facts__seen").first).to_be_hidden()
    expect(page.locator(".cw-facts__counted").first).to_contain_text("5 pages")


@pytest.mark.parametrize("visit", [{"viewport": {"width": 1280, "height": 800}}], indirect=True)
def test_no_row_of_chapters_has_a_hole(visit: Visit) -> None:
    page = visit.go("")
    for width in (1280, 820, 360):
        page.set_viewport_size({"width": width, "height": 800})
        grid, cards = page.evaluate(
            """() => [".cw-cards", ".cw-card"].map((name) =>
                [...document.querySelectorAll(name)].map((one) => one.getBoundingClientRect())
                    .map(({ top, left, right }) => [Math.round(top), left, right]))"""
        )
        ends = {top: max(right for other, _, right in cards if other == top) for top, *_ in cards}
        assert {round(end) for end in ends.values()} == {round(grid[0][2])}, width
