"""The whole book kept in the browser: one click, then the server is gone and reading goes on."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from support.hosts import hosted
from support.keeping import LONG, OPENS, keep, kept, press, put, said, workers
from support.programs import Desk
from support.visits import search

ONE_ENGINE = pytest.mark.parametrize("site", ["mkdocs"], indirect=True)  # the files are the same


class Host:
    """The book on a server that can be switched off, and renewed."""

    def __init__(self, folder: Path, under: str) -> None:
        self.folder = folder
        self._running = ExitStack()
        self.address = self._running.enter_context(hosted(folder, under))

    def close(self) -> None:
        """Take the site off the network."""
        self._running.close()


@pytest.fixture
def host(site: str, site_folder: Path, tmp_path: Path) -> Iterator[Host]:
    """A server of the book's own copy, which a test may change."""
    copy = Path(shutil.copytree(site_folder, tmp_path / "site", copy_function=os.link))
    made = Host(copy, urlsplit(site).path)
    yield made
    made.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that has kept nothing yet; its pages and their Workers may ask one host alone."""
    made = browser.new_context()
    asked: list[str] = []
    made.on("request", lambda sent: asked.append(sent.url))
    yield made
    made.close()
    assert len({urlsplit(url).netloc for url in asked if url.startswith("http")}) == 1


@ONE_ENGINE
def test_nothing_is_kept_before_the_click(context: BrowserContext, host: Host) -> None:
    page = context.new_page()
    page.goto(host.address + "offline/")
    expect(page.get_by_role("button", name=re.compile("Keep this book"))).to_be_visible()
    assert workers(page) == 0
    assert kept(page) == []


def test_the_book_is_read_searched_explained_and_run_without_its_server(
    context: BrowserContext, host: Host
) -> None:
    page = context.new_page()
    keep(page, host.address)
    host.close()

    page.goto(host.address + "slicing/")  # never visited before
    expect(page.locator("h1")).to_be_visible()
    page.get_by_role("link", name="volatile", exact=True).first.click()
    expect(page.locator("h1")).to_contain_text("volatile")
    page.reload()
    expect(page.locator("h1")).to_contain_text("volatile")

    search(page, "longjmp")
    page.locator("a[href*='volatile'][href*='h=longjmp']").first.click()
    page.wait_for_url("**/volatile/**")

    page.goto(host.address + "explainer/")
    page.locator("#cwx-input").fill("char *(*keep)(int, float *);")
    expect(page.locator(".cwx-result .cw-prose").first).to_contain_text(
        "keep is a pointer to a function taking (an int, a pointer to float)", timeout=LONG
    )
    page.get_by_role("button", name=re.compile("Ask clang")).click()
    expect(page.locator(".cwx-verdict")).to_contain_text("clang agrees: keep", timeout=LONG)

    for chapter in ("declarations/", "slicing/"):  # C with stdio, and C++
        page.goto(host.address + chapter)
        page.get_by_role("button", name="Edit and run").first.click()
        figure = page.locator(".cw-evidence:has(.cm-content)")
        expect(figure.locator(".cm-content")).to_be_focused(timeout=LONG)
        assert "Exit status 0" in Desk(page, figure).run()

    page.goto(host.address + "there-is-no-such-page/")
    expect(page.locator("h1")).to_contain_text("404")


@ONE_ENGINE
def test_a_kept_book_is_renewed_and_removed(context: BrowserContext, host: Host) -> None:
    page = context.new_page()
    keep(page, host.address)
    for name, old, new in (
        ("volatile/index.html", r"(<h1[^>]*>)", r"\1Renewed: "),
        ("search/search_index.json", "loop", "Loop"),
    ):
        file = host.folder / name
        put(file, re.sub(old, new, file.read_text(encoding="utf-8")))
    # With a network a page is what the site has now.
    page.goto(host.address + "volatile/")
    expect(page.locator("h1")).to_contain_text("Renewed")

    page.goto(host.address + "offline/")
    press(page, "Fetch what has changed")
    expect(said(page)).to_contain_text(OPENS, timeout=LONG)

    assert len(kept(page)) > 100
    page.get_by_role("button", name="Remove it").press("Enter")
    expect(page.get_by_role("button", name=re.compile("Keep this book"))).to_be_focused()
    assert kept(page) == []
    assert workers(page) == 0


@ONE_ENGINE
def test_a_download_that_was_cut_off_says_so_and_goes_on(
    context: BrowserContext, host: Host
) -> None:
    page = context.new_page()
    (large,) = (host.folder / "assets/build").glob("llvm.core-*")
    large.rename(large.with_suffix(".gone"))
    page.goto(host.address + "offline/")
    press(page, "Keep this book")
    expect(said(page)).to_contain_text("Not everything was fetched", timeout=LONG)
    large.with_suffix(".gone").rename(large)
    press(page, "Try again")
    expect(said(page)).to_contain_text(OPENS, timeout=LONG)
