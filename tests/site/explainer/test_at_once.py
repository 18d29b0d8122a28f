"""Python at a later visit: it starts by itself, from the memory of an earlier start."""

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from support.explaining import Bench
from support.visits import CHANGES_IN_PLACE, FOLLOW
from support.watching import watched

PARTS = re.compile(
    r"/(?:pyodide|python_stdlib|cexplain|pycparser)[\w.]*-\w+\.(?:wasm\.gz|zip|whl)$"
)
"""The addresses of what Python and the engine are made of."""

# What is kept of Python: names without hashes, sizes in megabytes.
KEPT = """async () => {
    const found = {};
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const { url } of await cache.keys()) {
            const short = url.split("/").at(-1).replace(/-\\w{8,10}(?=\\.)/, "");
            const { size } = await (await cache.match(url)).blob();
            found[short] = Math.round(size / 1e6);
        }
    }
    return found;
}"""
MEMORY = "python-worker.js?memory"

BREAK = """async () => {
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const { url } of await cache.keys()) {
            if (url.endsWith("?memory")) await cache.put(url, new Response("none"));
        }
    }
}"""
# Of a book before this one.
OLDER = """async () => {
    const [name] = await caches.keys();
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) if (url.endsWith("?memory")) await cache.delete(url);
    await cache.put("/python-worker-OLDEROLD.js?memory", new Response("old"));
}"""


def asked(context: BrowserContext) -> list[str]:
    """The parts that a browser asks for from now on."""
    found: list[str] = []
    context.on("request", lambda sent: found.append(sent.url) if PARTS.search(sent.url) else None)
    return found


def first_visit(page: Page, site: str) -> Bench:
    """Come for the first time, and ask for something."""
    page.goto(site + "explainer/")
    bench = Bench(page, site)
    bench.write("int x;")
    expect(bench.prose).to_have_text("x is an int")
    return bench


def later_visit(page: Page, site: str) -> Bench:
    """Come again, as from elsewhere, and wait until what was typed then is there."""
    page.goto("about:blank")
    page.goto(site + "explainer/")
    bench = Bench(page, site)
    expect(bench.input).to_have_value("int x;")
    return bench


def test_a_later_visit_starts_python_by_itself_from_what_is_kept(
    browser: Browser, site: str
) -> None:
    with watched(browser, site, "about:") as page:
        fetched = asked(page.context)
        first_visit(page, site)
        assert len(fetched) == 4
        found = page.evaluate(KEPT)
        assert found["pyodide.asm.wasm.gz"] >= 9  # as it is used, not as it came
        assert found[MEMORY] >= 30

        fetched.clear()
        bench = later_visit(page, site)
        bench.wait_for_python()
        expect(bench.input).not_to_be_focused()
        # Whoever did nothing hears nothing.
        expect(bench.root.locator(".cwx-loading__text")).to_have_attribute("aria-live", "off")
        bench.write("char *(*f)(int);")
        expect(bench.prose).to_contain_text("f is a pointer to a function taking an int")
        bench.choose("English to C")
        expect(bench.input).to_have_value(re.compile("pointer"))
        assert fetched == []
        assert page.evaluate(KEPT) == found


@pytest.mark.parametrize("trouble", [BREAK, OLDER], ids=["broken", "older"])
def test_memory_that_is_of_no_use_is_replaced(browser: Browser, site: str, trouble: str) -> None:
    with watched(browser, site, "about:") as page:
        first_visit(page, site)
        found = page.evaluate(KEPT)
        page.evaluate(trouble)
        bench = later_visit(page, site)
        bench.write("int *p;")
        expect(bench.prose).to_have_text("p is a pointer to int")
        assert page.evaluate(KEPT) == found


def test_python_goes_along_to_the_next_page(browser: Browser, site: str) -> None:
    with watched(browser, site) as page:
        started: list[str] = []
        page.on("worker", lambda one: started.append(one.url))
        bench = first_visit(page, site)
        page.wait_for_function(CHANGES_IN_PLACE)
        page.evaluate(FOLLOW, site + "chapter/")
        expect(page.get_by_role("heading", name="Chapter")).to_be_visible()
        page.evaluate(FOLLOW, site + "explainer/")
        bench.wait_for_python()
        expect(bench.input).to_have_value("int x;")  # and so is what was typed
        bench.write("int y;")
        expect(bench.prose).to_have_text("y is an int")
        assert sum("python-worker" in url for url in started) == 1
