"""A reader's version of a program: kept whatever happens, beside the book's and a link's."""

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from support.desks import Open, main_of
from support.programs import HELLO, Desk, figure_of, opened
from support.visits import turn_over

MINE = 'int main(void) { return 4; } /* "mine" <b> é */'


@pytest.fixture
def mine(fresh: Page) -> Desk:
    """The program with a version of the reader's own, which is being shown."""
    one = opened(fresh, "hello.c")
    one.write(MINE)
    expect(one.versions).to_have_text(["Your version, just nowYours", "The book'sBook's"])
    return one


def shows(one: Desk, text: str) -> None:
    """Check that the editor has this text, as soon as it is there."""
    expect(one.editor).to_have_text(text)


def pressed(one: Desk) -> str:
    """The version that is shown."""
    now = one.figure.locator(".cw-bar__version[aria-pressed=true]")
    return now.locator(".cw-bar__long").inner_text()


def test_close_folds_it_and_edit_brings_it_back(mine: Desk) -> None:
    mine.press("Close")
    expect(mine.editor).to_be_hidden()
    expect(mine.figure.locator(".cw-program")).to_be_visible()
    assert pressed(mine) == "The book's"
    mine.press("Edit")
    shows(mine, MINE)


def test_a_reload_shows_it_as_it_was_left(mine: Desk) -> None:
    mine.setting("Optimisation").select_option("-O2")
    mine.setting("Standard input").fill("some\ninput\n")
    mine.page.reload()
    shows(mine, MINE)
    assert pressed(mine).startswith("Your version")
    expect(mine.setting("Optimisation")).to_have_value("-O2")
    expect(mine.setting("Standard input")).to_have_value("some\ninput\n")


def test_what_was_closed_stays_closed_and_is_there_after_a_reload(mine: Desk) -> None:
    mine.press("Close")
    mine.page.reload()
    expect(mine.figure.locator(".cw-bar")).to_be_visible()
    mine.press("Edit")
    shows(mine, MINE)


def test_another_page_and_back_lose_nothing(mine: Desk) -> None:
    page = mine.page
    turn_over(page)
    expect(page.get_by_role("heading", name="Another page")).to_be_visible()
    page.go_back()
    one = figure_of(page, "hello.c")
    one.go.scroll_into_view_if_needed()  # the link is at the foot; versions come when they are near
    shows(one, MINE)


def test_a_copied_link_stays_out_of_the_address_and_later_changes_are_kept(mine: Desk) -> None:
    link = mine.link()
    assert "#program=hello.c&z=" in link
    assert "#" not in mine.page.url
    mine.write("int later;")
    mine.page.reload()
    shows(mine, "int later;")


def test_the_books_version_can_be_looked_at_without_losing_ones_own(mine: Desk) -> None:
    mine.versions.last.click()
    assert mine.text == HELLO.strip()
    expect(mine.versions.last).to_have_attribute("aria-pressed", "true")
    mine.versions.first.click()
    shows(mine, MINE)


def test_a_change_of_the_books_version_begins_anew_and_sets_the_former_aside(mine: Desk) -> None:
    mine.versions.last.click()
    mine.write("int anew;")
    expect(mine.status).to_contain_text("Your version of just now is under “More”")
    mine.menu().get_by_role("button", name="Bring back your version from just now").click()
    shows(mine, MINE)
    expect(mine.menu().get_by_role("button", name="Bring back")).to_have_count(1)


def test_reset_sets_it_aside_and_it_can_be_brought_back(mine: Desk) -> None:
    mine.press("Reset")
    assert mine.text == HELLO.strip()
    expect(mine.versions).to_have_count(0)
    expect(mine.figure.get_by_role("button", name="Reset")).to_be_hidden()
    mine.page.reload()
    mine.menu().get_by_role("button", name="Bring back your version").click()
    shows(mine, MINE)


def test_what_was_reset_comes_back_by_the_button_in_the_message(mine: Desk) -> None:
    mine.press("Reset")
    back = mine.figure.get_by_role("button", name="Bring yours back")
    expect(back).to_be_focused()
    mine.page.keyboard.press("Enter")
    shows(mine, MINE)
    expect(back).to_have_count(0)
    expect(mine.status).to_have_text("This is your version again.")
    expect(mine.editor).to_be_focused()
    mine.page.reload()
    shows(mine, MINE)


def test_a_finger_brings_it_back_even_after_something_else_was_typed(
    browser: Browser, programs: str
) -> None:
    phone = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True
    )
    page = phone.new_page()
    page.goto(programs)
    one = opened(page, "hello.c")
    one.write(MINE)
    one.figure.get_by_role("button", name="Reset").first.tap()
    one.write("int later;")
    back = one.figure.get_by_role("button", name="Bring yours back")
    back.tap()
    shows(one, MINE)
    expect(one.menu().get_by_role("button", name="Bring back")).to_have_count(1)
    phone.close()


def test_a_link_is_somebodys_version_beside_the_readers_own(
    mine: Desk, programs: str, browser: Browser
) -> None:
    elsewhere = browser.new_context()
    elsewhere.grant_permissions(["clipboard-read", "clipboard-write"])
    theirs = elsewhere.new_page()
    theirs.goto(programs)
    there = opened(theirs, "hello.c")
    there.write("int theirs;")
    link = there.link()
    elsewhere.close()
    mine.page.goto(link)
    shows(mine, "int theirs;")
    assert pressed(mine) == "Somebody's version"
    mine.versions.first.click()
    shows(mine, MINE)
    mine.versions.nth(1).click()
    mine.write("int theirs, changed;")
    assert pressed(mine).startswith("Your version")
    mine.menu().get_by_role("button", name="Bring back").click()
    shows(mine, MINE)


