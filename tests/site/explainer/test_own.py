"""A reader's own text in the explainer: kept on the device, beside what links bring."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Route, expect

from support.explaining import Bench
from support.watching import complaints_about, none_of

FORBIDDEN = "Object.defineProperty(window, 'indexedDB', { value: undefined })"
LONG = "".join(f"int *row_{number}[3];\n" for number in range(700))


@pytest.fixture
def mine(browser: Browser, site: str) -> Iterator[Bench]:
    """A page on a device that keeps nothing yet; Python need not answer."""
    context = browser.new_context()
    complaints = complaints_about(context, site)
    page = context.new_page()
    # What is kept does not depend on Python, which takes seconds to start.
    context.route(
        "**/python-worker-*.js",
        lambda route: route.fulfill(body="", content_type="text/javascript"),
    )
    bench = Bench(page, site)
    at(bench)
    yield bench
    context.close()
    none_of(complaints)


def at(bench: Bench, fragment: str = "") -> None:
    """Come to the page anew."""
    bench.page.goto("about:blank")
    bench.page.goto(f"{bench.site}explainer/{fragment}")
    expect(bench.root).to_contain_class("is-live")


def test_what_was_typed_is_there_after_a_reload_and_in_the_address_of_nobody(mine: Bench) -> None:
    mine.write("int *mine;")
    mine.page.reload()  # before the address has followed
    expect(mine.input).to_have_value("int *mine;")
    at(mine)
    expect(mine.input).to_have_value("int *mine;")
    expect(mine.root.locator(".cwx-own")).to_be_hidden()


def test_direction_standard_and_style_come_back_with_it(mine: Bench) -> None:
    mine.standard.select_option("C17")
    mine.root.get_by_label("cdecl").check()
    mine.write("int *mine;")
    at(mine)
    expect(mine.input).to_have_value("int *mine;")
    expect(mine.standard).to_have_value("c17")
    expect(mine.root.get_by_label("cdecl")).to_be_checked()


def test_a_text_that_no_link_holds_is_kept_as_well(mine: Bench) -> None:
    mine.write(LONG)
    expect(mine.page).to_have_url(f"{mine.site}explainer/")
    mine.page.reload()
    expect(mine.input).to_have_value(LONG)


def test_what_is_typed_before_the_scripts_come_stays_beside_a_links_text(mine: Bench) -> None:
    page, held, come = mine.page, list[Route](), list[str]()

    def answer(route: Route) -> None:
        if come:
            route.continue_()
        else:
            held.append(route)

    page.goto("about:blank")
    page.route("**/build/part-*.js", answer)
    with page.expect_request("**/build/part-*.js"):
        page.goto(f"{mine.site}explainer/#v=1&c=int+theirs%3B", wait_until="commit")
    mine.input.fill("int *mine;")
    come.append("the scripts")
    for one in held:
        one.continue_()
    expect(mine.root).to_contain_class("is-live")
    expect(mine.input).to_have_value("int *mine;")
    mine.root.get_by_role("button", name="Show the linked text").click()
    expect(mine.input).to_have_value("int theirs;")


def test_a_link_opens_beside_the_readers_own_text(mine: Bench) -> None:
    mine.write("int *mine;")
    at(mine, "#v=1&c=int+theirs%3B")
    expect(mine.input).to_have_value("int theirs;")
    said = mine.root.locator(".cwx-own__said")
    expect(said).to_contain_text("This text came with a link. Yours is kept.")
    mine.root.get_by_role("button", name="Show mine").click()
    expect(mine.input).to_have_value("int *mine;")
    expect(said).to_contain_text("This is your own text.")
    mine.root.get_by_role("button", name="Show the linked text").click()
    expect(mine.input).to_have_value("int theirs;")
    mine.page.go_back()
    expect(mine.input).to_have_value("int *mine;")
    at(mine)
    expect(mine.input).to_have_value("int *mine;")


def test_whoever_changes_a_links_text_has_the_former_one_set_aside(mine: Bench) -> None:
    mine.write("int *mine;")
    at(mine, "#v=1&c=int+theirs%3B")
    expect(mine.root.get_by_role("button", name="Show mine")).to_be_visible()
    mine.write("int theirs, changed;")
    earlier = mine.root.locator(".cwx-own__earlier")
    expect(earlier.locator("summary")).to_have_text("Your earlier texts: 1")
    at(mine)
    expect(mine.input).to_have_value("int theirs, changed;")
    earlier.locator("summary").click()
    earlier.get_by_role("button", name="int *mine;").click()
    expect(mine.input).to_have_value("int *mine;")
    expect(earlier.get_by_role("button", name="int theirs, changed;")).to_be_visible()
    at(mine)
    expect(mine.input).to_have_value("int *mine;")


def test_the_readers_own_link_is_not_somebody_elses(mine: Bench) -> None:
    mine.write("int *mine;")
    expect(mine.page).to_have_url(f"{mine.site}explainer/#v=1&c=int+%2Amine%3B")
    at(mine, "#v=1&c=int+%2Amine%3B")
    expect(mine.input).to_have_value("int *mine;")
    expect(mine.root.locator(".cwx-own")).to_be_hidden()


def test_the_gallery_takes_nothing_away(mine: Bench) -> None:
    mine.write("int *mine;")
    gallery = mine.page.locator(".cwx-gallery")
    gallery.get_by_role("link", name="Open in the explainer").nth(1).click()
    expect(mine.input).to_have_value("int *a[10][15];")
    mine.root.get_by_role("button", name="Show mine").click()
    expect(mine.input).to_have_value("int *mine;")


def test_two_tabs_lose_neither_text(mine: Bench) -> None:
    mine.write("int first;")
    with mine.page.context.expect_page() as opened:
        mine.page.evaluate("address => { open(address) }", f"{mine.site}explainer/")
    other = Bench(opened.value, mine.site)
    expect(other.input).to_have_value("int first;")
    other.write("int second;")
    expect(other.page).to_have_url(f"{mine.site}explainer/#v=1&c=int+second%3B")
    mine.write("int first, again;")
    expect(mine.root.locator(".cwx-own summary")).to_have_text("Your earlier texts: 1")
    at(mine)
    expect(mine.input).to_have_value("int first, again;")
    expect(mine.root.locator(".cwx-own__earlier button")).to_have_text("int second;")


def test_where_nothing_can_be_kept_that_is_said_and_the_page_works(mine: Bench) -> None:
    mine.page.add_init_script(FORBIDDEN)
    at(mine)
    mine.write("int *mine;")
    expect(mine.root.locator(".cwx-own")).to_contain_text("lets the book keep nothing here")
    expect(mine.page).to_have_url(f"{mine.site}explainer/#v=1&c=int+%2Amine%3B")
    mine.page.reload()
    expect(mine.input).to_have_value("int *mine;")


def test_somebodys_page_with_the_explainer_in_it_touches_nothing(mine: Bench) -> None:
    mine.write("int *mine;")
    expect(mine.page).to_have_url(f"{mine.site}explainer/#v=1&c=int+%2Amine%3B")
    mine.page.goto(f"{mine.site}explainer/?embed#v=1&c=int+theirs%3B")
    expect(mine.input).to_have_value("int theirs;")
    mine.write("int changed;")
    at(mine)
    expect(mine.input).to_have_value("int *mine;")
