"""The book in a folder of somebody's host, served by Python's own file server, uncompressed.

All other tests of Zensical's pages run below a path as well (conftest.py).
"""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from support.sites import Shared, book, built
from support.visits import Visit, search


@pytest.fixture(scope="module")
def site(shared: Shared) -> str:
    """The address of the book three folders below the top of a plain host."""
    return shared.site("plain", make)


def make(folder: Path, address: str) -> None:
    """Build the book elsewhere, and put it where the host has its address."""
    source = book(folder / "source")
    built("mkdocs", source, address)
    place = folder / "site" / urlsplit(address).path.strip("/")
    place.parent.mkdir(parents=True)
    (source / "site").rename(place)


def chapter(page: Page) -> None:
    """Go to a chapter by its link, without loading the page anew."""
    page.evaluate("window.sameDocument = true")
    page.get_by_role("link", name="Start with declarations").click()
    page.wait_for_url("**/declarations/")
    assert page.evaluate("window.sameDocument") is True


def test_pages_change_without_a_load_and_readings_step(visit: Visit) -> None:
    page = visit.go("")
    chapter(page)
    first = page.locator(".cw-reading").first
    first.get_by_role("button", name="Step through").click()
    expect(first.locator(".cw-steps__status")).to_contain_text("1 of")


def test_search_leads_into_the_folder(visit: Visit) -> None:
    page = visit.go("volatile/")
    search(page, "longjmp")
    page.locator("a[href*='volatile'][href*='h=longjmp']").first.click()
    page.wait_for_url(f"{visit.site}volatile/**")


def test_the_explainer_reads_there_too_after_a_change_of_pages(visit: Visit) -> None:
    page = visit.go("")
    chapter(page)
    page.get_by_role("link", name="Explainer").first.click()
    page.locator("#cwx-input").fill("char *(*keep)(int);")
    expect(page.locator(".cwx-result .cw-prose").first).to_contain_text(
        "keep is a pointer to a function", timeout=120_000
    )


def test_every_page_ends_with_the_way_to_keep_the_book(visit: Visit) -> None:
    page = visit.go("slicing/exceptions/")
    page.get_by_role("link", name="Keep this book offline").click()
    page.wait_for_url(f"{visit.site}offline/")
    expect(page.get_by_role("button", name="Keep this book offline")).to_be_visible()
