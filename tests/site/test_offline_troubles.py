"""The kept book in trouble: new builds, cut networks, closed tabs, full devices, two books."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from support.keeping import (
    OPENS,
    PAGES,
    Host,
    hosting,
    keep,
    kept,
    light,
    make_kept,
    press,
    publish,
    put,
    said,
    workers,
)
from support.patience import PATIENCE
from support.sites import Shared

UNDER = "books/c/"
LOOK = """url => {
    const look = async () => {
        window.keptText = await (await caches.match(url))?.text();
        requestAnimationFrame(look);
    };
    void look();
}"""
LATE = "sources/"  # a page that is fetched when some are here and some are not


@pytest.fixture
def site_folder(shared: Shared) -> Path:
    """A small book: each test keeps it anew, and test_offline.py the whole one."""
    return shared.folder(shared.site("kept", make_kept))


@pytest.fixture
def host(site_folder: Path, tmp_path: Path) -> Iterator[Host]:
    """A host with the book in a folder of it, and room beside."""
    light(site_folder, tmp_path / UNDER)
    with hosting(tmp_path) as made:
        yield made


@pytest.fixture
def book(host: Host) -> str:
    """The address of the book."""
    return host.address + UNDER


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that has kept nothing yet."""
    made = browser.new_context()
    yield made
    made.close()


def is_kept(page: Page, address: str, text: str) -> None:
    """Wait until a file is kept with this text."""
    page.evaluate(LOOK, address)
    page.wait_for_function("(text) => window.keptText === text", arg=text)


def test_a_look_at_the_page_leaves_nothing_behind(context: BrowserContext, book: str) -> None:
    page = context.new_page()
    page.goto(book + "offline/")
    expect(page.get_by_role("button", name="Keep this book offline")).to_be_visible()
    assert kept(page) == []


def test_a_page_of_another_build_is_read_and_not_mixed_with_the_kept_ones(
    context: BrowserContext, host: Host, book: str
) -> None:
    page = context.new_page()
    keep(page, book)
    publish(host.folder / UNDER, "Second")
    page.goto(book + "volatile/")
    expect(page.locator("h1")).to_contain_text("Second")

    host.off = True
    missing: list[str] = []
    page.on("requestfailed", lambda one: missing.append(one.url))
    page.goto(book + "volatile/")
    expect(page.locator("h1")).not_to_contain_text("Second")
    page.get_by_role("button", name="Step through").first.click()
    expect(page.locator(".cw-steps__status").first).to_contain_text("1 of")
    assert missing == []
    page.goto(book + "offline/")
    expect(said(page)).to_contain_text(OPENS)

    host.off = False
    page.reload()
    press(page, "Fetch what has changed")
    expect(said(page)).to_contain_text(OPENS)
    host.off = True
    page.goto(book + "slicing/")
    expect(page.locator("h1")).to_contain_text("Second")


def test_a_renewal_that_is_cut_off_leaves_the_old_book_whole(
    context: BrowserContext, host: Host, book: str
) -> None:
    page = context.new_page()
    keep(page, book)
    publish(host.folder / UNDER, "Second")
    page.goto(book + "offline/")
    host.hold(LATE)
    press(page, "Fetch what has changed")
    assert host.asked.wait(PATIENCE)
    host.cut()
    expect(said(page)).to_contain_text("the site could not be reached")
    page.goto(book + "slicing/")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("h1")).not_to_contain_text("Second")

    host.off = False
    host.release()
    page.goto(book + "offline/")
    press(page, "Fetch what has changed")
    expect(said(page)).to_contain_text(OPENS)
    assert [url for url in kept(page) if "staged" in url] == []


def test_what_a_closed_tab_left_behind_is_fetched_to_its_end_or_removed(
    context: BrowserContext, host: Host, book: str
) -> None:
    first = context.new_page()
    first.goto(book + "offline/")
    host.hold(LATE)
    press(first, "Keep this book offline")
    assert host.asked.wait(PATIENCE)
    first.close()
    host.release()

    page = context.new_page()
    page.goto(book + "offline/")
    expect(said(page)).to_contain_text("A part of this book is on this device.")
    press(page, "Remove it")
    expect(page.get_by_role("button", name="Keep this book offline")).to_be_focused()
    assert kept(page) == []
    assert workers(page) == 0


