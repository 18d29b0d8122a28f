"""An editor's text: its lines, its columns and its edits, as LSP has them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cexplain.editor.text import Place, Places, Text
from support.units import Units

PIECES = st.sampled_from(
    [
        *"\n\r\f\v\x1c\x1d\x1e\x85\u2028\u2029\0\t\ufeffaé名🐱\U0010ffff\ud83d\udc31",
        "\r\n",
        "int x;",
    ]
)
HALVES = st.sampled_from(["\r", "\n", "\ud83d", "\udc31", "a"])  # what meets and is one then
TEXTS = st.lists(PIECES, max_size=20).map("".join) | st.lists(HALVES, max_size=6).map("".join)
NUMBERS = st.integers(0, 3) | st.integers(0, 12) | st.just(2**31 - 1)
PLACES = st.builds(Place, NUMBERS, NUMBERS)
EDITS = st.lists(st.tuples(PLACES, PLACES, TEXTS), min_size=2, max_size=6)


@given(TEXTS, PLACES)
def test_a_place_has_the_offset_that_the_protocol_says(text: str, place: Place) -> None:
    plain = Units(text)
    assert Places(plain.text).offset(place) == plain.before(plain.index(*place))


@given(TEXTS)
def test_every_offset_has_a_place_and_that_has_the_offset(text: str) -> None:
    plain = Units(text)
    places = Places(plain.text)
    for index in range(len(plain.units) + 1):
        position = plain.position(index)
        if plain.index(*position) == index:  # it is not within a pair, nor within \r\n
            offset = plain.before(index)
            assert places.place(offset) == position
            assert places.offset(Place(*position)) == offset


MEETING = [(Place(1, 0), Place(1, 0), "\n"), (Place(1, 0), Place(1, 0), "x")]
JOINED = [(Place(0, 1), Place(0, 1), "\udc31"), (Place(0, 1), Place(0, 2), "x")]


@given(TEXTS, EDITS)
@example("a\rb", MEETING)
@example("\ud83d", JOINED)
def test_edits_are_made_where_the_protocol_says(
    text: str, edits: list[tuple[Place, Place, str]]
) -> None:
    ours, plain = Text(text), Units(text)
    for start, end, new in edits:
        ours.replace(start, end, new)
        plain.replace(start, end, new)
        assert ours.source == plain.text


@given(TEXTS, EDITS)
def test_the_text_for_reading_has_the_same_places(
    text: str, edits: list[tuple[Place, Place, str]]
) -> None:
    ours = Text(text)
    for edit in edits:
        ours.replace(*edit)
    plain, places = Units(ours.source), Places(ours.c)
    assert "\r" not in ours.c
    positions = [plain.position(index) for index in range(len(plain.units) + 1)]
    for position in positions:
        if plain.position(plain.index(*position)) == position:
            assert places.place(places.offset(Place(*position))) == position


@pytest.mark.parametrize(
    ("text", "line", "end"),
    [("a\r\nb\n", 0, "\r\n"), ("a\r\nb\n", 1, "\n"), ("a\rb", 1, "\r"), ("a", 0, "\n")],
)
def test_what_ends_a_line_is_known(text: str, line: int, end: str) -> None:
    assert Text(text).line_end(line) == end


def test_a_byte_order_mark_is_no_token() -> None:
    assert Text("\ufeffint x;").c == " int x;"
