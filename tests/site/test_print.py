"""The book on paper: all that is text is there, and one finds it."""

import io
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from print_book import paths
from support.sites import ROOT

CHAPTER = ("volatile/", "volatile/accesses/")


def headings(site: Path, path: str) -> list[str]:
    """The headings of a page, as they stand in its markup."""
    html = (site / path / "index.html").read_text(encoding="utf-8")
    article = html[html.index("<article") :]
    found = re.findall(r"<h([123])[^>]*>(.*?)</h\1>", article, re.DOTALL)
    return [re.sub(r"<a class=\"headerlink.*?</a>|<[^>]+>", "", words) for _, words in found]


def plain(words: str) -> str:
    """Words without their spaces and quotation marks, which a PDF sets in its own way."""
    return re.sub(r"[\s\u2018\u2019\u201c\u201d'\"]|&\w+;", "", words)


@pytest.mark.parametrize("site", ["mkdocs"], indirect=True)
def test_a_printed_chapter_has_all_its_text_contents_and_numbers(
    site_folder: Path, tmp_path: Path
) -> None:
    made = tmp_path / "chapter.pdf"
    command = [sys.executable, "tools/print_book.py", str(site_folder), str(made), *CHAPTER]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=240, check=False
    )
    assert done.returncode == 0, done.stderr
    reader = PdfReader(io.BytesIO(made.read_bytes()))
    sheets = [sheet.extract_text() for sheet in reader.pages]
    text = plain("".join(sheets))
    wanted = [words for path in CHAPTER for words in headings(site_folder, path)]
    assert len(wanted) > 6
    assert [words for words in wanted if plain(words) not in text] == []
    # What pages hide until somebody asks: answers, and the other compilers' assembly.
    assert "gcc-O2" in text
    assert "clang-O2" in text
    # The contents name the sheet on which each page begins.
    (numbered,) = re.findall(r"Registers: an access is a side effect\s+(\d+)", sheets[1])
    assert "Registers: an access" in sheets[int(numbered) - 1].replace("\n", " ")
    assert (
        plain(sheets[int(numbered) - 1]).endswith(numbered) or numbered in sheets[int(numbered) - 1]
    )


def test_every_page_is_printed_in_the_order_of_the_navigation(site_folder: Path) -> None:
    order = paths(site_folder)
    built = {str(one.parent.relative_to(site_folder)) for one in site_folder.rglob("index.html")}
    assert {path.rstrip("/") or "." for path in order} == built
    assert len(order) == len(set(order))
    assert order[0] == ""
    chapter = [path for path in order if path.startswith("volatile/")]
    assert chapter[:2] == ["volatile/", "volatile/accesses/"]
    assert order.index("volatile/") < order.index("slicing/") < order.index("rules/")