def test_two_tabs_do_not_fetch_at_the_same_time(
    context: BrowserContext, host: Host, book: str
) -> None:
    first, second = context.new_page(), context.new_page()
    first.goto(book + "offline/")
    host.hold(LATE)
    press(first, "Keep this book offline")
    assert host.asked.wait(PATIENCE)
    second.goto(book + "offline/")
    expect(said(second)).to_contain_text("Another tab is fetching this book")
    expect(second.get_by_role("button", name="Remove it")).to_have_count(0)
    host.release()
    for page in (first, second):
        expect(said(page)).to_contain_text(OPENS)


def test_a_full_device_is_named_and_another_try_succeeds(
    context: BrowserContext, host: Host, book: str
) -> None:
    page = context.new_page()
    page.goto(book + "offline/")
    session = context.new_cdp_session(page)
    origin = host.address.rstrip("/")
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 1_000_000})
    press(page, "Keep this book offline")
    expect(said(page)).to_contain_text("this device has no room for it")
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin})
    press(page, "Try again")
    expect(said(page)).to_contain_text(OPENS)


def test_what_a_program_has_left_here_is_a_part_of_the_book_and_can_be_removed(
    context: BrowserContext, book: str
) -> None:
    page = context.new_page()
    page.goto(book)
    page.evaluate(
        "async (url) => (await caches.open('workbook-files /books/c/')).put(url, new Response())",
        f"{book}assets/build/llvm.core-0123456789.wasm.gz",
    )
    page.goto(book + "offline/")
    expect(said(page)).to_contain_text("A part of this book is on this device.")
    press(page, "Remove it")
    expect(said(page)).to_contain_text("This book is not on this device.")
    assert kept(page) == []


def test_a_book_above_another_one_of_the_same_host_leaves_that_alone(
    context: BrowserContext, host: Host, book: str, site_folder: Path
) -> None:
    above = host.address + "books/"
    light(site_folder, host.folder / "books")
    page = context.new_page()
    keep(page, book)
    keep(page, above)
    press(page, "Remove it")
    expect(page.get_by_role("button", name="Keep this book offline")).to_be_visible()
    assert workers(page) == 1
    host.off = True
    page.goto(book + "slicing/")
    expect(page.locator("h1")).to_be_visible()
    assert all(url.startswith((book, "workbook-")) for url in kept(page))


def test_a_removed_book_is_not_kept_again_by_what_is_read_afterwards(
    context: BrowserContext, host: Host, book: str
) -> None:
    page = context.new_page()
    keep(page, book)
    publish(host.folder / UNDER, "Second")  # scripts that nobody has fetched yet
    press(page, "Remove it")
    expect(page.get_by_role("button", name="Keep this book offline")).to_be_visible()
    page.goto(book + "volatile/")
    expect(page.locator("h1")).to_contain_text("Second")
    assert kept(page) == []


def test_while_the_host_only_fails_the_kept_page_is_shown(
    context: BrowserContext, host: Host, book: str
) -> None:
    page = context.new_page()
    keep(page, book)
    host.failing = True
    answer = page.goto(book + "slicing/")
    assert answer is not None
    assert answer.status == 200
    expect(page.locator("h1")).to_be_visible()


def test_a_page_in_the_place_of_a_missing_script_is_not_kept_as_the_script(
    context: BrowserContext, host: Host, book: str
) -> None:
    page = context.new_page()
    keep(page, book)
    host.kind = True
    publish(host.folder / UNDER, "Second")
    (script,) = (host.folder / UNDER / "assets/build").glob("workbook-SECOND*.js")
    away = script.rename(script.with_suffix(".gone"))
    with page.expect_response(f"**/{script.name}") as answer:
        page.goto(book + "volatile/")
    assert answer.value.header_value("Content-Type") == "text/html; charset=utf-8"
    expect(page.locator("h1")).to_contain_text("Second")

    away.rename(script)
    page.reload()
    page.get_by_role("button", name="Step through").first.click()
    expect(page.locator(".cw-steps__status").first).to_contain_text("1 of")
    is_kept(page, f"{book}assets/build/{script.name}", script.read_text(encoding="utf-8"))


def test_a_script_that_is_not_the_builds_is_run_and_not_kept(
    context: BrowserContext, host: Host, book: str
) -> None:
    page = context.new_page()
    keep(page, book)
    publish(host.folder / UNDER, "Second")
    (script,) = (host.folder / UNDER / "assets/build").glob("workbook-SECOND*.js")
    text = script.read_text(encoding="utf-8")
    put(script, f"{text}//")
    page.goto(book + "volatile/")
    page.get_by_role("button", name="Step through").first.click()
    put(script, text)
    page.reload()
    is_kept(page, f"{book}assets/build/{script.name}", text)


