"""What a page costs before anybody asks it for anything: exact, so that CI can hold it."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request

from support.budget import BYTES, REQUESTS
from support.sites import paths
from support.visits import arrived, pages_of

pytestmark = pytest.mark.audit

# Each kind of page, and of the chapters the heaviest: a test says that they are.
PAGES = (
    "",
    "explainer/",
    "offline/",
    "keeping/",
    "practice/",
    "review/",
    "stepping/",
    "teaching/",
    "class/",
    "declarations/",
    "volatile/",
    "volatile/accesses/",
    "volatile/exercises/",
    "volatile/threads/",
    "slicing/",
    "xs/",
    "xen/drivers/",
    "xen/privilege/",
    "xen/rings/",
    "xen/xenstore/",
    "misconceptions/",
    "misconceptions/arrays/",
    "misconceptions/memory/",
    "words/",
    "path/",
    "proof/",
    "rules/",
)
HEAVIEST = 3
WIDTHS = (1280, 360)

# What a page waits for before it is drawn: the theme's two sheets, ours, and our first script.
BLOCKING = (
    r"early-\w{10}\.js",
    r"main\.\w+\.min\.css",
    r"palette\.\w+\.min\.css",
    r"workbook-\w{10}\.css",
)
SHIFTS = """
    window.shifts = [];
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
            const moved = entry.sources.map(({ node }) => node?.parentElement?.className || "text");
            window.shifts.push(`${entry.value.toFixed(5)} ${moved}`);
        }
    }).observe({ type: "layout-shift", buffered: true });
"""


FONTS = "document.fonts.ready.then(() => undefined)"


class Cost:
    """A page of a given width in a fresh browser, with an empty cache, and what it asked for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[Request] = []
        page.on("requestfinished", self._note)
        page.add_init_script(SHIFTS)

    def _note(self, request: Request) -> None:
        """Remember a request; Playwright takes no method of a list."""
        self.requests.append(request)

    def go(self, address: str) -> None:
        """Open a page, and wait until it has all that it asks for by itself."""
        self.page.goto(address)
        arrived(self.page)
        self.page.evaluate(FONTS)
        self.page.wait_for_load_state("networkidle")

    def transferred(self) -> dict[str, int]:
        """The bytes of each answer's body as they came over the wire."""
        return {one.url: one.sizes()["responseBodySize"] for one in self.requests}


@pytest.fixture(params=WIDTHS)
def cost(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Cost]:
    """A fresh browser of one width."""
    context = browser.new_context(viewport={"width": request.param, "height": 800})
    yield Cost(context.new_page())
    context.close()


# Articles and our files are the same in both sites (test_engines.py), and the theme's on all pages.
@pages_of(PAGES, ["", "explainer/", "volatile/", "xen/rings/"])
def test_a_page_is_light_and_stands_still(cost: Cost, site: str, path: str) -> None:
    cost.go(site + path)
    transferred = cost.transferred()
    assert sum(transferred.values()) < BYTES, transferred
    assert len(transferred) <= REQUESTS, list(transferred)
    blocking = cost.page.evaluate(
        "performance.getEntriesByType('resource')"
        ".filter((one) => one.renderBlockingStatus === 'blocking').map((one) => one.name)"
    )
    unknown = [url for url in blocking if not re.search("/(" + "|".join(BLOCKING) + ")$", url)]
    assert unknown == []
    assert len(blocking) == len(BLOCKING)
    assert cost.page.evaluate("window.shifts") == []


def test_the_heaviest_pages_are_among_those_that_are_measured(site_folder: Path) -> None:
    def weight(path: str) -> int:
        return len(gzip.compress((site_folder / path / "index.html").read_bytes()))

    heaviest = sorted(paths(site_folder), key=weight, reverse=True)[:HEAVIEST]
    assert [path for path in heaviest if path not in PAGES] == []


def test_what_never_changes_has_its_hash_in_its_name(site: str, browser: Browser) -> None:
    page = browser.new_page()
    cost = Cost(page)
    cost.go(site + "volatile/")
    assets = [request.url for request in cost.requests if "/assets/" in request.url]
    page.close()
    named = re.compile(r"[-.](?=\w*\d)?\w{8,10}(\.min)?\.(css|js|woff2)$|/favicon\.svg$")
    assert [url for url in assets if not named.search(url)] == []
    assert any(url.endswith(".woff2") for url in assets)
