"""The path: its data is checked, and the book's own can be walked from its beginning."""

import re
from pathlib import Path

import pytest
from markdown import Markdown

from cworkbook import path, tables
from cworkbook.links import markdown_link
from support.sites import ROOT

DATA = """\
[parts.c]
title = "C"
about = "For everybody."

[steps.one]
part = "c"
page = "one.md"
gives = "the first"

[steps.two]
part = "c"
page = "two.md"
needs = ["one"]
gives = "the second"
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with two pages and the path above."""
    (tmp_path / "docs").mkdir()
    for name, text in {"one.md": "# `One`", "two.md": "# Two", "path.toml": DATA}.items():
        (tmp_path / "docs" / name).write_text(text, encoding="utf-8")
    return tmp_path


def complaint(text: str, root: Path) -> str:
    """What is said of a path with a text, behind its name."""
    (root / path.FILE).write_text(text, encoding="utf-8")
    with pytest.raises(tables.DataError) as raised:
        path.load(root)
    return str(raised.value).removeprefix(f"{path.FILE}:")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('needs = ["one"]', 'needs = ["three"]', "13: error: needs: no step 'three' comes before"),
        ('needs = ["one"]', 'needs = ["two"]', "13: error: needs: no step 'two' comes before"),
        ('page = "two.md"', 'page = "too.md"', "12: error: there is no page 'too.md' in docs/"),
        ('page = "two.md"', 'page = "one.md"', "12: error: one.md is the step 'one' already"),
        ('part = "c"', 'part = "d"', "6: error: part: 'd' is not known here"),
        ('gives = "the second"\n', "", "10: error: [steps.two] has no 'gives'"),
        ("about", "abut", "3: error: unknown key 'abut'; did you mean 'about'?"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(root: Path, old: str, new: str, told: str) -> None:
    assert old in DATA
    assert complaint(DATA.replace(old, new, 1), root).startswith(told)


def test_the_list_says_what_each_page_gives_and_builds_on(root: Path) -> None:
    text = "\n".join(path.markdown({}, "path.md", root))
    assert "## C { #c }\n\nFor everybody.\n" in text
    assert "1. [One](one.md): the first.\n    { .cw-step }\n1. [Two](two.md): the second." in text
    assert "the second. Builds on [One]" in text


def converted(root: Path, page: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The HTML of one of the pages."""
    monkeypatch.setattr("cworkbook.extension.Page.below_docs", page)
    md = Markdown(
        extensions=["cworkbook.extension"],
        extension_configs={"cworkbook.extension": {"root": str(root)}},
    )
    return md.convert((root / "docs" / page).read_text(encoding="utf-8") + "\n\nText.\n")


def test_a_page_says_below_its_title_what_it_builds_on(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert converted(root, "two.md", monkeypatch) == (
        '<h1>Two</h1>\n<p class="cw-needs">Builds on <a href="one.md">One</a>.</p>\n<p>Text.</p>'
    )
    assert "cw-needs" not in converted(root, "one.md", monkeypatch)


def test_a_book_without_a_path_says_nothing(tmp_path: Path) -> None:
    assert path.load(tmp_path).of_page("one.md") is None


def test_the_books_path_has_every_page_of_its_chapters() -> None:
    """The exercises of Xen follow their pages and are reached from there."""
    nav = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    folders = (
        "declarations|volatile|ownership|leaks|exhaustion|cleanup|glib|costs|symbols|slicing|xs|xen"
    )
    chapters = re.findall(rf"^ +- ((?:{folders})/\S+\.md)$", nav, re.M)
    walked = {step.page for step in path.load(ROOT).steps.values()}
    missing = {page for page in chapters if page not in walked}
    assert missing == {page for page in chapters if re.match(r"xen/\w+-exercises\.md", page)}
    assert walked <= set(chapters)


def test_no_page_opens_with_what_is_said_below_its_title_already() -> None:
    for step in path.load(ROOT).steps.values():
        text = (ROOT / "docs" / step.page).read_text(encoding="utf-8")
        opening = text.split("\n# ", 1)[1].split("\n\n")[1]
        links = [f"]({markdown_link(need.page, step.page)})" for need in step.needs]
        said = [one for one in re.split(r"(?<=[.:])\s", opening) if re.search(r"\bneeds?\b", one)]
        assert [one for one in said if any(link in one for link in links)] == [], step.page
