"""What the pages' Workers reach on a host that sends no headers: nothing but the page."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from support.explaining import Bench
from support.programs import BUILT, opened
from support.watching import watched
from support.workers import Workers, workers_of

# To other hosts, to what the browser keeps, to scripts of others and to those made of texts.
EXITS = """
    fetch XMLHttpRequest WebSocket WebSocketStream WebTransport EventSource BroadcastChannel
    FontFace fonts indexedDB caches webkitRequestFileSystem webkitRequestFileSystemSync
    importScripts Worker SharedWorker eval setTimeout setInterval
""".split()
LOOK = """(() => {
    const found = [];
    const chain = (one) => one === null ? [] : [one, ...chain(Object.getPrototypeOf(one))];
    for (const one of chain(self)) {
        found.push(...EXITS.filter((name) => Object.hasOwn(one, name) || self[name] !== undefined));
    }
    for (const name of ["storage", "storageBuckets", "locks", "serviceWorker", "permissions"]) {
        if (self.navigator?.[name] !== undefined) found.push(`navigator.${name}`);
    }
    const kinds = [() => 0, async () => 0, function* () {}, async function* () {}];
    for (const make of [self.Function, ...kinds.map((one) => one.constructor)]) {
        try { found.push(`made: ${make("return 7")}`); } catch {}
    }
    return { found, links: chain(self).length };
})()""".replace("EXITS", json.dumps(EXITS))

ASK = """url => new Promise((resolve) => {
    const worker = new Worker(url, { type: "module" });
    window.kept = worker;
    worker.addEventListener("message", ({ data }) => resolve(data));
    worker.postMessage({ wasm: new Uint8Array(), args: [], stdin: "", files: {} });
})"""


def open_exits(workers: Workers, script: str) -> list[str]:
    """The exits that are open in a Worker."""
    found: dict[str, Any] = workers.evaluate(script, LOOK)
    assert found["links"] >= 3  # the Worker's own, what all Workers have, what all objects have
    return list(found["found"])


@pytest.fixture
def program_worker(browser: Browser, programs: str) -> Iterator[Workers]:
    """A program's Worker that has answered to a program which is none, and stays."""
    name = json.loads(BUILT.read_text(encoding="utf-8"))["entries"]["program-worker.js"]
    with watched(browser, programs) as page, workers_of(page) as workers:
        page.goto(programs)
        told = page.evaluate(ASK, f"{programs}assets/build/{name}")
        assert told["kind"] == "ended"
        yield workers


def test_a_programs_worker_has_closed_its_exits(program_worker: Workers) -> None:
    assert open_exits(program_worker, "program-worker") == []


@pytest.mark.parametrize("what", ["fetch('/')", "new WebSocket('ws://127.0.0.1:9/')", "eval('1')"])
def test_whoever_asks_for_an_exit_by_its_name_finds_none(
    program_worker: Workers, what: str
) -> None:
    tried = f"(() => {{ try {{ {what}; return 'found'; }} catch (e) {{ return e.name; }} }})()"
    assert program_worker.evaluate("program-worker", tried) == "ReferenceError"


def test_the_compiler_that_writes_assembly_closes_its_exits_too(
    browser: Browser, programs: str
) -> None:
    with watched(browser, programs) as page, workers_of(page) as workers:
        page.goto(programs)
        one = opened(page, "poll.c")
        one.view("Assembly")
        one.figure.get_by_role("button", name="Fetch it").click()
        expect(one.figure.locator(".cw-asm__run").first).to_be_visible()
        assert open_exits(workers, "assembler-worker") == []


def test_python_and_the_compiler_close_their_exits_before_they_answer(
    browser: Browser, explainer: str
) -> None:
    with watched(browser, explainer) as page, workers_of(page) as workers:
        page.goto(explainer + "explainer/")
        bench = Bench(page, explainer)
        bench.write("int x;")
        expect(bench.prose).to_have_text("x is an int")
        assert open_exits(workers, "python-worker") == []
        page.get_by_role("button", name="Ask clang").click()
        expect(page.locator(".cwx-verdict")).to_contain_text("clang agrees")
        assert open_exits(workers, "clang-worker") == []
        bench.write("char *(*f)(int);")  # both still work
        expect(bench.prose).to_contain_text("f is a pointer to a function")
        expect(page.locator(".cwx-verdict")).to_contain_text("clang agrees: f")
