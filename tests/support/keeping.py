"""A host of books that readers keep: it can be cut off, fail, hold files back, publish anew."""

import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

from playwright.sync_api import Locator, Page, expect

from support.patience import PATIENCE
from support.sites import ROOT, built, small_book

OPENS = "It opens without a network"


class Host:
    """A folder on a server of this machine, with what may go wrong with it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.address = ""  # a slash at its end
        self.off = False  # it takes requests, and hangs up
        self.failing = False  # each answer has status 503
        self.kind = False  # what is missing is answered with status 200 and some page
        self.held = ""  # of a path that holds these letters, the answer waits ...
        self.asked = Event()  # ... after it was asked for ...
        self.released = Event()  # ... until this

    def hold(self, letters: str) -> None:
        """Hold the files back whose paths hold these letters."""
        self.held = letters
        self.asked.clear()
        self.released.clear()

    def cut(self) -> None:
        """Take the host off the network, whoever waits for it."""
        self.off = True
        self.released.set()

    def release(self) -> None:
        """Hold nothing back any more."""
        self.held = ""
        self.released.set()


class _Answers(SimpleHTTPRequestHandler):
    """Serves the folder of a host in the state that it is in."""

    def __init__(self, *details: object, host: Host) -> None:
        self.host = host
        super().__init__(*details, directory=str(host.folder))  # type: ignore[arg-type] # handed through

    def do_GET(self) -> None:
        """Answer with the file, unless the host has another wish."""
        if self.host.held and self.host.held in self.path:
            self.host.asked.set()
            self.host.released.wait(PATIENCE)
        if self.host.off:
            return
        if self.host.failing:
            self.send_error(HTTPStatus.SERVICE_UNAVAILABLE)
            return
        if self.host.kind and not Path(self.translate_path(self.path)).exists():
            body = b"<!doctype html><title>Welcome</title><h1>Welcome</h1>"
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            return
        super().do_GET()

    def end_headers(self) -> None:
        """Have browsers ask again each time, as docs/hosting.md advises."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def hosting(folder: Path) -> Iterator[Host]:
    """Serve a folder by a host that tests can trouble."""
    host = Host(folder)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Answers, host=host)) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        host.address = f"http://127.0.0.1:{server.server_port}/"
        yield host
        host.cut()
        server.shutdown()
        thread.join()


# What the tests of troubles keep again and again: few pages, and more of them beside.
PAGES = {
    "index.md": "# Home\n",
    "volatile/index.md": '# volatile\n\n```c {explain="1"}\nint *p;\n```\n\nA loop.\n',
    "slicing/index.md": "# Slicing\n",
    "sources.md": "# Sources\n",
    **{f"more/{number}.md": f"# Page {number}\n" for number in range(20)},
}


def make_kept(folder: Path, address: str) -> None:
    """Build a book of a few pages, with the panel that keeps it, to be served at `address`."""
    panel = (ROOT / "docs/offline.md").read_text(encoding="utf-8")
    small_book(folder, {**PAGES, "offline.md": panel, "keeping.md": "# What is kept\n"})
    shutil.copytree(ROOT / "docs/assets", folder / "docs/assets")
    shutil.copy(ROOT / "docs/offline.js", folder / "docs")
    built("mkdocs", folder, address)


def light(site: Path, place: Path) -> Path:
    """Put a built book's copy into `place`, without Python and the compiler: it is kept often."""
    shutil.copytree(site, place, copy_function=os.link, dirs_exist_ok=True)
    manifest = place / "assets/build/manifest.json"
    told = json.loads(manifest.read_text(encoding="utf-8"))
    told["files"] = {name: one for name, one in told["files"].items() if one["group"] == "core"}
    put(manifest, json.dumps(told))
    return place


def put(file: Path, text: str) -> None:
    """Put another file in place of one that other sites share the content of, a second newer."""
    before = file.stat().st_mtime if file.exists() else 0
    file.unlink(missing_ok=True)
    file.write_text(text, encoding="utf-8")
    # HTTP's dates count seconds: what changed within one would count as what the browser has.
    newer = max(file.stat().st_mtime, before + 1)
    os.utime(file, (newer, newer))


def publish(book: Path, mark: str) -> None:
    """Publish another build: each page says `mark` and names a script that nobody has seen yet."""
    (script,) = (book / "assets/build").glob("workbook-*.js")
    name = f"workbook-{mark.upper():A<8}.js"
    text = f"{script.read_text(encoding='utf-8')}\n//{mark}\n"
    put(script.with_name(name), text)
    manifest = book / "assets/build/manifest.json"
    told = json.loads(manifest.read_text(encoding="utf-8"))
    content = text.encode()
    made = {"bytes": len(content), "sha256": sha256(content).hexdigest()}
    told["files"][name] = told["files"].pop(script.name) | made
    put(manifest, json.dumps(told))
    for file in book.rglob("*.html"):
        text = file.read_text(encoding="utf-8").replace(script.name, name)
        put(file, re.sub(r"(<h1[^>]*>)", rf"\g<1>{mark} ", text))
    index = book / "search/search_index.json"
    put(index, index.read_text(encoding="utf-8").replace('"text":"', f'"text":"{mark} ', 1))


def said(page: Page) -> Locator:
    """What the panel says."""
    return page.get_by_role("group", name="Keep this book offline").get_by_role("status")


def press(page: Page, name: str) -> None:
    """Press a button of the panel, by the beginning of its name."""
    page.get_by_role("button", name=re.compile(f"^{name}")).click()


def keep(page: Page, address: str) -> None:
    """Keep the book, by what a reader does."""
    page.goto(address + "offline/")
    press(page, "Keep this book offline")
    expect(said(page)).to_contain_text(OPENS)


def kept(page: Page) -> list[str]:
    """The addresses of all that the browser keeps of this host, and the names of empty caches."""
    found: list[str] = page.evaluate(
        """(async () => {
            const found = [];
            for (const name of await caches.keys()) {
                found.push(name, ...(await (await caches.open(name)).keys()).map(({ url }) => url));
            }
            return found;
        })()"""
    )
    return found


def workers(page: Page) -> int:
    """How many service workers this host has in the browser."""
    found: int = page.evaluate(
        "navigator.serviceWorker.getRegistrations().then((all) => all.length)"
    )
    return found
