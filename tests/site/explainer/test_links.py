"""The explainer's links, copies and embeddings, and how it comes and fails to come."""

import json
import re
from functools import partial
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from support.explaining import Bench, make_explainer
from support.sites import ROOT, Shared
from support.watching import watched

FP = "char *(*fp)(int, float *);"
BUILD = ROOT / "docs/assets/build"

HOSTILE = {
    "an image": "<img src=x onerror=alert(1)>",
    "a script": "</pre><script>alert(1)</script>",
    "a picture's script": "<svg><animate onbegin=alert(1) attributeName=x></svg> int x;",
    "a name in the picture": 'int *x /* <img src=x onerror="alert(1)"> */;',
    "an attribute": 'struct s { int a; } __attribute__((annotate("\\"><img src=x>")));',
    "an address": "javascript:alert(1)",
    "an address in a comment": "int x; // [y](javascript:alert(1))",
    "percent signs": "%zz%ff%",
    "unprintable characters": "int\0x;\x07\x1b[31m\u202e",
}


@pytest.fixture
def folder(site: str, shared: Shared) -> Path:
    """The folder that is served there; other tests read it too."""
    return shared.folder(site)


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_a_link_holds_is_text_and_never_the_page(bench: Bench, kind: str) -> None:
    text = HOSTILE[kind]
    raw = kind == "percent signs"
    bench.follow("#v=1&c=" + (text if raw else quote(text, safe="")))
    expect(bench.input).to_have_value(re.sub("%ff", "\ufffd", text) if raw else text)
    expect(bench.result.locator(".cw-reading, .cwx-findings li").first).to_be_visible()
    assert bench.page.locator(".cwx :is(img, script, iframe, animate, [onerror])").count() == 0
    for link in bench.root.get_by_role("link").all():
        assert (link.get_attribute("href") or "").startswith((bench.site, "../", "#"))


def test_a_link_of_another_version_or_with_unknown_words_says_so(bench: Bench) -> None:
    bench.follow("#v=9&c=int+x%3B&std=c42&style=loud")
    expect(bench.prose).to_have_text("x is an int")
    expect(bench.result.locator(".cwx-complaint")).to_have_count(3)
    bench.write("int y;")
    expect(bench.result.locator(".cwx-complaint")).to_have_count(0)


def test_of_a_very_long_link_whole_declarations_are_read_and_what_is_not_is_said(
    bench: Bench,
) -> None:
    text = "int x; " * 7000
    bench.follow("#v=1&c=" + quote(text))
    expect(bench.input).to_have_value(text)
    bench.input.press("End")
    bench.page.keyboard.insert_text(" ")
    expect(bench.result.locator(".cwx-complaint")).to_contain_text("characters are read. The rest")
    expect(bench.result.locator(".cw-error")).to_have_count(0)
    expect(bench.result.locator(".cwx-names")).to_contain_text("5714 declarations")
    expect(bench.result.locator(".cwx-names")).to_contain_text("And 5314 more")


def clipboard(page: Page) -> str:
    """What was copied last."""
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text.replace("\r\n", "\n")


def test_readings_are_copied_as_text_markdown_and_picture(bench: Bench) -> None:
    bench.write(FP)
    expect(bench.prose).to_contain_text("fp is a pointer")
    copied = bench.copied
    for name, start in (
        ("Copy text", f"{FP}\n  fp is a pointer to a function taking"),
        ("Copy Markdown", f"```c\n{FP}\n```\n\nfp is a pointer to"),
        ("Copy SVG", '<svg xmlns="http://www.w3.org/2000/svg" class="cw-path'),
        ("Copy for a page", f'<script type="module" src="{bench.site}assets/build/cexplain.js">'),
        ("Copy a frame", f'<iframe src="{bench.site}explainer/?embed#v=1&amp;c=char+%2A%28'),
        ("Copy link", f"{bench.site}explainer/#v=1&c=char+%2A%28%2Afp%29"),
    ):
        bench.copy(name)
        expect(copied).to_have_text(f"{name}: copied.")
        assert clipboard(bench.page).startswith(start)


def test_of_several_pictures_the_one_at_the_caret_is_copied(bench: Bench) -> None:
    bench.write("int *first; int *second;")
    expect(bench.prose).to_have_count(2)
    for key, name in (("End", "second"), ("Home", "first")):
        bench.input.press(key)
        bench.copy("Copy SVG")
        expect(bench.root.locator(".cwx-copied")).to_have_text("Copy SVG: copied.")
        assert f"How to read {name}" in clipboard(bench.page)


def test_a_text_that_cannot_be_read_has_no_picture_to_copy(bench: Bench) -> None:
    bench.write("int *p]")
    expect(bench.result.locator(".cw-error")).to_have_count(1)
    bench.copy("Copy SVG")
    expect(bench.copied).to_have_text("Copy SVG: there is nothing to copy.")


