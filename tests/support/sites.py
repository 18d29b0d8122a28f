"""Builds the book with either engine in a folder of its own, and serves what came out."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

ROOT = Path(__file__).resolve().parents[2]
ENGINES = ("mkdocs", "zensical")


def book(folder: Path) -> Path:
    """Copy what the site is built from into `folder`, and return it."""
    for name in ("docs", "overrides", "snippets"):
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
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    (folder / "snippets").mkdir()
    for name, text in pages.items():
        path = folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


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
        timeout=120,
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
