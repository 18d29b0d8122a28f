"""The book where nobody built the scripts, for want of Node: static, whole, and told so."""

import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, expect

from support.patience import PATIENCE
from support.sites import ENGINES, ROOT, book, build, served, small_book
from support.visits import pages_of
from support.watching import watched

pytestmark = pytest.mark.audit

BUILT = ("docs/assets/build", "docs/offline.js", "overrides/built")
PAGES = ("", "declarations/", "volatile/", "xs/", "explainer/", "offline/", "proof/")
MISSING = "nothing on them can be stepped through, explained or run"
SHEETS = "[...document.querySelectorAll('link[rel=stylesheet]')].map((one) => Boolean(one.sheet))"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], tuple[str, str]]]:
    """Builds the book with an engine, without what Node makes: its address, what the build said."""
    with ExitStack() as running:

        @cache
        def make(engine: str) -> tuple[str, str]:
            folder = book(tmp_path_factory.mktemp("unbuilt"))
            for name in BUILT:
                path = folder / name
                shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
            address = running.enter_context(served(folder / "site"))
            done = build(engine, folder, address)
            assert done.returncode == 0, done.stdout + done.stderr
            return address, done.stdout + done.stderr

        yield make


@pytest.fixture(params=ENGINES)
def site(request: pytest.FixtureRequest, made: Callable[[str], tuple[str, str]]) -> tuple[str, str]:
    """The address of the book that one engine built, and what the build said."""
    return made(str(request.param))


# Zensical runs no plugin of MkDocs, which is what says it.
@pytest.mark.parametrize("site", ["mkdocs"], indirect=True)
def test_the_build_says_what_is_missing(site: tuple[str, str]) -> None:
    _, said = site
    assert MISSING in " ".join(said.split())


# The other engine has the same articles, and its own theme around them on each page.
@pages_of(PAGES, ["", "declarations/"])
def test_a_page_is_styled_and_whole_and_asks_for_nothing_that_is_not_there(
    site: tuple[str, str], browser: Browser, path: str
) -> None:
    address, _ = site
    with watched(browser, address) as page:
        missing: list[str] = []
        page.on("requestfailed", lambda one: missing.append(one.url))
        page.goto(address + path)
        expect(page.locator("h1")).to_be_visible()
        assert set(page.evaluate(SHEETS)) == {True}
        for words in page.locator(".cw-prose").all():
            assert (words.text_content() or "").strip()
        for offer in ("Step through", "Run", "Edit", "Keep this book offline"):
            expect(page.get_by_role("button", name=offer, exact=True)).to_have_count(0)
        assert missing == []


def test_readings_programs_and_their_outputs_stand_there(
    site: tuple[str, str], browser: Browser
) -> None:
    address, _ = site
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + "declarations/")
    first = page.locator(".cw-evidence").first
    expect(first.get_by_text("printf", exact=True)).to_be_visible()
    expect(first.get_by_text("a 1200, b 80")).to_be_visible()
    expect(page.locator(".cw-reading .cw-prose").first).to_be_visible()
    page.goto(address + "explainer/")
    expect(page.get_by_text("With scripts, this is where you type.")).to_be_visible()
    page.goto(address + "offline/")
    expect(page.get_by_text("The button appears here if scripts run.")).to_be_visible()
    context.close()


def without_scripts(folder: Path) -> Path:
    """A book of one page in `folder`, as it is before its scripts are built."""
    page = '# Home\n\n```c {explain="1" std="c17"}\nint *(*f(void))[3];\n```\n'
    small_book(folder, {"index.md": page})
    shutil.copytree(ROOT / "docs/assets", folder / "docs/assets", ignore=lambda *_: ["build"])
    shutil.rmtree(folder / "overrides/built", ignore_errors=True)
    return folder


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address at which `make serve` shows the book in `folder`."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = "{}:{}".format(*free.getsockname())
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", place]
    server = subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True)
    assert server.stderr is not None
    try:
        assert any("Serving on" in line for line in server.stderr)
        # It goes on to speak, and must not be kept waiting for whoever listens.
        Thread(target=server.stderr.read, daemon=True).start()
        yield f"http://{place}/"
    finally:
        server.terminate()
        server.wait(PATIENCE)


def test_a_page_that_is_served_gets_its_scripts_when_they_come(
    browser: Browser, tmp_path: Path
) -> None:
    folder = without_scripts(tmp_path)
    with serving(folder) as address:
        page = browser.new_page()
        page.goto(address)
        expect(page.locator(".cw-prose").first).to_contain_text("f is a function")
        expect(page.get_by_role("button", name="Step through")).to_have_count(0)
        # As the build does: all files at once, and then what names them.
        shutil.copytree(ROOT / "docs/assets/build", tmp_path / "coming")
        (tmp_path / "coming").rename(folder / "docs/assets/build")
        shutil.copytree(ROOT / "overrides/built", folder / "overrides/built")
        expect(page.get_by_role("button", name="Step through")).to_be_visible()
        page.close()
