"""The nearest word."""

import pytest

from cexplain.suggest import LONGEST, distance, nearest

WORDS = ("pointer", "array", "function", "returning", "taking", "to", "of")


@pytest.mark.parametrize(
    ("mistyped", "meant"),
    [
        ("pionter", "pointer"),
        ("returing", "returning"),
        ("Arrray", "array"),
        ("fuction", "function"),
        ("ot", "to"),
    ],
)
def test_a_slip_of_the_finger_finds_its_word(mistyped: str, meant: str) -> None:
    assert nearest(mistyped, WORDS) == meant


def test_a_swap_of_neighbours_is_one_slip() -> None:
    assert distance("ponit", "point") == 1
    assert distance("volatlie", "volatile") == 1


def test_a_distance_is_the_same_both_ways() -> None:
    assert distance("restrict", "restricted") == distance("restricted", "restrict") == 2


def test_a_word_like_no_other_gets_no_suggestion() -> None:
    assert nearest("banana", WORDS) is None


def test_a_single_letter_gets_no_suggestion() -> None:
    assert nearest("t", WORDS) is None


def test_of_two_equally_near_words_the_first_is_offered() -> None:
    assert nearest("pint", ("print", "point")) == "print"


def test_the_nearer_word_wins_over_an_earlier_one() -> None:
    assert nearest("constat", ("contest", "constant")) == "constant"


def test_a_very_long_word_is_not_compared() -> None:
    assert nearest("x" * (LONGEST + 1), ("x" * LONGEST,)) is None
