"""Links to the explainer: at every declaration, from any page, and whatever it holds."""

from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from markdown import Markdown

from cworkbook.explainer import address, linked, with_link
from cworkbook.pages import Page

SECTION = '<section class="cw-explain">…</section>'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A book that has an explainer."""
    (tmp_path / "docs/explainer").mkdir(parents=True)
    (tmp_path / "docs/explainer/index.md").touch()
    return tmp_path


@pytest.mark.parametrize(
    ("page", "start"),
    [
        ("docs/index.md", "explainer/#"),
        ("docs/proof.md", "../explainer/#"),
        ("docs/volatile/index.md", "../explainer/#"),
        ("docs/volatile/threads.md", "../../explainer/#"),
        ("docs/explainer/index.md", "../explainer/#"),
    ],
)
def test_a_link_leads_to_the_explainer_from_every_depth(root: Path, page: str, start: str) -> None:
    link = address(Page(root, page), "int x;", "c17")
    assert link == f"{start}v=1&c=int+x%3B&std=c17"


@pytest.mark.parametrize(
    ("page", "start"),
    [
        ("docs/index.md", "explainer/#"),
        ("docs/proof.md", "explainer/#"),
        ("docs/volatile/index.md", "../explainer/#"),
        ("docs/volatile/threads.md", "../explainer/#"),
    ],
)
def test_an_engine_that_leads_links_out_of_a_pages_folder_is_given_them_from_its_file(
    root: Path, page: str, start: str
) -> None:
    link = address(Page(root, page, leads_out=True), "int x;", "c17")
    assert link == f"{start}v=1&c=int+x%3B&std=c17"


@pytest.mark.parametrize(
    "text", ["char *(*fp)(int, float *);", 'char s[] = "<b>&\'%";', "int\n\tä; // é😀", "a + b & c"]
)
def test_a_link_holds_any_text(root: Path, text: str) -> None:
    link = address(Page(root, "docs/index.md"), text, "c23")
    assert link is not None
    assert parse_qs(urlsplit(link).fragment) == {"v": ["1"], "c": [text], "std": ["c23"]}


def test_a_link_is_made_as_the_page_makes_it(root: Path) -> None:
    # tools/browser/tests/explainer/state.test.ts expects the same characters.
    link = address(Page(root, "docs/index.md"), "char *(*fp)(int, float *);", "c17")
    assert link == "explainer/#v=1&c=char+%2A%28%2Afp%29%28int%2C+float+%2A%29%3B&std=c17"


def test_the_link_stands_at_the_end_of_the_figure(root: Path) -> None:
    html = with_link(SECTION, Page(root, "docs/index.md"), "int x;", "c17")
    assert html.endswith(
        '<p class="cw-open"><a href="explainer/#v=1&amp;c=int+x%3B&amp;std=c17">'
        "Open in the explainer</a></p></section>"
    )


def test_within_a_sentence_the_declaration_itself_is_the_link(root: Path) -> None:
    html = '<span class="cw-inline"><code class="cw-source">int x</code> (x is an int)</span>'
    marked = linked(html, Page(root, "docs/index.md"), "int x", "c23")
    assert unescape(marked) == (
        '<span class="cw-inline"><a class="cw-open-inline" href="explainer/#v=1&c=int+x&std=c23"'
        ' title="Open in the explainer"><code class="cw-source">int x</code></a>'
        " (x is an int)</span>"
    )


def test_a_book_without_an_explainer_has_no_links(tmp_path: Path) -> None:
    page = Page(tmp_path, "docs/index.md")
    assert address(page, "int x;", "c17") is None
    assert with_link(SECTION, page, "int x;", "c17") == SECTION


def test_text_that_comes_from_no_file_has_no_links(root: Path) -> None:
    assert address(Page(root), "int x;", "c17") is None


def test_a_fence_can_go_without_its_picture() -> None:
    md = Markdown(extensions=["cworkbook.extension"])
    html = md.convert('```c {explain="1" picture="none"}\nint *p;\n```')
    assert "cw-prose" in html
    assert "<svg" not in html


def test_the_plus_signs_of_a_standard_of_cxx_arrive(root: Path) -> None:
    link = address(Page(root, "docs/index.md"), "int &r;", "c++17")
    assert link is not None
    assert parse_qs(urlsplit(link).fragment)["std"] == ["c++17"]
