"""The pages of both engines' sites: without scripts, by keyboard, on paper, in their own fonts."""

import pytest
from playwright.sync_api import expect

from support.visits import ONE_ENGINE, Visit


@ONE_ENGINE
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


@ONE_ENGINE
@pytest.mark.parametrize("visit", [{"java_script_enabled": False}], indirect=True)
def test_without_scripts_answers_open_and_compilers_are_chosen(visit: Visit) -> None:
    page = visit.page
    page.goto(visit.site + "declarations/")
    answers = page.locator(".cw-question__answers").first
    expect(answers.locator("p").first).to_be_hidden()
    answers.locator("summary").first.click()
    expect(answers.locator("p").first).to_be_visible()
    page.goto(visit.site + "volatile/")
    tabs = page.locator(".cw-tabs").first
    panels = tabs.locator(".cw-tabs__panel")
    expect(panels.nth(0)).to_be_visible()
    expect(panels.nth(1)).to_be_hidden()
    tabs.locator("label").nth(1).click()
    expect(panels.nth(0)).to_be_hidden()
    expect(panels.nth(1)).to_be_visible()


@ONE_ENGINE
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


@ONE_ENGINE
def test_pointing_at_an_instruction_marks_its_line(visit: Visit) -> None:
    figure = visit.go("volatile/").locator(".cw-evidence:has(.cw-asm)").first
    instruction = figure.locator(".cw-ins[class*='cw-tie-']").first
    instruction.hover()
    line = instruction.get_attribute("data-line")
    expect(figure.locator(f".cw-row[data-line='{line}']")).to_contain_class("is-tied")


def test_moving_within_a_page_leaves_what_a_reader_opened(visit: Visit) -> None:
    page = visit.go("declarations/")
    proof = page.locator("details.proof").first
    proof.locator("summary").first.click()
    expect(proof).to_have_attribute("open", "")
    page.evaluate("window.scrollTo(0, 0)")
    fetched: list[str] = []
    page.on("request", lambda sent: fetched.append(sent.url))
    link = page.locator(".md-nav--secondary .md-nav__link").last
    name = link.get_attribute("href") or ""
    link.click()
    expect(page.locator(f"[id='{name.partition('#')[2]}']")).to_be_in_viewport()
    assert page.url.partition("#")[2] == name.partition("#")[2]
    page.go_back()
    page.wait_for_function("() => scrollY === 0")
    page.wait_for_load_state("networkidle")
    assert visit.site + "declarations/" not in fetched
    expect(proof).to_have_attribute("open", "")


def test_printing_opens_every_proof_and_every_compiler(visit: Visit) -> None:
    page = visit.go("volatile/")
    page.emulate_media(media="print")
    panels = page.locator(".cw-tabs__panel")
    assert panels.count() > 1
    for panel in panels.all():
        expect(panel).to_be_visible()
    page.goto(visit.site + "declarations/")
    assert page.locator("details.proof p").first.is_visible()


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
