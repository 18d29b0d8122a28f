"""Takes the README's picture of the book: its home page, as Chromium shows the built site."""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright

HOUSE = Path(__file__).resolve().parents[1]
PICTURE = HOUSE / "tools" / "screenshot.png"
CHROMIUM = "/usr/bin/chromium"
WIDTH, HEIGHT = 1280, 800  # CSS pixels; wide enough for the chapters' tabs


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without a word about each."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 # the base class's name
        """Says nothing."""


def take(page_path: str) -> None:
    """Writes the picture of one page of site/, in the light colours, to docs/assets."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(HOUSE / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(
            viewport={"width": WIDTH, "height": HEIGHT},
            color_scheme="light",
            reduced_motion="reduce",
        )
        page.goto(f"http://127.0.0.1:{server.server_port}/{page_path}", wait_until="networkidle")
        page.screenshot(path=PICTURE)
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    take("")
