"""The glossary: its data is checked, its words are found, and nothing else is marked."""

import re
from pathlib import Path
from xml.etree import ElementTree as Tree

import pytest
from markdown import Markdown

from cworkbook import tables, words
from cworkbook.pages import PageError
from cworkbook.words.data import of_file
from cworkbook.words.marking import Marker
from cworkbook.words.page import markdown
from support.sites import ROOT

DATA = """\
unmarked = ["words.md"]

[terms.lvalue]
name = "lvalue"
means = "What `x` is, and *not* `1`."
page = "volatile/index.md#the-rule"
forms = ["lvalue", "lvalues"]

[terms.declarator]
name = "declarator"
means = "A part."
forms = ["declarator", "declarators"]

[terms.abstract-declarator]
name = "abstract declarator"
means = "A part without a name."
forms = ["abstract declarator"]

[terms.undefined]
name = "undefined behaviour"
means = "Anything."
forms = ["undefined"]
never = ["undefined reference"]

[terms.sv]
name = "SV"
means = "A scalar."
forms = ["SV"]
only = ["xs/*"]
"""
FEWEST = 90


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with the glossary above."""
    for name, text in {
        "docs/glossary.toml": DATA,
        "docs/words.md": "# Words\n",
        "docs/volatile/index.md": "# volatile\n\n## The rule\n",
        "docs/xs/index.md": "# XS\n",
        "docs/demo.md": "# Demo\n",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def complaint(text: str, root: Path) -> str:
    """What is said of a glossary with a text, behind its name."""
    (root / words.FILE).write_text(text, encoding="utf-8")
    with pytest.raises(tables.DataError) as raised:
        of_file(tables.read(root / words.FILE, root), root)
    return str(raised.value).removeprefix(f"{words.FILE}:")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('means = "A part."', 'mean = "A part."', "11: error: unknown key 'mean'; did you mean"),
        ("#the-rule", "#the-rul", "6: error: volatile/index.md has no anchor 'the-rul'"),
        ('only = ["xs/*"]', 'only = ["xss/*"]', "29: error: only: no page below docs/ fits 'xss"),
        ('["words.md"]', '["wrds.md"]', "1: error: unmarked: no page below docs/ fits 'wrds.md'"),
        ('["words.md"]', '"words.md"', "1: error: unmarked: write a list of texts"),
        ('forms = ["SV"]', 'forms = "SV"', "28: error: forms: write a list of texts"),
        ("[terms.sv]", "[term.sv]", "25: error: 'term' is not known at the top; did you"),
        (
            'forms = ["SV"]\nonly = ["xs/*"]',
            'forms = ["lvalue"]',
            "28: error: 'lvalue' is a form of lvalue, too, and demo.md would mark both",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_line(root: Path, old: str, new: str, told: str) -> None:
    assert old in DATA
    assert complaint(DATA.replace(old, new, 1), root).startswith(told)


def test_one_spelling_may_be_two_words_on_different_pages(root: Path) -> None:
    text = DATA.replace('["SV"]', '["lvalue"]').replace(
        'forms = ["lvalue", "lvalues"]', 'forms = ["lvalue"]\nexcept = ["xs/*"]'
    )
    (root / words.FILE).write_text(text, encoding="utf-8")
    assert [term.identity for term in words.load(root).on("xs/index.md")][-1] == "sv"


def marked(html: str, root: Path, page: str = "demo.md") -> str:
    """A page's HTML, in which what is marked is between brackets, with the word's identity."""
    tree = Tree.fromstring(f"<div>{html}</div>")  # noqa: S314 - the test's own text
    terms = words.load(root).on(page)
    if terms:
        Marker(terms, page).mark(tree)
    text = Tree.tostring(tree, encoding="unicode")
    return re.sub(
        r'<a class="cw-word" href="[^"#]*#([\w-]+)"[^>]*>(.*?)</a>',
        r"[\1: \2]",
        text.removeprefix("<div>").removesuffix("</div>"),
        flags=re.DOTALL,
    )


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>An lvalue, an lvalue.</p>", "<p>An [lvalue: lvalue], an lvalue.</p>"),
        ("<p>Lvalues are</p>", "<p>[lvalue: Lvalues] are</p>"),
        ("<p>x <em>y</em> lvalues <b>z</b></p>", "<p>x <em>y</em> [lvalue: lvalues] <b>z</b></p>"),
        (
            "<p>A declarator and an lvalue.</p>",
            "<p>A [declarator: declarator] and an [lvalue: lvalue].</p>",
        ),
        (
            "<p>An abstract\ndeclarator is a declarator.</p>",
            "<p>An [abstract-declarator: abstract\ndeclarator] is a [declarator: declarator].</p>",
        ),
        ("<p>an undefined reference</p>", "<p>an undefined reference</p>"),
        (
            "<p>undefined reference, undefined</p>",
            "<p>undefined reference, [undefined: undefined]</p>",
        ),
        ("<p>An xlvalue, lvalue-like, no-lvalue, SV</p>",) * 2,
        ("<p><code>lvalue</code></p><h2>lvalue</h2><p><a>lvalue</a></p>",) * 2,
        ("<pre>lvalue</pre><label>lvalue</label><summary>lvalue</summary><th>lvalue</th>",) * 2,
        ('<div class="x cw-question__room"><p>lvalue</p></div>',) * 2,
        ("<h2>lvalue</h2>lvalue", "<h2>lvalue</h2>[lvalue: lvalue]"),
        (
            "<details><p>lvalue</p></details><p>an lvalue</p>",
            "<details><p>lvalue</p></details><p>an [lvalue: lvalue]</p>",
        ),
        ("<details><p>lvalue</p></details>", "<details><p>[lvalue: lvalue]</p></details>"),
        ("<p>LVALUE</p>",) * 2,
    ],
)
def test_a_word_is_marked_at_its_first_use_and_nothing_else_is(
    root: Path, html: str, expected: str
) -> None:
    assert marked(html, root) == expected


def test_a_word_is_not_marked_where_its_own_page_introduces_it(root: Path) -> None:
    html = "<p>An <strong>lvalue</strong> is. An lvalue.</p>"
    assert marked(html, root, "volatile/index.md") == html
    assert "[lvalue: lvalue]</strong>" in marked(html, root)


def test_a_word_is_marked_on_its_pages_only(root: Path) -> None:
    assert marked("<p>an SV</p>", root, "xs/index.md") == "<p>an [sv: SV]</p>"
    assert marked("<p>an Sv</p>", root, "xs/index.md") == "<p>an Sv</p>"
    assert marked("<p>an lvalue</p>", root, "words.md") == "<p>an lvalue</p>"


def test_a_mark_leads_to_the_list_and_has_what_a_card_shows(root: Path) -> None:
    tree = Tree.fromstring("<div><p>an lvalue</p></div>")  # noqa: S314 - the test's own text
    Marker(words.load(root).on("xs/index.md"), "xs/index.md").mark(tree)
    link = tree.find("p/a")
    assert link is not None
    assert link.attrib == {
        "class": "cw-word",
        "href": "../words.md#lvalue",
        "data-word": "lvalue",
        "data-means": "What `x` is, and *not* `1`.",
        "data-where": "../volatile/#the-rule",
        "data-where-words": "The rule (volatile)",
    }


def test_a_book_without_a_glossary_marks_nothing(tmp_path: Path) -> None:
    assert words.load(tmp_path).on("demo.md") == ()


def test_the_list_has_every_word_under_its_letter_with_a_link(root: Path) -> None:
    text = "\n".join(markdown({}, "words.md", root))
    html = Markdown(extensions=["attr_list"]).convert(text)
    assert re.findall(r'<h2 id="letter-(\w)">', html) == ["a", "d", "l", "s", "u"]
    assert re.findall(r'<h3 id="([\w-]+)">', html) == [
        "abstract-declarator",
        "declarator",
        "lvalue",
        "sv",
        "undefined",
    ]
    assert '<a class="cw-explained" href="volatile/index.md#the-rule">' in html


def test_what_is_wrong_with_the_glossary_fails_a_page_with_the_files_own_line(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / words.FILE).write_text(DATA.replace("means", "mean", 1), encoding="utf-8")
    monkeypatch.setattr("cworkbook.extension.Page.below_docs", "demo.md")
    md = Markdown(
        extensions=["cworkbook.extension"],
        extension_configs={"cworkbook.extension": {"root": str(root)}},
    )
    with pytest.raises(PageError, match=r"docs/glossary\.toml:5: error: unknown key 'mean'"):
        md.convert("An lvalue.")


# What follows holds the book's own words.


def test_the_book_explains_enough_words_and_says_where_each_is_treated() -> None:
    terms = words.load(ROOT).terms.values()
    assert len(terms) >= FEWEST
    assert [term.identity for term in terms if term.page is None] == []


def test_a_meaning_is_one_or_two_sentences() -> None:
    for term in words.load(ROOT).terms.values():
        assert term.means.endswith("."), term.identity
        assert 3 <= len(term.plain_means.split()) <= 45, term.identity
        assert "](" not in term.means, term.identity