@pytest.mark.parametrize(
    ("missing", "says"),
    [
        ("assets/build/workbook-*.js", "is missing: something else came in its place."),
        ("volatile/index.html", "is missing: something else came in its place."),
        ("sitemap.xml", "is missing: something else came in its place."),
    ],
)
def test_a_host_that_sends_a_page_for_what_is_missing_makes_no_book_of_it(
    context: BrowserContext, host: Host, book: str, missing: str, says: str
) -> None:
    page = context.new_page()
    page.goto(book + "offline/")
    expect(page.get_by_role("button", name="Keep this book offline")).to_be_visible()
    host.kind = True
    (file,) = (host.folder / UNDER).glob(missing)
    away = file.rename(file.with_name("away"))
    press(page, "Keep this book offline")
    expect(said(page)).to_contain_text(says)
    away.rename(file)
    press(page, "Try again")
    expect(said(page)).to_contain_text(OPENS)


def test_a_file_that_is_not_the_builds_is_not_kept(
    context: BrowserContext, host: Host, book: str
) -> None:
    page = context.new_page()
    page.goto(book + "offline/")
    (file,) = (host.folder / UNDER / "assets/build").glob("workbook-*.css")
    text = file.read_text(encoding="utf-8")
    put(file, f"{text} ")
    press(page, "Keep this book offline")
    expect(said(page)).to_contain_text("did not arrive as it was built.")
    put(file, text)
    press(page, "Try again")
    expect(said(page)).to_contain_text(OPENS)


def test_a_new_service_worker_finds_what_the_old_one_kept(
    context: BrowserContext, host: Host, book: str
) -> None:
    page = context.new_page()
    keep(page, book)
    worker = host.folder / UNDER / "offline.js"
    text = worker.read_text(encoding="utf-8")
    worker.unlink()
    worker.write_text(f"{text}\n// another one\n", encoding="utf-8")
    changed = page.evaluate(
        """() => new Promise((resolve) => {
            navigator.serviceWorker.addEventListener("controllerchange", () => resolve(true));
            void navigator.serviceWorker.getRegistration().then((one) => one.update());
        })"""
    )
    assert changed is True
    host.off = True
    page.goto(book + "slicing/")
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize(
    ("forbidden", "says"),
    [
        ("delete Navigator.prototype.serviceWorker", "not in a private window"),
        (
            "CacheStorage.prototype.match = () => Promise.reject(new Error('refused'))",
            "was told to keep nothing",
        ),
    ],
)
def test_a_browser_that_may_keep_nothing_says_so(
    context: BrowserContext, book: str, forbidden: str, says: str
) -> None:
    context.add_init_script(forbidden)
    page = context.new_page()
    page.goto(book + "offline/")
    expect(said(page)).to_contain_text(says)
    expect(page.locator(".cw-offline__offers button")).to_have_count(0)


def test_a_kept_book_is_renewed_and_removed(context: BrowserContext, host: Host, book: str) -> None:
    page = context.new_page()
    keep(page, book)
    for name, old, new in (
        ("volatile/index.html", r"(<h1[^>]*>)", r"\1Renewed: "),
        ("search/search_index.json", "loop", "Loop"),
    ):
        file = host.folder / UNDER / name
        put(file, re.sub(old, new, file.read_text(encoding="utf-8")))
    # With a network a page is what the site has now.
    page.goto(book + "volatile/")
    expect(page.locator("h1")).to_contain_text("Renewed")

    page.goto(book + "offline/")
    press(page, "Fetch what has changed")
    expect(said(page)).to_contain_text(OPENS)

    assert len(kept(page)) > len(PAGES)
    page.get_by_role("button", name="Remove it").press("Enter")
    expect(page.get_by_role("button", name=re.compile("Keep this book"))).to_be_focused()
    assert kept(page) == []
    assert workers(page) == 0


def test_a_download_that_was_cut_off_says_so_and_goes_on(
    context: BrowserContext, host: Host, book: str
) -> None:
    page = context.new_page()
    font = next((host.folder / UNDER / "assets/build/fonts").glob("*.woff2"))
    font.rename(font.with_suffix(".gone"))
    page.goto(book + "offline/")
    press(page, "Keep this book")
    expect(said(page)).to_contain_text("Not everything was fetched")
    font.with_suffix(".gone").rename(font)
    press(page, "Try again")
    expect(said(page)).to_contain_text(OPENS)
