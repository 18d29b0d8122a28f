"""What readers look for is found: real queries, asked of the themes' own search in the browser."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from cworkbook import words
from support.searching import QUERIES, RULES, ask_material, ask_zensical
from support.sites import ROOT
from support.visits import ONE_ENGINE, Visit, search, search_field

LEAST = 50  # queries
FIRST = 3  # results that somebody looks at
NEAR = 8  # those that are seen without scrolling far

INDEX = "**/search_index.json"


def pages_found(page: Page, ask: str, queries: list[str]) -> dict[str, list[str]]:
    """The addresses of the pages that each query finds, the best first."""
    found: Any = page.evaluate(ask, queries)
    return {
        query: list(dict.fromkeys(place.partition("#")[0] or "index" for place in places))
        for query, places in found.items()
    }


@pytest.mark.parametrize("site", ["mkdocs"], indirect=True)
def test_what_readers_look_for_is_among_the_first_results(visit: Visit) -> None:
    assert len(QUERIES) >= LEAST
    found = pages_found(visit.go(""), ask_material(visit.site), list(QUERIES))
    missed = {
        query: found[query][:FIRST]
        for query, wanted in QUERIES.items()
        if not {*wanted.split()} & {*found[query][:FIRST]}
    }
    assert missed == {}


@pytest.mark.parametrize("site", ["mkdocs"], indirect=True)
def test_chapters_come_before_rules_and_rules_are_still_found(visit: Visit) -> None:
    found = pages_found(visit.go(""), ask_material(visit.site), [*QUERIES, *RULES])
    above = {query: found[query][0] for query in QUERIES if found[query][0].startswith("rules/")}
    assert above == {}
    missed = {
        query: found[query][:NEAR] for query in RULES if RULES[query] not in found[query][:NEAR]
    }
    assert missed == {}


@pytest.mark.parametrize("site", ["mkdocs"], indirect=True)
def test_each_word_of_the_glossary_is_the_first_that_its_name_finds(visit: Visit) -> None:
    terms = words.load(ROOT).terms.values()
    asked = {term.name: f"words/#{term.identity}" for term in terms if is_asked(term.name)}
    found: Any = visit.go("").evaluate(ask_material(visit.site), list(asked))
    missed = {name: found[name][:FIRST] for name in asked if found[name][:1] != [asked[name]]}
    assert missed == {}


def is_asked(name: str) -> bool:
    """Whether somebody types a word as the list has it: without what tells it from others."""
    return name.replace(" ", "").replace("-", "").isalpha() and not name.startswith("-")


@pytest.mark.parametrize("site", ["mkdocs"], indirect=True)
def test_a_word_is_shown_with_its_meaning_and_enter_opens_it(visit: Visit) -> None:
    page = visit.go("")
    search(page, "restrict")
    result = page.locator(".md-search-result__item").first.locator("[href*='#restrict']")
    expect(result.get_by_role("heading")).to_have_text("restrict")
    expect(result).to_contain_text("whatever it changes is reached only through it")
    page.keyboard.press("Enter")
    page.wait_for_url("**/words/?h=restrict#restrict")


@pytest.fixture
def held(visit: Visit) -> tuple[Page, Route]:
    """A page in which a word was typed and Enter pressed, and the index that has not come yet."""
    page = visit.go("")
    on_its_way: list[Route] = []

    def hold(route: Route) -> None:
        on_its_way.append(route)

    page.route(INDEX, hold)
    with page.expect_request(INDEX):
        search(page, "restrict")
    expect(results(page)).to_have_text("Initializing search")
    page.keyboard.press("Enter")
    return page, on_its_way[0]


def results(page: Page) -> Locator:
    """What the search says of its results."""
    return page.locator(".md-search-result__meta")


@ONE_ENGINE
def test_enter_opens_the_first_result_as_soon_as_there_is_one(held: tuple[Page, Route]) -> None:
    page, index = held
    index.continue_()
    page.wait_for_url("**/words/?h=restrict#restrict")


@ONE_ENGINE
@pytest.mark.parametrize("instead", ["another text", "another place"])
def test_an_early_enter_is_forgotten_when_one_does_something_else(
    held: tuple[Page, Route], instead: str
) -> None:
    page, index = held
    if instead == "another text":
        page.keyboard.type(" pointer")
    else:
        results(page).click()
        expect(page.get_by_role("group", name="Search results")).to_be_focused()
        search_field(page).focus()  # it was left in between, all the same
    index.continue_()
    expect(results(page)).to_contain_text("matching documents")
    # A result that is opened closes the search, in the moment in which it comes.
    expect(page.locator("#__search")).to_be_checked()


@pytest.mark.parametrize("site", ["zensical"], indirect=True)
def test_zensical_finds_what_stands_in_the_text(visit: Visit) -> None:
    """It has no words but those of the text, and wants all of them on one page."""
    queries = ["volatile", "typedef", "hypercall", "typemap", "xenstore", "data race", "spiral"]
    found = pages_found(visit.go(""), ask_zensical(visit.site), queries)
    assert [query for query, places in found.items() if not places] == []
    assert [q for q, places in found.items() if places[0].startswith("rules/")] == []


def test_a_rule_is_shown_by_its_sentence(visit: Visit) -> None:
    page = visit.go("")
    search(page, "array-of-functions")
    expect(page.locator("a[href*='rules/array-of-functions/']").first).to_contain_text(
        "An array's elements cannot be functions"
    )


@pytest.mark.parametrize("site", ["mkdocs"], indirect=True)
def test_a_page_that_is_found_by_its_own_word_shows_that_word_alone(visit: Visit) -> None:
    page = visit.go("")
    search(page, "segfault")
    result = page.locator(
        ".md-search-result__item", has=page.locator("[href*='misconceptions/memory/']")
    )
    expect(result.locator(".md-tag:visible").first).to_have_text("segfault")
    assert set(result.locator(".md-tag:visible").all_inner_texts()) == {"segfault"}
