"""Places of the text before an edit, found in the text after it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cexplain.editor.moved import ChangedError, MovedPlaces, step
from cexplain.editor.text import Place, Places

PIECES = st.lists(st.sampled_from(["int ", "a", "_b", ";", "\n", "🐱", "*", " "]), max_size=8)
TEXTS = PIECES.map("".join)


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_what_is_found_is_the_same_word_at_the_same_place(
    start: str, old: str, new: str, end: str
) -> None:
    before, after = start + old + end, start + new + end
    moved, places = MovedPlaces([step(before, after)], after), Places(after)
    for offset in range(len(after) + 1):
        place = places.place(offset)
        try:
            found = moved.offset(place)
        except ChangedError:
            continue
        assert moved.place(found) == place
        assert before[found : found + 1] == after[offset : offset + 1]
        assert before[max(found - 1, 0) : found] == after[max(offset - 1, 0) : offset]


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_every_offset_before_has_a_place_after_and_their_order_stays(
    start: str, old: str, new: str, end: str
) -> None:
    before, after = start + old + end, start + new + end
    moved, places = MovedPlaces([step(before, after)], after), Places(after)
    found = [moved.place(offset) for offset in range(len(before) + 1)]
    assert found == sorted(found)
    known = {places.place(offset) for offset in range(len(after) + 1)}
    assert known.issuperset(found)


@pytest.mark.parametrize(("before", "after"), [("int ab;", "int abc;"), ("int ab;", "int a;")])
def test_a_word_that_was_edited_is_not_answered_as_the_word_it_was(before: str, after: str) -> None:
    moved = MovedPlaces([step(before, after)], after)
    for character in range(4, len(after) - 1):
        with pytest.raises(ChangedError):
            moved.offset(Place(0, character))
    assert moved.offset(Place(0, 1)) == 1


def test_what_is_between_two_edits_is_known() -> None:
    texts = ["int a; int b; int c;", "int aa; int b; int c;", "int aa; int b; int ;"]
    moved = MovedPlaces([step(*texts[:2]), step(*texts[1:])], texts[2])
    assert [moved.offset(Place(0, character)) for character in (2, 12, 15)] == [2, 11, 14]
    assert [moved.place(offset).character for offset in (2, 11, 14)] == [2, 12, 15]
    for character in (4, 6, 19):
        with pytest.raises(ChangedError):
            moved.offset(Place(0, character))
