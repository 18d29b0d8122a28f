"""Anchors of pages, and links between them."""

from pathlib import Path

import pytest

from cworkbook import anchors, links

PAGE = """\
# The `first` one

## Two & *three*

```text
## No heading
```

## Given { #by-hand }

## Two & *three*

### [Linked](other.md) and more
"""


def test_headings_have_the_anchors_that_the_site_gives_them() -> None:
    assert list(anchors.headings(PAGE)) == [
        "the-first-one",
        "two-three",
        "by-hand",
        "two-three_1",
        "linked-and-more",
    ]


def test_a_heading_is_told_in_the_words_of_its_page() -> None:
    assert anchors.headings(PAGE)["linked-and-more"] == "Linked and more"
    assert anchors.title(PAGE) == "The `first` one"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A folder of pages."""
    (tmp_path / "docs/xen").mkdir(parents=True)
    (tmp_path / "docs/xen/rings.md").write_text(PAGE, encoding="utf-8")
    (tmp_path / "docs/top.md").write_text(PAGE, encoding="utf-8")
    return tmp_path / "docs"


@pytest.mark.parametrize("target", ["xen/rings.md", "xen/rings.md#by-hand", "top.md#two-three_1"])
def test_what_is_there_is_no_problem(docs: Path, target: str) -> None:
    assert anchors.problem(target, docs) is None


def test_a_page_that_is_missing_is_told(docs: Path) -> None:
    assert anchors.problem("xen/ring.md#a", docs) == "there is no page 'xen/ring.md' in docs/"
    assert anchors.problem("xen", docs) == "there is no page 'xen' in docs/"


def test_an_anchor_that_is_missing_is_told_with_those_that_are_there(docs: Path) -> None:
    told = anchors.problem("xen/rings.md#by-hnd", docs)
    assert told is not None
    assert told.startswith("xen/rings.md has no anchor 'by-hnd'; it has: the-first-one, two-three")


def test_a_link_names_the_chapter_because_many_pages_have_a_heading_the_rule(docs: Path) -> None:
    assert anchors.words("xen/rings.md#by-hand", docs) == "Given (Xen)"
    assert anchors.words("top.md", docs) == "The `first` one"


def test_a_chapter_is_not_named_behind_its_own_name() -> None:
    assert anchors.within("Rules", "rules/index.md") == "Rules"


@pytest.mark.parametrize(
    ("target", "page", "markdown", "address"),
    [
        ("words.md#a", "volatile/index.md", "../words.md#a", "../words/#a"),
        ("words.md#a", "volatile/threads.md", "../words.md#a", "../../words/#a"),
        ("volatile/index.md#a", "volatile/threads.md", "index.md#a", "../../volatile/#a"),
        ("xen/rings.md", "index.md", "xen/rings.md", "xen/rings/"),
        ("index.md", "words.md", "index.md", "../"),
        ("index.md", "index.md", "index.md", "./"),
    ],
)
def test_links_lead_from_page_to_page(target: str, page: str, markdown: str, address: str) -> None:
    assert links.markdown_link(target, page) == markdown
    assert links.address(target, page) == address
