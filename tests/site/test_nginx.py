"""The book on nginx, with the very lines of the page about hosting: Debian's own, below a path."""

import json
import re
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser, expect

from support.nginx import NGINX, UNDER, nginx
from support.programs import Desk
from support.sites import served
from support.visits import ONE_ENGINE
from support.watching import watched

FOR_EVER = "public, max-age=31536000, immutable"
# What build.mjs writes under a fixed name: what others ask for, and licences.
FIXED = {"cexplain.js", "licences.txt", "fonts/LICENSE.txt"}


class Host:
    """The address of the book on nginx, and what it answers."""

    def __init__(self, address: str, folder: Path) -> None:
        self.address = address
        self.folder = folder
        self._connection = HTTPConnection(urlsplit(address).netloc)

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
        """The answer to a path below the book, and its body."""
        self._connection.request(method, UNDER + quote(path), headers=headers)
        answer = self._connection.getresponse()
        return answer, answer.read()


@pytest.fixture
def host(site_folder: Path, tmp_path: Path) -> Iterator[Host]:
    """nginx, which serves the built book."""
    if not NGINX.exists():
        pytest.skip("the Debian package nginx is not unpacked: make debian")
    with nginx(site_folder, tmp_path) as address:
        yield Host(address, site_folder)


def test_for_ever_may_be_kept_what_carries_a_hash_and_nothing_else(host: Host) -> None:
    files = [str(one.relative_to(host.folder)) for one in host.folder.rglob("*") if one.is_file()]
    kept = {one for one in files if host.ask(one, "HEAD")[0].getheader("Cache-Control") == FOR_EVER}
    build = "assets/build/"
    manifest = json.loads((host.folder / build / "manifest.json").read_text(encoding="utf-8"))
    ours = {build + name for name in manifest["files"] if name not in FIXED}
    theirs = {
        one for one in files if re.search(r"/(javascripts|stylesheets)/.*\.\w{8}\.min\.", one)
    }
    assert len(theirs) >= 3
    assert kept == ours | theirs
    others = {host.ask(one, "HEAD")[0].getheader("Cache-Control") for one in set(files) - kept}
    assert others == {"no-cache"}
    assert {"offline.js", "sitemap.xml", "index.html"} <= set(files) - kept


def test_text_is_packed_on_its_way_and_what_is_packed_already_stays_as_it_is(host: Host) -> None:
    packed = {"Accept-Encoding": "gzip"}
    (style,) = host.folder.glob("assets/build/workbook-*.css")
    (module,) = host.folder.glob("assets/build/llvm.core2-*.wasm")
    for path in (
        "volatile/",
        "sitemap.xml",
        *(str(one.relative_to(host.folder)) for one in (style, module)),
    ):
        answer, _ = host.ask(path, **packed)
        assert answer.getheader("Content-Encoding") == "gzip", path
        assert answer.getheader("Vary") == "Accept-Encoding"
    (large,) = host.folder.glob("assets/build/llvm.core-*.gz")
    answer, body = host.ask(str(large.relative_to(host.folder)), **packed)
    assert answer.getheader("Content-Encoding") is None
    assert body == large.read_bytes()
    assert host.ask("offline.js", "HEAD")[0].getheader("Content-Type") == "application/javascript"


def test_what_is_not_there_is_the_books_own_page_and_is_not_kept(host: Host) -> None:
    for path in ("there-is-none/", "assets/build/old-0123456789.js"):
        answer, body = host.ask(path)
        assert answer.status == 404
        assert body == (host.folder / "404.html").read_bytes()
        assert answer.getheader("Cache-Control") == "no-cache"
    answer, _ = host.ask("volatile")
    assert answer.status == 301
    assert answer.getheader("Location") == f"{host.address}volatile/"


def test_the_header_says_what_each_page_says_and_who_may_show_it_in_a_frame(host: Host) -> None:
    answer, body = host.ask("volatile/")
    (stated,) = re.findall(rb'Content-Security-Policy" content="(.*?)"', body)
    assert answer.getheader("Content-Security-Policy") == f"{stated.decode()}; frame-ancestors *"
    assert answer.getheader("X-Content-Type-Options") == "nosniff"
    assert answer.getheader("Referrer-Policy") == "no-referrer"


def test_other_sites_may_use_the_scripts_and_nothing_else(host: Host) -> None:
    files = [str(one.relative_to(host.folder)) for one in host.folder.rglob("*") if one.is_file()]
    shared = {
        one for one in files if host.ask(one, "HEAD")[0].getheader("Access-Control-Allow-Origin")
    }
    assert shared == {one for one in files if re.fullmatch(r"assets/build/[^/]+\.js", one)}
    assert "assets/build/cexplain.js" in shared


@ONE_ENGINE
def test_a_page_of_another_site_shows_the_explainer(
    host: Host, browser: Browser, tmp_path: Path
) -> None:
    blog = tmp_path / "blog"
    blog.mkdir()
    script = f'<script type="module" src="{host.address}assets/build/cexplain.js"></script>'
    text = "<c-declaration>char *(*keep)(int);</c-declaration>"
    head = '<!doctype html><html lang="en"><title>A blog</title><link rel="icon" href="data:,">'
    (blog / "post.html").write_text(f"{head}{script}{text}", encoding="utf-8")
    with served(blog) as address:
        elsewhere = address.replace("127.0.0.1", "localhost")  # another site, to a browser
        with watched(browser, host.address, elsewhere) as page:
            page.goto(elsewhere + "post.html")
            expect(page.frame_locator("c-declaration iframe").locator("textarea")).to_have_value(
                "char *(*keep)(int);"
            )


@ONE_ENGINE
def test_the_explainer_and_the_compiler_work_under_those_headers(
    host: Host, browser: Browser
) -> None:
    with watched(browser, host.address) as page:
        page.goto(host.address + "explainer/")
        page.locator("#cwx-input").fill("char *(*keep)(int);")
        expect(page.locator(".cwx-result .cw-prose").first).to_contain_text(
            "keep is a pointer to a function"
        )
        page.goto(host.address + "slicing/")
        page.get_by_role("button", name="Edit", exact=True).first.click()
        figure = page.locator(".cw-evidence:has(.cm-content)")
        expect(figure.locator(".cm-content")).to_be_focused()
        assert "Exit status 0" in Desk(page, figure).run()
