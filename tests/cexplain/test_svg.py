"""The path picture: well-formed, inside of its frame, the same every time."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cexplain import Explanation, explain
from cexplain.render.path_layout import layout
from cexplain.render.path_style import DARK, LIGHT, page_style
from cexplain.render.svg import measure, path_svg
from support.classics import CLASSICS
from support.declarations import declarations
from support.golden import Compare

SVG = "{http://www.w3.org/2000/svg}"
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def picture(source: str, index: int = 0, *, legend: bool = True, standalone: bool = True) -> str:
    return path_svg(explain(source), index, legend=legend, standalone=standalone)


def parsed(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314 - our own output, which has no entities


def numbers(svg: str) -> list[str]:
    """The numbers in the badges over the source, in the order in which they are drawn."""
    root = parsed(svg)
    (drawing,) = root.findall(f"{SVG}g[@transform]")
    return [text.text or "" for text in drawing.iterfind(f".//{SVG}g[@class='cw-badge']/{SVG}text")]


def extents(element: ElementTree.Element, dy: float = 0) -> Iterator[tuple[float, float]]:
    """Every point that an element and those in it reach."""
    moved = re.fullmatch(r"translate\(0 (\S+)\)", element.get("transform", ""))
    dy += float(moved[1]) if moved else 0
    at = {key: float(value) for key, value in element.items() if NUMBER.fullmatch(value)}
    match element.tag.removeprefix(SVG):
        case "rect":
            yield at["x"], at["y"] + dy
            yield at["x"] + at["width"], at["y"] + at["height"] + dy
        case "circle":
            yield at["cx"] - at["r"], at["cy"] - at["r"] + dy
            yield at["cx"] + at["r"], at["cy"] + at["r"] + dy
        case "path":
            coordinates = [float(n) for n in NUMBER.findall(element.get("d", ""))]
            yield from (
                (x, y + dy) for x, y in zip(coordinates[::2], coordinates[1::2], strict=True)
            )
        case "text":
            width = at.get("textLength") or measure(element.text or "") * at["font-size"] / 16
            middle = "cw-badge" in element.get("class", "") or len(element.text or "") < 4
            yield at["x"], at["y"] + dy
            yield at["x"] + (0 if middle else width), at["y"] - at["font-size"] * 0.8 + dy
    for child in element:
        yield from extents(child, dy)


def assert_framed(svg: str, source: str) -> None:
    """Nothing of a picture reaches out of its frame."""
    root = parsed(svg)
    left, top, width, height = (float(n) for n in root.get("viewBox", "").split())
    assert (root.get("width"), root.get("height")) == (f"{width:g}", f"{height:g}")
    for x, y in extents(root):
        assert left <= x <= left + width, source
        assert top <= y <= top + height, source


def assert_sound(explanation: Explanation, index: int, limit: int = 52) -> None:
    """A picture is XML, keeps inside of its frame, and numbers its stops from 1 on."""
    svg = path_svg(explanation, index, limit=limit)
    on_a_page = path_svg(explanation, index, limit=limit, legend=False, standalone=False)
    assert_framed(svg, explanation.source)
    assert_framed(on_a_page, explanation.source)
    root = parsed(svg)
    shown = [int(number) for number in numbers(svg)]
    assert all(a < b for a, b in pairwise(shown))
    legend = root.findall(f"{SVG}g[@class]")
    listed = [
        g.get("data-stop") for g in legend if g.find(f"{SVG}g[@class='cw-badge']") is not None
    ]
    assert listed == [str(n) for n in range(1, len(listed) + 1)]
    assert set(shown) <= set(range(1, len(listed) + 1))


@pytest.mark.parametrize("name", CLASSICS)
def test_each_classic_is_drawn_as_before(name: str, golden: Compare) -> None:
    explanation = explain(CLASSICS[name])
    for index in range(len(explanation.readings)):
        suffix = "" if index == 0 else f"-{index + 1}"
        golden(f"cexplain/svg/{name}{suffix}.svg", path_svg(explanation, index) + "\n")


@pytest.mark.parametrize("name", CLASSICS)
@pytest.mark.parametrize("limit", [16, 30, 52, 200])
def test_each_classic_keeps_inside_of_its_frame_at_every_width(name: str, limit: int) -> None:
    explanation = explain(CLASSICS[name])
    for index in range(len(explanation.readings)):
        assert_sound(explanation, index, limit)


def test_generated_declarations_make_sound_pictures() -> None:
    for declared in declarations(150, seed=3):
        explanation = explain(declared.text, std=declared.std.name)
        for index in range(len(explanation.readings)):
            assert_sound(explanation, index)


@given(st.text(alphabet=st.sampled_from("int x*()[],;3 &<>\"'\t\n\x1b\x00é名\ud800"), max_size=40))
def test_any_text_that_can_be_read_makes_a_sound_picture(noise: str) -> None:
    explanation = explain(f"int *p[2];{noise}")
    for index in range(len(explanation.readings)):
        assert_sound(explanation, index, 20)


def test_stops_are_numbered_in_the_order_of_the_reading() -> None:
    assert numbers(picture("char *(*fp)(int, float *);")) == ["1", "2", "3", "4", "5"]


def test_lines_go_over_the_text_to_the_right_and_under_it_to_the_left() -> None:
    drawn = layout("char *str[10];", explain("char *str[10];").readings[0], 52)
    boxes = {box.stop: box for box in drawn.boxes}
    top, bottom = boxes[0].y, boxes[0].y + boxes[0].height
    assert [leg.tip[1] < top for leg in drawn.legs] == [True, False, False]
    assert [leg.tip[1] > bottom for leg in drawn.legs] == [False, True, True]


def test_no_line_runs_through_a_box() -> None:
    for declared in declarations(60, seed=5):
        explanation = explain(declared.text, std=declared.std.name)
        for reading in explanation.readings:
            drawn = layout(declared.text, reading, 40)
            for leg in drawn.legs:
                xy = [float(n) for n in NUMBER.findall(leg.path)]
                for x, y in zip(xy[::2], xy[1::2], strict=True):
                    for box in drawn.boxes:
                        inside = box.y < y < box.y + box.height
                        assert not (inside and box.x < x < box.x + box.width), declared.text


def test_the_text_alternative_says_the_reading_stop_by_stop() -> None:
    root = parsed(picture("char *str[10];"))
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == "How to read str"
    description = root.findtext(f"{SVG}desc") or ""
    assert "1: str is; 2: an array of 10; 3: pointers to; 4: char." in description
    assert description in (root.get("aria-label") or "")


def test_a_wrong_turn_of_the_spiral_is_crossed_out_and_explained() -> None:
    svg = picture("int *a[10][15];")
    root = parsed(svg)
    (turn,) = [
        g for g in root.iter(f"{SVG}g") if g.get("class") == "cw-wrong" and g.get("data-stop")
    ]
    assert turn.get("data-stop") == "2"
    note = explain("int *a[10][15];").readings[0].notes[0].message
    legend = " ".join(
        t.text or "" for t in root.iter(f"{SVG}text") if "cw-note" in t.get("class", "")
    )
    assert legend == note
    assert "At stop 2 the clockwise spiral would turn the wrong way." in svg


def test_where_the_spiral_is_right_nothing_is_crossed_out() -> None:
    assert "cw-astray" not in picture("char *str[10];").split("</style>")[1]


def test_markup_in_a_source_stays_text() -> None:
    svg = picture('int a[sizeof "</text><script>&"];')
    assert "<script>" not in svg
    assert any("<script>" in (t.text or "") for t in parsed(svg).iter(f"{SVG}text"))


def test_pictures_of_one_page_do_not_share_a_class_or_an_id() -> None:
    sources = list(CLASSICS.values())[:20]
    classes = {parsed(picture(s)).get("class") for s in sources}
    assert len(classes) == len(sources)
    assert " id=" not in picture(sources[0])


def test_a_picture_alone_follows_the_colour_scheme_and_one_on_a_page_does_not() -> None:
    assert "prefers-color-scheme" in picture("int x;")
    assert "prefers-color-scheme" not in picture("int x;", standalone=False)


def test_a_picture_in_a_page_takes_its_rules_from_the_pages_sheet() -> None:
    sheet = Path(__file__).parents[2] / "docs/assets/path.css"
    assert "<style" not in picture("int *p;", standalone=False)
    assert sheet.read_text(encoding="utf-8") == page_style()


@pytest.mark.parametrize(("scheme", "palette"), [("default", LIGHT), ("slate", DARK)])
def test_the_colours_are_the_sites(scheme: str, palette: dict[str, str]) -> None:
    theme = (Path(__file__).parents[2] / "docs" / "assets" / "theme.css").read_text()
    block = theme.split(f'[data-md-color-scheme="{scheme}"] {{', 1)[1].split("}")[0]
    site = dict(re.findall(r"--cw-([\w-]+): (#\w+);", block))
    assert palette == {name: site[name] for name in palette}


def test_without_a_legend_the_phrases_are_left_to_the_page() -> None:
    assert "cw-legend-item" not in picture("int x;", legend=False)


def test_a_declaration_of_a_thousand_parameters_is_drawn_in_a_second() -> None:
    source = f"int f({', '.join(f'int *p{n}' for n in range(1000))});"
    assert_sound(explain(source), 0)
