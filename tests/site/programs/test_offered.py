"""The book's own pages offer each of its programs that the page's compiler takes."""

import re
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from cworkbook import book, records
from cworkbook.runnable import Elsewhere, Here, runnable
from support.sites import ROOT, Shared, make_book, paths

FIGURE = re.compile(r'<figure class="cw-evidence" data-snippet="([^"]*)">')
CODE = "cw-program"
DATA = 'class="cw-desk"'
COMMANDS = "cw-elsewhere"


def answers() -> dict[str, Here | Elsewhere | None]:
    """What can be done with each snippet that the book's pages show, by name."""
    shown = book.shown_snippets(ROOT)
    loaded = (book.load(path, ROOT) for path in book.snippet_paths(ROOT))
    recorded = ((each, records.load(each)) for each in loaded if each.name in shown)
    return {each.name: runnable(each, record) for each, record in recorded if record}


@pytest.fixture(scope="module")
def whole(shared: Shared) -> str:
    """The address of the whole book."""
    return shared.site("mkdocs", partial(make_book, "mkdocs"))


@pytest.fixture(scope="module")
def texts(whole: str, shared: Shared) -> dict[str, str]:
    """The book's pages by their paths."""
    site = shared.folder(whole)
    return {path: page(site / path).read_text(encoding="utf-8") for path in paths(site)}


def page(place: Path) -> Path:
    """The file that is sent for a path."""
    return place / "index.html" if place.is_dir() else place


def figures_with(what: str, texts: dict[str, str]) -> set[str]:
    """The names of the snippets whose figures hold a string."""
    found: set[str] = set()
    for text in texts.values():
        _, *parts = FIGURE.split(text)
        pairs = zip(parts[::2], parts[1::2], strict=True)
        found |= {name for name, rest in pairs if what in rest.partition("</figure>")[0]}
    return found


def test_each_program_that_the_page_takes_is_offered_where_its_text_is_shown(
    texts: dict[str, str],
) -> None:
    here = {name: one for name, one in answers().items() if isinstance(one, Here)}
    offered = figures_with(DATA, texts)
    assert offered == set(here) & figures_with(CODE, texts)
    # Fewer would mean that the compiler is offered where it is easy alone.
    assert len(offered) >= 85
    assert sum(here[name].runs for name in offered) >= 45


def test_each_program_that_the_page_does_not_take_has_its_reason_and_commands(
    texts: dict[str, str],
) -> None:
    elsewhere = {name for name, one in answers().items() if isinstance(one, Elsewhere)}
    assert figures_with(COMMANDS, texts) == elsewhere & figures_with(CODE, texts)


def test_every_program_has_its_button_on_every_page(
    browser: Browser, whole: str, texts: dict[str, str]
) -> None:
    context = browser.new_context()
    visited = context.new_page()
    counts = {path: text.count(DATA) for path, text in texts.items() if DATA in text}
    for path, count in counts.items():
        visited.goto(whole + path)
        # Those of solutions that are still folded away too.
        buttons = visited.locator(".cw-evidence > .cw-bar > .cw-bar__go")
        expect(buttons, path).to_have_count(count)
    context.close()
    assert sum(counts.values()) >= len(counts) > 5
