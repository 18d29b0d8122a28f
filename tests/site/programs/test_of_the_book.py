"""Every program that the book offers to run, compiled and run by the page's own compiler."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from cworkbook import book, records
from cworkbook.records import Record
from cworkbook.runnable import PREFERRED, Here, runnable
from support.in_place import EDITOR, FIGURE, rows
from support.programs import BUILT, Desk, figure_of
from support.sites import ROOT, Shared, built, small_book

AS_RECORDED = "The same as the book's."
DECLARED = "Known to differ here"
# One program is on the page at a time: what ninety cost with each letter that one of them prints is
# no part of this.
PROGRAM = ".cw-evidence"
PUT_AWAY = f"""() => {{
    const all = [...document.querySelectorAll("{PROGRAM}")];
    window.figures = new Map(all.map((one) => [one.dataset.snippet, one]));
    for (const one of all) one.remove();
}}"""


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
    page.locator(PROGRAM).last.get_by_role("button", name="Edit", exact=True).wait_for()
    page.evaluate(PUT_AWAY)
    yield page
    page.close()


def make(folder: Path, address: str) -> None:
    """Build that page."""
    fences = [
        f'```c {{snippet="{name}{shown(name, here)}"}}\n```\n'
        for name, (here, _) in PROGRAMS.items()
    ]
    small_book(folder, {"index.md": "# All programs\n\n" + "\n".join(fences)})
    shutil.rmtree(folder / "snippets")
    shutil.copytree(ROOT / "snippets", folder / "snippets")
    shutil.copytree(ROOT / "docs/assets", folder / "docs/assets")
    built("mkdocs", folder, address)


def shown(name: str, here: Here) -> str:
    """What follows the name of a folder's snippet in a fence: its first file."""
    return f"/{here.units[0]}" if (ROOT / "snippets" / name).is_dir() else ""


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_program_of_the_book_comes_to_its_recorded_result_in_the_page(
    page: Page, name: str
) -> None:
    here, record = PROGRAMS[name]
    with alone(page, name) as one:
        wrong = ran(one, here) if here.runs else compiled(one, record)
    assert wrong == ""


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_program_is_edited_where_it_is_and_looks_as_before(page: Page, name: str) -> None:
    with alone(page, name) as one:
        before = rows(one.figure, FIGURE)
        one.press("Edit")
        expect(one.editor).to_be_focused()
        drawn = {row["number"]: row for row in rows(one.figure, EDITOR)}
        one.press("Close")
    after = [drawn[row["number"]] for row in before if row["number"] in drawn]
    assert len(before) >= 1
    # Of a long text the editor draws what is near the window.
    assert len(after) >= min(len(before), 20)
    assert after == before[: len(after)]


@contextmanager
def alone(page: Page, name: str) -> Iterator[Desk]:
    """A program as the one on the page."""
    page.evaluate("name => document.querySelector('article').append(figures.get(name))", name)
    one = figure_of(page, name)
    yield one
    one.figure.evaluate("one => one.remove()")


def started(one: Desk) -> str:
    """Press a figure's first button, and return what comes out in the end."""
    before = one.editor.count()  # a test before this one may have made one, and put it away
    said = one.run()
    # An unchanged program needs no editor.
    expect(one.editor).to_have_count(before)
    expect(one.editor).to_be_hidden()
    one.press("Hide the output")
    return said


VARIES = "The book's differs from run to run, as this does."


def ran(one: Desk, here: Here) -> str:
    """Return what is wrong with the page's own run, "" if nothing is."""
    said = started(one)
    if here.differs:
        return "" if DECLARED in said else f"it is declared to differ, and does not: {said}"
    if here.varies:
        return "" if VARIES in said else said
    return "" if AS_RECORDED in said else said


def compiled(one: Desk, record: Record) -> str:
    """Return what the page says if it refuses what the record takes, or the other way round."""
    compilers = [name for name in PREFERRED if any(run.compiler == name for run in record.runs)]
    recorded = next(run for run in record.runs if run.compiler == compilers[0])
    refused = any(found.severity == "error" for found in recorded.diagnostics)
    said = started(one)
    return "" if refused == ("It does not compile." in said) else said
