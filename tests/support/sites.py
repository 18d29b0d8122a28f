"""Builds the book with either engine in a folder of its own, and serves what came out."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from fcntl import LOCK_EX, flock
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from support.patience import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
ENGINES = ("mkdocs", "zensical")

Make = Callable[[Path, str], None]
"""Puts a site into `site` of a folder, to be served at an address."""


@dataclass(frozen=True, slots=True)
class Shared:
    """The sites that all workers of a run share; each is served before it is made."""

    places: Mapping[str, tuple[str, str]]
    """The folder, whose `site` is served, and the address of each, by name."""

    def site(self, name: str, make: Make) -> str:
        """The address of a site, made by whoever asks first; the others wait for it."""
        folder, address = self.places[name]
        made = Path(folder) / "made"
        with made.with_suffix(".lock").open("w") as lock:
            flock(lock, LOCK_EX)
            if not made.exists():
                made.write_text(f"the site {name} was not made: see the test that asked first")
                make(Path(folder), address)
                made.write_text("")
        if failure := made.read_text():
            raise RuntimeError(failure)
        return address

    def folder(self, address: str) -> Path:
        """The folder that is served at an address."""
        (found,) = (folder for folder, where in self.places.values() if where == address)
        return Path(found) / "site"


def paths(site: Path) -> list[str]:
    """The addresses of a built site's pages, as its sitemap has them, from its own address on."""
    found = re.findall(r"<loc>(.*?)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))
    top = min(found, key=len)  # the home page
    return [address.removeprefix(top) for address in found]


def book(folder: Path) -> Path:
    """Copy what the site is built from into `folder`, and return it."""
    for name in ("docs", "exercises", "overrides", "snippets"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for record in ("tests/headers/record.json", "benchmarks/record.json"):  # for proof.md
        (folder / record).parent.mkdir(parents=True)
        shutil.copy(ROOT / record, folder / record)
    return folder


def small_book(folder: Path, pages: dict[str, str]) -> Path:
    """Make a book of a few pages with the real book's configuration, and return its folder."""
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    # Without a navigation every page is built; the real one names pages that are not here.
    config = re.sub(r"^nav:\n(?: .*\n)*", "", config, flags=re.MULTILINE)
    config = re.sub(r"^  - docs/.*\.toml\n", "", config, flags=re.MULTILINE)  # to be watched
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    for name in ("snippets", "exercises"):
        (folder / name).mkdir()
    for name, text in pages.items():
        path = folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def make_book(engine: str, folder: Path, address: str) -> None:
    """Build the whole book with one engine in `folder`, to be served at `address`."""
    built(engine, book(folder), address)


def built(engine: str, folder: Path, address: str) -> None:
    """Build the book in `folder` as `build` does; what the engine said fails the test."""
    result = build(engine, folder, address)
    assert result.returncode == 0, result.stdout + result.stderr


def build(
    engine: str, folder: Path, address: str = "http://127.0.0.1:8000/"
) -> subprocess.CompletedProcess[str]:
    """Build the book in `folder` with one engine, to be served at `address` from `site` in it."""
    command = [sys.executable, "-m", engine, "build", "--strict"]
    return subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "WORKBOOK_URL": address},
    )


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files and logs nothing."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder as plain static files, and give the address with a slash at its end."""
    handler = partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()
