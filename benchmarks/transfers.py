"""What pages transfer: bytes and requests on a first visit, and of a book that is kept offline.

The built book stands on this machine, on a host that compresses text as rented ones do. Bytes are
those of the answers' bodies, as they came over the wire; nothing was kept before.
"""

import re
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, Request, sync_playwright

from benchmarks import ROOT
from benchmarks.measure import Row
from benchmarks.pages import build
from support.budget import BYTES, REQUESTS
from support.hosts import hosted

CHROMIUM = "/usr/bin/chromium"
WAITING = 120_000  # milliseconds
COMMAND = "python -m benchmarks transfers"
PAGES = {"The home page": "", "A chapter": "volatile/", "The explainer": "explainer/"}

KEPT = """(async () => {
    let files = 0;
    for (const name of await caches.keys()) {
        files += (await (await caches.open(name)).keys()).length;
    }
    return [files, (await navigator.storage.estimate()).usage];
})()"""


@dataclass  # no slots: Playwright notes its handler in the object
class Wire:
    """A page in a browser that has kept nothing, and what it asked for."""

    page: Page
    requests: list[Request] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("requestfinished", self._note)

    def _note(self, request: Request) -> None:
        """Remember a request; Playwright takes no method of a list."""
        self.requests.append(request)

    def total(self) -> tuple[int, int]:
        """Return the bytes that came over the wire, and in how many requests."""
        sizes = [one.sizes()["responseBodySize"] for one in self.requests]
        return sum(sizes), len(sizes)


def measure() -> list[Row]:
    """Return a row for each page as it opens, one for the explainer's engine, one for all."""
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        site = Path(made) / "site"
        build(ROOT / "mkdocs.yml", site)
        with hosted(site) as address:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            rows = [_opened(browser, address + path, name) for name, path in PAGES.items()]
            rows += [_engine(browser, address), _kept(browser, address)]
            browser.close()
    return rows


def _fresh(browser: Browser) -> Wire:
    """Return a page whose browser has kept nothing."""
    return Wire(browser.new_context().new_page())


def _opened(browser: Browser, address: str, name: str) -> Row:
    """Return what a page takes until it asks for nothing more by itself."""
    wire = _fresh(browser)
    wire.page.goto(address)
    wire.page.wait_for_load_state("networkidle")
    size, requests = wire.total()
    wire.page.context.close()
    return Row(
        f"{name}, transferred before anybody asks it for more",
        f"{size / 1e3:.0f} KB in {requests} requests",
        f"{BYTES / 1e3:.0f} KB in {REQUESTS}: what the tests allow a chapter",
        f"{size / BYTES:.2f}",
        COMMAND,
    )


def _engine(browser: Browser, address: str) -> Row:
    """Return what the first key in the explainer fetches: Python, and the engine itself."""
    wire = _fresh(browser)
    wire.page.goto(address + "explainer/")
    wire.page.wait_for_load_state("networkidle")
    still, _ = wire.total()
    wire.page.locator(".cwx textarea").click()
    wire.page.locator('[data-stage="ready"]').wait_for(timeout=WAITING)
    wire.page.wait_for_load_state("networkidle")
    size, _ = wire.total()
    own = sum(
        one.sizes()["responseBodySize"]
        for one in wire.requests
        if re.search(r"/(cexplain|pycparser)-[^/]*\.whl", one.url)
    )
    wire.page.context.close()
    return Row(
        "The explainer's engine, fetched once: Python, cexplain, pycparser",
        f"{(size - still) / 1e6:.1f} MB",
        f"{own / 1e6:.1f} MB of it: cexplain and pycparser",
        f"{(size - still) / own:.1f}",
        COMMAND,
    )


def _kept(browser: Browser, address: str) -> Row:
    """Return what *Keep this book offline* puts on the device, beside what its button announces."""
    page = _fresh(browser).page
    page.goto(address + "offline/")
    button = page.get_by_role("button", name=re.compile("Keep this book offline"))
    announced = [float(size) for size in re.findall(r"[\d.]+", button.inner_text())]
    button.click()
    page.get_by_text("It opens without a network").wait_for(timeout=WAITING)
    files, kept = page.evaluate(KEPT)
    page.context.close()
    return Row(
        f"The whole book kept offline: {files} files",
        f"{kept / 1e6:.0f} MB on the device",
        f"{announced[0]:.0f} to {announced[-1]:.0f} MB: what its button announces, packed and not",
        f"{kept / 1e6 / announced[0]:.2f}",
        COMMAND,
    )