def test_when_the_book_has_changed_since_it_is_kept_and_said_so(
    mine: Desk, context: BrowserContext, programs: str
) -> None:
    text = '    puts(\\"hello\\");'

    def changed(route: Route) -> None:
        answer = route.fetch()
        body = answer.text()
        assert text in body
        route.fulfill(response=answer, body=body.replace(text, text.replace("hello", "bye")))

    context.route(programs, changed)
    mine.page.reload()
    shows(mine, MINE)
    assert pressed(mine) == "Your version, just now; the book has changed since"
    mine.versions.last.click()
    shows(mine, HELLO.strip().replace("hello", "bye").replace("\n", ""))


def test_two_tabs_show_the_same_version(mine: Desk, context: BrowserContext, programs: str) -> None:
    tab = context.new_page()
    tab.goto(programs)
    other = figure_of(tab, "hello.c")
    shows(other, MINE)
    other.write("int there;")
    shows(mine, "int there;")
    mine.write("int here;")
    shows(other, "int here;")


REFUSED = {
    "forbidden": (
        "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); }",
        "This browser lets the book keep nothing here.",
    ),
    "full": (
        "IDBObjectStore.prototype.put = () => {"
        " throw new DOMException('no', 'QuotaExceededError'); }",
        "The device has no room left.",
    ),
}


@pytest.mark.parametrize(("script", "said"), REFUSED.values(), ids=list(REFUSED))
def test_where_the_device_keeps_nothing_it_is_said_once_and_nothing_is_lost_meanwhile(
    context: BrowserContext, programs: str, script: str, said: str
) -> None:
    context.add_init_script(script)
    page = context.new_page()
    page.goto(programs)
    one = opened(page, "hello.c")
    one.write(MINE)
    expect(page.get_by_text(said)).to_have_count(1)
    other = opened(page, "echo.c")
    other.write("int other;")
    expect(page.get_by_text(said)).to_have_count(1)
    one.press("Close")
    one.press("Edit")
    shows(one, MINE)
    turn_over(page)
    expect(page.get_by_role("heading", name="Another page")).to_be_visible()
    page.go_back()
    one = figure_of(page, "hello.c")
    one.go.scroll_into_view_if_needed()  # the link is at the foot; versions come when they are near
    shows(one, MINE)


FAILING = """
    const {put} = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...given) {
        if (window.full) throw new DOMException("no", "QuotaExceededError");
        return put.apply(this, given);
    };
    const {transaction} = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (...given) {
        if (window.ended === this) throw new DOMException("no", "InvalidStateError");
        window.last = this;
        return transaction.apply(this, given);
    };
"""
"""A device whose room, or whose connection, may end while the page is open."""

TAKEN_UP = "() => !Object.keys(localStorage).some((name) => name.endsWith('left'))"


def test_what_a_full_device_has_refused_is_kept_once_there_is_room(
    context: BrowserContext, programs: str
) -> None:
    context.add_init_script(FAILING)
    page = context.new_page()
    page.goto(programs)
    one = opened(page, "hello.c")
    page.evaluate("window.full = true")
    one.write(MINE)
    expect(page.get_by_text("The device has no room left.")).to_have_count(1)
    page.evaluate("window.full = false")
    opened(page, "echo.c").write("int other;")
    page.reload()
    shows(figure_of(page, "echo.c"), "int other;")
    shows(figure_of(page, "hello.c"), MINE)


def test_what_was_not_saved_yet_when_the_page_was_left_is_there_on_the_next(
    context: BrowserContext, programs: str
) -> None:
    context.add_init_script(FAILING)
    page = context.new_page()
    page.goto(programs)
    one = opened(page, "hello.c")
    page.evaluate("window.full = true")
    one.write(MINE)
    expect(one.versions).to_have_count(2)
    for _ in range(2):  # from the page before, then from the device
        page.reload()
        shows(one, MINE)
        page.wait_for_function(TAKEN_UP)


def test_a_connection_that_ends_without_a_word_loses_nothing(
    context: BrowserContext, programs: str
) -> None:
    context.add_init_script(FAILING)
    page = context.new_page()
    page.goto(programs)
    one = opened(page, "hello.c")
    page.evaluate("window.ended = window.last")
    one.write(MINE)
    expect(one.versions).to_have_count(2)
    page.reload()
    shows(one, MINE)
    expect(page.get_by_text("keep nothing here")).to_have_count(0)


def test_a_page_that_comes_back_from_where_the_browser_put_it_shows_what_changed(
    context: BrowserContext, programs: str
) -> None:
    page = context.new_page()
    page.add_init_script("delete window.BroadcastChannel")  # as if it heard of nothing
    page.goto(programs)
    one = opened(page, "hello.c")
    one.write(MINE)
    tab = context.new_page()
    tab.goto(programs)
    other = figure_of(tab, "hello.c")
    shows(other, MINE)
    other.write("int there;")
    expect(other.versions).to_have_count(2)
    shows(one, MINE)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    shows(one, "int there;")


def test_the_books_version_runs_while_the_readers_is_kept(desk: Open) -> None:
    one = desk("hello.c")
    one.write(main_of('puts("mine");'))
    assert "mine" in one.run()
    one.versions.last.click()
    assert "The same as the book's." in one.run()
    one.versions.first.click()
    assert "mine" in one.run()
