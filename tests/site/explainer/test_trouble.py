"""The explainer where something goes wrong, or where somebody is faster than it is."""

import re

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from support.explaining import Bench
from support.sites import ROOT
from support.visits import CHANGES_IN_PLACE
from support.watching import complaints_about, none_of, watched

BUILD = ROOT / "docs/assets/build"


class Held:
    """Requests that are not answered until they are released, nor after that held up."""

    def __init__(self) -> None:
        self._routes: list[Route] = []
        self._released = False

    def hold(self, route: Route) -> None:
        """Keep a request waiting."""
        if self._released:
            route.continue_()
        else:
            self._routes.append(route)

    def release(self) -> None:
        """Let all that wait go on, and all that come later."""
        self._released = True
        for route in self._routes:
            route.continue_()


@pytest.mark.parametrize(
    ("fragment", "text"),
    [("#v=1&c=int+%zz%3B&std=c17", "int %zz;"), ("#v=1&c=%E0%A4%A%", "\ufffd%A%"), ("#%", "")],
)
def test_a_page_opened_by_a_link_with_broken_escapes_lives(
    browser: Browser, site: str, fragment: str, text: str
) -> None:
    with watched(browser, site) as page:
        page.goto(f"{site}explainer/{fragment}")
        bench = Bench(page, site)
        expect(bench.root).to_contain_class("is-live")
        if text:
            expect(bench.input).to_have_value(text)


def test_whoever_is_faster_than_the_scripts_is_heard(browser: Browser, site: str) -> None:
    with watched(browser, site) as page:
        held = Held()
        page.route("**/workbook-*.js", held.hold)
        page.goto(site + "explainer/", wait_until="commit")
        bench = Bench(page, site)
        bench.root.get_by_role("button", name="Start").click()
        expect(bench.root.locator("[data-stage]")).to_have_attribute("data-stage", "idle")
        unheard = bench.root.get_by_role("button", name="Ask clang")
        expect(unheard).to_have_count(0)
        expect(bench.share).to_be_hidden()
        held.release()
        expect(bench.root.get_by_role("progressbar")).to_be_visible()
        expect(bench.input).to_be_focused()  # the button is gone, and the focus not with it
        expect(unheard).to_have_count(1)
        expect(bench.share).to_be_visible()


def test_while_python_loads_its_bar_grows_the_page_answers_and_what_is_typed_stays(
    browser: Browser, site: str
) -> None:
    with watched(browser, site) as page:
        held = Held()
        page.route("**/cexplain-*.whl", held.hold)
        page.goto(site + "explainer/")
        bench = Bench(page, site)
        bench.root.get_by_role("button", name="Start").click()
        bar = bench.root.get_by_role("progressbar")
        expect(bar).not_to_have_js_property("value", 0)
        value, most = bar.evaluate("one => [one.value, one.max]")
        assert 0 < value < most
        assert any("python-worker" in worker.url for worker in page.workers)
        bench.result.get_by_role("button", name="Step through").click()
        expect(bench.result.locator(".cw-steps__status")).to_have_text("1 of 5: signal is")
        expect(bench.root.locator("[data-stage]")).to_have_attribute("data-stage", "loading")
        leaves_and_comes_back(bench)
        held.release()
        bench.wait_for_python()
        expect(bar).to_be_hidden()
        expect(bench.prose).to_have_text(
            "fp is a pointer to a function taking an int and returning a pointer to char",
        )
        expect(bench.result.locator(".cwx-old")).to_be_hidden()


def leaves_and_comes_back(bench: Bench) -> None:
    """Type while Python loads, and see no other text's reading; leave the page, and return."""
    bench.input.press("ControlOrMeta+a")
    bench.page.keyboard.type("char *(*fp)(int);")
    expect(bench.result).to_have_text("Your text is read as soon as Python is there.")
    expect(bench.result).to_have_attribute("aria-busy", "true")
    bench.page.get_by_role("link", name="Chapter", exact=True).first.click()
    expect(bench.page.get_by_role("heading", name="Chapter")).to_be_visible()
    bench.page.go_back()
    expect(bench.input).to_have_value("char *(*fp)(int);")


