"""The page that maps sources to chapters names every part of them, and every link of it arrives."""

import re
from functools import cache
from pathlib import Path

import pytest
from markdown.extensions.toc import slugify

DOCS = Path(__file__).resolve().parents[1] / "docs"
PAGE = DOCS / "sources.md"
TEXT = PAGE.read_text(encoding="utf-8")
LINKS = [link for link in re.findall(r"\]\(([^)\s]+)\)", TEXT) if "://" not in link]
NUMBERED = [*map(str, range(1, 27)), "24.1", "24.2", "24.3", "24.4", "25.1", "25.2"]
FENCE = re.compile(r"^ *(```+).*?^ *\1 *$", re.MULTILINE | re.DOTALL)


@cache
def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as the site makes them."""
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    headings = re.findall(r"^#+ (.+?)\s*$", text, flags=re.MULTILINE)
    return {slugify(re.sub(r"[`*]|\]\([^)]*\)", "", heading), "-") for heading in headings}


@pytest.mark.parametrize("link", sorted(set(LINKS)))
def test_a_link_to_a_chapter_arrives(link: str) -> None:
    name, _, anchor = link.partition("#")
    page = DOCS / (name or PAGE.name)
    assert page.is_file()
    assert not anchor or anchor in anchors(page)


@pytest.mark.parametrize("number", NUMBERED)
def test_each_numbered_section_of_xen_intro_has_its_line(number: str) -> None:
    dot = "" if "." in number else r"\."
    rows = [row for row in TEXT.splitlines() if re.match(rf"\|.*\b{re.escape(number)}{dot} ", row)]
    assert len(rows) == 1


def test_each_line_says_where_its_part_went() -> None:
    rows = [row.strip("|").split("|") for row in TEXT.splitlines() if re.match(r"\| ?\S", row)]
    told = [row for row in rows if row[0].strip() not in {"source", "section"}]
    told = [row for row in told if not set(row[0].strip()) <= {"-"}]
    assert len(told) > 30
    assert [row[0] for row in told if not row[1].strip() or not row[2].strip()] == []
