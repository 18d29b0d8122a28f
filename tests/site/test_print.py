"""The book on paper: all that is text is there, and one finds it."""

import io
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from pypdf import PageObject, PdfReader

from print_book import paths
from support.patience import PATIENCE
from support.sites import ROOT
from support.visits import ONE_ENGINE, Visit

pytestmark = pytest.mark.audit

Matrix = list[float]

CHAPTER = ("volatile/", "volatile/accesses/", "xen/hypercalls/", "proof/")
# What is not text, or is for a hand on a screen alone (tools/print_book.js, docs/assets/print.css).
LEFT_OUT = (
    *("cw-offline", "cwx-bench", "cwx-copy", "headerlink", "md-button", "cw-open", "cw-bar"),
    *("cw-how", "cw-onwards", "cw-ask", "cw-goon"),
)
# The most sheets of A4 that a page takes; the three longest took almost twice as many.
SHEETS = {"declarations/": 16, "volatile/": 18, "declarations/exercises/": 19}
# How far down a sheet's last line is, at least: a whole picture or question may go to the next one.
FILLED = 0.6
VOID = (
    "area",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "source",
    "track",
    "wbr",
)
RUNNING = (
    "a",
    "abbr",
    "b",
    "code",
    "em",
    "i",
    "kbd",
    "mark",
    "q",
    "s",
    "small",
    "span",
    "strong",
    "u",
    "sub",
    "sup",
)


class Texts(HTMLParser):
    """The texts of a page's article, each between two breaks; a line of code is one."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = [""]
        self._open: list[tuple[str, bool]] = []  # each element, and whether it is left out
        self.feed(html[html.index("<article") : html.rindex("</article>")])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what is left out, and where a text ends."""
        if tag not in RUNNING:
            self.found.append("")
        if tag not in VOID:
            names = (dict(attrs).get("class") or "").split()
            left = tag in {"svg", "script", "button", "label", "legend"} or bool(
                {*names} & {*LEFT_OUT}
            )
            self._open.append((tag, left or self._silent()))

    def handle_endtag(self, tag: str) -> None:
        """End the element, and the text if it is no part of one."""
        while self._open and self._open.pop()[0] != tag:
            pass
        if tag not in RUNNING:
            self.found.append("")

    def handle_data(self, data: str) -> None:
        """Add words; a line of code begins a text."""
        if self._silent():
            return
        first, *more = data.split("\n") if "pre" in {tag for tag, _ in self._open} else [data]
        self.found[-1] += first
        self.found += more

    def _silent(self) -> bool:
        return bool(self._open) and self._open[-1][1]


def texts(site: Path, path: str) -> list[str]:
    """The texts of a page: headings, paragraphs, lines of code and of output, cells of tables."""
    html = (site / path / "index.html").read_text(encoding="utf-8")
    return [words for words in Texts(html).found if plain(words)]


def plain(words: str) -> str:
    """The letters and digits alone: a PDF has its own spaces, hyphens and quotation marks."""
    return re.sub(r"[\W_]", "", words)


def stands(words: str, text: str) -> bool:
    """Whether words are there, in one piece or in two: sheets may come apart, and lines in them."""
    return words in text or any(
        words[:n] in text and words[n:] in text for n in range(1, len(words))
    )


@ONE_ENGINE
def test_a_printed_chapter_has_all_its_text_contents_and_numbers(
    site_folder: Path, tmp_path: Path
) -> None:
    made = tmp_path / "chapter.pdf"
    command = [sys.executable, "tools/print_book.py", str(site_folder), str(made), *CHAPTER]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    assert done.returncode == 0, done.stderr
    reader = PdfReader(io.BytesIO(made.read_bytes()))
    sheets = [sheet.extract_text() for sheet in reader.pages]
    # The number of each sheet stands at its foot, between what goes on.
    text = "".join(plain(words).removesuffix(str(n)) for n, words in enumerate(sheets, start=1))
    wanted = [words for path in CHAPTER for words in texts(site_folder, path)]
    assert len(wanted) > 1000
    assert [words for words in wanted if not stands(plain(words), text)] == []
    # What pages hide until somebody asks: answers, which come last, and other compilers' assembly.
    asked, answered = text.index("howoftendoesitreadtheregister"), text.index("gccreadsonceandthen")
    assert asked < text.index("optimizerbrokemycodeThecode") < answered
    assert "gccO2" in text
    assert "clangO2" in text
    # The contents name the sheet on which each page begins.
    (numbered,) = re.findall(r"Registers: an access is a side effect\s+(\d+)", sheets[1])
    assert "Registers: an access" in sheets[int(numbered) - 1].replace("\n", " ")
    assert (
        plain(sheets[int(numbered) - 1]).endswith(numbered) or numbered in sheets[int(numbered) - 1]
    )


@pytest.mark.parametrize("site", ["mkdocs"], indirect=True)
@pytest.mark.parametrize("path", SHEETS)
def test_a_printed_page_leaves_out_what_paper_does_not_need(visit: Visit, path: str) -> None:
    page = visit.go(path)
    reader = PdfReader(io.BytesIO(page.pdf(format="A4")))
    assert len(reader.pages) <= SHEETS[path]
    text = plain("".join(sheet.extract_text() for sheet in reader.pages))
    assert "Commandsandversions" not in text
    repeated = page.locator(".cw-evidence[data-cw-again]").count()
    assert text.count("theprogramasabove") == repeated
    assert repeated > 0 or path != "volatile/"


@pytest.mark.parametrize("site", ["mkdocs"], indirect=True)
@pytest.mark.parametrize("path", SHEETS)
def test_no_sheet_is_half_empty_and_no_name_is_alone_at_its_foot(visit: Visit, path: str) -> None:
    page = visit.go(path)
    headings = page.locator("article :is(h2, h3, summary)").all_text_contents()
    names = {"Answers", *(plain(one) for one in headings)}
    *feet, _last = map(foot, PdfReader(io.BytesIO(page.pdf(format="A4"))).pages)
    assert [(n, words) for n, (down, words) in enumerate(feet, start=1) if down < FILLED] == []
    alone = [words for _, words in feet if words in names or re.fullmatch(r"Question\d+", words)]
    assert alone == []
    # What was right or wrong is not parted from why, nor a program from what names its lines.
    marked = [words for _, words in feet if re.match(r"Right|Notso|lines\d+to", words)]
    assert marked == []


def foot(sheet: PageObject) -> tuple[float, str]:
    """How far down the last line of a sheet stands, as a share of its height, and its letters."""
    lines: dict[int, str] = {}

    def look(text: str, now: Matrix, line: Matrix, *_: object) -> None:
        if text.strip():
            height = round(line[4] * now[1] + line[5] * now[3] + now[5])
            lines[height] = lines.get(height, "") + text

    sheet.extract_text(visitor_text=look)
    lowest = min(lines)
    return 1 - lowest / float(sheet.mediabox.height), plain(lines[lowest])


def test_every_page_is_printed_in_the_order_of_the_navigation(site_folder: Path) -> None:
    order = paths(site_folder)
    built = {str(one.parent.relative_to(site_folder)) for one in site_folder.rglob("index.html")}
    assert {path.rstrip("/") or "." for path in order} == built
    assert len(order) == len(set(order))
    assert order[0] == ""
    chapter = [path for path in order if path.startswith("volatile/")]
    assert chapter[:2] == ["volatile/", "volatile/accesses/"]
    assert order.index("volatile/") < order.index("slicing/") < order.index("rules/")
