"""Prints the built site as one PDF: `make pdf`, or `tools/print_book.py SITE FILE [PATH]...`.

Chromium makes one document of all pages and prints it twice: where each page begins is known
only from the first print, and stands in the second one's table of contents.
"""

import io
import re
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from posixpath import normpath

from playwright.sync_api import Page, sync_playwright
from pypdf import PdfReader

HERE = Path(__file__).parent
CHROMIUM = "/usr/bin/chromium"
FOOTER = (
    '<div style="width:100%;font:8px sans-serif;text-align:center;color:#52606b">'
    '<span class="pageNumber"></span></div>'
)
MARGIN = {"top": "18mm", "bottom": "18mm", "left": "17mm", "right": "17mm"}


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files without a word about each."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 # the base class's name
        """Say nothing."""


class _Links(HTMLParser):
    """The addresses within the navigation of a page, in their order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a link of the navigation."""
        of = dict(attrs)
        if tag == "a" and "md-nav__link" in (of.get("class") or "") and "href" in of:
            self.found.append(of["href"] or "")


def paths(site: Path) -> list[str]:
    """Return the paths of all pages, in the order of the navigation.

    A page that is not in it follows those of its folder, or stands at the end.
    """
    home = (site / "index.html").read_text(encoding="utf-8")
    # The home page has every link of the navigation, relative to itself.
    links = [link for link in _Links(home).found if not re.match(r"[a-z]+:|#.|/", link)]
    order = list(dict.fromkeys("" if link in {"", ".", "./"} else _clean(link) for link in links))
    every = sorted(
        str(file.parent.relative_to(site)).removeprefix(".") + "/"
        for file in site.rglob("index.html")
    )
    for path in (each.removeprefix("/") for each in every):
        if path not in order:
            folder = path.split("/")[0] + "/"
            beside = [n for n, each in enumerate(order) if each.startswith(folder)]
            order.insert(beside[-1] + 1 if beside else len(order), path)
    return order


def _clean(link: str) -> str:
    """Return a relative link as a path below the site, with a slash at its end."""
    return normpath(link.partition("#")[0]).removeprefix("./").rstrip("/") + "/"


@contextmanager
def _served(site: Path) -> Iterator[str]:
    """Serve the site while it is printed, and give its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def _printed(page: Page) -> bytes:
    """Return the document as a PDF with an outline."""
    return page.pdf(
        format="A4",
        margin=MARGIN,  # type: ignore[arg-type] # a dict of these four is what it takes
        display_header_footer=True,
        header_template="<span></span>",
        footer_template=FOOTER,
        print_background=True,
        outline=True,
        tagged=True,
    )


def _numbers(pdf: bytes) -> dict[str, int]:
    """Return the number of the page on which each named place lies, from 1."""
    reader = PdfReader(io.BytesIO(pdf))
    places = {}
    for name, destination in reader.named_destinations.items():
        number = reader.get_destination_page_number(destination)
        if number is not None:
            places[name.removeprefix("/")] = number + 1
    return places


def book(site: Path, chosen: Sequence[str] = ()) -> bytes:
    """Return the PDF of the built site, or of the `chosen` paths in it, the home page first.

    Raises what Playwright raises when Chromium cannot do it.
    """
    with _served(site) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        # Its own style sheet is put in from outside, and no script of the pages shall run.
        page = browser.new_page(bypass_csp=True, color_scheme="light")
        page.set_default_timeout(0)  # a whole book takes its time on a busy machine
        page.route("**/*.js", lambda route: route.abort())
        page.goto(base)
        page.add_style_tag(path=HERE / "print_book.css")
        pages = page.evaluate(
            (HERE / "print_book.js").read_text(encoding="utf-8"),
            {"base": base, "paths": ["", *chosen] if chosen else paths(site)},
        )
        numbers = _numbers(_printed(page))
        page.evaluate(
            "numbers => document.querySelectorAll('.book-number').forEach("
            "(place, n) => { place.textContent = numbers[n]; })",
            [str(numbers.get(each["id"], "")) for each in pages],
        )
        made = _printed(page)
        browser.close()
    return made


def main(arguments: Sequence[str]) -> int:
    """Write the PDF of a built site, or of some of its pages; return 2 for wrong arguments."""
    if len(arguments) < 2:
        print("usage: python tools/print_book.py SITE FILE [PATH]...", file=sys.stderr)
        return 2
    site, file = Path(arguments[0]), Path(arguments[1])
    file.parent.mkdir(parents=True, exist_ok=True)
    pdf = book(site, arguments[2:])
    file.write_bytes(pdf)
    print(f"{file}: {len(PdfReader(io.BytesIO(pdf)).pages)} pages, {len(pdf) / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
