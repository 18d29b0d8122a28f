"""Figures drawn from text: what a page gets, and what fails the build with its place."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from markdown import Markdown

from cworkbook import drawing_html, figure
from cworkbook.pages import PageError

ALT = "Two boxes with an arrow between them"
STYLES = Path(__file__).resolve().parents[2] / "docs/assets/figure.css"


def render(body: str, options: str = f'alt="{ALT}"') -> str:
    """The HTML of a page that has one figure, on its third line."""
    md = Markdown(extensions=["pymdownx.superfences", "cworkbook.extension"])
    return md.convert(f"Text\n\n```figure {{{options}}}\n{body}\n```\n")


def message(body: str, options: str = f'alt="{ALT}"') -> str:
    """The error that such a page raises."""
    with pytest.raises(PageError) as raised:
        render(body, options)
    return str(raised.value)


def picture(html: str) -> ET.Element:
    """The drawing in a page's HTML."""
    (drawn,) = re.findall(r'<svg class="cw-drawing__picture.*?</svg>', html, flags=re.DOTALL)
    return ET.fromstring(drawn)  # noqa: S314 - our own page


def test_a_figure_is_a_picture_with_its_text_alternative() -> None:
    svg = picture(render('box "a"; arrow; box "b"'))
    assert (svg.get("role"), svg.get("aria-label")) == ("img", ALT)
    assert [text.text for text in svg.iter("text")] == ["a", "b"]


def test_a_caption_stands_below_and_may_hold_code() -> None:
    html = render("box", f'alt="{ALT}" caption="What `x < y` means"')
    assert html.endswith("<figcaption>What <code>x &lt; y</code> means</figcaption></figure>")


def test_the_page_paints_a_figure_so_that_it_follows_the_colour_scheme() -> None:
    svg = picture(render('box "a" class "blue"; dot; arrow; line right then up close'))
    paints = {e.get(name) for e in svg.iter() for name in ("fill", "stroke")}
    assert paints == {None, "none", "currentColor"}


@pytest.mark.parametrize("name", figure.CLASSES)
def test_the_style_sheet_knows_every_class(name: str) -> None:
    assert f".cw-drawing__picture .{name} " in STYLES.read_text(encoding="utf-8")


def test_the_figures_of_a_page_share_no_id() -> None:
    md = Markdown(extensions=["pymdownx.superfences", "cworkbook.extension"])
    fence = f'```figure {{alt="{ALT}"}}\nbox hatch; box hatch\n```\n'
    html = md.convert(f"{fence}\n{fence}")
    ids = re.findall(r'\bid="([^"]*)"', html)
    assert len(ids) == len(set(ids)) == 4
    assert set(re.findall(r"url\(#([^)]*)\)", html)) == set(ids)


@pytest.mark.parametrize("options", ['caption="Only a caption"', 'alt="" caption="x"', 'alt="a b"'])
def test_a_figure_without_a_text_alternative_fails_the_build(options: str) -> None:
    assert message("box", options).startswith("<page>:3: error: ")


@pytest.mark.parametrize(
    ("body", "place", "told"),
    [
        ('box "a"\nbxo "b"', "5:1", "did you mean `box`?"),
        ('bxo "b"', "4:1", "did you mean `box`?"),
        ('box\nbox shaded "gold"', "5:1", "the colour gold would not follow the colour scheme"),
        ('box\nbox class "bleu"', "5:1", "did you mean 'blue'?"),
        ('box "a"\nbox "b" fontsize 7', "5:1", "letters of 7.0 points are too small"),
        ('copy "secret.pic"', "4:1", "includes are disabled"),
        ("for i = 1 to 2 do {", "3", "unterminated"),
        ("", "3", "this figure draws nothing"),
        ("print 3; box", "3", "'print' writes to nobody here: 3"),
        ('box "a" link "b.md"', "3", "links belong in the text"),
        ("for i = 1 to 20000 do { x = i }", "", "loop"),
    ],
)
def test_a_mistake_in_a_figure_fails_the_build_and_names_the_line(
    body: str, place: str, told: str
) -> None:
    error = message(body)
    assert error.startswith(f"<page>:{place}")
    assert told in error


def test_an_option_that_nobody_knows_fails_the_build() -> None:
    assert "did you mean 'caption'?" in message("box", f'alt="{ALT}" captoin="x"')


def test_a_quote_that_ends_an_option_early_fails_the_build() -> None:
    error = message("box", 'alt="Here are some more words "five" six"')
    assert error.startswith("<page>:3: error: unknown option 'five\"'")


def test_a_fence_that_is_not_closed_fails_the_build() -> None:
    md = Markdown(extensions=["pymdownx.superfences", "cworkbook.extension"])
    with pytest.raises(PageError, match=r"^<page>:2: error: this fence is not read as one"):
        md.convert(f'Text\n```figure {{alt="{ALT}"}}\nbox\n')


def test_code_that_shows_a_fence_is_no_fence() -> None:
    md = Markdown(extensions=["pymdownx.superfences", "cworkbook.extension"])
    shown = md.convert('````markdown\n```figure {alt="a "b" c"}\nbox\n```\n````\n')
    assert "<svg" not in shown


def test_where_nothing_can_draw_the_alternative_stands_instead(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(figure, "rpic", None)
    html = render("box", f'alt="{ALT}" caption="Below"')
    assert f'<p class="cw-drawing__alt">{ALT}</p><figcaption>Below' in html


def test_a_picture_is_never_shown_smaller_than_nine_tenths() -> None:
    assert figure.LEAST_POINTS * 4 / 3 * drawing_html.LEAST > 10.5  # CSS pixels of a letter
    html = render("box wid 1 ht 0.5")
    strut, drawn = (float(width) for width in re.findall(r'<svg [^>]*? width="([\d.]+)"', html))
    assert 96 <= drawn <= 104  # an inch and the margin
    assert strut == pytest.approx(0.9 * drawn)


def test_a_figure_has_no_style_of_its_own_which_the_policy_would_forbid() -> None:
    html = render('box "a" mono class "blue strong"; arrow dashed; spline right then up; box hatch')
    assert "style" not in html
