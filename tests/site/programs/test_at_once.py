"""A later visit starts from what the first one kept; nothing is fetched to be ready early."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, Worker, expect

from support.programs import Desk, figure_of, opened
from support.visits import CHANGES_IN_PLACE, FOLLOW
from support.watching import complaints_about, none_of

LARGE = re.compile(r"/llvm[\w.-]+-\w+\.(?:wasm|tar)(?:\.gz)?$")
"""The addresses of what the compiler is made of, its script apart."""

PACKED = 23_000_000
"""Bytes of the largest file as it comes; as it is used it has three times as many."""

# Each kept file: its name without the hash, its type, its first bytes.
KEPT = """async () => {
    const found = [];
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const { url } of await cache.keys()) {
            const one = await cache.match(url);
            const bytes = new Uint8Array((await one.arrayBuffer()).slice(0, 4));
            const short = url.split("/").at(-1).replace(/-\\w{8,10}(?=\\.)/, "");
            found.push([short, one.headers.get("Content-Type"), [...bytes]]);
        }
    }
    return found.sort();
}"""
WASM = [0, *b"asm"]
GZIP = [0x1F, 0x8B]

BREAK = """async () => {
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const { url } of await cache.keys()) {
            if (!url.includes("/llvm.core-")) continue;
            const { headers } = await cache.match(url);
            const broken = new Uint8Array([0, 97, 115, 109, 9, 9, 9, 9]);
            await cache.put(url, new Response(broken, { headers }));
        }
    }
}"""

FORBIDDEN = """CacheStorage.prototype.open = () =>
    Promise.reject(new DOMException("no", "SecurityError"));
"""


class Visitor:
    """A browser that has kept nothing yet, and what it asked the site for."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.address = address
        self.page = context.new_page()
        self._asked: list[str] = []
        self.started: list[str] = []
        context.on("request", lambda sent: self._asked.append(sent.url))
        self.page.on("worker", self._start)

    def _start(self, worker: Worker) -> None:
        """Remember a Worker by its script."""
        self.started.append(worker.url.rsplit("/", 1)[-1].split("-")[0])

    def visit(self, path: str = "") -> Page:
        """Come to a page as if from elsewhere: no Worker is left."""
        self.page.goto("about:blank")
        self._asked.clear()
        self.started.clear()
        self.page.goto(self.address + path)
        return self.page

    @property
    def fetched(self) -> list[str]:
        """The large files that were asked for since then."""
        return [url for url in self._asked if LARGE.search(url)]


@pytest.fixture
def context(browser: Browser, programs: str) -> Iterator[BrowserContext]:
    """A browser of its own, whose pages do nothing wrong."""
    made = browser.new_context()
    complaints = complaints_about(made, programs, "about:")
    yield made
    made.close()
    none_of(complaints)


@pytest.fixture
def visitor(context: BrowserContext, programs: str) -> Visitor:
    """A reader who comes for the first time."""
    return Visitor(context, programs)


def hello(page: Page) -> Desk:
    """The shortest program of the page."""
    return figure_of(page, "hello.c")


def runs(page: Page) -> None:
    """Run it, and see it run."""
    assert "Exit status 0" in hello(page).run()


def kept(page: Page) -> dict[str, tuple[str | None, list[int]]]:
    """The type and the first bytes of each kept file; each is kept once."""
    found = page.evaluate(KEPT)
    assert len({name for name, *_ in found}) == len(found)
    return {name: (kind, start) for name, kind, start in found}


def full(page: Page, most: int) -> None:
    """Leave the browser this many bytes of room."""
    session = page.context.new_cdp_session(page)
    origin = page.evaluate("origin")
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": most})


