"""Every program that the book offers to run, compiled and run by the page's own compiler."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from cworkbook import book, records
from cworkbook.records import Record
from cworkbook.runnable import PREFERRED, Here, runnable
from support.programs import BUILT, MINUTE
from support.sites import ROOT, Shared, built, small_book

AS_RECORDED = "This is the recorded result."
DECLARED = "Declared by this book"


def offered() -> dict[str, tuple[Here, Record]]:
    """What the book's pages show and the page's compiler takes, by name."""
    shown = book.shown_snippets(ROOT)
    found: dict[str, tuple[Here, Record]] = {}
    for path in book.snippet_paths(ROOT):
        snippet = book.load(path, ROOT)
        record = records.load(snippet)
        if record is None or snippet.name not in shown:
            continue  # another test names snippets without a record, or without a page
        here = runnable(snippet, record)
        if isinstance(here, Here):
            found[snippet.name] = here, record
    return found


PROGRAMS = offered()


@pytest.fixture(scope="module")
def page(browser: Browser, shared: Shared) -> Iterator[Page]:
    """One page with every program of the book; its compiler stays warm from test to test."""
    if not BUILT.is_file():
        pytest.skip("the pages' scripts are not built: make build")
    page = browser.new_page()
    page.goto(shared.site("all-programs", make))
    yield page
    page.close()


def make(folder: Path, address: str) -> None:
    """Build that page."""
    fences = [
        f'```c {{snippet="{name}{shown(here)}"}}\n```\n' for name, (here, _) in PROGRAMS.items()
    ]
    small_book(folder, {"index.md": "# All programs\n\n" + "\n".join(fences)})
    shutil.rmtree(folder / "snippets")
    shutil.copytree(ROOT / "snippets", folder / "snippets")
    shutil.copytree(ROOT / "docs/assets", folder / "docs/assets")
    built("mkdocs", folder, address)


def shown(here: Here) -> str:
    """What follows the name of a folder's snippet in a fence: its first file."""
    return f"/{here.units[0]}" if len(here.files) > 1 else ""


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_program_of_the_book_comes_to_its_recorded_result_in_the_page(
    page: Page, name: str
) -> None:
    here, record = PROGRAMS[name]
    figure = page.locator(f".cw-evidence[data-snippet='{name}']")
    assert (ran(figure, here) if here.runs else compiled(figure, record)) == ""


def started(figure: Locator) -> str:
    """Open a figure's editor, press its main button, and return what comes out in the end."""
    figure.get_by_role("button", name="Edit and").click()
    panel = figure.locator(".cw-run")
    panel.locator(".cw-button--main").click()
    # Stop is there as long as something is going on.
    expect(panel.locator(".cw-run__status")).not_to_have_text("", timeout=MINUTE)
    expect(panel.get_by_role("button", name="Stop")).to_be_hidden(timeout=MINUTE)
    said = panel.locator(".cw-run__output").inner_text()
    panel.get_by_role("button", name="Close").click()
    return said


def ran(figure: Locator, here: Here) -> str:
    """Return what is wrong with the page's own run, "" if nothing is."""
    said = started(figure)
    if here.differs:
        return "" if DECLARED in said else f"it is declared to differ, and does not: {said}"
    return "" if AS_RECORDED in said else said


def compiled(figure: Locator, record: Record) -> str:
    """Return what the page says if it refuses what the record takes, or the other way round."""
    compilers = [name for name in PREFERRED if any(run.compiler == name for run in record.runs)]
    recorded = next(run for run in record.runs if run.compiler == compilers[0])
    refused = any(one.severity == "error" for one in recorded.diagnostics)
    said = started(figure)
    return "" if refused == ("It does not compile." in said) else said