def test_two_lines_show_a_declaration_on_a_page_of_ones_own(
    another: Page, folder: Path, site: str, bench: Bench
) -> None:
    bench.write("int *(*table[2])(char);")
    bench.standard.select_option("C17")
    bench.copy("Copy for a page")
    expect(bench.copied).to_have_text("Copy for a page: copied.")
    own = folder / "own.html"
    head = "<!doctype html><title>Own</title><link rel=icon href=data:,>"
    own.write_text(head + clipboard(bench.page), encoding="utf-8")
    another.goto(site + "own.html")
    frame = another.frame_locator("c-declaration iframe")
    expect(frame.locator("textarea")).to_have_value("int *(*table[2])(char);")
    expect(frame.get_by_label("Standard")).to_have_value("c17")
    expect(frame.locator(".cwx-shown .cw-prose")).to_contain_text(
        "table is an array of 2 pointers to functions"
    )
    for part in (".md-header", ".cwx-title", ".cwx-gallery", ".md-footer"):
        expect(frame.locator(part)).to_be_hidden()
    another.wait_for_function(
        """() => {
            const frame = document.querySelector("c-declaration").shadowRoot.firstElementChild;
            const shown = frame.contentDocument.querySelector(".cwx").getBoundingClientRect();
            return Math.abs(frame.offsetHeight - shown.height) < 2;
        }"""
    )


def test_the_page_shows_its_own_two_lines_at_work(browser: Browser, site: str) -> None:
    with watched(browser, site) as page:
        page.goto(site + "explainer/")
        page.get_by_text("Show the two lines at work").click()
        frame = page.frame_locator("c-declaration iframe")
        expect(frame.locator("textarea")).to_have_value("int *(*table[2])(char);")


def test_nothing_is_loaded_before_somebody_asks(browser: Browser, site: str) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    with watched(browser, site) as page:
        page.on("request", note)
        page.goto(site + "explainer/")
        page.wait_for_load_state("networkidle")
        bench = Bench(page, site)
        expect(bench.root.get_by_role("button", name="Step through")).to_be_visible()
        assert [url for url in asked if re.search(r"python|pyodide|\.whl", url)] == []
        bench.root.get_by_role("button", name="Start").click()
        expect(bench.root.get_by_role("progressbar")).to_be_visible()


def test_the_page_says_how_much_will_be_loaded() -> None:
    files = json.loads((BUILD / "manifest.json").read_text(encoding="utf-8"))["files"]
    size = sum(file["bytes"] for file in files.values() if file["group"] == "explainer")
    page = (ROOT / "docs/explainer/index.md").read_text(encoding="utf-8")
    assert f"({round(size / 1_000_000)} MB, once)" in page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_without_scripts_the_page_says_what_it_would_do(
    browser: Browser, site: str, scheme: str
) -> None:
    with watched(browser, site, java_script_enabled=False, color_scheme=scheme) as page:
        page.goto(site + "explainer/")
        expect(page.locator(".cwx-still")).to_contain_text("cexplain 'char *(*fp)(int, float *);'")
        expect(page.locator("textarea")).to_be_hidden()
        expect(page.locator(".cwx-gallery .cw-prose").first).to_be_visible()
        expect(page.locator(".cwx-result .cw-path:visible")).to_have_count(1)


def test_it_works_in_a_book_that_zensical_built(browser: Browser, shared: Shared) -> None:
    site = shared.site("explainer-zensical", partial(make_explainer, "zensical"))
    with watched(browser, site) as page:
        page.goto(site + "chapter/")
        page.get_by_role("link", name="Open in the explainer").click()
        bench = Bench(page, site)
        # The link is answered without a key pressed.
        expect(bench.prose).to_contain_text("f is a function taking")
        expect(bench.standard).to_have_value("c17")
        bench.write("int *p;")
        expect(bench.prose).to_have_text("p is a pointer to int")


def test_clang_confirms_the_readings_type_as_one_types(another: Page, site: str) -> None:
    another.goto(site + "explainer/#v=1&c=int+x%3B")  # no text of other tests
    bench = Bench(another, site)
    verdict = bench.root.locator(".cwx-verdict")
    bench.write("void __user *(*table[N])(size_t);")
    bench.root.get_by_role("button", name="Ask clang").click()
    expect(verdict).to_have_text(
        "clang agrees: table has the type that the reading says (GNU C23)."
    )
    bench.write("int rows(void)[3];")
    expect(verdict).to_contain_text("clang does not accept it either (GNU C23): line 1, column 9")
    bench.standard.select_option("C17")
    bench.write("int *restrict p, q;")
    expect(verdict).to_have_text("clang agrees: p and q have the type that the reading says (C17).")
    bench.standard.select_option("C89")
    bench.write("long long x;")
    expect(verdict).to_contain_text("clang does not accept it either (C89): line 1, column 1")
    bench.standard.select_option("GNU C89")
    expect(verdict).to_have_text("clang agrees: x has the type that the reading says (GNU C89).")
    bench.write("(char (*)[8])buffer")
    expect(verdict).to_have_text("clang agrees: this is the type that the reading says (GNU C89).")
    bench.standard.select_option("C++17")
    bench.write("const int &r;")
    expect(verdict).to_have_text("clang is asked about C. This text is read as C++.")
    bench.choose("English to C")
    bench.standard.select_option("C17")
    bench.write("fp is a pointer to a function taking an int and returning a pointer to char")
    expect(verdict).to_have_text("clang agrees: fp has the type that the reading says (C17).")
    # The same button ends it, and begins it again.
    bench.root.get_by_role("button", name="Stop asking clang").click()
    expect(verdict).to_have_text("")
    bench.write("fq is a pointer to int")
    expect(bench.root.locator(".cwx-result").first).to_contain_text("fq")
    expect(verdict).to_have_text("")
    bench.root.get_by_role("button", name="Ask clang", exact=True).click()
    expect(verdict).to_have_text("clang agrees: fq has the type that the reading says (C17).")
    bench.write("")
    expect(verdict).to_have_text("")