def test_a_later_visit_compiles_what_the_first_one_kept_unpacked(visitor: Visitor) -> None:
    runs(visitor.visit())
    assert len(visitor.fetched) == 5
    found = kept(visitor.page)
    assert found["llvm.core.wasm.gz"] == ("application/wasm", WASM)
    assert found["llvm.core4.wasm"] == ("application/wasm", WASM)
    assert found["llvm-resources.tar.gz"][1][:2] != GZIP

    runs(visitor.visit())
    assert visitor.fetched == []

    # That it is the kept one which is compiled shows where it is broken: then it is fetched again.
    page = visitor.visit()
    page.evaluate(BREAK)
    hello(page).go.hover()  # starts it, in vain
    runs(page)
    assert len(visitor.fetched) == 5
    assert kept(page) == found


def test_what_lies_packed_is_unpacked_at_its_first_use(visitor: Visitor) -> None:
    page = visitor.visit()
    full(page, 2 * PACKED)
    runs(page)
    assert kept(page)["llvm.core.wasm.gz"][1][:2] == GZIP
    full(page, 20 * PACKED)
    runs(visitor.visit())
    assert visitor.fetched == []
    assert kept(visitor.page)["llvm.core.wasm.gz"] == ("application/wasm", WASM)


def test_a_full_device_costs_nothing_but_time(visitor: Visitor) -> None:
    for _ in range(2):
        page = visitor.visit()
        full(page, 100_000)
        runs(page)
        assert any("/llvm.core-" in url for url in visitor.fetched)
    assert "llvm.core.wasm.gz" not in kept(visitor.page)


def test_a_store_that_is_forbidden_costs_nothing_but_time(visitor: Visitor) -> None:
    def forbid(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=FORBIDDEN + answer.text())

    visitor.page.route("**/clang-worker-*.js", forbid)
    runs(visitor.visit())
    assert kept(visitor.page) == {}
    assert len(visitor.fetched) == 5


def test_whoever_is_about_to_run_finds_the_compiler_ready_but_nothing_is_fetched_unasked(
    visitor: Visitor,
) -> None:
    ready = visitor.page.locator("html[data-cw-ready]")
    page = visitor.visit()
    one = opened(page, "hello.c")
    one.go.hover()
    one.go.focus()
    said = one.menu().locator(".cw-menu__said")
    expect(said).to_have_text("The compiler is fetched with the first run: 25 MB, once.")
    expect(ready).to_have_count(0)
    assert visitor.fetched == []
    runs(page)
    expect(ready).to_have_count(1)

    page = visitor.visit()
    expect(ready).to_have_count(0)
    hello(page).go.hover()
    expect(ready).to_have_count(1)
    expect(hello(page).menu().locator(".cw-menu__said")).to_have_text("The compiler is ready.")
    expect(hello(page).sheet).to_be_hidden()  # nothing is said that nobody asked for
    runs(page)
    assert visitor.fetched == []
    assert visitor.started.count("clang") == 1


@pytest.mark.parametrize("sign", ["focus", "edit"])
def test_keyboard_and_editor_make_it_ready_too(visitor: Visitor, sign: str) -> None:
    runs(visitor.visit())
    page = visitor.visit()
    if sign == "focus":
        hello(page).go.focus()
    else:
        page.locator(".cw-evidence[data-snippet='hello.c'] .cw-program > pre").click()
        expect(hello(page).editor).to_be_focused()
    expect(page.locator("html[data-cw-ready]")).to_have_count(1)


def test_the_compiler_goes_along_to_the_next_page_and_what_was_typed_is_there_on_the_way_back(
    visitor: Visitor,
) -> None:
    page = visitor.visit()
    page.wait_for_function(CHANGES_IN_PLACE)
    one = opened(page, "hello.c")
    one.write('#include <stdio.h>\nint main(void) { puts("mine"); }\n')
    assert "mine" in one.run()
    page.evaluate(FOLLOW, visitor.address + "other/")
    expect(page.locator("h1")).to_contain_text("Another page")
    expect(page.locator("html[data-cw-ready]")).to_have_count(1)
    other = figure_of(page, "marked.c")
    assert "Exit status 0" in other.run()
    page.go_back()
    expect(hello(page).editor).to_contain_text("mine")
    assert "mine" in hello(page).run()
    assert visitor.started.count("clang") == 1
    assert len(visitor.fetched) == 5
