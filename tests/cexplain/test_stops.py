"""The numbered stops that every rendering shows."""

import pytest

from cexplain import Explanation, explain
from cexplain.render.stops import Stop, extent, merged, region, stops, wrong_turns
from cexplain.source import Span
from support.classics import CLASSICS
from support.declarations import declarations


def way(source: str, index: int = 0) -> tuple[Explanation, tuple[Stop, ...]]:
    explanation = explain(source)
    return explanation, stops(explanation.readings[index], source)


def marked(source: str, index: int = 0) -> list[list[str]]:
    """What each stop marks in the source."""
    _, found = way(source, index)
    return [[source[start:end] for start, end in stop.spans] for stop in found]


def test_the_eye_goes_right_to_the_suffix_and_left_to_the_star() -> None:
    assert marked("char *str[10];") == [["str"], ["[10]"], ["*"], ["char"]]


def test_a_parameter_list_is_one_stop_with_all_that_is_said_in_it() -> None:
    _, found = way("char *(*fp)(int, float *);")
    assert marked("char *(*fp)(int, float *);")[2] == ["(int, float *)"]
    assert found[2].text == "a function taking (an int, a pointer to float) and returning"


def test_a_struct_and_its_members_are_one_stop() -> None:
    assert marked("struct s { int a; } v;") == [["v"], ["struct s { int a; }"]]


def test_a_storage_class_is_said_with_the_name_and_marked_aside() -> None:
    source = "static int *p;"
    _, found = way(source)
    assert found[0].text == "p is a static"
    assert [source[start:end] for start, end in found[0].aside] == ["static"]


def test_specifiers_that_stand_apart_make_one_stop_of_two_places() -> None:
    assert marked("unsigned long static int x;")[1] == ["unsigned long", "int"]


@pytest.mark.parametrize("source", CLASSICS.values(), ids=CLASSICS.keys())
def test_the_stops_texts_are_the_reading(source: str) -> None:
    for reading in explain(source).readings:
        found = stops(reading, source)
        assert " ".join(stop.text for stop in found) == reading.prose
        assert [stop.number for stop in found] == list(range(1, len(found) + 1))


def test_the_stops_of_generated_declarations_are_the_reading_too() -> None:
    for declared in declarations(200, seed=11):
        for reading in explain(declared.text, std=declared.std.name).readings:
            found = stops(reading, declared.text)
            assert " ".join(stop.text for stop in found) == reading.prose
            assert [k for stop in found for k in stop.phrases] == list(range(len(reading.phrases)))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("int *a[10][15];", [("[10]", "*")]),
        ("int *(*f(void))[3][4];", [("[3]", "*")]),
        ("int *a[2][3][4];", [("[2]", "*")]),
        ("int *(*a[2][3])[4][5];", [("[2]", "*"), ("[4]", "*")]),
        ("char *str[10];", []),
        ("int (*a[2])[3];", []),
    ],
)
def test_the_spiral_leaves_the_way_after_the_first_of_two_suffixes(
    source: str, expected: list[tuple[str, str]]
) -> None:
    explanation, found = way(source)
    turns = wrong_turns(explanation.readings[0], found)
    texts = [source[stop.spans[0].start : stop.spans[0].end] for stop in found]
    assert [(texts[left], texts[taken]) for left, taken in turns] == expected


@pytest.mark.parametrize(
    ("source", "index", "shown"),
    [
        ("char *a, b;", 0, "char *a"),
        ("char *a, b;", 1, "char *a, b"),
        ("int x; int (*p);", 1, "int (*p)"),
        ("int x = 5;", 0, "int x"),
        ("  (const char *)p ;", 0, "(const char *)p "),
        ("int f(void) { return ')'; }", 0, "int f(void)"),
        ("int a /* ( */ ;", 0, "int a"),
    ],
)
def test_the_region_is_what_the_reading_is_about(source: str, index: int, shown: str) -> None:
    explanation = explain(source)
    start, end = region(explanation.readings[index], source)
    assert source[start:end].strip() == shown.strip()


def test_the_extent_has_the_body_and_the_initializer() -> None:
    source = 'int f(void)\n{\n    return "}"[0];\n}\nint x = 5;'
    first, second = explain(source).readings
    assert source[slice(*extent(first, source))].endswith('"}"[0];\n}')
    assert source[slice(*extent(second, source))] == "int x = 5"


def test_spans_with_only_blanks_between_them_are_one() -> None:
    source = "const  \\\n volatile x"
    assert merged([Span(10, 18), Span(0, 5)], source) == (Span(0, 18),)