def raising(route: Route) -> None:
    """Serve the Worker's script with a Python that raises an exception for some texts."""
    answer = route.fetch()
    line = "    asked = json.loads(request)"
    script = answer.text()
    assert script.count(line) == 1
    wrong = f'{line}\n    if "raises" in request:\n        raise ValueError("on purpose")'
    route.fulfill(response=answer, body=script.replace(line, wrong))


def test_a_failure_is_explained_trying_again_helps_and_an_exception_is_told(
    browser: Browser, site: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/python-worker-*.js", raising)
    context.route("**/*.whl", lambda route: route.abort())
    page.goto(site + "explainer/")
    bench = Bench(page, site)
    bench.write("int raises;")
    expect(bench.root.locator(".cwx-loading")).to_contain_text("Python does not run")
    bench.input.press("Backspace")  # typing on does not begin anew by itself
    retry = bench.root.get_by_role("button", name="Try again")
    expect(retry).to_be_visible()
    context.unroute("**/*.whl")
    complaints = complaints_about(context, site)
    retry.click()
    bench.wait_for_python()
    finding = bench.result.locator(".cwx-findings li")
    expect(finding).to_contain_text("cexplain fails on this text: ValueError: on purpose.")
    expect(finding.get_by_role("link")).to_have_count(0)
    bench.write("int *p;")
    expect(bench.prose).to_have_text("p is a pointer to int")
    context.close()
    none_of(complaints)


def test_a_script_that_does_not_arrive_is_told(browser: Browser, site: str) -> None:
    needed = [
        script.name
        for script in BUILD.glob("part-*.js")
        if "as soon as Python is there" in script.read_text(encoding="utf-8")
    ]
    assert len(needed) == 1
    context = browser.new_context()
    page = context.new_page()
    page.route(f"**/{needed[0]}", lambda route: route.abort())
    page.goto(site + "explainer/")
    bench = Bench(page, site)
    expect(bench.root.get_by_role("status").first).to_have_text(
        "The script of this page did not arrive. Load the page again to type here."
    )
    expect(bench.root.get_by_role("button", name="Start")).to_be_hidden()
    expect(bench.share).to_be_hidden()
    context.close()


def test_whoever_leaves_at_once_finds_what_was_typed_when_coming_back(bench: Bench) -> None:
    page = bench.page
    held = Held()
    page.route("**/chapter/", held.hold)
    bench.write("int *typed_last;")
    page.get_by_role("link", name="Chapter", exact=True).first.click(no_wait_after=True)
    page.wait_for_url("**/chapter/")  # the theme has changed the address, and waits for the page
    expect(bench.prose).to_have_text("typed_last is a pointer to int")
    held.release()
    expect(page.get_by_role("heading", name="Chapter")).to_be_visible()
    page.unroute("**/chapter/")
    assert page.url == f"{bench.site}chapter/"
    page.go_back()
    expect(page).to_have_url(re.compile(r"/explainer/#v=1&c=int\+%2Atyped_last%3B$"))
    expect(bench.input).to_have_value("int *typed_last;")
    expect(bench.prose).to_have_text("typed_last is a pointer to int")


def stays(bench: Bench, held: Held) -> None:
    """Let the other page come, and see that this one stays, with what was typed."""
    expect(bench.page).to_have_url(re.compile(r"/explainer/#v=1&c=int\+%2Astays%3B$"))
    expect(bench.root).not_to_have_attribute("data-left", "yes")  # the theme brings it anew
    held.release()
    expect(bench.input).to_have_value("int *stays;")
    expect(bench.prose).to_have_text("stays is a pointer to int")
    bench.page.unroute("**/chapter/")


def test_whoever_comes_back_before_the_next_page_is_there_stays(bench: Bench) -> None:
    page = bench.page
    held = Held()
    page.route("**/chapter/", held.hold)
    bench.write("int *stays;")
    bench.root.evaluate("one => { one.dataset.left = 'yes' }")
    page.get_by_role("link", name="Chapter", exact=True).first.click(no_wait_after=True)
    page.wait_for_url("**/chapter/")
    page.evaluate("history.back()")
    stays(bench, held)


def test_whoever_goes_back_and_forth_before_the_page_before_is_there_stays(bench: Bench) -> None:
    page = bench.page
    page.get_by_role("link", name="Chapter", exact=True).first.click()
    expect(page.get_by_role("heading", name="Chapter")).to_be_visible()
    page.get_by_role("link", name="Explainer", exact=True).first.click()
    bench.write("int *stays;")
    expect(page).to_have_url(re.compile("stays"))
    held = Held()
    page.route("**/chapter/", held.hold)
    bench.root.evaluate("one => { one.dataset.left = 'yes' }")
    page.evaluate("history.back()")
    page.wait_for_url("**/chapter/")
    page.evaluate("history.forward()")
    stays(bench, held)


def test_a_link_on_the_page_does_not_have_the_theme_fetch_it_anew(another: Page, site: str) -> None:
    another.goto(site + "explainer/")
    another.wait_for_function(CHANGES_IN_PLACE)
    bench = Bench(another, site)
    expect(bench.root).to_contain_class("is-live")
    bench.root.evaluate("one => { one.dataset.same = 'yes' }")
    fetched: list[str] = []
    another.on("request", lambda sent: fetched.append(sent.url))
    bench.follow("#v=1&c=int+followed%3B")
    expect(bench.prose).to_have_text("followed is an int")
    bench.write("int *typed;")
    expect(bench.prose).to_have_text("typed is a pointer to int")
    another.wait_for_load_state("networkidle")
    assert site + "explainer/" not in fetched
    expect(bench.root).to_have_attribute("data-same", "yes")
    expect(bench.input).to_have_value("int *typed;")


def test_an_input_that_is_emptied_is_no_error(bench: Bench) -> None:
    spoken = bench.root.locator(".cwx-spoken")
    bench.write("int *p[")
    expect(spoken).to_contain_text("Line 1")
    bench.write(" \n")
    expect(bench.result.locator(".cwx-findings")).to_have_count(0)
    expect(bench.result.locator(".cw-reading")).to_have_count(0)
    expect(bench.result.locator(".cwx-old")).to_be_hidden()
    expect(spoken).to_have_text("")
    bench.copy("Copy text")
    expect(bench.copied).to_have_text("Copy text: there is nothing to copy.")
    expect(bench.page).to_have_url(re.compile("#v=1&c=\\+%0A$"))


def test_a_long_paste_stays_whole_in_a_box_and_can_be_undone(bench: Bench) -> None:
    bench.write("int before;")
    bench.input.press("ControlOrMeta+a")
    text = f"int *{'p' * 93};\n" * 500
    bench.page.keyboard.insert_text(text)
    expect(bench.input).to_have_value(text)
    expect(bench.result.locator(".cwx-complaint")).to_contain_text("The first 400 lines are read.")
    expect(bench.result.locator(".cwx-names")).to_contain_text("400 declarations")
    expect(bench.result.locator(".cw-error")).to_have_count(0)
    box = bench.root.locator(".cwx-editor").bounding_box()
    assert box
    assert box["height"] < 500
    expect(bench.page).to_have_url(f"{bench.site}explainer/")  # no link holds it
    bench.input.press("ControlOrMeta+z")
    expect(bench.input).to_have_value("int before;")
    expect(bench.prose).to_have_text("before is an int")
    expect(bench.result.locator(".cwx-complaint")).to_have_count(0)


def test_an_answer_that_comes_when_its_page_is_gone_harms_nothing(bench: Bench) -> None:
    page = bench.page
    bench.write("int f(" + "int, " * 900 + "int);")
    page.get_by_role("link", name="Chapter", exact=True).first.click()
    expect(page.get_by_role("heading", name="Chapter")).to_be_visible()
    page.get_by_role("link", name="Explainer", exact=True).first.click()
    bench.write("int *after;")
    expect(bench.prose).to_have_text("after is a pointer to int")


def test_deep_and_odd_texts_are_answered(bench: Bench) -> None:
    for text, said in {
        "(" * 4000: "brackets nest deeper than 256 levels",
        "int a[" + "1<<99<<" * 900 + "1];": "more than any object has bytes",
        "int \0x;\x07\u202e": "stray character",
        "\u2067\u202eint x;": "stray character",
        "int 😀👩\u200d👩\u200d👧;": "stray character",
    }.items():
        bench.input.evaluate("(area, text) => { area.value = text }", text)
        bench.input.dispatch_event("input")
        finding = bench.result.locator(".cwx-findings li").first
        expect(finding).to_contain_text(said)
        bench.write("int ok;")
        expect(bench.prose).to_have_text("ok is an int")
