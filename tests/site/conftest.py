"""The built book, and a browser that watches what each page does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from support.hosts import hosted
from support.sites import ENGINES, ROOT, book, build
from support.visits import Visit

CHROMIUM = "/usr/bin/chromium"
AXE = ROOT / "tools/browser/node_modules/axe-core/axe.min.js"

FOLDERS: dict[str, Path] = {}  # of the sites that are served, by their addresses
# One at the top of its host, one in a folder: every test of pages is one of both places.
UNDER = {"mkdocs": "/", "zensical": "/books/c/"}


@pytest.fixture(scope="session", params=ENGINES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the whole book, built by one engine."""
    folder = book(tmp_path_factory.mktemp(f"book-{request.param}"))
    with hosted(folder / "site", UNDER[request.param]) as address:
        result = build(request.param, folder, address)
        assert result.returncode == 0, result.stdout + result.stderr
        FOLDERS[address] = folder / "site"
        yield address


@pytest.fixture
def site_folder(site: str) -> Path:
    """The folder that is served at the book's address; others read it too."""
    return FOLDERS[site]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    if not Path(CHROMIUM).exists():
        pytest.skip("the Debian package chromium is not installed")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-background-networking"]
        )
        yield started
        started.close()


@pytest.fixture
def visit(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Visit]:
    """A fresh page; the test fails if it asks another host, or its console shows an error.

    Indirect parameters are options of the browser's context.
    """
    options = getattr(request, "param", {})
    context = browser.new_context(**options)
    visited = Visit(context.new_page(), site)
    visited.page.on(
        "console",
        lambda message: (
            visited.complaints.append(message.text) if message.type == "error" else None
        ),
    )
    visited.page.on("pageerror", lambda error: visited.complaints.append(str(error)))
    visited.page.on(
        "request",
        lambda sent: (
            None
            if sent.url.startswith((site, "data:", "blob:"))
            else visited.complaints.append(f"asks {sent.url}")
        ),
    )
    yield visited
    context.close()
    assert visited.complaints == []


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, which looks for breaches of WCAG."""
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: npm ci in tools/browser")
    return AXE.read_text(encoding="utf-8")
