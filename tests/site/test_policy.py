"""What a page may run and load, on both engines: the policy holds, and nothing runs into it."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from mkdocs.config import load_config
from playwright.sync_api import Page, expect

from support.sites import paths, small_book
from support.visits import Visit, is_drawn_in, search, search_field

PAGES = ("", "declarations/", "volatile/", "slicing/", "xs/", "proof/", "rules/", "404.html")
VIOLATIONS = """
    window.violations = [];
    document.addEventListener("securitypolicyviolation", (event) =>
        window.violations.push(`${event.effectiveDirective} ${event.blockedURI}`));
"""


class Scripts(HTMLParser):
    """Gathers what a page would run by itself, and the policy it states."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.inline: list[str] = []
        self.policy = ""
        self.policy_is_first = True
        self._loads = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note inline scripts, handlers in attributes, and what stands before the policy."""
        of = dict(attrs)
        if of.get("http-equiv") == "Content-Security-Policy":
            self.policy = of["content"] or ""
            self.policy_is_first = not self._loads
        self._loads |= tag in {"script", "link", "style", "img"}
        if tag == "script" and "src" not in of and of.get("type") != "application/json":
            self.inline.append("<script>")
        self.inline += [f"<{tag} {name}>" for name in of if name.startswith("on")]
        self.inline += [f"<{tag} {n}={v}>" for n, v in attrs if v and v.startswith("javascript:")]


def violations(page: Page) -> list[str]:
    """What the policy has kept the page from so far."""
    found: list[str] = page.evaluate("window.violations")
    return found


def test_no_page_has_a_script_within_it_and_each_states_the_policy(site_folder: Path) -> None:
    files = list(site_folder.rglob("*.html"))
    assert len(files) > len(paths(site_folder))  # the page of what is not there, besides
    policies = set()
    for path in files:
        page = Scripts(path.read_text(encoding="utf-8"))
        assert page.inline == [], path
        assert page.policy_is_first, path
        policies.add(page.policy)
    (policy,) = policies
    assert "default-src 'self';" in policy
    assert "object-src 'none';" in policy
    assert "script-src 'self' 'wasm-unsafe-eval';" in policy
    assert "connect-src 'self';" in policy


def test_no_kind_of_page_runs_into_the_policy(visit: Visit) -> None:
    # What it keeps a page from stands on the console too, which fails every test that visits.
    visit.page.add_init_script(VIOLATIONS)
    for path in PAGES:
        page = visit.go(path)
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
        assert violations(page) == [], path


def test_the_policy_stops_a_script_that_somebody_slips_in(visit: Visit) -> None:
    visit.page.add_init_script(VIOLATIONS)
    page = visit.go("")
    page.evaluate(
        "const one = document.createElement('script'); one.textContent = 'window.slipped = 1';"
        "document.body.append(one);"
        "document.body.insertAdjacentHTML('beforeend', '<img src=x: onerror=\"slipped = 2\">')"
    )
    page.wait_for_function("() => window.violations.length > 1")
    assert page.evaluate("window.slipped") is None
    assert set(violations(page)) >= {"script-src-elem inline"}
    visit.complaints.clear()  # the browser says so on its console: that is what was wanted


def test_search_finds_a_word_and_goes_there_within_the_policy(visit: Visit) -> None:
    visit.page.add_init_script(VIOLATIONS)
    page = visit.go("")
    page.evaluate("window.sameDocument = true")
    search(page, "complaints")
    page.locator("a[href*='/volatile/'][href*='h=complaints']:visible").first.click()
    page.wait_for_url("**/volatile/**")
    expect(page.locator("article mark").filter(visible=True).first).to_be_visible()
    assert page.evaluate("window.sameDocument") is True
    assert violations(page) == []


def test_the_index_is_asked_for_when_somebody_turns_to_the_search(visit: Visit) -> None:
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(request.url))
    page = visit.go("volatile/")
    index = re.compile(r"/search(/search_index)?\.json$")
    assert [url for url in asked if index.search(url)] == []
    with page.expect_request(index):
        search_field(page).click()


@pytest.mark.parametrize("visit", [{"color_scheme": "dark"}], indirect=True)
def test_a_page_is_dark_before_it_is_drawn(visit: Visit) -> None:
    page = visit.page
    page.goto(visit.site, wait_until="commit")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.route("**/bundle.*.js", lambda route: route.abort())
    page.goto(visit.site)  # the theme's own script never comes: ours has chosen
    is_drawn_in(page, "dark")
    visit.complaints.clear()


def test_chosen_colours_stay_on_the_next_page(visit: Visit) -> None:
    page = visit.go("")
    page.get_by_title("Switch to dark colours").click()
    page.goto(visit.site + "volatile/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_the_book_served_while_one_writes_allows_the_servers_own_script(tmp_path: Path) -> None:
    folder = small_book(tmp_path, {"index.md": "# Home\n"})
    config = load_config(str(folder / "mkdocs.yml"))
    plugin = config.plugins["cworkbook"]
    plugin.on_startup(command="serve", dirty=False)
    served = plugin.on_config(config)
    assert served
    assert served.extra["serving"] is True
