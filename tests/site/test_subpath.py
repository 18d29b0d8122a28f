"""The book in a folder of somebody's host, served by Python's own file server, uncompressed.

All other tests of Zensical's pages run below a path as well (conftest.py).
"""

import os
import re
import shutil
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from support.keeping import put
from support.sites import Shared, make_book
from support.visits import Visit, search


@pytest.fixture(scope="module")
def site(shared: Shared) -> str:
    """The address of the book three folders below the top of a plain host."""
    return shared.site("plain", partial(make, shared))


def make(shared: Shared, folder: Path, address: str) -> None:
    """Put the built book where this host has its address, which the theme reads in the sitemap."""
    other = shared.site("mkdocs", partial(make_book, "mkdocs"))
    place = folder / "site" / urlsplit(address).path.strip("/")
    shutil.copytree(shared.folder(other), place, copy_function=os.link)
    sitemap = place / "sitemap.xml"
    text = sitemap.read_text(encoding="utf-8")
    assert text.count(other) > 40
    put(sitemap, text.replace(other, address))


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
    page.locator("a[href*='/volatile/'][href*='h=longjmp']:visible").first.click()
    page.wait_for_url(f"{visit.site}volatile/**")


def test_the_explainer_finds_its_files_there_after_a_change_of_pages(visit: Visit) -> None:
    page = visit.go("")
    chapter(page)
    answers: dict[str, bool] = {}
    page.on("response", lambda answer: answers.update({answer.url: answer.ok}))
    page.get_by_role("link", name="Explainer").first.click()
    # Python and the engine are asked for at once, and either may come first; that they read then
    # is tests/site/explainer's.
    with page.expect_response("**/*.wasm.gz"), page.expect_response("**/cexplain-*.whl"):
        page.locator("#cwx-input").fill("char *(*keep)(int);")
    assert all(answers.values()), answers
    assert [url for url in answers if not url.startswith(visit.site)] == []


def test_a_program_is_stepped_through_with_files_from_there_alone(visit: Visit) -> None:
    page = visit.go("stepping/")
    answers: dict[str, bool] = {}
    page.on("response", lambda answer: answers.update({answer.url: answer.ok}))
    figure = page.locator("[data-snippet='stepping/swap.c']").first
    figure.get_by_role("button", name="Step", exact=True).click()
    said = figure.locator(".cw-step__said")
    expect(said).to_have_text(re.compile(r"^The program begins; line \d+ is next\."))
    figure.locator("[data-way='end']").click()
    expect(said).to_contain_text("The program has ended")
    assert [url for url in answers if "step-worker" in url] != []
    assert all(answers.values()), answers
    strange = [url for url in answers if not url.startswith((visit.site, "blob:", "data:"))]
    assert strange == []


def test_every_page_ends_with_the_way_to_keep_the_book(visit: Visit) -> None:
    page = visit.go("slicing/exceptions/")
    page.get_by_role("link", name="Keep this book offline").click()
    page.wait_for_url(f"{visit.site}offline/")
    expect(page.get_by_role("button", name="Keep this book offline")).to_be_visible()
