"""The whole book kept in the browser: one click, then the server is gone and reading goes on."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from support.hosts import hosted
from support.keeping import keep, kept, light, workers
from support.programs import Desk
from support.visits import ONE_ENGINE, search


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


def read_and_searched(page: Page, address: str) -> None:
    """Read what was never visited before, come to it by links and by words, and miss a page."""
    page.goto(address + "slicing/")
    expect(page.locator("h1")).to_be_visible()
    parts = page.locator(".md-sidebar--primary")
    parts.get_by_text("volatile", exact=True).first.click()  # unfolds the chapter
    parts.get_by_role("link", name=re.compile("^volatile")).first.click()
    expect(page.locator("h1")).to_contain_text("volatile")
    page.reload()
    expect(page.locator("h1")).to_contain_text("volatile")

    search(page, "longjmp")
    page.locator("a[href*='/volatile/'][href*='h=longjmp']:visible").first.click()
    page.wait_for_url("**/volatile/**")

    page.goto(address + "there-is-no-such-page/")
    expect(page.locator("h1")).to_contain_text("404")


# Navigation and search are the theme's. Python and the compiler are the same files in both sites.
@pytest.mark.parametrize("site", ["zensical"], indirect=True)
def test_the_other_engines_book_is_read_and_searched_without_its_server(
    context: BrowserContext, site: str, site_folder: Path, tmp_path: Path
) -> None:
    host = Host(light(site_folder, tmp_path / "site"), urlsplit(site).path)
    page = context.new_page()
    keep(page, host.address)
    host.close()
    read_and_searched(page, host.address)


@ONE_ENGINE
def test_the_book_is_read_searched_explained_run_and_stepped_without_its_server(
    context: BrowserContext, host: Host
) -> None:
    page = context.new_page()
    keep(page, host.address)
    assert len(kept(page)) > 200
    host.close()

    read_and_searched(page, host.address)
    page.goto(host.address + "explainer/")
    page.locator("#cwx-input").fill("char *(*keep)(int, float *);")
    expect(page.locator(".cwx-result .cw-prose").first).to_contain_text(
        "keep is a pointer to a function taking (an int, a pointer to float)"
    )
    page.get_by_role("button", name=re.compile("Ask clang")).click()
    expect(page.locator(".cwx-verdict")).to_contain_text("clang agrees: keep")

    for chapter in ("declarations/", "slicing/"):  # C with stdio, and C++
        page.goto(host.address + chapter)
        page.get_by_role("button", name="Edit", exact=True).first.click()
        figure = page.locator(".cw-evidence:has(.cm-content)")
        expect(figure.locator(".cm-content")).to_be_focused()
        one = Desk(page, figure)
        assert "Exit status 0" in one.run()
        one.press("Step")
        expect(figure.locator(".cw-step__frame")).to_contain_text(["main"])
        figure.locator("[data-way='end']").click()
        expect(figure.locator(".cw-step__said")).to_contain_text("has ended with status 0.")
